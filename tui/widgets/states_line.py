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
        """The states."""
        parts: list[str | tuple[str, str]] = [("← ", "$faint")]
        for at, (name, many) in enumerate(self._pieces()):
            style = "bold $accent reverse" if at == self._here else "" if many else "$faint"
            parts += [(name, style), " "]
        return Content.assemble(*parts, ("→", "$faint"))

    def _pieces(self) -> list[tuple[str, int]]:
        """Each state, shortened as far as the width wants."""
        for long in (16, 9, 6, 4, 3):
            counted = [self._many.get(state, 0) for state in JOURNEY]
            names = [title(s)[: 16 if at == self._here else long].strip() for at, s in enumerate(JOURNEY)]
            pieces = [(f" {name} {many:,} ", many) for name, many in zip(names, counted, strict=True)]
            if sum(len(name) + 1 for name, _ in pieces) + 4 <= self.size.width - 2:
                break
        return pieces

    def on_click(self, event: Click) -> None:
        """Goes to the state that was clicked."""
        passed = 2
        for at, (name, _) in enumerate(self._pieces()):
            passed += len(name) + 1
            if event.x < passed:
                self.post_message(self.Pressed(at))
                return


def title(state: str) -> str:
    """A state at the head of its column."""
    name = said(state)
    return f"{name[0].upper()}{name[1:]}"
