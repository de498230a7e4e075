"""All states in a line, with how many reports stand in each: the switcher where not all columns fit."""

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from states.words import State, said

JOURNEY = tuple(State)
"""The states, in the order of the journey."""


class States(Widget):
    """All states in a line, with how many reports stand in each: the switcher where not all columns fit."""

    ALLOW_SELECT = False

    class Pressed(Message):
        """A state was clicked; `state` is its place in the journey."""

        def __init__(self, state: int) -> None:
            self.state = state
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._many: dict[str, int] = {}
        self._here = 0

    def tell(self, many: dict[str, int], here: int) -> None:
        """What there is, and where one stands."""
        self._many, self._here = many, here
        self.refresh(layout=True)

    def render(self) -> Content:
        """The states, on as many lines as their names take."""
        lines = []
        for line in self._lines(self.size.width):
            parts: list[str | tuple[str, str]] = []
            for at in line:
                name, many = self._piece(at)
                parts.append((name, "bold $accent reverse" if at == self._here else "" if many else "$faint"))
            lines.append(Content.assemble(*parts))
        return Content("\n").join(lines)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many lines as the names take."""
        return len(self._lines(width))

    def _piece(self, at: int) -> tuple[str, int]:
        """A state with its number, and the number; by itself as long as nothing was counted."""
        name, many = title(JOURNEY[at]), self._many.get(JOURNEY[at])
        return (f" {name} ", 0) if many is None else (f" {name} {many:,} ", many)

    def _lines(self, width: int) -> list[list[int]]:
        """Which states stand on which line."""
        lines: list[list[int]] = [[]]
        room = width
        for at in range(len(JOURNEY)):
            wide = len(self._piece(at)[0])
            if wide > room and lines[-1]:
                lines.append([])
                room = width
            lines[-1].append(at)
            room -= wide
        return lines

    def on_click(self, event: Click) -> None:
        """Goes to the state that was clicked."""
        at = event.get_content_offset(self)
        lines = self._lines(self.size.width)
        if at is None or at.y >= len(lines):
            return
        passed = 0
        for state in lines[at.y]:
            passed += len(self._piece(state)[0])
            if at.x < passed:
                self.post_message(self.Pressed(state))
                return


def title(state: str) -> str:
    """A state at the head of its column."""
    name = said(state)
    return f"{name[0].upper()}{name[1:]}"
