"""A list in a form: a line for each, one more as soon as the last is begun; a line that is emptied goes."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key
from textual.widgets import Input

from tui.widgets.one_line import OneLine


class Several(Vertical):
    """Texts, each on a line of its own."""

    DEFAULT_CLASSES: ClassVar[str] = "several"

    def __init__(self, texts: Sequence[str] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.texts = tuple(texts)

    def compose(self) -> ComposeResult:
        """A line for each, and an empty one."""
        for text in (*self.texts, ""):
            yield self._line(text)

    def _line(self, text: str) -> OneLine:
        return OneLine(text, hint="one on each line; ↵ begins the next", select_on_focus=False)

    def on_key(self, event: Key) -> None:
        """Tab goes on to what is asked next, not to another line of the list: ↵ and ↓ go there."""
        if event.key != "tab":
            return
        event.stop()
        event.prevent_default()
        self.screen.set_focus(self.query(Input).last())
        self.screen.focus_next()

    @property
    def value(self) -> tuple[str, ...]:
        """The texts, without lines that hold nothing."""
        return tuple(text for line in self.query(Input) if (text := " ".join(line.value.split())))

    @on(Input.Changed)
    def _typed(self) -> None:
        """There is always an empty line at the end."""
        lines = list(self.query(Input))
        if lines and lines[-1].value:
            self.mount(self._line(""))
