"""Photographs of a store: every row, and what every view answers; and where two of them differ."""

from datetime import date
from typing import Any, NamedTuple

from db import statements
from db.shaped import ALL
from db.tx import Tx
from workflow.records import bodies
from workflow.views import lists
from workflow.views.explain import explain
from workflow.views.history import history
from workflow.views.look import Look
from workflow.views.report import show
from workflow.views.thread import thread


class Photograph(NamedTuple):
    """What a store held and answered at an instant, on a day."""

    known_at: str
    day: date
    rows: dict[str, list[tuple[Any, ...]]]
    answers: dict[str, Any]


def rows_of(tx: Tx, *, version: bool = True) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, alike on both kinds of store; without a report's version when it does not matter."""
    found = {}
    for table in ALL:
        names = table.names
        rows = tx.run(statements.select(table, tx.kind, (), table.key)).fetchall()
        found[table.name] = [
            tuple(
                int(value) if isinstance(value, bool) else value
                for name, value in zip(names, row, strict=True)
                if version or table.name != "report" or name != "version"
            )
            for row in rows
        ]
    return found


def answers_of(look: Look) -> dict[str, Any]:
    """What every view answers."""
    refs = [row.report for row in lists.reports(look)]
    said: dict[str, Any] = {
        "overdue": lists.overdue(look), "statute": lists.overdue(look, "statute"), "due": lists.due(look, 60),
        "promises": lists.promises(look), "reports": lists.reports(look), "gaps": lists.gaps(look),
        "irregularities": lists.irregularities(look), "meetings": lists.meetings(look),
        "programme": lists.programme(look), "bodies": bodies.listed(look.tx, look.day), "history": history(look),
        "find": lists.find(look, "libraries"),
    }  # fmt: skip
    for ref in refs:
        said[f"show {ref}"] = show(look, ref)
        said[f"explain {ref}"] = explain(look, ref)
        said[f"thread {ref}"] = thread(look, ref)
    return said


def differing(old: dict[str, Any], new: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Where two photographs differ: the table or the answer, and for lists only the items that differ."""
    found: dict[str, tuple[Any, Any]] = {}
    for name in sorted(old.keys() | new.keys()):
        was, now = old.get(name), new.get(name)
        if was == now:
            continue
        if isinstance(was, list) and isinstance(now, list):
            was, now = [x for x in was if x not in now], [x for x in now if x not in was]
        found[name] = (was, now)
    return found
