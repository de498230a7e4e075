"""A form that shows what would happen, before it does it: the verb is tried in a transaction that keeps nothing."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import on, work
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from states.errors import MattersError, StoreBusy
from tui.dialogs.dialog import Dialog
from tui.past import PAST
from tui.safe import plain
from tui.sentences import sentence
from tui.widgets.choice import Choice
from tui.widgets.notice import REFUSED, Notice

if TYPE_CHECKING:
    from workflow.desk import Desk

T = TypeVar("T")

_LINES = (Input, Choice)

BUSY = "Somebody else is writing to the database just now; what will happen is shown after."

PAUSE = 0.4
"""How many seconds after the last key the form is tried."""


class Trying(Dialog[T]):
    """A form with a verb. A subclass gives `verb()`, which reads the form, and `told()`, which words what was done.

    `verb()` may raise BadInput: until it is pressed for, that is only shown as what is still wanted.
    """

    shape: ClassVar[str] = ""

    _pause: Timer | None = None

    def verb(self) -> "Callable[[Desk], T]":
        """What is done with what the form holds now."""
        raise NotImplementedError

    def told(self, desk: "Desk", done: T) -> list[str]:
        """What was, or would be, done: a line each."""
        return []

    def will(self) -> Static:
        """The place where it is shown; a subclass puts it under its form."""
        return Static("", classes="will", markup=False)

    def on_mount(self) -> None:
        """Tried once as it opens."""
        self._pause = self.set_timer(PAUSE, self._try)

    def held(self) -> tuple[object, ...]:
        """What the lines hold."""
        return tuple(line.value for line in self.query("Input, Choice").results(Widget) if isinstance(line, _LINES))

    @on(Input.Changed)
    @on(Choice.Changed)
    def changed(self) -> None:
        """Tried again when there is a pause; what was refused before is no longer said."""
        self.unsay(REFUSED)
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._try)

    @work(exclusive=True, group="try", exit_on_error=False)
    async def _try(self) -> None:
        if self.matters.as_of is not None:
            self._show([PAST], "$faint")
            return
        try:
            lines = await self.matters.work.try_out(_tried, self.verb(), self.told)
        except StoreBusy:
            self._show([BUSY], "$faint")
            self._pause = self.set_timer(1.0, self._try)
        except MattersError as error:
            self._show([sentence(error)], "$faint")
        except Exception:
            self._show([], "")
        else:
            self._show(lines, "")

    def _show(self, lines: list[str], style: str) -> None:
        parts: list[str | tuple[str, str]] = [("Will happen  ", "bold $accent")] if lines and not style else []
        for i, line in enumerate(lines):
            parts += ["\n" if i else "", (plain(line), style)]
        for place in self.query(".will").results(Static):
            place.update(Content.assemble(*parts))

    def action_done(self) -> None:
        """Does it; what is refused is said in the form, and nothing typed is lost."""
        if not self.waiting:
            if self._pause is not None:
                self._pause.stop()
            self._do()

    @work(group="do", exit_on_error=False)
    async def _do(self) -> None:
        try:
            verb = self.verb()
        except MattersError as error:
            self._show([], "")
            self.say(sentence(error))
            self.go_to_fault(sentence(error))
            return
        done = await self.tell(_done, verb, self.told)
        if done is None:
            self._show([], "")
            self.go_to_fault(self.query_one(Notice).sentence)
            await self.look_again()
        else:
            self.finish(*done)

    def go_to_fault(self, said: str) -> None:
        """Goes to the line whose words the sentence quotes as what is wrong."""
        for line in self.query(Input):
            if (text := line.value.strip()) and f"“{text}”" in said:
                line.focus()
                return

    async def look_again(self) -> None:
        """It was refused, perhaps because somebody was faster: looks at what the form is about as it is now."""

    def finish(self, done: T, lines: list[str]) -> None:
        """It was done."""
        self.dismiss(done)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_line(1)


def _tried(desk: "Desk", verb: "Callable[[Desk], Any]", told: "Callable[[Desk, Any], list[str]]") -> list[str]:
    with desk.trying():
        return told(desk, verb(desk))


def _done(desk: "Desk", verb: "Callable[[Desk], Any]", told: "Callable[[Desk, Any], list[str]]") -> tuple[Any, Any]:
    done = verb(desk)
    return done, told(desk, done)
