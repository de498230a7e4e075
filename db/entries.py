"""A report's entries as the fold reads them: its own, and what it took from other reports.

Only those who fold ask for them: whoever reads rows need not know what an entry can say.
"""

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from states.acts import Act, Entry, TakeAct
from states.days import On
from states.sharing import taken as as_told

if TYPE_CHECKING:
    from db.reading import Reading

REPORT_ACTS = (
    "move", "correct", "amend", "follow_up", "settle", "link", "source", "unread", "give", "take", "meeting", "recount",
)  # fmt: skip
"""The acts a report's fold reads; a record's, a redaction's or an import's entry is none of them."""

_ENTRIES = (
    "SELECT entry, at, who, on_first, on_last, body FROM journal WHERE record = :record AND act IN ("
    + ", ".join(f"'{act}'" for act in REPORT_ACTS)
    + "){cut} ORDER BY entry"
)
_ALL, _KNOWN = _ENTRIES.format(cut=""), _ENTRIES.format(cut=" AND at <= :known_at")


def entries(tx: "Reading", ref: int, known_at: str | None, before: int | None) -> list[Entry]:
    """A report's entries in order; with `known_at` those entered by that instant, with `before` those with less."""
    record = f"R{ref}"
    rows = tx.ask(_ALL, record=record) if known_at is None else tx.ask(_KNOWN, record=record, known_at=known_at)
    found = [_entry(*row) for row in rows if before is None or row[0] < before]
    for taking in [entry for entry in found if isinstance(entry.act, TakeAct)]:
        found += taken(tx, taking, known_at)
        found.sort(key=lambda entry: entry.number)
    return found


def taken(tx: "Reading", taking: Entry, known_at: str | None) -> list[Entry]:
    """The entries that an act of taking brings to its report, as they are told there."""
    act = taking.act
    if not isinstance(act, TakeAct):
        return []
    return as_told(entries(tx, act.from_, known_at, taking.number), taking)


@cache
def _reader() -> msgspec.json.Decoder[Act]:
    return msgspec.json.Decoder(Act)


def _entry(number: int, at: str, who: str, first: Any, last: Any, body: str) -> Entry:
    """An entry from a row of the journal."""
    on = On(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)
    return Entry(number, at, who, on, _reader().decode(body))
