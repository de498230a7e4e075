"""The pulse: whether anything was entered since one last looked, asked every two seconds and therefore cheap."""

from datetime import date

import msgspec

from workflow.views.look import Look


class Pulse(msgspec.Struct, frozen=True):
    """The journal's last entry and who made it, the council's name, and what wants somebody on that day."""

    entry: int
    who: str | None
    council: str | None
    day: date
    to_release: int
    """How many letters wait for a person to release them."""
    due: int
    """How many things are owed by that very day."""


def pulse(look: Look) -> Pulse:
    """The pulse of the store; two stores with the same last entry are the same store."""
    head = look.tx.head()
    last = look.tx.ask("SELECT who FROM journal WHERE entry = :entry", entry=head.entry).fetchone()
    waits = look.tx.ask("SELECT count(*) FROM message WHERE status = 'laid_out'").fetchone()[0]
    due = look.tx.ask("SELECT count(*) FROM follow_up WHERE owed_by = :day", day=look.day.isoformat()).fetchone()[0]
    return Pulse(head.entry, last[0] if last else None, _council(look), look.day, waits, due)


def beat(look: Look) -> int:
    """The number of the journal's last entry and nothing else: one read of one row."""
    return look.tx.head().entry


def _council(look: Look) -> str | None:
    """The council's name as `states.rule_book.RuleBook.on` finds it, without understanding all of the rules."""
    found = "{}"
    for at, (since, values) in enumerate(look.tx.ask('SELECT from_day, "values" FROM rules ORDER BY from_day, entry')):
        if at == 0 or since <= look.day.isoformat():
            found = values
    return msgspec.json.decode(found, type=_Rules).council.name


class _Name(msgspec.Struct, frozen=True):
    name: str | None = None


class _Rules(msgspec.Struct, frozen=True):
    council: _Name = _Name()
