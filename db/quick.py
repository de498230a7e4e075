"""The quick way to what is overdue or due: the standard library alone, for the command that must start at once.

It reads only, and it says when it cannot answer, so that the caller takes the full way.
"""

import sqlite3

APPLICATION = 0x4D415454
"""Our mark in a SQLite file's header: MATT."""

EDITION = 5
"""The edition of the schema this version works with; a database's own stands in its `user_version`."""

_COLUMNS = (
    "f.report, r.title, f.clock, f.body, f.owner, f.due, f.agreed, "
    "CAST(julianday(:day) - julianday({counts}) AS INTEGER), f.recommendation, r.exempt, f.number, f.note"
)
_FROM = "FROM follow_up AS f JOIN report AS r ON r.ref = f.report"

OVERDUE = {
    "agreed": (
        f"SELECT {_COLUMNS.format(counts='f.owed_by')} {_FROM} "
        "WHERE f.owed_by < :day ORDER BY f.owed_by, f.report, f.number LIMIT :limit"
    ),
    "statute": (
        f"SELECT {_COLUMNS.format(counts='f.due')}, f.due AS counts {_FROM} "
        "WHERE f.owed_by < :day AND f.due = f.owed_by "
        f"UNION ALL SELECT {_COLUMNS.format(counts='f.statute_by')}, f.statute_by {_FROM} "
        "WHERE f.statute_by < :day ORDER BY counts, 1, 11 LIMIT :limit"
    ),
}
"""What is overdue on a day, against what was agreed or against the rule's own day."""

DUE = (
    f"SELECT {_COLUMNS.format(counts='f.owed_by')}, f.owed_by AS counts {_FROM} "
    "WHERE f.owed_by BETWEEN :day AND :until "
    f"UNION ALL SELECT {_COLUMNS.format(counts='f.due')}, f.due {_FROM} "
    "WHERE f.clock = 'call_in_window' AND f.ended IS NULL AND f.due BETWEEN :day AND :until "
    "ORDER BY counts, 1, 11 LIMIT :limit"
)
"""What is due from a day until another, windows that close among it."""

NAMES = (
    "report", "title", "clock", "body", "owner", "due", "agreed", "days_late", "recommendation", "exempt", "number",
    "note",
)  # fmt: skip
"""What each value of a row is; `report` is the number alone, `exempt` is 0 or 1, `days_late` below 0 is to come,
`number` is the follow-up's own, `note` says on what the date rests."""


class CannotSay(Exception):
    """The quick way has no answer; the full way has, or has the sentence that says why not."""


def overdue(path: str, day: str, against: str = "agreed", limit: int = -1) -> list[tuple]:  # type: ignore[type-arg]
    """What was overdue on a day (ISO text), as rows of `NAMES`, the day that counts first; `limit` −1 is none.

    Raises:
        CannotSay: the file is not there, is no database of this edition, or something happened after that day.
    """
    return [row[:12] for row in _rows(path, OVERDUE[against], {"day": day, "limit": limit})]


def due(path: str, day: str, until: str, limit: int = -1) -> list[tuple]:  # type: ignore[type-arg]
    """What is due from a day until another, as rows of `NAMES`; otherwise like `overdue`."""
    return [row[:12] for row in _rows(path, DUE, {"day": day, "until": until, "limit": limit})]


def _rows(path: str, sql: str, values: dict) -> list[tuple]:  # type: ignore[type-arg]
    try:
        name = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        connection = sqlite3.connect(f"file:{name}?mode=ro", uri=True, timeout=5, isolation_level=None)
    except sqlite3.Error as error:
        raise CannotSay(str(error)) from error
    try:
        connection.execute("BEGIN")
        mark = connection.execute("SELECT * FROM pragma_application_id, pragma_user_version").fetchone()
        if mark != (APPLICATION, EDITION):
            raise CannotSay(f"{path} is no database of this edition")
        if connection.execute("SELECT 1 FROM report WHERE last_on > :day LIMIT 1", values).fetchone():
            raise CannotSay("something happened after that day")
        return connection.execute(sql, values).fetchall()
    except sqlite3.Error as error:
        raise CannotSay(str(error)) from error
    finally:
        connection.close()
