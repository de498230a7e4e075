"""What each named read of reminders gives back: one frozen row each, days and instants as text, flags as yes or no."""

from typing import NamedTuple


class Near(NamedTuple):
    """A follow-up that may be due for asking, with one stage it was asked at (None: none yet), a row for each stage."""

    report: int
    number: int
    clock: str
    owner: str | None
    due: str
    opened_on: str
    chase_on: str | None
    portfolio: str | None
    lead_officer: str | None
    body: int | None
    stage: str | None


class Standing(NamedTuple):
    """How a follow-up stands, for looking again before something about it leaves; `due` is what it is owed by."""

    clock: str
    owner: str | None
    due: str | None
    opened_on: str
    chase_on: str | None
    portfolio: str | None
    lead_officer: str | None
    body: int | None
    ended: str | None
    ended_on: str | None
    quiet: bool
    snoozed_until: str | None
    undated: bool
    waits: bool


class MessageLine(NamedTuple):
    """A message in a list; `items` and `copies` are JSON.

    `subject` and `words` are a person's own, or once it is sent those that went, to `went_to`.
    """

    message: int
    person: int
    name: str
    email: str | None
    kind: str
    day: str
    status: str
    message_id: str
    items: str
    note: str | None
    released_by: str | None
    tries: int
    next_try: str | None
    said: str | None
    sent_at: str | None
    settled: str | None
    version: int
    subject: str | None
    words: str | None
    went_to: str | None
    copies: str


class SweepLine(NamedTuple):
    """A sweep, as it ended or as it stands."""

    sweep: int
    worker: str
    how: str
    day: str
    began: str
    beat: str
    ended: str | None
    sending: int | None
    claimed: int
    sent: int
    failed: int
    waiting: int
    trouble: str | None
    head: int
    plan: str
    in_hand: str


class Went(NamedTuple):
    """A reminder about a report, with the message it was part of and what became of that."""

    report: int
    number: int
    stage: str
    due: str
    left_out: str | None
    message: int
    entry: int
    person: int
    name: str
    kind: str
    status: str
    day: str
    sent_at: str | None
    said: str | None
    clock: str | None
    recommendation: int | None
    at: str
    who: str


class SnoozeLine(NamedTuple):
    """A person who is left alone until a day."""

    snooze: int
    person: int
    name: str
    until: str
    note: str | None


class MeetingDay(NamedTuple):
    """A meeting to come, or held, on a day that is known."""

    body: int
    name: str
    day: str


class Touched(NamedTuple):
    """An entry of the journal."""

    entry: int
