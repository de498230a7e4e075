"""What each named read gives back: one frozen row each, days as ISO text, flags as yes or no, reports by number."""

from typing import NamedTuple

from db.rows_records import AgendaLine as AgendaLine
from db.rows_records import BodyByName as BodyByName
from db.rows_records import BodyLine as BodyLine
from db.rows_records import Holder as Holder
from db.rows_records import MeetingLine as MeetingLine
from db.rows_records import PersonLine as PersonLine
from db.rows_records import RulesLine as RulesLine
from db.rows_records import SuggestionLine as SuggestionLine
from db.rows_records import TopicLine as TopicLine
from db.rows_records import WarningLine as WarningLine


class LastEntry(NamedTuple):
    """The last entry about a record."""

    entry: int
    at: str
    who: str
    act: str
    move: str | None


class ReportLine(NamedTuple):
    """A report in a list."""

    report: int
    title: str
    state: str
    body: str | None
    portfolio: str | None
    lead_officer: str | None
    next_due: str | None
    reference: str | None
    key: bool | None
    last_on: str | None
    version: int
    exempt: bool


class Owed(NamedTuple):
    """A follow-up in a list; `counts` is the day that counts, `follow_up` its number in the report.

    `note` says on what the date rests where that is not certain.
    """

    report: int
    title: str
    follow_up: int
    clock: str
    body: str | None
    owner: str | None
    due: str | None
    agreed: str | None
    counts: str
    recommendation: int | None
    quiet: bool
    exempt: bool
    note: str | None


class Undated(NamedTuple):
    """An open follow-up that no day counts for, with its words and its condition."""

    report: int
    title: str
    follow_up: int
    clock: str
    quote: str | None
    condition: str | None
    owner: str | None
    chase_on: str | None
    body: str | None
    recommendation: int | None
    paused: bool
    quiet: bool
    exempt: bool


class Doubt(NamedTuple):
    """A gap or an irregularity; it is settled by `entry:name`."""

    report: int
    title: str
    entry: int
    name: str
    says: str
    why: str | None
    settled: str | None
    exempt: bool


class LinkLine(NamedTuple):
    """A report tied to an earlier minute, and to the report it belongs to where that is known."""

    report: int
    title: str
    minute: str | None
    body: str | None
    earlier: int | None
    quote: str | None
    path: str | None


class MinuteLine(NamedTuple):
    """A report that a body dealt with under a minute."""

    report: int
    title: str
    minute: str
    body: str | None
    on_first: str | None
    on_last: str | None
    entry: int


class RecommendationLine(NamedTuple):
    """A recommendation with the words that papers are matched by."""

    report: int
    title: str
    number: int
    text: str
    words: str
    from_body: str
    to_body: str
    response: str
    implementation: str
    sign_off: str
    proposal: bool


class SourceLine(NamedTuple):
    """Words of a paper that a report rests on."""

    report: int
    entry: int
    path: str
    quote: str
    about: str
    sha256: str


class Found(NamedTuple):
    """Where words were found: in what, of which report or record, and the words around."""

    kind: str
    report: int | None
    title: str
    words: str
    exempt: bool


class HistoryLine(NamedTuple):
    """An entry of the journal as it stands; `body` is its act as canonical JSON."""

    entry: int
    at: str
    who: str
    record: str
    act: str
    move: str | None
    from_state: str | None
    to_state: str | None
    on_first: str | None
    on_last: str | None
    body: str
    redacted: bool


class ActLine(NamedTuple):
    """An act as it stands in the journal, as canonical JSON, and the record it is about."""

    record: str
    body: str
    entry: int


class Count(NamedTuple):
    """How many there are of what."""

    what: str | None
    many: int


class ReachedLine(NamedTuple):
    """A state a report reached."""

    report: int
    number: int
    entry: int
    move: str
    state: str
    on_first: str | None
    on_last: str | None
    took_place: str


class Ref(NamedTuple):
    """The number of a report."""

    report: int


class LateAt(NamedTuple):
    """How much was late at the end of each of eleven days; None where no follow-up is old enough."""

    m1: int | None
    m2: int | None
    m3: int | None
    m4: int | None
    m5: int | None
    m6: int | None
    m7: int | None
    m8: int | None
    m9: int | None
    m10: int | None
    m11: int | None


class Stay(NamedTuple):
    """A state a report reached, and the last day on which that can have been."""

    report: int
    state: str
    on_last: str | None
