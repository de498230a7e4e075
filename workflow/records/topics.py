"""Topics on a work programme: added, dropped, or grown into a report."""

from typing import Any

import msgspec
from msgspec.structs import replace

from db import queries_records
from db.tx import Tx
from states.days import On
from states.errors import NotFound, Refused
from states.facts import NO_FACTS, Facts
from states.words import Move
from workflow.desk import Desk
from workflow.engine import Moved, move_in
from workflow.lookups import Lookup, numbered
from workflow.records.words import line, named, reason


class Topic(msgspec.Struct, frozen=True):
    """A topic: open, dropped, or promoted to `report`."""

    topic: str
    title: str
    body: str | None
    status: str
    report: str | None
    note: str | None


def add(desk: Desk, title: str, *, body: int | None = None, note: str | None = None, tx: Tx | None = None) -> int:
    """Puts a topic on the work programme; its number."""
    with desk.writing(tx) as tx:
        if body is not None:
            Lookup(tx).frozen(body)
        values = {"title": named("A topic", title), "body": body, "note": line(note), "status": "open"}
        return tx.put("topic", values, who=desk.who, now=desk.now())


def drop(desk: Desk, topic: int, why: str | None, *, tx: Tx | None = None) -> int:
    """Lets a topic go, with a reason."""
    why = reason(why, f"T{topic}: say why it is dropped (--why).")
    with desk.writing(tx) as tx:
        _open(tx, topic, "drop")
        return tx.put(
            "topic", {"status": "dropped"}, ref=topic, who=desk.who, now=desk.now(), on=On.day(desk.today), why=why
        )


def begin(
    desk: Desk, facts: Facts = NO_FACTS, *, topic: int | None = None, on: On | None = None, why: str | None = None,
    tx: Tx | None = None,
) -> Moved:  # fmt: skip
    """Begins a report. From a topic it takes the title and the body that are not given; the topic is promoted.

    Where the report came from is then known: the work programme, where nothing else is said.
    """
    with desk.writing(tx) as tx:
        if topic is None and facts.topic:
            topic = topic_ref(facts.topic)
        if topic is None:
            return move_in(desk, tx, None, Move.DRAFT, facts, on=on, why=why)
        row = _open(tx, topic, "promote")
        body = Lookup(tx).frozen(row["body"]) if row["body"] and facts.scrutiny_body is None else facts.scrutiny_body
        origin = facts.origin or "the work programme"
        facts = replace(facts, topic=f"T{topic}", origin=origin, title=facts.title or row["title"], scrutiny_body=body)
        moved = move_in(desk, tx, None, Move.DRAFT, facts, on=on, why=why)
        tx.put("topic", {"status": "promoted", "report": moved.ref}, ref=topic, who=desk.who, now=desk.now())
        return moved


def topic_ref(text: str) -> int:
    """The number of `T4`. NotFound for anything else."""
    found = numbered(text, "T")
    if found is None:
        raise NotFound(f"There is no topic {text}. List them with: matters topic list")
    return found


def programme(tx: Tx, status: str | None = None) -> list[Topic]:
    """The topics, all or those of one status: open, promoted or dropped."""
    return [
        Topic(f"T{row.topic}", row.title, row.body, row.status, f"R{row.report}" if row.report else None, row.note)
        for row in tx.all(queries_records.PROGRAMME, status=status)
    ]


def _open(tx: Tx, topic: int, verb: str) -> dict[str, Any]:
    row = tx.get("topic", topic)
    if row is None:
        raise NotFound(f"There is no topic T{topic}. List them with: matters topic list")
    if row["status"] == "promoted":
        raise Refused(f"T{topic}", verb, (f"“{row['title']}” has grown into R{row['report']} already.",))
    if row["status"] == "dropped":
        raise Refused(f"T{topic}", verb, (f"“{row['title']}” was dropped; add it again.",))
    return row
