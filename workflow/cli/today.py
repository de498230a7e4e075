"""The instant and the London day of this machine, for the commands that start before a desk is set up.

Summer time is computed by its rule (last Sunday of March to last Sunday of October, 01:00 UTC, as the Summer Time
Order 2002 has it), because the time zone database costs a third of an empty Python's start.
"""

import time
from datetime import UTC, date, datetime, timedelta


def machine_instant() -> datetime:
    """The instant it is, by this machine."""
    return datetime.fromtimestamp(time.time(), UTC)


def today() -> date:
    """The day it is in London."""
    return london_day(machine_instant())


def london_day(instant: datetime) -> date:
    """The day it is in London at an aware instant, from 2002 on; the same as `states.days.london_day`."""
    utc = instant.astimezone(UTC)
    if _change(utc.year, 3) <= utc < _change(utc.year, 10):
        utc += timedelta(hours=1)
    return utc.date()


def _change(year: int, month: int) -> datetime:
    """When the clocks change in March or October: 01:00 UTC on the month's last Sunday."""
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)
