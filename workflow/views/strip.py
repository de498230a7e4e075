"""Consultations, call-in windows and due days against the days, with the days on which nothing counts."""

from datetime import date, timedelta

import msgspec

from db import queries_diary
from db.replay import rule_book
from db.rows_records import SpanLine
from workflow.views.look import Look

SHOWN = 100
"""How many bars of each kind are read out."""


class Bar(msgspec.Struct, frozen=True):
    """Something that runs over days: `what` is `consultation` or a clock; `first` is empty where only the last counts.

    `late` says that the last day is over and it is still owed.
    """

    report: str
    title: str
    body: str | None
    what: str
    first: date | None
    last: date
    owner: str | None
    late: bool = False


class Strip(msgspec.Struct, frozen=True):
    """The bars between two days; `shut` are the days that are not working days, each with why."""

    day: date
    first: date
    last: date
    shut: tuple[tuple[date, str], ...]
    bars: tuple[Bar, ...]


def strip(look: Look, first: date, days: int, *, body: str | None = None) -> Strip:
    """What runs between a day and so many days after it: consultations, windows, then what is owed."""
    last = first + timedelta(days=days - 1)
    bars: list[Bar] = []
    for query in (queries_diary.CONSULTATIONS, queries_diary.WINDOWS, queries_diary.OWED_BETWEEN):
        bars += [
            _bar(row, look.day)
            for row in look.tx.all(query, limit=SHOWN, from_day=first, to_day=last, body=body)
        ]  # fmt: skip
    calendar = rule_book(look.tx).on(look.day).calendar()
    every = (first + timedelta(days=n) for n in range(days))
    shut = tuple((day, why) for day in every if (why := calendar.why_skipped(day)))
    return Strip(look.day, first, last, shut, tuple(bars))


def _bar(row: SpanLine, day: date) -> Bar:
    last = date.fromisoformat(row.last)
    first = date.fromisoformat(row.first) if row.first else None
    late = row.what not in {"consultation", "call_in_window"} and last < day
    return Bar(f"R{row.report}", row.title, row.body, row.what, first, last, row.owner, late)
