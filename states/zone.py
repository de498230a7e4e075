"""London's time zone as the time zone database has it, for whoever needs an hour of the day and not the day alone."""

from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
"""Europe/London: what people see."""
