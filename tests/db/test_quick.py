"""The quick way answers as the full way does, or says that it cannot."""

import subprocess
import sys
from datetime import date

import pytest

from db import queries, quick
from db.store import open_store


@pytest.fixture
def path(tmp_path, pen_for):
    path = tmp_path / "matters.db"
    with open_store(str(path)) as store:
        pen = pen_for(store)
        for i in range(1, 6):
            ref = pen.draft(f"Report {i}", on=date(2026, 3, 2), exempt=i == 2)
            pen.promise(ref, date(2026, 4, i), on=date(2026, 3, 3))
    return path


def test_the_quick_way_says_what_the_full_way_says(path):
    day = date(2026, 4, 4)
    with open_store(str(path)) as store, store.reading() as tx:
        for against, query in (("agreed", queries.OVERDUE), ("statute", queries.OVERDUE_STATUTE)):
            full = [
                (o.report, o.title, o.clock, o.body, o.owner, o.due, o.agreed,
                 (day - date.fromisoformat(o.counts)).days, o.recommendation, o.exempt, o.follow_up, o.note)
                for o in tx.all(query, day=day)
            ]  # fmt: skip
            assert quick.overdue(str(path), day.isoformat(), against) == full
            assert len(full) == 3
        due = tx.all(queries.DUE, from_day=day, to_day=date(2026, 5, 1))
        found = quick.due(str(path), day.isoformat(), "2026-05-01")
        assert [row[0] for row in found] == [o.report for o in due] == [4, 5]
        assert [row[7] for row in found] == [0, -1]
    assert len(quick.overdue(str(path), "2026-05-01", limit=2)) == 2


def test_the_quick_way_says_when_it_cannot_answer(path, tmp_path):
    with pytest.raises(quick.CannotSay, match="after that day"):
        quick.overdue(str(path), "2026-03-01")
    with pytest.raises(quick.CannotSay):
        quick.overdue(str(tmp_path / "none.db"), "2026-03-01")
    assert not (tmp_path / "none.db").exists()
    (tmp_path / "text.db").write_text("no database " * 100)
    with pytest.raises(quick.CannotSay):
        quick.overdue(str(tmp_path / "text.db"), "2026-03-01")


def test_the_quick_way_imports_nothing_heavy():
    code = "import sys, db.quick; print(*sorted({m.partition('.')[0] for m in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"sqlalchemy", "sqlmodel", "pydantic", "msgspec", "states", "alembic", "psycopg"} & set(loaded)
