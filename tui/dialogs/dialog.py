"""A form on top of a screen: a title, what it asks, a notice of its own, and the keys to do it or to leave it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import DescendantFocus, Mount, Resize
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from tui import keys
from tui.messages import CommandPressed, StoreBack, StoreLost
from tui.safe import plain
from tui.screens.at_work import AtWork
from tui.widgets.choice import Choice
from tui.widgets.key_line import KeyLine
from tui.widgets.notice import LOST, Notice

ResultT = TypeVar("ResultT")

SMALL = (100, 30)
"""Below which width or height a tall form fills the screen."""


LAST = "This is the last line: ctrl+s enters the form; ↑ goes back."
"""Said where ↵ or ↓ would go on from the last line."""

CHOOSES = "letters, space or → choose; ↓ goes on."
"""How one of a few words is chosen."""


class Dialog(AtWork[ResultT | None], ModalScreen[ResultT | None]):
    """A form. A subclass says its `heading`, its `form()`, and what happens when it is `action_done`.

    What is refused is said in the form, and nothing that was typed is lost.
    """

    place: ClassVar[str] = "dialog"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("dialog")

    shape: ClassVar[str] = ""
    """`-tall` for a form that wants all the height there is."""

    always: ClassVar[tuple[str, ...]] = ()
    """Keys that stand at the foot although a line that is typed in has them too: what they do is the same."""

    labels: Mapping[str, str] = MappingProxyType({})
    """Words at the foot in place of those of the table, by the names of the commands; an empty one leaves it out."""

    heading: str = ""
    """What it is for, over the form."""

    stays: str = ""
    """What was added from it for good, a meeting or a body: a sentence that is said before it is left."""

    _settling = 0

    _first: tuple[object, ...] | None = None
    _warned: tuple[object, ...] | None = None

    def compose(self) -> ComposeResult:
        """The frame, the form, the notice, the keys."""
        with Vertical(classes=f"dialog {self.shape}".strip()) as frame:
            frame.border_title = Content(plain(self.heading, 100))
            yield from self.form()
            yield Notice()
            yield KeyLine()

    def form(self) -> Iterable[Widget]:
        """What it asks."""
        return ()

    @on(Resize)
    def _room(self, event: Resize) -> None:
        """Where there is little room, a form that wants all of it gets all."""
        self.set_class(event.size.width < SMALL[0] or event.size.height < SMALL[1], "-small")

    @on(DescendantFocus)
    def _mark(self) -> None:
        """The name of the line one is in stands out."""
        for line in self.query(".-here"):
            line.remove_class("-here")
        for widget in self.focused.ancestors if self.focused is not None else ():
            if isinstance(widget, Widget) and (widget.has_class("line") or widget.has_class("asked")):
                widget.add_class("-here")

    @on(Mount)
    def _remember(self) -> None:
        """What it holds before anything is typed: leaving it then asks nothing."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self._first = self.held()

    def held(self) -> tuple[object, ...]:
        """What would be lost if it were left: what its lines hold, as it was typed. Nothing where nothing would."""
        return ()

    @property
    def ready(self) -> bool:
        """Whether it is there to be typed in, with all the lines it has now."""
        return self._first is not None and not self._settling

    def unsettle(self) -> None:
        """Lines have come or gone: they are gone through once they are drawn."""
        self._settling += 1
        if not self.call_after_refresh(self._settled):
            self._settled()

    def _settled(self) -> None:
        self._settling -= 1

    @property
    def touched(self) -> bool:
        """Whether something was filled in."""
        return self._first is not None and self.held() != self._first

    def action_cancel(self) -> None:
        """Leaves the form; where something was filled in, only when asked twice. Stops waiting for somebody else."""
        if self.waiting:
            self.waiting = False
            return
        if self.may_leave("esc"):
            self.dismiss(None)

    def may_leave(self, key: str) -> bool:
        """Whether nothing would be lost, or it was said before what would be, and what stays; else says so."""
        if not (self.touched or self.stays) or self.held() == self._warned:
            return True
        self._warned = self.held()
        told = ("What you filled in has not been entered." if self.touched else "", self.stays)
        self.say(f"{' '.join(filter(None, told))} {key} again leaves it; ctrl+s enters it.")
        return False

    def action_line(self, step: int) -> None:
        """The next line (1) or the one before (-1); on the last it stays, and says what enters the form."""
        from tui.widgets.asked import Pick

        lines = [w for w in self.focus_chain if isinstance(w, Input | Choice | Pick)]
        if step > 0 and len(lines) > 1 and self.focused is lines[-1]:
            self.say(LAST)
        elif step > 0:
            self.focus_next("Input, Choice, Pick")
        else:
            self.focus_previous("Input, Choice, Pick")

    def action_done(self) -> None:
        """Does what the form says."""

    @on(Choice.NoWord)
    def _no_word(self, message: Choice.NoWord) -> None:
        self.say(f"No word begins with “{plain(message.typed, 20)}”: {CHOOSES}")

    @on(StoreLost)
    def _lost(self, message: StoreLost) -> None:
        self.say(f"{message.sentence} Nothing you typed is lost; trying again.", LOST)

    @on(StoreBack)
    def _back(self) -> None:
        self.unsay(LOST)

    @on(CommandPressed)
    async def _command(self, message: CommandPressed) -> None:
        await self.matters.give(message.name)


def words(text: str, classes: str = "") -> Static:
    """Words of ours in a form."""
    return Static(text, markup=False, classes=classes)
