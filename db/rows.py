"""What each named read gives back: one frozen row each, days as ISO text, flags as yes or no, reports by number."""

from typing import NamedTuple


class LastEntry(NamedTuple):
    """The last entry about a record."""

    entry: int
    at: str
    who: str
    act: str
    move: str | None
