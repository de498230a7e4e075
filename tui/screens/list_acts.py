"""What can be done with a long list beside reading it: going to a place in it, exporting it, keeping its filter."""

from typing import TYPE_CHECKING, ClassVar

from textual import work

from tui.screens.place import Place
from tui.widgets.big_list import BigList
from tui.widgets.filter_line import FilterLine

if TYPE_CHECKING:
    from workflow.views.window import What, Window


class ListActs(Place):
    """The acts of a long list."""

    what: ClassVar["What"]
    """Which of the long lists it is."""

    window: "Window | None" = None
    """What is shown."""

    @property
    def foremost(self) -> tuple[str, ...]:
        """The keys that stand at the foot however narrow it is: with rows marked, what is done to them."""
        return ("marking.mark", "long.export", "follow_ups.act") if self.big.marked else ()

    @property
    def big(self) -> BigList:
        """The list."""
        return self.query_one(BigList)

    @work(exit_on_error=False)
    async def action_jump(self) -> None:
        """Asks for a place in the list, and goes there."""
        from tui.dialogs.jump import ask_place

        index = await self.matters.push_screen_wait(ask_place(len(self.big.pages)))
        if index is not None:
            self.big.go_to(index)

    @work(exit_on_error=False)
    async def action_export(self) -> None:
        """Asks for a file, and writes what is shown, or what is marked, into it."""
        from tui.dialogs.export import ask_file
        from workflow.sheets import write

        if self.window is None:
            return
        big, window = self.big, self.window
        if not (big.marked or len(big.pages)):
            self.say("There is nothing to write: the list is empty. c takes the filter away.")
            return
        marks = (frozenset(big.marks), big.all_marked) if big.marked else None

        def rows() -> int | None:
            if big.pages.counted is None and not (big.marked and not big.all_marked):
                return None
            return big.marked or len(big.pages)

        path = await self.matters.push_screen_wait(ask_file(self.what, rows))
        if path is None:
            return
        self.done(f"{path} is being written …")
        try:
            many = await self.ask(write, window, path, marks)
        except Exception as error:
            self.trouble(error)
            return
        self.done(f"{many:,} row{'' if many == 1 else 's'} written to {path}.")

    @work(exit_on_error=False)
    async def action_keep(self) -> None:
        """Asks for a name, and keeps the filter under it; one that is kept already is let go, if that is wanted."""
        from tui.dialogs.line import Line as AskLine
        from tui.saved import keep, kept, name_of

        text = self.query_one(FilterLine).text.strip()
        if not text:
            self.say("There is no filter to keep: type one first (f).")
            return
        known = next((name for which, name, its in kept() if which == self.place and its == text), None)
        if known is not None:
            await self._let_go(known)
            return
        form = AskLine("Keep this filter", f"A name for: {text}", name_of, example="late at Board (2)")
        name = await self.matters.push_screen_wait(form)
        if name:
            try:
                keep(self.place, name, text)
            except OSError as error:
                self.say(f"The filter could not be kept: {error.strerror}.")
                return
            self.done(f"Kept as “{name}”. The palette (:) finds it by its name.")

    async def _let_go(self, name: str) -> None:
        """Lets a filter go that is kept, once somebody has said yes."""
        from tui.dialogs.confirm import Confirm
        from tui.saved import forget

        says = f"This filter is kept as “{name}”. Let it go? The list stays as it is; the palette forgets the name."
        if not await self.matters.push_screen_wait(Confirm("Let the filter go", says, "Let go")):
            return
        try:
            forget(self.place, name)
        except OSError as error:
            self.say(f"The filter could not be let go: {error.strerror}.")
            return
        self.done(f"“{name}” is let go.")
