"""The board: a column for each state, a card for each report; narrow, one column and a line of all states."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click, DescendantFocus, Resize
from textual.widget import Widget
from textual.widgets import Static

from states.words import State, said
from tui import keys, wording
from tui.messages import Chosen
from tui.safe import plain
from tui.screens.place import Place
from tui.widgets.cards import Card, Cards

if TYPE_CHECKING:
    from workflow.views.records import Listed

SHOWN = 200
"""How many cards a column has at most; the rest is in the list of reports."""

LEAST = 24
"""How narrow a column may be."""

NARROW, ALL = 100, 190
"""Below the one width there is one column; from the other on all nine stand side by side."""

JOURNEY = tuple(State)
"""The columns, in the order of the journey."""


class Board(Place):
    """Every report by its state."""

    place: ClassVar[str] = "board"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("board")

    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self.state = 0
        self.many: dict[str, int] = {}

    def page(self) -> ComposeResult:
        """The line of states, and the columns."""
        yield States(id="states")
        with Horizontal(id="board"):
            for state in JOURNEY:
                with Vertical(classes="column", id=f"column-{state}"):
                    yield Static("", classes="column-head", markup=False)
                    yield Cards(state)

    async def load(self) -> None:
        """Reads the board and the windows that are open."""
        from workflow.views.board import board
        from workflow.views.today import windows

        columns = await self.ask(board, limit=SHOWN)
        open_until = {w.report: w.due for w in await self.ask(windows, limit=2000)}
        day = self.matters.as_of or self.matters.day or date.min
        first = not self.many
        for column in columns:
            self.many[column.state] = column.many
            cards = [card_of(r, day, open_until.get(r.report)) for r in column.reports]
            self._cards(column.state).show(cards, column.many)
        if first:
            self._stand(next((i for i, state in enumerate(JOURNEY) if self.many[state]), 0))
        self._drawn()

    def on_resize(self, event: Resize) -> None:
        """As many columns as there is room for."""
        self._drawn(event.size.width)

    def action_state(self, step: int) -> None:
        """Goes to the next state that has cards, right (1) or left (-1)."""
        at = self.state + step
        while 0 <= at < len(JOURNEY) and not self.many.get(JOURNEY[at]):
            at += step
        if 0 <= at < len(JOURNEY):
            self._stand(at)

    def go_to(self, state: int) -> None:
        """Goes to a state, cards or none."""
        self._stand(state)

    def action_open(self) -> None:
        """Opens the report under the cursor."""
        key = self._cards(JOURNEY[self.state]).key
        if key is not None:
            self.matters.record(key)

    @on(Chosen)
    def _chosen(self) -> None:
        self.action_open()

    @on(DescendantFocus)
    def _focused(self) -> None:
        if isinstance(self.focused, Cards) and self.focused.state != JOURNEY[self.state]:
            self._stand(JOURNEY.index(State(self.focused.state)))

    def _cards(self, state: str) -> Cards:
        return self.query_one(f"#state-{state}", Cards)

    def _stand(self, state: int) -> None:
        self.state = state
        self._cards(JOURNEY[state]).focus()
        self._drawn()

    def _drawn(self, width: int = 0) -> None:
        """Shows the columns around the one that is stood on, as many as fit."""
        if not self.is_mounted:
            return
        room = width or self.size.width
        fit = 1 if room < NARROW else min(len(JOURNEY), (room - 1) // LEAST)
        if room >= ALL:
            fit = len(JOURNEY)
        first = max(0, min(self.state - fit // 2, len(JOURNEY) - fit))
        for at, state in enumerate(JOURNEY):
            column = self.query_one(f"#column-{state}")
            column.display = first <= at < first + fit
            column.set_class(at == self.state, "-here")
            self._cards(state).here = at == self.state
            head = self.query_one(f"#column-{state} .column-head", Static)
            head.update(Content.assemble((_title(state), "bold"), f" · {self.many.get(state, 0):,}"))
        states = self.query_one(States)
        states.display = fit < len(JOURNEY)
        states.tell(self.many, self.state)


class States(Widget):
    """All states in a line, with how many reports stand in each: the switcher where not all columns fit."""

    ALLOW_SELECT = False

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
            pieces = [(f" {_title(s)[:long].strip()} {self._many.get(s, 0)} ", self._many.get(s, 0)) for s in JOURNEY]
            if sum(len(name) + 1 for name, _ in pieces) + 4 <= self.size.width:
                break
        return pieces

    def on_click(self, event: Click) -> None:
        """Goes to the state that was clicked."""
        passed = 2
        for at, (name, _) in enumerate(self._pieces()):
            passed += len(name) + 1
            if event.x < passed:
                if isinstance(self.screen, Board):
                    self.screen.go_to(at)
                return


def card_of(report: "Listed", day: date, window: date | None) -> Card:
    """A report as a card: its next date is what is owed next, or the window that closes before that."""
    due = report.next_due
    if window is not None and (due is None or window < due):
        kind, when = wording.WINDOW, f"call-in until {wording.day(window, day)}"
    elif due is None:
        kind, when = wording.UNDATED, "nothing dated"
    else:
        late = (day - due).days
        kind = wording.stands(late)
        when = f"{wording.days(late)} late" if late > 0 else wording.day(due, day) if late else "today"
    if kind == wording.UNDATED and report.state in {State.CLOSED, State.WITHDRAWN}:
        return Card(report.report, plain(report.title), plain(report.body), "faint", " ", "")
    return Card(report.report, plain(report.title), plain(report.body), kind, wording.LETTERS[kind], when)


def _title(state: str) -> str:
    name = said(state)
    return f"{name[0].upper()}{name[1:]}"
