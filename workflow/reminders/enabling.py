"""Whether anything may leave by itself, and who is left alone: acts of a person, kept in the journal."""

from datetime import date

import msgspec

from db.tx import Tx
from states.days import On, said_day
from states.errors import BadInput, Refused
from workflow.desk import Desk
from workflow.records.words import line


class Enabled(msgspec.Struct, frozen=True):
    """Whether reminders may leave: since which day, and who said so."""

    enabled: bool
    since: str | None = None
    who: str | None = None


def enabled(tx: Tx) -> Enabled:
    """How it stands. A new installation sends nothing."""
    row = tx.get("sending", 1)
    if row is None:
        return Enabled(False)
    who = tx.ask("SELECT who FROM journal WHERE entry = :entry", entry=row["entry"]).fetchone()
    return Enabled(bool(row["enabled"]), row["since"], who[0] if who else None)


def enable(desk: Desk, *, on: bool = True, why: str | None = None, tx: Tx | None = None) -> Enabled:
    """Lets reminders leave from now on, or no longer."""
    with desk.writing(tx) as tx:
        known = enabled(tx)
        if known.enabled == on:
            said = "enabled already" if on else "not enabled"
            since = f", since {said_day(date.fromisoformat(known.since))}" if known.since else ""
            by = f", by {known.who}" if known.who else ""
            raise Refused("Reminders", "enable" if on else "disable", (f"They are {said}{since}{by}.",))
        values = {"enabled": on, "since": desk.today, "note": line(why)}
        ref = 1 if tx.get("sending", 1) is not None else None
        tx.put("sending", values, ref=ref, who=desk.who, now=desk.now(), on=On.day(desk.today), why=line(why))
        return enabled(tx)


def snooze(desk: Desk, person: int, until: date | None, *, why: str | None = None, tx: Tx | None = None) -> None:
    """Leaves a person alone until a day; without a day they are reminded again."""
    if until is not None and until <= desk.today:
        raise BadInput(f"{said_day(until)} is not to come; say until which day they are left alone.")
    with desk.writing(tx) as tx:
        known = tx.find("snooze", person=person)
        if until is None and not (known and known[0]["until"]):
            raise Refused(f"P{person}", "wake", ("Nobody asked that they be left alone.",))
        values = {"person": person, "until": until, "note": line(why)}
        ref = known[0]["ref"] if known else None
        tx.put("snooze", values, ref=ref, who=desk.who, now=desk.now(), on=On.day(desk.today), why=line(why))
