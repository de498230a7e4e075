"""What the windowed reads give back; the first column is the value the list is ordered by."""

from typing import Any, NamedTuple


class ReportWindowed(NamedTuple):
    """A report in a long list."""

    at: str | None
    report: int
    title: str
    state: str
    body: str | None
    portfolio: str | None
    lead_officer: str | None
    next_due: str | None
    reference: str | None
    last_on: str | None
    exempt: bool
    closes: str | None


class FollowUpWindowed(NamedTuple):
    """A follow-up in a long list, open or ended."""

    at: str | None
    report: int
    number: int
    title: str
    clock: str
    body: str | None
    owner: str | None
    due: str | None
    agreed: str | None
    owed_by: str | None
    recommendation: int | None
    condition: str | None
    quote: str | None
    chase_on: str | None
    paused: bool
    suspended: bool
    ended: str | None
    ended_on: str | None
    exempt: bool
    note: str | None


class Many(NamedTuple):
    """How many there are."""

    many: int


class Key(NamedTuple):
    """The key of a row in a sorted list, a number; or all keys as bytes, eight to a key."""

    key: Any


class Value(NamedTuple):
    """A value that stands in a column."""

    value: str
