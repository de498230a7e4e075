"""The line at the foot: the keys of this place, made from the one table; those that cannot be used now are dim.

Where there is no room for all, those that can be used stand there first.
"""

from dataclasses import replace
from typing import ClassVar

from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from tui import keys
from tui.command import types
from tui.messages import CommandPressed

_LAST = ("go.back", "palette", "help", "quit")
"""These always stand at the end, however narrow the screen is."""


class KeyLine(Widget):
    """The keys that can be pressed now. A click presses one."""

    DEFAULT_CLASSES: ClassVar[str] = "key-line"

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._told: list[tuple[keys.Command, bool]] | None = None

    def on_mount(self) -> None:
        """Follows what can be pressed."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen and screen.is_current:
            self.refresh()

    def render(self) -> Content:
        """The keys, each with its word."""
        parts: list[str | tuple[str, str]] = []
        for command, enabled in self.commands(self.size.width - 2):
            parts += [
                (command.shown, "bold $accent" if enabled else "$faint"),
                (f" {command.label}", "" if enabled else "$faint"),
                "  ",
            ]
        return Content.assemble(*parts)

    def commands(self, width: int) -> list[tuple[keys.Command, bool]]:
        """What stands in the line at a width, each with whether it can be used now."""
        if self._told is not None and not self.screen.is_current:
            return self._told
        active = {b.binding.id: b.enabled for b in self.screen.active_bindings.values() if b.binding.id}
        active |= dict.fromkeys(getattr(self.screen, "always", ()), True)
        typed = isinstance(self.screen.focused, Input)
        own: dict[str, str] = getattr(self.screen, "labels", {})
        all_of = [
            (replace(c, label=own.get(c.name, c.label)), active[c.name])
            for c in keys.TABLE
            if c.foot and own.get(c.name, c.label) and c.name in active
            and not (typed and types(c.keys.partition(",")[0]))
        ]  # fmt: skip
        all_of.sort(key=lambda one: one[0].where == "everywhere")
        room = width - sum(_wide(c) for c, _ in all_of if c.name in _LAST)
        fit = set(_LAST)
        first: tuple[str, ...] = getattr(self.screen, "foremost", ())
        for command, _ in sorted(all_of, key=lambda one: (one[0].name not in first, not one[1])):
            if command.name not in _LAST and _wide(command) <= room:
                room -= _wide(command)
                fit.add(command.name)
        self._told = [one for one in all_of if one[0].name in fit]
        return self._told

    def on_click(self, event: Click) -> None:
        """Presses the key that was clicked."""
        at = event.get_content_offset(self)
        passed = 0
        for command, enabled in self.commands(self.size.width - 2):
            passed += _wide(command)
            if at is not None and at.x < passed:
                if enabled:
                    self.post_message(CommandPressed(command.name))
                return


def _wide(command: keys.Command) -> int:
    return len(command.shown) + 1 + len(command.label) + 2
