"""The head of one report: its title and body, and the line of states, ● reached ◉ here ○ to come, with their days."""

import re
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from states.days import said_day
from states.words import Move, State, said
from tui import wording
from tui.safe import plain
from tui.widgets.drawing import fit, wrap

if TYPE_CHECKING:
    from workflow.views.records import Happened
    from workflow.views.whole import Whole

JOURNEY = tuple(State)[:6]
"""The six states of the journey; the others stand in the line only while, or once, they are reached."""

_YEAR = re.compile(r"\b\d{4}\b")

_NO_UPDATE = frozenset({Move.SIGN_OFF, Move.RECOMMEND, Move.RESPOND, Move.LIST, Move.DEFER})
"""Moves after which a report stands where it stood; the line shows when the body last heard of it."""

_NEAR = {State.CABINET_DECIDED: "decided"}
_SHORT = {
    State.CONSULTED: "consult.", State.SCRUTINISED: "scrutin.", State.RECOMMENDED: "recomm.",
    State.CABINET_DECIDED: "decided",
}  # fmt: skip
_NAMES: tuple[dict[State, str], ...] = ({}, _NEAR, _SHORT)

LONG, SHORT, MONTH = range(3)
"""How the days are written: `7 Mar 2017`, `7 Mar 17`, `Mar 17`."""

_FITS = (
    (0, LONG, 3, " "), (0, LONG, 1, " "), (0, SHORT, 3, " "), (0, SHORT, 1, " "), (1, SHORT, 1, " "),
    (1, MONTH, 1, " "), (2, MONTH, 1, " "), (2, MONTH, 1, ""),
)  # fmt: skip
"""How the line may be drawn, the roomiest first: which names and days, how far states stand apart and marks off."""


class Track(Widget):
    """The head of a report. It draws what it was last shown."""

    DEFAULT_CLASSES: ClassVar[str] = "track"

    ALLOW_SELECT = True

    def __init__(self) -> None:
        super().__init__()
        self.whole: Whole | None = None
        self.day = date.min
        self.due = True

    def show(self, whole: "Whole", day: date, *, due: bool = True) -> None:
        """Shows a report as of a day; with `due`, what falls due first as well."""
        self.whole, self.day, self.due = whole, day, due
        self.refresh(layout=True)

    def render(self) -> Content:
        """Title and body, the line of states, their days, what is due next."""
        whole, width = self.whole, self.size.width - 2
        if whole is None or width < 20:
            return Content("")
        states, days = line_of_states(whole, width)
        return Content("\n").join([self._title(whole, width), self._about(whole, width), states, days])

    @staticmethod
    def _title(whole: "Whole", width: int) -> Content:
        shown = whole.shown
        mark = " EXEMPT " if shown.exempt else ""
        lines = wrap(f"{shown.report} · {plain(shown.title, 200)}", width - len(mark), 2)
        return Content.assemble((fit(lines[0], width - len(mark)), "bold"), (mark, "bold reverse"),
                                *((f"\n{line}", "bold") for line in lines[1:]))  # fmt: skip

    def _about(self, whole: "Whole", width: int) -> Content:
        shown = whole.shown
        key = {True: "key decision: yes", False: "key decision: no", None: "key decision: not known"}[whole.key]
        parts = [
            plain(shown.body, 80) or "no body known",
            plain(shown.reference, 40),
            key,
            plain(shown.portfolio, 60),
            plain(shown.lead_officer, 60),
        ]
        next_due = self._next(whole) if self.due else Content("")
        room = width - next_due.cell_length - 2
        kept = [p for p in parts if p]
        if cell_len(" · ".join(kept)) > room:
            kept.remove(key)
        return Content.assemble((fit(" · ".join(kept), max(10, room)), "$faint"), "  ", next_due)

    def _next(self, whole: "Whole") -> Content:
        """What falls due first, with its letter."""
        owed = [f for f in whole.shown.follow_ups if f.due or f.agreed]
        if not owed:
            return Content("")
        first = min(wording.together(owed), key=lambda line: line.counts or date.max)
        late = first.first.days_late
        kind = wording.stands(late, first.first.clock)
        when = f"{wording.days(late)} late" if kind == wording.LATE else wording.day(first.counts, self.day)
        return Content.assemble((f"{wording.LETTERS[kind]} ", f"bold ${kind}"), (f"{first.what} {when}", f"${kind}"))


