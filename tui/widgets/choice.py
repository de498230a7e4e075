"""One of a few words, chosen with ← and →, by its first letter, or by a click."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.content import Content
from textual.events import Click, Key
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui import keys
from tui.safe import plain


class Choice(Widget, can_focus=True):
    """A line of words of which one is chosen; where they do not fit, the chosen one between arrows."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("choice")

    DEFAULT_CLASSES: ClassVar[str] = "choice"

    ALLOW_SELECT = False

    at: reactive[int] = reactive(0)
    """Which word is chosen."""

    class Changed(Message):
        """Another word was chosen."""

    def __init__(self, words: Sequence[tuple[str, str]], value: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.words = tuple(words)
        """What is chosen from: each a value and the word people read."""
        self.set_reactive(Choice.at, next((i for i, (v, _) in enumerate(self.words) if v == value), 0))

    @property
    def value(self) -> str:
        """The value of the word chosen."""
        return self.words[self.at][0] if self.words else ""

    def validate_at(self, at: int) -> int:
        """Round again at either end."""
        return at % len(self.words) if self.words else 0

    def watch_at(self) -> None:
        """Says so."""
        self.post_message(self.Changed())

    def action_choose(self, step: int) -> None:
        """The next word (1) or the one before (-1)."""
        self.at += step

    def action_line(self, step: int) -> None:
        """On to the next line of the form (1), or back to the one before (-1)."""
        if step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def on_key(self, event: Key) -> None:
        """A letter goes to the next word that begins with it."""
        letter = (event.character or "").lower()
        if not letter.isalnum():
            return
        for away in range(1, len(self.words) + 1):
            at = (self.at + away) % len(self.words)
            if self.words[at][1].lower().startswith(letter):
                self.at = at
                event.stop()
                return

    def render(self) -> Content:
        """The words."""
        if self._wide() <= self.size.width:
            parts: list[str | tuple[str, str]] = []
            for i, (_, word) in enumerate(self.words):
                style = "bold reverse" if i == self.at and self.has_focus else "bold" if i == self.at else "$faint"
                parts += [(f" {self._mark(i)}{plain(word, 60)} ", style)]
            return Content.assemble(*parts)
        word = plain(self.words[self.at][1], 60) if self.words else "–"
        style = "bold reverse" if self.has_focus else "bold"
        return Content.assemble(("◂ ", "$accent"), (f" {word} ", style), (" ▸", "$accent"),
                                (f"  {self.at + 1} of {len(self.words)}", "$faint"))  # fmt: skip

    def on_click(self, event: Click) -> None:
        """The word clicked; where only one is shown, the next."""
        if self._wide() > self.size.width:
            self.at += 1
            return
        passed = 0
        for i, (_, word) in enumerate(self.words):
            passed += cell_len(plain(word, 60)) + 3
            if event.x < passed:
                self.at = i
                return

    def _mark(self, i: int) -> str:
        return "●" if i == self.at else " "

    def _wide(self) -> int:
        return sum(cell_len(plain(word, 60)) + 3 for _, word in self.words)
