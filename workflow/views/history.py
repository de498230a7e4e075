"""What was entered, by whom and when: the journal, made readable."""

import json
from datetime import date

from db import queries
from db.rows import HistoryLine
from states.case import decode_case
from states.days import On
from workflow.views.look import Look
from workflow.views.records import Past

_PLUMBING = {"act", "sets", "sources", "papers", "callers_needed", "groups_needed", "stand_in", "facts", "why", "move"}


def history(look: Look, record: str | None = None) -> list[Past]:
    """The entries about one record (`R3`, `M2` …), or all: oldest first, as far as was known and had happened.

    Of a report also what was entered on those that were merged into it, and who was reminded of it.
    """
    rows = [row for one in _records(look, record) for row in
            look.tx.all(queries.HISTORY, record=one, known_at=look.known_at, as_of=look.day)]  # fmt: skip
    rows.sort(key=lambda row: row.entry)
    struck = {_strikes(row) for row in rows if row.act == "correct"}
    found = [_past(row, row.entry in struck) for row in rows]
    if record and record[0] == "R":
        from workflow.views.reminded import reminded

        found = sorted([*found, *reminded(look, int(record[1:]))], key=lambda past: past.entry)
    return found


def _records(look: Look, record: str | None) -> list[str | None]:
    """The record asked for, and the reports that were merged into it."""
    found, waiting = [record], [record]
    while waiting:
        name = waiting.pop()
        row = look.tx.report(int(name[1:])) if name and name[0] == "R" else None
        others: list[str | None] = [f"R{ref}" for ref in decode_case(row.folded).took] if row else []
        found += others
        waiting += others
    return found


def _strikes(row: HistoryLine) -> int:
    return int(json.loads(row.body).get("strikes", 0))


def _past(row: HistoryLine, struck: bool) -> Past:
    body = json.loads(row.body)
    facts = dict(body.get("facts") or {}) | {k: v for k, v in body.items() if k not in _PLUMBING}
    first, last = _day(row.on_first), _day(row.on_last)
    on = On(first, last)
    return Past(
        entry=row.entry, at=row.at, who=row.who, move=row.move or row.act, from_=row.from_state,
        to=row.to_state, on=(str(on.exact or on) if last or first else None), why=body.get("why"),
        facts=facts, record=row.record, struck=struck,
    )  # fmt: skip


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None
