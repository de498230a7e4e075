"""What the eye finds first on a small screen: what is late, what is next, what can be done now."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from states.moves import ROWS
from states.words import MeetingStatus, Move, State
from states.words import said as word
from tui import wording
from tui.keys import MOVES
from tui.safe import plain
from tui.widgets.drawing import Cell, fit
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from workflow.views.whole import Whole

LATE_MOST, NEXT_MOST = 3, 2
"""How many lines are shown of what is late, and of what is next; all of it stands under DATES."""

_LEAD, _DAY, _WHEN = 6, 13, 14

_NOTHING = "nothing is owed, and no meeting to come has it listed"


class _Line(NamedTuple):
    """One thing with a day, or none: how it stands, the day, the words, how late or how soon, what it is."""

    kind: str
    day: date | None
    words: str
    when: str
    key: str | None = None


def first(whole: "Whole", day: date, width: int, *, past: bool = False) -> list[Row]:
    """What is late, what is next, what can be done now (in the `past`: what could be then), a line each if possible."""
    dated = sorted(_owed(whole), key=lambda line: line.day or date.max)
    late = [line for line in dated if line.kind == wording.LATE]
    coming = [line for line in dated if line.kind != wording.LATE]
    coming = sorted([*coming, *_meetings(whole, day)], key=lambda line: line.day or date.max) + _undated(whole)
    rows = _part("LATE", late, LATE_MOST, day, width)
    rows += _part("NEXT", coming, NEXT_MOST, day, width)
    if not rows and whole.shown.state not in (State.CLOSED, State.WITHDRAWN):
        rows = [Row((Cell(fit("NEXT", _LEAD), "strong"), Cell(_NOTHING, "faint")))]
    return rows + _now(whole, {line.key for line in dated[:1]}, width, past=past)


def _owed(whole: "Whole") -> list[_Line]:
    quotes = {s.number: s.quote for s in whole.standing}
    lines = []
    for line in wording.together(whole.shown.follow_ups):
        late = line.first.days_late
        kind = wording.stands(late, line.first.clock)
        days = wording.days(late) if late else "today"
        quote = quotes.get(line.first.number)
        words = f"“{plain(quote, 200)}”" if quote else line.what
        owner = f" · {plain(line.first.owner, 60)}" if line.first.owner else ""
        when = f"{days} late" if kind == wording.LATE else f"in {days}" if late else days
        lines.append(_Line(kind, line.counts, f"{words}{owner}", when + line.sign, f"owed/{','.join(line.numbers)}"))
    return lines


def _meetings(whole: "Whole", today: date) -> list[_Line]:
    """Where it is on an agenda to come."""
    lines = []
    for held in whole.shown.meetings:
        try:
            day = date.fromisoformat(held.date or "")
        except ValueError:
            continue
        if held.status == MeetingStatus.SCHEDULED and day >= today:
            days = (day - today).days
            words = " · ".join(p for p in ("on the agenda", held.meeting, plain(held.body, 60)) if p)
            lines.append(_Line("accent", day, words, f"in {wording.days(days)}" if days else "today"))
    return lines


def _undated(whole: "Whole") -> list[_Line]:
    lines = []
    for p in whole.shown.undated:
        owner = f" · {plain(p.owner, 60)}" if p.owner else ""
        lines.append(_Line(wording.UNDATED, None, f"{plain(wording.promised(p), 200)}{owner}", "", f"owed/{p.number}"))
    return lines


def _part(name: str, lines: list[_Line], most: int, today: date, width: int) -> list[Row]:
    """The first of them, each on a line; of the others how many there are."""
    rows = []
    shown = lines if len(lines) <= most else lines[:most]
    for at, line in enumerate(shown):
        more = f" +{len(lines) - most}" if line is shown[-1] and len(lines) > most else ""
        letter = wording.LETTERS.get(line.kind, "M")
        day = "no date" if line.day is None else wording.day(line.day, today)
        when = fit(line.when, _WHEN, right=True) if line.when else ""
        room = width - _LEAD - 2 - _DAY - len(when) - len(more)
        rows.append(
            Row((Cell(fit("" if at else name, _LEAD), line.kind if name == "LATE" else "strong"),
                 Cell(f"{letter} ", line.kind), Cell(fit(day, _DAY), line.kind), Cell(fit(line.words, room)),
                 Cell(when, line.kind), Cell(more, "faint")), key=line.key)
        )  # fmt: skip
    return rows


def _now(whole: "Whole", pressing: set[str | None], width: int, *, past: bool) -> list[Row]:
    """Every possible move with its key, those first that answer what presses most."""
    numbers = {int(n) for key in pressing if key for n in key.partition("/")[2].split(",")}
    clocks = {f.clock for f in whole.shown.follow_ups if f.number in numbers}
    can = [Move(m.move) for m in whole.explained.moves if m.possible]
    answers = {move for move in can if clocks & set(ROWS[move].stops)} - {Move.WITHDRAW}
    lines: list[list[Cell]] = [[Cell(fit("THEN" if past else "NOW", _LEAD), "strong")]]
    used = 0
    for move in sorted(can, key=lambda move: move not in answers):
        key, name = MOVES[move][0], word(move)
        wide = len(key) + len(name) + 3
        if used and used + wide > width - _LEAD + 2:
            lines.append([Cell(" " * _LEAD)])
            used = 0
        inks = ("faint", "faint") if past else ("accent", "strong" if move in answers else "")
        lines[-1] += [Cell(key, inks[0]), Cell(f" {name}  ", inks[1])]
        used += wide
    if not can:
        lines[-1].append(Cell("no move is possible; m says why", "faint"))
    return [Row(tuple(line)) for line in lines]
