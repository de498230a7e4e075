"""What `docs/reminders.md` says of each clock is what the schedule does."""

import re

import pytest

from states.schedule import SCHEDULE
from states.words import WINDOWS


@pytest.mark.parametrize("clock", SCHEDULE)
def test_the_page_tells_when_each_clock_asks(root, clock):
    page = (root / "docs" / "reminders.md").read_text(encoding="utf-8")
    cells = next(line for line in page.splitlines() if line.startswith(f"| `{clock}` |")).split("|")
    row = SCHEDULE[clock]
    figures = [int(word) for word in re.findall(r"\d+", cells[2])]
    assert figures == [*row.before, *row.before_working, *row.before_deadline]
    assert ("working" in cells[2]) == bool(row.before_working or row.before_deadline)
    if clock not in WINDOWS:
        assert [int(word) for word in re.findall(r"\d+", cells[3])] == [row.overdue_every]
