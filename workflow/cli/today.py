"""The instant and the London day of this machine, for the commands that start before a desk is set up."""

import time
from datetime import UTC, date, datetime

from states.london import london_day

__all__ = ["london_day", "machine_instant", "today"]


def machine_instant() -> datetime:
    """The instant it is, by this machine."""
    return datetime.fromtimestamp(time.time(), UTC)


def today() -> date:
    """The day it is in London."""
    return london_day(machine_instant())
