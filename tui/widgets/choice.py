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
from tui.widgets.drawing import fit


class Choice(Widget, can_focus=True):
    """Words of which one is chosen, on one line or as many as they need."""

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

    def offer(self, words: Sequence[tuple[str, str]]) -> None:
        """Chooses from other words; the one that is chosen stays so where it is among them."""
        value, self.words = self.value, tuple(words)
        self.at = next((i for i, (v, _) in enumerate(self.words) if v == value), 0)
        self.refresh(layout=True)

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
        """The words, on as many lines as they need; the one chosen has a mark and stands out."""
        lines = []
        for line in self._lines(self.size.width):
            parts: list[str | tuple[str, str]] = []
            for i in line:
                style = "bold reverse" if i == self.at and self.has_focus else "bold" if i == self.at else "$faint"
                words = fit(plain(self.words[i][1], 60), min(self._wide(i) - 4, max(8, self.size.width - 2)))
                parts += [(f"{'●' if i == self.at else '○'} {words}", style), "  "]
            lines.append(Content.assemble(*parts))
        return Content("\n").join(lines)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many lines as the words need."""
        return max(1, len(self._lines(width)))

    def on_click(self, event: Click) -> None:
        """The word clicked is chosen."""
        at = event.get_content_offset(self)
        if at is None:
            return
        lines = self._lines(self.size.width)
        passed = 0
        for i in lines[at.y] if at.y < len(lines) else ():
            passed += self._wide(i)
            if at.x < passed:
                self.at = i
                return

    def _lines(self, width: int) -> list[list[int]]:
        """Which words stand on which line."""
        lines: list[list[int]] = [[]]
        room = width
        for i in range(len(self.words)):
            if self._wide(i) - 2 > room and lines[-1]:
                lines.append([])
                room = width
            lines[-1].append(i)
            room -= self._wide(i)
        return lines

    def _wide(self, i: int) -> int:
        return cell_len(plain(self.words[i][1], 60)) + 4