def line_of_states(whole: "Whole", width: int) -> tuple[Content, Content]:
    """The states as a line and, under each, the day it was reached; as long as the width allows."""
    shown = whole.shown
    here = State(shown.state)
    reached = {step.state: step for step in shown.track if step.state != State.UPDATED}
    for step in reversed(shown.track):
        reached[step.state] = step
    updated = [step for step in shown.track if step.state == State.UPDATED]
    if updated:
        heard = [step for step in updated if step.move not in _NO_UPDATE]
        reached[State.UPDATED] = (heard or updated)[-1]
    for state in (State.CLOSED, State.WITHDRAWN):
        if found := [step for step in shown.track if step.state == state]:
            reached[state] = found[-1]
    stations = [(state, reached.get(state)) for state in JOURNEY]
    if State.CALLED_IN in reached:
        after = JOURNEY.index(State.CABINET_DECIDED) + 1
        stations[after:after] = [(State.CALLED_IN, reached[State.CALLED_IN]), *_stands_again(whole)]
    stations += [(state, reached[state]) for state in (State.CLOSED, State.WITHDRAWN) if state in reached]
    at = max((place for place, (state, _) in enumerate(stations) if state is here), default=-1)
    for names, days, gap, off in _FITS:
        cells = [_cell(state, n == at, step, _NAMES[names], days, off) for n, (state, step) in enumerate(stations)]
        if sum(_wide(cell) + gap for cell in cells) - gap <= width:
            return _drawn(cells, gap)
    return _tight(stations, at, width)


def _stands_again(whole: "Whole") -> "list[tuple[State, Happened | None]]":
    """The decision a second time, behind its call-in, where it stands again and nothing has come after it."""
    track = whole.shown.track
    called = max((n for n, step in enumerate(track) if step.state == State.CALLED_IN), default=len(track))
    again = [step for step in track[called:] if step.state == State.CABINET_DECIDED]
    return [(State.CABINET_DECIDED, again[0])] if again and whole.shown.state == State.CABINET_DECIDED else []


def _wide(cell: tuple[str, str, str]) -> int:
    return max(len(cell[0]), len(cell[1]))


def _drawn(cells: list[tuple[str, str, str]], gap: int) -> tuple[Content, Content]:
    """The states with a rule between two, and their days under them."""
    upper: list[tuple[str, str]] = []
    lower = ""
    for at, (name, day, style) in enumerate(cells):
        wide = _wide((name, day, style)) + gap
        rule = wide - len(name)
        line = f" {'─' * (rule - 2)} " if rule > 2 else "─" * rule
        upper += [(name, style), (line if at < len(cells) - 1 else "", "$rule")]
        lower += day.ljust(wide)
    return Content.assemble(*upper), Content.styled(lower.rstrip(), "$faint")


def _tight(stations: "list[tuple[State, Happened | None]]", here: int, width: int) -> tuple[Content, Content]:
    """Where there is no room for all names: a mark for each state, the name and the day of the one it is in."""
    upper: list[tuple[str, str]] = []
    for at, (state, step) in enumerate(stations):
        name, _, style = _cell(state, at == here, step, _NEAR, MONTH)
        upper += [("─" if at else "", "$rule"), (name if at == here else name[0], style)]
    step = stations[here][1]
    lower = f"since {_day(step, LONG)}" if step else ""
    return Content.assemble(*upper), Content.styled(fit(lower, width).rstrip(), "$faint")


def _cell(
    state: State, here: bool, step: "Happened | None", names: dict[State, str], days: int, off: str = " "
) -> tuple[str, str, str]:
    """A state's mark and name, its day, its style."""
    mark = "◉" if here else "●" if step else "○"
    style = "bold $accent" if here else "" if step else "$faint"
    return f"{mark}{off}{names.get(state, said(state))}", f" {off}{_day(step, days)}" if step else "", style


def _day(step: "Happened", how: int) -> str:
    """The day a state was reached, as exact as it is known; `?` when it is not."""
    try:
        day = date.fromisoformat(step.on or "")
    except ValueError:
        words = step.on or "?"
        if len(words) <= (16 if how == LONG else 8):
            return words
        if words[-4:].isdigit() and words.count(" ") == 1:
            return f"{words[:3]} {words[-2:]}"
        years = _YEAR.findall(words)
        return f"{years[0]}–{years[-1][2:]}" if len(set(years)) > 1 else years[0] if years else f"{words[:7]}…"
    if how == MONTH:
        return f"{day:%b %y}"
    return said_day(day) if how == LONG else f"{day.day} {day:%b %y}"
