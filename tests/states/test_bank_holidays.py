"""England's bank holidays: the table against the package it was written from, and the package where it is newer."""

import subprocess
import sys
from datetime import date

import pytest

from states import bank_holidays as days
from states.errors import BadInput


def test_the_table_has_the_packages_days_in_every_year() -> None:
    for year in range(days.FIRST_YEAR, days.LAST_YEAR + 1):
        assert days.from_the_table(year) == days.from_the_package(year)


def test_the_table_was_written_from_the_package_that_is_locked() -> None:
    assert days.table_is_current()


def test_a_package_that_tells_other_days_is_asked_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(days, "WRITTEN_FROM", "of another edition")
    proclaimed = {date(2031, 5, 9): "Jubilee"}
    monkeypatch.setattr(days, "from_the_package", lambda year: proclaimed if year == 2031 else {})
    for cached in (days.table_is_current, days.bank_holidays):
        cached.cache_clear()
    try:
        assert days.bank_holidays(2031) == proclaimed
    finally:
        for cached in (days.table_is_current, days.bank_holidays):
            cached.cache_clear()


def test_without_the_package_the_table_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(days, "find_spec", lambda name: None)
    days.table_is_current.cache_clear()
    try:
        assert days.table_is_current()
    finally:
        days.table_is_current.cache_clear()


def test_counting_days_does_not_load_the_calendars_of_the_world() -> None:
    words = (
        "import sys; from datetime import date; from states.working_days import Calendar; "
        "Calendar().next_working_day(date(2026, 4, 2)); print('holidays' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("year", [1973, 2101])
def test_a_year_nothing_is_known_of_is_refused_by_name(year: int) -> None:
    with pytest.raises(BadInput, match=str(year)):
        days.bank_holidays(year)
