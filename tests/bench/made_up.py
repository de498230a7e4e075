"""Large databases for the bench, made quickly: rows without a journal, so they are good for reading only."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

DAY = date(2026, 6, 1)
"""The day on which the bench asks what is overdue."""

_PER_REPORT = 5
_CLOCKS = ("executive_response", "action_due", "update_due", "consultation_close", "report_deadline")


def make(path: Path, follow_ups: int, late: int = 50, *, per_report: int = _PER_REPORT) -> Path:
    """A database with so many follow-ups, five a report, `late` of them overdue on `DAY` and half of the rest ended."""
    from db.store import open_store

    if path.exists():
        return path
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    open_store(str(part)).close()
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("BEGIN")
        _insert(connection, "report", _reports(follow_ups // per_report))
        _insert(connection, "follow_up", _follow_ups(follow_ups, late, per_report))
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    part.rename(path)
    return path


def _insert(connection: sqlite3.Connection, table: str, rows: Iterator[dict[str, object]]) -> None:
    first = next(rows)
    wanted = [row for row in connection.execute(f"PRAGMA table_info({table})") if row[3] and row[4] is None]
    blank = {name: 0 if "INT" in kind or "BOOL" in kind else "" for _, name, kind, *_ in wanted}
    names = list(blank | first)
    columns, values = ", ".join(f'"{name}"' for name in names), ", ".join(f":{name}" for name in names)
    sql = f"INSERT INTO {table} ({columns}) VALUES ({values})"
    connection.execute(sql, blank | first)
    connection.executemany(sql, (blank | row for row in rows))


def _reports(many: int) -> Iterator[dict[str, object]]:
    for ref in range(1, many + 1):
        yield {
            "ref": ref, "version": 1, "entry": ref, "at": "2026-01-05T09:00:00.000000Z", "state": "updated",
            "title": f"Made-up report {ref}: bus lanes, libraries and drainage", "exempt": 0, "exact": 1,
            "body": f"Scrutiny Board ({ref % 6 + 1})", "last_on": "2026-01-05", "folded": "{}",
        }  # fmt: skip


def _follow_ups(many: int, late: int, per_report: int) -> Iterator[dict[str, object]]:
    step = max(many // late, 1)
    for at in range(many):
        ref, number = at // per_report + 1, at % per_report + 1
        is_late = at % step == 0 and at // step < late
        due = DAY - timedelta(days=at // step % 300 + 1) if is_late else DAY + timedelta(days=at % 700)
        open_now = is_late or at % 2
        yield {
            "report": ref, "number": number, "key": f"k/{at}", "clock": _CLOCKS[at % 5], "entry": ref,
            "opened_on": "2026-01-05", "due": due.isoformat(), "owed_by": due.isoformat() if open_now else None,
            "ended": None if open_now else "kept", "body": f"Scrutiny Board ({ref % 6 + 1})",
            "owner": f"Head of Service {ref % 40}", "recommendation": number, "changes": "[]",
        }  # fmt: skip
