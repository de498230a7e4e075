"""The board: a column for each state, a card for each report; narrow, one column and a line of all states."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantFocus, Resize
from textual.widgets import Static

from states.errors import BadInput
from states.words import State
from tui import keys, wording
from tui.messages import Chosen
from tui.safe import plain
from tui.screens.place import Place
from tui.widgets.cards import Card, Cards
from tui.widgets.filter_line import NOT_APPLIED, Filtered, FilterLine
from tui.widgets.notice import REFUSED
from tui.widgets.states_line import JOURNEY, States, title

if TYPE_CHECKING:
    from workflow.views.records import Listed

SHOWN = 100
"""How many cards a column has at most; the rest is in the list of reports."""

LEAST = 24
"""How narrow a column may be."""

NARROW, ALL = 100, 190
"""Below the one width there is one column; from the other on all nine stand side by side."""


class Board(Place):
    """Every report by its state."""

    place: ClassVar[str] = "board"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("board")

    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self.state = 0
        self.many: dict[str, int] = {}
        self._known: dict[str, list[str]] = {}

    def page(self) -> ComposeResult:
        """The filter, the line of states, and the columns."""
        yield FilterLine()
        yield States(id="states")
        with Horizontal(id="board"):
            for state in JOURNEY:
                with Vertical(classes="column", id=f"column-{state}"):
                    yield Static("", classes="column-head", markup=False)
                    yield Cards(state)

    def on_mount(self) -> None:
        """The filter waits until it is asked for."""
        super().on_mount()
        self.query_one(FilterLine).display = False
        self.query_one(FilterLine).suggest = self._suggest

    async def load(self) -> None:
        """Reads the board, as the filter has it, and the windows that are open."""
        from workflow.views.columns import columns
        from workflow.views.filters import wanted
        from workflow.views.today import windows

        day = self.matters.as_of or self.matters.day or date.min
        asked = wanted(self.query_one(FilterLine).text, "reports", day)
        found = await self.ask(columns, asked, limit=SHOWN)
        open_until = {w.report: w.due for w in await self.ask(windows, limit=2000)}
        first = not self.many
        for column in found:
            self.many[column.state] = column.many
            cards = [card_of(r, day, open_until.get(r.report)) for r in column.reports]
            self._cards(column.state).show(cards, column.many)
        self.query_one(FilterLine).found(f"{sum(self.many.values()):,} found")
        if not self.many.get(JOURNEY[self.state]) or first:
            self.state = next((i for i, state in enumerate(JOURNEY) if self.many[state]), 0)
            if first or self.focused is None or isinstance(self.focused, Cards):
                self._stand(self.state)
        self._drawn()
        self.refresh_bindings()

    async def action_filter(self) -> None:
        """Goes to the filter line."""
        self.query_one(FilterLine).display = True
        await self.query_one(FilterLine).enter()
        if not self._known:
            self._learn()

    def action_unfilter(self) -> None:
        """Takes the filter away."""
        line = self.query_one(FilterLine)
        line.put("")
        line.display = False
        self._stand(self.state)

    @on(Filtered)
    def _filtered(self, message: Filtered) -> None:
        if message.settled:
            self._leave()
        self._follow(settled=message.settled)

    def on_filter_input_left(self) -> None:
        """The filter line was left for the cards."""
        self._leave()

    def _leave(self) -> None:
        line = self.query_one(FilterLine)
        line.display = bool(line.text)
        self._stand(self.state)

    @work(exclusive=True, group="look", exit_on_error=False)
    async def _follow(self, *, settled: bool) -> None:
        """Follows what is typed; what is not right yet is said when it is settled."""
        try:
            await self.load()
            self.unsay(REFUSED)
        except BadInput as error:
            self.query_one(FilterLine).found(NOT_APPLIED)
            if settled:
                self.say(str(error))
        except Exception as error:
            self.trouble(error)

    def _suggest(self, text: str, at: int) -> list[str]:
        from workflow.views.filters import suggestions

        return suggestions(text, at, "reports", self._known)

    @work(exclusive=True, group="learn", exit_on_error=False)
    async def _learn(self) -> None:
        """Reads the values that can be completed, once."""
        from workflow.views.window_names import known

        self._known = await self.attempt(self.ask(known)) or {}
        self.query_one(FilterLine).hint()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is only something to clear where there is a filter."""
        if action == "unfilter" and self.is_mounted:
            return bool(self.query_one(FilterLine).text)
        return super().check_action(action, parameters)

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

    @on(States.Pressed)
    def _pressed(self, message: States.Pressed) -> None:
        self._stand(message.state)

    def action_open(self, then: str = "") -> None:
        """Opens the report under the cursor, and does what comes then."""
        key = self._cards(JOURNEY[self.state]).key
        if key is not None:
            self.matters.record(key, then)

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
            column.set_class(at == first, "-first")
            self._cards(state).here = at == self.state
            head = self.query_one(f"#column-{state} .column-head", Static)
            many = f" · {self.many[state]:,}" if state in self.many else ""
            head.update(Content.assemble((title(state), "bold"), many))
        states = self.query_one(States)
        states.display = fit < len(JOURNEY)
        states.tell(self.many, self.state)


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
