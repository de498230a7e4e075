"""Redaction: words go out of the journal and out of everything folded from it; their digest stays, the chain is whole.

By a named person, with a reason. What cannot be told any more is `[redacted]`; that it was taken out, when, by whom and
why is an entry of its own.
"""

import re
from datetime import datetime
from re import Pattern
from typing import Any

import msgspec

from db import queries
from db.chain import canonical
from db.shaped import LETTERS
from db.tx import Tx
from db.words_index import OPTIMISED
from states.acts import Act
from states.case import decode_case
from states.errors import BadInput, MattersError, NotFound
from states.fold import fold
from workflow.desk import Desk
from workflow.records.words import reason

REDACTED = "[redacted]"
"""What stands where words were taken out."""

_TABLES = {letter: table for table, letter in LETTERS.items()}
_PLACES = frozenset({"act", "table", "key", "move"})
"""What of an act is structure and never anybody's words."""


class Redacted(msgspec.Struct, frozen=True):
    """What was taken out: from entry `entry` of a record, by entry `by`, how often; and where they stand still."""

    record: str
    entry: int
    by: int
    times: int
    elsewhere: tuple[tuple[int, str], ...]


def redact(desk: Desk, record: str, entry: int, words: str, *, why: str | None, by: str | None) -> Redacted:
    """Takes words out of one entry of a record (`R7`, `P3`), and out of the rows that show them.

    BadInput: no words, no reason, no name, or words that are no words there (a number, a word of the machine's own).
    NotFound: the record has no such entry, or the words do not stand in it.
    """
    why = reason(why, f"{record}: say why the words are taken out (--why).")
    by = reason(by, f"{record}: say who decided that they are taken out (--by).")
    if len(words.strip()) < 2:
        raise BadInput("Say which words are to go (--words); at least two letters.")
    if words.casefold() in why.casefold() or words.casefold() in by.casefold():
        raise BadInput("The reason holds the words that are to go; say it without them.")
    with desk.writing() as tx:
        act = _act_of(tx, record, entry)
        wanted = _as_they_stand(words)
        less, times = _without(act, wanted)
        if not times:
            raise NotFound(f"“{words}” does not stand in entry {entry} of {record}. See: matters history {record}")
        now = desk.now()
        typed = _checked(record, entry, less)
        number = tx.redact(entry, typed, who=desk.who, now=now, why=f"{why} (decided by {by})")
        if record.startswith("R"):
            _fold_again(desk, tx, int(record[1:]), number)
        else:
            _row_again(desk, tx, record, wanted, now)
        return Redacted(record, entry, number, times, _elsewhere(tx, words, wanted))


def _act_of(tx: Tx, record: str, entry: int) -> dict[str, Any]:
    line = next(iter(tx.all(queries.HISTORY, record=record, after_entry=entry - 1, limit=1)), None)
    if line is None or line.entry != entry:
        raise NotFound(f"{record} has no entry {entry}. See: matters history {record}")
    act: dict[str, Any] = msgspec.json.decode(line.body)
    return act


def _as_they_stand(words: str) -> Pattern[str]:
    """Words however the lines are broken between them, as they are in a letter."""
    return re.compile(r"\s+".join(map(re.escape, words.split())))


def _without(value: Any, words: Pattern[str], name: str = "") -> tuple[Any, int]:
    """A value with the words taken out of every text in it, and how often they stood there."""
    if isinstance(value, str) and name not in _PLACES:
        return words.subn(REDACTED, value)
    if isinstance(value, dict):
        pairs = {key: _without(item, words, key) for key, item in value.items()}
        return {key: item for key, (item, _) in pairs.items()}, sum(times for _, times in pairs.values())
    if isinstance(value, list):
        items = [_without(item, words, name) for item in value]
        return [item for item, _ in items], sum(times for _, times in items)
    return value, 0


def _checked(record: str, entry: int, act: dict[str, Any]) -> msgspec.Struct | dict[str, Any]:
    """The act that will stand there; for a report one that can still be read."""
    if not record.startswith("R") or act["act"] == "redact":
        return act
    try:
        typed: msgspec.Struct = msgspec.convert(act, Act)
        return typed
    except msgspec.ValidationError as error:
        raise BadInput(f"Entry {entry} cannot be read without these words ({error}); take out fewer.") from None


def _fold_again(desk: Desk, tx: Tx, ref: int, number: int) -> None:
    row = tx.report(ref)
    if row is None:
        raise NotFound(f"There is no report R{ref}. List them with: matters reports")
    folded = fold(tx.entries(ref), desk.rules(tx))
    tx.save_case(ref, decode_case(row.folded), folded.case, entry=number, at=tx.head().at, version=row.version)
    if tx.kind == "sqlite":
        tx.run(OPTIMISED)


def _row_again(desk: Desk, tx: Tx, record: str, words: Pattern[str], now: datetime) -> None:
    """Writes the record's row without the words, when its latest entry showed them."""
    table, ref = _TABLES[record[0]], int(record[1:])
    values = {
        name: value for name, value in (tx.get(table, ref) or {}).items() if name not in ("ref", "version", "entry")
    }
    changed = {}
    for name, value in values.items():
        less, times = _without(value, words)
        if times:
            changed[name] = less
    if changed:
        try:
            tx.put(table, changed, ref=ref, who=desk.who, now=now, why="the words taken out are gone from the record")
        except MattersError:
            raise BadInput(f"{record} cannot be kept without these words; take out fewer.") from None


def _elsewhere(tx: Tx, words: str, wanted: Pattern[str]) -> tuple[tuple[int, str], ...]:
    """The other entries in which the words stand still."""
    written = (canonical(word)[1:-1] for word in words.split())
    plain = "%".join(word.replace("!", "!!").replace("%", "!%").replace("_", "!_") for word in written)
    found = tx.all(queries.HISTORY, words=f"%{plain}%")
    return tuple((line.entry, line.record) for line in found if _without(msgspec.json.decode(line.body), wanted)[1])
