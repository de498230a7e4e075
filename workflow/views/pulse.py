"""The pulse: whether anything was entered since one last looked, asked every two seconds and therefore cheap."""

import msgspec

from db.replay import rule_book
from workflow.views.look import Look


class Pulse(msgspec.Struct, frozen=True):
    """The journal's last entry and who made it, and what stands over every screen: the council's name."""

    entry: int
    who: str | None
    council: str | None


def pulse(look: Look) -> Pulse:
    """The pulse of the store; two stores with the same last entry are the same store."""
    head = look.tx.head()
    last = look.tx.ask("SELECT who FROM journal WHERE entry = :entry", entry=head.entry).fetchone()
    return Pulse(head.entry, last[0] if last else None, rule_book(look.tx).on(look.day).name)


def beat(look: Look) -> int:
    """The number of the journal's last entry and nothing else: one read of one row."""
    return look.tx.head().entry
