"""The rows of long lists: frozen records whose names are those of the JSON of `reports` and `overdue`."""

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from db.rows_windows import FollowUpWindowed, ReportWindowed
from workflow.views.records import Listed, Owed

if TYPE_CHECKING:
    from workflow.views.window import Place


class ListedLine(Listed, frozen=True):
    """A report in a long list, with what tells it from others beside what `reports` says.

    `closes` is the last day of its call-in window, while that is open.
    """

    reference: str | None = None
    last_on: date | None = None
    exempt: bool = False
    closes: date | None = None

    @property
    def closes_first(self) -> bool:
        """Whether its window closes before anything else is due."""
        return self.closes is not None and (self.next_due is None or self.closes <= self.next_due)


class OwedLine(Owed, frozen=True):
    """A follow-up in a long list, open or ended. `days_late` counts from the day that counts, 0 without one."""

    counts: date | None = None
    condition: str | None = None
    chase_on: date | None = None
    waits: bool = False
    ended: str | None = None
    ended_on: date | None = None


class Line(msgspec.Struct, frozen=True):
    """A row with its key (`R12`, `R12/3`) and its place."""

    key: str
    row: ListedLine | OwedLine
    place: "Place | None" = None

    @property
    def ended(self) -> bool:
        """Whether it is a follow-up that has ended."""
        return isinstance(self.row, OwedLine) and self.row.ended is not None


def line_of(row: Any, day: date, place: "Place | None" = None) -> Line:
    """A row of the database as a line."""
    if isinstance(row, ReportWindowed):
        listed = ListedLine(
            f"R{row.report}", row.title, row.state, row.body, row.portfolio, row.lead_officer, _day(row.next_due),
            row.reference, _day(row.last_on), row.exempt, _day(row.closes),
        )  # fmt: skip
        return Line(listed.report, listed, place)
    return _follow_up(row, day, place)


def _follow_up(row: FollowUpWindowed, day: date, place: "Place | None") -> Line:
    counts = _day(row.owed_by) or (None if row.suspended or row.paused else _day(row.agreed) or _day(row.due))
    late = (day - counts).days if counts else 0
    owed = OwedLine(
        f"R{row.report}", row.title, row.clock, row.body, row.owner, _day(row.due), _day(row.agreed), late,
        row.recommendation, row.exempt, row.number, row.note, counts=counts, condition=row.condition, quote=row.quote,
        chase_on=_day(row.chase_on), waits=row.suspended or row.paused, ended=row.ended, ended_on=_day(row.ended_on),
    )  # fmt: skip
    return Line(f"R{row.report}/{row.number}", owed, place)


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
