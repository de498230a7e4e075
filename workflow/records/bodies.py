"""Bodies: added, renamed from a day, succeeded by another. What a body was called then stays known."""

from datetime import date, timedelta

import msgspec

from db import queries_records
from db.tx import Tx
from states.days import On, said_day
from states.errors import BadInput, Refused
from states.words import BodyKind
from workflow.desk import Desk
from workflow.lookups import Lookup
from workflow.records.words import line, named, reason

WITH_POWERS = frozenset({BodyKind.SCRUTINY, BodyKind.TASK_GROUP, BodyKind.JOINT_SCRUTINY})
"""The kinds of body that have scrutiny powers unless somebody says otherwise."""


class BodyOn(msgspec.Struct, frozen=True):
    """A body by the name it had on a day; `now` is its name today, `succeeded_by` the number of the one after it."""

    body: str
    name: str
    kind: str | None
    scrutiny: bool
    health: bool
    succeeded_by: str | None
    now: str


def add(
    desk: Desk, name: str, kind: BodyKind | None, *, scrutiny: bool | None = None, health: bool = False,
    since: date | None = None, note: str | None = None, why: str | None = None, tx: Tx | None = None,
) -> int:  # fmt: skip
    """Adds a body; its number. Scrutiny powers go with its kind unless said. Refused: another has that name now."""
    name = named("A body", name)
    powers = kind in WITH_POWERS if scrutiny is None else scrutiny
    with desk.writing(tx) as tx:
        _free(tx, name)
        values = {"name": name, "kind": kind, "scrutiny": powers, "health": health, "note": line(note)}
        ref = tx.put("body", values, who=desk.who, now=desk.now(), why=line(why))
        _put_name(desk, tx, {"body": ref, "name": name, "from_day": since})
        return ref


def rename(desk: Desk, body: int, name: str, *, since: date, why: str | None = None, tx: Tx | None = None) -> int:
    """Gives a body another name from a day on. Until the day before, it had the one it has."""
    name = named("A body", name)
    with desk.writing(tx) as tx:
        now = Lookup(tx).frozen(body)
        if since > desk.today:
            raise Refused(f"B{body}", "rename", (f"{said_day(since)} has not come yet; rename it on that day.",))
        if name == now.name:
            raise Refused(f"B{body}", "rename", (f"It is called {name} already.",))
        _free(tx, name, but=body)
        names = tx.find("body_name", body=body)
        if not names:
            _put_name(desk, tx, {"body": body, "name": now.name, "to_day": since - timedelta(days=1)})
        for row in names:
            if row["to_day"] is None:
                if row["from_day"] and date.fromisoformat(row["from_day"]) >= since:
                    began = said_day(date.fromisoformat(row["from_day"]))
                    raise Refused(f"B{body}", "rename", (f"It has been {now.name} since {began}; rename it later.",))
                _put_name(desk, tx, {"to_day": since - timedelta(days=1)}, row["ref"])
        _put_name(desk, tx, {"body": body, "name": name, "from_day": since})
        tx.put("body", {"name": name}, ref=body, who=desk.who, now=desk.now(), on=On.day(since), why=line(why))
        return body


def succeed(
    desk: Desk, body: int, by: int, *, on: date | None = None, why: str | None = None, tx: Tx | None = None
) -> int:
    """Says which body came after this one: what this one asked for, that one may sign off."""
    with desk.writing(tx) as tx:
        lookup = Lookup(tx)
        old, new = lookup.frozen(body), lookup.frozen(by)
        day = on or desk.today
        if day > desk.today:
            raise Refused(f"B{body}", "succeed", (f"{said_day(day)} has not come yet; enter it on that day.",))
        if body == by or _after(tx, by, body):
            raise Refused(f"B{body}", "succeed", (f"{new.name} cannot come after {old.name}: it came before it.",))
        return tx.put(
            "body", {"succeeded_by": by}, ref=body, who=desk.who, now=desk.now(), on=On.day(day), why=line(why)
        )


def change(
    desk: Desk, body: int, *, kind: BodyKind | None = None, scrutiny: bool | None = None, health: bool | None = None,
    note: str | None = None, why: str | None, tx: Tx | None = None,
) -> int:  # fmt: skip
    """Puts right what a body is: its kind, its powers, a note. What was entered before keeps what it knew then."""
    why = reason(why, f"B{body}: say why it is changed (--why).")
    given = {"kind": kind, "scrutiny": scrutiny, "health": health, "note": line(note)}
    values = {name: value for name, value in given.items() if value is not None}
    if not values:
        raise BadInput(f"B{body}: say what is to be changed.")
    with desk.writing(tx) as tx:
        return tx.put("body", values, ref=body, who=desk.who, now=desk.now(), why=why)


def listed(tx: Tx, day: date) -> list[BodyOn]:
    """Every body, by the name it had that day."""
    return [
        BodyOn(
            f"B{row.body}", row.name, row.kind, row.scrutiny, row.health,
            f"B{row.succeeded_by}" if row.succeeded_by else None, row.now,
        )
        for row in tx.all(queries_records.BODIES, day=day)
    ]  # fmt: skip


def _free(tx: Tx, name: str, but: int = 0) -> None:
    """No two bodies that meet today have one name."""
    for found in tx.all(queries_records.BODIES_NAMED, name=name):
        row = tx.get("body", found.body)
        if row and row["ref"] != but and not row["succeeded_by"] and row["name"].lower() == name.lower():
            raise Refused(f"B{row['ref']}", "add", (f"It is called {row['name']} already; names are not shared.",))


def _after(tx: Tx, body: int, other: int) -> bool:
    """Whether `other` came, at any remove, after `body`."""
    seen: set[int] = set()
    while body and body not in seen:
        seen.add(body)
        row = tx.get("body", body)
        body = int(row["succeeded_by"] or 0) if row else 0
        if body == other:
            return True
    return False


def _put_name(desk: Desk, tx: Tx, values: dict[str, object], ref: int | None = None) -> None:
    tx.put("body_name", values, ref=ref, who=desk.who, now=desk.now())
