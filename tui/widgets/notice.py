"""The line for what was done, what was refused and what is wrong: a sentence, in place, until it is no longer true."""

from typing import ClassVar

from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from tui.safe import plain

DONE, REFUSED, LOST, WAITS = "done", "refused", "lost", "waits"
"""What a notice says: something was done, was not done, the database cannot serve, or somebody else is writing."""

_MARKS = {DONE: "✓", REFUSED: "!", LOST: "…", WAITS: "…"}
_SECONDS = 8.0
_LONGEST = 600


class Notice(Widget):
    """A sentence under the page. What was done goes by itself; what was refused stays until something else is said."""

    DEFAULT_CLASSES: ClassVar[str] = "notice"

    ALLOW_SELECT = True

    def __init__(self) -> None:
        super().__init__()
        self.sentence = ""
        self.kind = DONE
        self._timer: Timer | None = None
        self.display = False

    def say(self, sentence: str, kind: str = REFUSED) -> None:
        """Says a sentence; an empty one takes the line away."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.sentence, self.kind = plain(sentence, _LONGEST), kind
        self.set_class(kind == REFUSED, "-refused")
        self.set_class(kind in (LOST, WAITS), "-lost")
        self.display = bool(self.sentence)
        self.refresh(layout=True)
        if self.sentence and kind == DONE:
            self._timer = self.set_timer(_SECONDS, self.clear)

    def clear(self, kind: str | None = None) -> None:
        """Takes the line away; with a kind only if it says that."""
        if kind is None or kind == self.kind:
            self.say("", DONE)

    def render(self) -> Content:
        """The mark and the sentence."""
        return Content.assemble((f"{_MARKS[self.kind]} ", "bold"), self.sentence)
