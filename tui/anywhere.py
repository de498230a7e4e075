"""What can be done wherever one is, also in a form: leaving, the list of keys, any command by its name."""

from textual.app import App

from tui import keys
from tui.dialogs.dialog import Dialog
from tui.screens.at_work import AtWork


class Anywhere(App[int]):
    """An App whose keys for leaving and for help go before whatever has the focus."""

    def action_leave(self) -> None:
        """Leaves; where a form that is open holds something, only when asked twice."""
        if all(form.may_leave("ctrl+q") for form in self.screen_stack if isinstance(form, Dialog)):
            self.exit()

    def action_help(self) -> None:
        """The keys of this place; not on top of themselves, nor of the palette."""
        from tui.dialogs.help import Help

        if isinstance(self.screen, AtWork) and not isinstance(self.screen, Help):
            self.push_screen(Help(self._places()))

    def _places(self) -> tuple[str, ...]:
        """The places whose keys can be pressed now, the nearest first."""
        here = [str(getattr(self.screen, "place", "today"))]
        focused = self.screen.focused
        bound = {b.binding.id for b in self.screen.active_bindings.values()} if focused is not None else set()
        here += [p for p in keys.PLACES if p not in here and any(c.name in bound for c in keys.of(p))]
        return tuple(here)

    async def give(self, name: str) -> None:
        """Gives a command by its name, as if its key had been pressed."""
        for active in self.screen.active_bindings.values():
            if active.binding.id == name and active.enabled:
                await self.run_action(active.binding.action, active.node)
                return
