"""A line with the parts of a tab: the one that is shown stands out, each other has its key, and can be clicked."""

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content
from textual.events import Click
from textual.reactive import reactive
from textual.widget import Widget

from tui.keys import named
from tui.messages import CommandPressed

Way = tuple[str, str]
"""A part: the name of the command that goes there, and what it is called."""


class Ways(Widget):
    """The parts of a tab. Each is named after the command that goes there."""

    DEFAULT_CLASSES: ClassVar[str] = "ways"

    ALLOW_SELECT = False

    here: reactive[str] = reactive("")
    """The part that is shown."""

    def __init__(self, ways: Sequence[Way], here: str) -> None:
        super().__init__()
        self.ways = tuple(ways)
        self.set_reactive(Ways.here, here)

    def render(self) -> Content:
        """The parts."""
        parts: list[str | tuple[str, str]] = []
        for name, says in self.ways:
            if name == self.here:
                parts.append((f" {says} ", "bold $accent reverse"))
            else:
                parts += [" ", (self._key(name), "bold $accent"), f" {says} "]
        return Content.assemble(*parts)

    def _key(self, name: str) -> str:
        return named(name).shown

    def on_click(self, event: Click) -> None:
        """A part is pressed."""
        at = event.get_content_offset(self)
        passed = 0
        for name, says in self.ways:
            passed += len(says) + (2 if name == self.here else len(self._key(name)) + 3)
            if at is not None and at.x < passed:
                if name != self.here:
                    self.post_message(CommandPressed(name))
                return
