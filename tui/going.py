"""The ways between places: the tabs, their parts that have a key of their own, and the way back."""

from tui.anywhere import Anywhere


class Going(Anywhere):
    """An App in which one goes from place to place."""

    def action_go(self, place: str) -> None:
        """Goes to a tab; what was open on top of it is left."""
        self.switch_mode(place)
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def action_programme(self) -> None:
        """Goes to the work programme, a part of Meetings."""
        from tui.screens.programme import Programme

        self.action_go("meetings")
        self.push_screen(Programme())

    def action_people(self) -> None:
        """Goes to posts and people, a part of Reminders."""
        from tui.screens.people import People

        self.action_go("reminders")
        self.push_screen(People())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a way back only from a screen on top of another."""
        if action == "back":
            return self._depth() > 1
        return super().check_action(action, parameters)

    async def action_back(self) -> None:
        """Back to the screen underneath."""
        if self._depth() > 1:
            self.pop_screen()

    def _depth(self) -> int:
        """How many screens stand on one another, forms and the palette not counted."""
        return sum(1 for screen in self.screen_stack if not screen.is_modal)

    def listed(self, place: str, text: str) -> None:
        """Goes to one of the long lists, and shows what a filter finds."""
        self.action_go(place)
        self.call_after_refresh(self._filter, text)

    def _filter(self, text: str) -> None:
        from tui.screens.long_list import LongList

        if isinstance(self.screen, LongList):
            self.screen.show_filter(text)
