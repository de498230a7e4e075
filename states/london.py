"""What day it is in London.

Summer time goes by its rule: from the last Sunday of March to the last Sunday of October, at 01:00 UTC (Summer Time
Order 2002). The time zone database, which costs a third of an empty Python's start, is asked only about what was
before.
"""

from datetime import UTC, date, datetime, timedelta

BY_RULE = 2002
"""The first year of which the rule is certain."""


def london_day(instant: datetime) -> date:
    """The day it is in London at an aware instant."""
    utc = instant.astimezone(UTC)
    if utc.year < BY_RULE:
        from states.zone import LONDON

        return utc.astimezone(LONDON).date()
    if _change(utc.year, 3) <= utc < _change(utc.year, 10):
        utc += timedelta(hours=1)
    return utc.date()


def _change(year: int, month: int) -> datetime:
    """When the clocks change in March or October: 01:00 UTC on the month's last Sunday."""
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)
