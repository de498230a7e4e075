"""Which past day to look at."""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from states.days import london_day, said_day
from states.errors import BadInput
from tui.dates import with_year
from tui.dialogs.line import Line


class Answer(NamedTuple):
    """The day that was asked for; None is today."""

    day: date | None


def ask_day(clock: Callable[[], datetime]) -> Line[Answer]:
    """The form that asks for a day."""
    today = london_day(clock())

    def read(text: str) -> Answer:
        from states.british_dates import parse_day

        if not text:
            return Answer(None)
        day = parse_day(with_year(text, today, past=True), today)
        if day > today:
            raise BadInput(f"{said_day(day)} has not come yet. Give a past day, or leave it empty for today.")
        return Answer(day if day < today else None)

    return Line(
        "As it stood",
        "Everything is shown as it stood on a past day. Leave it empty to come back to today.",
        read,
        example="1 June 2017, yesterday, 2017-06-01",
    )
