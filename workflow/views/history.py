"""What was entered, by whom and when: the journal, made readable."""

import json
from datetime import date

from db import queries
from states.days import On
from workflow.views.look import Look
from workflow.views.records import Past

_PLUMBING = {"act", "sets", "sources", "papers", "callers_needed", "groups_needed", "facts", "why", "move"}


def history(look: Look, record: str | None = None) -> list[Past]:
    """The entries about one record (`R3`, `M2` …), or all of them, oldest first, as far as was known and had happened."""
    rows = look.tx.all(queries.HISTORY, record=record, known_at=look.known_at)
    struck = {_strikes(row) for row in rows if row.act == "correct"}
    return [_past(row, row.entry in struck) for row in rows if not (row.on_last and _later(row, look.day))]


def _later(row: object, day: date) -> bool:
    return str(row.on_last) > day.isoformat()  # type: ignore[attr-defined]


def _strikes(row: object) -> int:
    return int(json.loads(row.body).get("strikes", 0))  # type: ignore[attr-defined]


def _past(row: object, struck: bool) -> Past:
    body = json.loads(row.body)  # type: ignore[attr-defined]
    facts = dict(body.get("facts") or {}) | {k: v for k, v in body.items() if k not in _PLUMBING}
    first, last = _day(row.on_first), _day(row.on_last)  # type: ignore[attr-defined]
    on = On(first, last)
    return Past(
        entry=row.entry, at=row.at, who=row.who, move=row.move or row.act, from_=row.from_state,  # type: ignore[attr-defined]
        to=row.to_state, on=(str(on.exact or on) if last or first else None), why=body.get("why"),  # type: ignore[attr-defined]
        facts=facts, record=row.record, struck=struck,  # type: ignore[attr-defined]
    )  # fmt: skip


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None
