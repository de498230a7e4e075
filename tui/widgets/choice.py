"""One of a few words, chosen with ← and →, by the letters it begins with, or by a click."""

from collections.abc import Sequence
from typing import ClassVar, Protocol, runtime_checkable

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

TOGETHER = 1.0
"""Less than how many seconds lie between two keys that are typed together."""


@runtime_checkable
class InLines(Protocol):
    """A form that goes from line to line."""

    def action_line(self, step: int) -> None:
        """The next line (1) or the one before (-1)."""


class Choice(Widget, can_focus=True):
    """Words of which one is chosen, on one line or as many as they need."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("choice")

    DEFAULT_CLASSES: ClassVar[str] = "choice"

    ALLOW_SELECT = False

    at: reactive[int] = reactive(0)
    """Which word is chosen."""

    class Changed(Message):
        """Another word was chosen."""

    class NoWord(Message):
        """What was typed begins no word; nothing is changed by it."""

        def __init__(self, typed: str) -> None:
            self.typed = typed
            super().__init__()

    _typed = ""
    """The keys that were typed together."""

    _typed_at = 0.0
    """When the last of them was typed, by its own time."""

    _before = 0
    """Which word was chosen before they were typed."""

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
        screen = self.screen
        if isinstance(screen, InLines):
            screen.action_line(step)
        elif step > 0:
            screen.focus_next()
        else:
            screen.focus_previous()

    def on_key(self, event: Key) -> None:
        """Keys typed together, a space among them, go to the word that begins with them; the same letter goes round.

        Where no word begins so, what was chosen before they were typed stays chosen.
        """
        together = bool(self._typed) and event.time - self._typed_at < TOGETHER
        letter = (event.character or "").casefold()
        if not letter.isprintable() or not letter or not (together or letter.isalnum()):
            self._typed = ""
            return
        event.stop()
        event.prevent_default()
        if not together:
            self._typed, self._before = "", self.at
        self._typed += letter
        self._typed_at = event.time
        found = self._begun()
        if found is None:
            self.at = self._before
            self.post_message(self.NoWord(self._typed))
        else:
            self.at = found

    def on_blur(self) -> None:
        """What is typed when one comes back is another word."""
        self._typed = ""

    def _begun(self) -> int | None:
        """The word that begins with what was typed: the whole word first, then from the one chosen on."""
        says = [words.casefold() for _, words in self.words]
        if len(self._typed) > 1 and self._typed in says:
            return says.index(self._typed)
        tries = [(self._typed, len(self._typed) == 1)]
        if len(self._typed) > 1 and len(set(self._typed)) == 1:
            tries.append((self._typed[0], True))
        for typed, next_one in tries:
            for away in range(int(next_one), len(says) + int(next_one)):
                at = (self.at + away) % len(says)
                if says[at].startswith(typed):
                    return at
        return None

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
