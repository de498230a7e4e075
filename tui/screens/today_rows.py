"""The rows of Today: its parts in the order of importance, each with its heading and how many there are."""

from datetime import date
from typing import TYPE_CHECKING

from tui import wording
from tui.safe import plain
from tui.widgets.drawing import Cell, Column
from tui.widgets.rows import BLANK, Row

if TYPE_CHECKING:
    from workflow.views.records import Owed, Promised
    from workflow.views.today import Desktop

COLUMNS = (
    Column(1),
    Column(16, 5),
    Column(16, 4),
    Column(8, 3),
    Column(10, right=True),
    Column(12, beyond=100),
)
"""Letter, title, what is awaited, who owes it, how late, the day."""


def rows_of(desk: "Desktop") -> list[Row]:
    """Everything on the desk, under its headings."""
    rows: list[Row] = []
    rows += _part("LATE", desk.late_many, _owed(desk.late, desk.day, "late"), "late", "late by", "was due")
    rows += _part("THIS WEEK", desk.soon_many, _owed(desk.soon, desk.day, "due"), "due", "in", "due")
    rows += _part(
        "WINDOWS OPEN", desk.windows_many, _owed(desk.windows, desk.day, "window"), "window", "closes in", "on"
    )
    rows += _part("NO DATE YET", desk.undated_many, _undated(desk.undated, desk.day), "undated", "chase", "")
    if not rows:
        rows = [
            Row(
                (Cell("Nothing is late, nothing falls due this week, and no promise waits for a date.", "faint"),),
                wide=True,
            )
        ]
    return rows[:-1] if rows and rows[-1] is BLANK else rows


def _part(name: str, many: int, rows: list[Row], kind: str, when: str, day: str) -> list[Row]:
    if not rows:
        return []
    shown = sum(1 for row in rows if row.key)
    told = sum(len((row.key or "").split("/")[2].split(",")) for row in rows if row.key)
    lines = f" on {shown} line{'s' if shown > 1 else ''}" if shown < told == many else ""
    heading = Row(
        (Cell(f"{name} · {many:,}{lines}", kind), Cell("who", "faint"), Cell(when, "faint"), Cell(day, "faint")),
        wide=True,
    )
    more = (
        [Row((Cell(f"  … and {many - told:,} more: 4 Follow-ups", "faint"),), wide=True)]
        if many > told and shown
        else []
    )
    return [heading, *rows, *more, *([] if rows[-1].wide and not more else [BLANK])]


def _owed(owed: "tuple[Owed, ...]", day: date, kind: str) -> list[Row]:
    rows = []
    for line in wording.together(owed):
        first = line.first
        late = wording.days(first.days_late) if first.days_late else "today"
        rows.append(
            Row(
                (
                    Cell(wording.LETTERS[kind], kind),
                    Cell(plain(first.title)),
                    Cell(plain(line.what)),
                    Cell(plain(first.owner) or "–", "faint"),
                    Cell(f"{late}{line.sign}", kind),
                    Cell(wording.day(line.counts, day), "faint"),
                ),
                key=f"{first.report}/{kind}/{','.join(line.numbers)}",
            )
        )
    notes = dict.fromkeys(one.note for one in owed if one.note)
    return rows + [Row((Cell(f"  {wording.sign(note)} {plain(note)}", "faint"),), wide=True) for note in notes]


def _undated(promises: "tuple[Promised, ...]", day: date) -> list[Row]:
    return [
        Row(
            (
                Cell(wording.LETTERS["undated"], "undated"),
                Cell(plain(p.title)),
                Cell(plain(wording.promised(p))),
                Cell(plain(p.owner) or "–", "faint"),
                _chase(p, day),
                Cell("", "faint"),
            ),
            key=f"{p.report}/undated/{p.number}",
        )
        for p in promises
    ]


def _chase(p: "Promised", day: date) -> Cell:
    if p.chase_on is None:
        return Cell("no day", "faint")
    return Cell("now", "accent") if p.chase_on <= day else Cell(wording.day(p.chase_on, day)[4:], "faint")
