"""England's bank holidays of a year: from the `holidays` package, or from the table that was written from it.

The package loads the calendars of all the world, which is dear for a command that counts a few days. So its days for
England stand in a table (`states.england`, written by `make docs`). Only where the installed package is not the one
the table was written from is the package itself asked: what it has learned since counts at once.
"""

from datetime import date
from functools import cache, lru_cache
from hashlib import sha256
from importlib.util import find_spec

from states.england import DAYS, FIRST, NAMES, WRITTEN_FROM
from states.errors import BadInput

FIRST_YEAR, LAST_YEAR = 1974, 2100
"""The years in which days can be counted: before 1974 New Year's Day was a working day in England and local
government another; after 2100 the holidays package knows no bank holidays and would call each of them a working day."""


@lru_cache(maxsize=256)
def bank_holidays(year: int) -> dict[date, str]:
    """England's bank holidays of a year with their names, in order.

    A day given instead of one on a weekend is named so: `Boxing Day (substitute day)`. BadInput outside 1974 to 2100.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadInput(f"Days can be counted from {FIRST_YEAR} to {LAST_YEAR}; this count reaches the year {year}.")
    return from_the_table(year) if table_is_current() else from_the_package(year)


def from_the_table(year: int) -> dict[date, str]:
    """The days of a year as they stand in the table."""
    found = DAYS[year - FIRST].split()
    return {date(year, int(day[:2]), int(day[2:4])): NAMES[day[4:]] for day in found}


def from_the_package(year: int) -> dict[date, str]:
    """The days of a year as the installed `holidays` package gives them."""
    from holidays import country_holidays  # slow to import: the calendars of all the world

    found = country_holidays("GB", subdiv="ENG", years=year)
    return {day: name.replace("(observed)", "(substitute day)") for day, name in sorted(found.items())}


@cache
def table_is_current() -> bool:
    """Whether the installed package tells England's days as it did when the table was written; true without it."""
    return source() in (None, WRITTEN_FROM)


def source() -> str | None:
    """The digest of the part of the package that tells the United Kingdom's days; None where there is no package."""
    package = find_spec("holidays")
    if package is None or package.origin is None:
        return None
    read = getattr(package.loader, "get_data", None)
    place = package.origin.replace("__init__", "countries/united_kingdom")
    try:
        return sha256(read(place)).hexdigest() if read else ""
    except OSError:
        return ""
