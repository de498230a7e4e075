"""What the reads for calendars give back. `at` is the instant of the last entry about it, `version` their number."""

from typing import NamedTuple


class MeetingDay(NamedTuple):
    """A meeting that has a day, or a span of days."""

    meeting: int
    body: str | None
    day: str
    day_last: str
    time: str | None
    venue: str | None
    status: str | None
    moved_from: str | None
    version: int
    at: str


class ListedAt(NamedTuple):
    """A report on a meeting's agenda."""

    meeting: int
    report: int
    title: str
    reference: str | None
    exempt: bool
    at: str


class DueDay(NamedTuple):
    """A follow-up that has a day, open or ended."""

    report: int
    number: int
    clock: str
    title: str
    reference: str | None
    exempt: bool
    body: str | None
    owner: str | None
    due: str | None
    agreed: str | None
    owed_by: str | None
    in_force: str | None
    recommendation: int | None
    suspended: bool
    paused: bool
    ended: str | None
    ended_on: str | None
    version: int
    at: str


class Mark(NamedTuple):
    """The seal of the journal's first entry, which no other database has."""

    hash: str


class PostHeld(NamedTuple):
    """The title of a post."""

    title: str
