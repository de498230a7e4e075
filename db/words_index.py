"""The index of words: where titles, recommendations, promises and quotations are found, whatever their number.

On SQLite it is a table of FTS5 without texts of its own, which follows the rows where their words change; what stands
in it is numbered by report, place and kind (`PLACE`). On PostgreSQL it is an index of each column's words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from db.statements import Kind

Row = Mapping[str, Any]


class Words(NamedTuple):
    """A column that is searched: its kind in answers, its table, the text, and the column that says which report."""

    kind: str
    table: str
    text: str
    columns: tuple[str, ...]
    report: str = "report"
    number: str = "number"


SEARCHED = (
    Words("report", "report", "title", ("title",), "ref", "0"),
    Words("recommendation", "recommendation", "words", ("words",)),
    Words("promise", "follow_up", "coalesce(quote, '') || ' ' || coalesce(condition, '')", ("quote", "condition")),
    Words("quote", "source", "quote", ("quote",)),
    Words("earlier", "link", "coalesce(quote, '')", ("quote",)),
)
"""Everything that is searched; the place of each in the tuple is part of the numbers of the index."""

PLACE = 2**23
"""A row of the index has the number `(report * PLACE + number) * 8 + kind`."""

STOPPED = frozenset(
    "a about all an and any are as at be been by did do does for from had happened has have how i in into is it its "
    "of on or our so that the their there this to was we were what whatever when where which who why with you "
    "your".split()
)
"""Words that everything holds: a question is searched without them."""

_TERM = re.compile(r"\w+")


def terms(words: str, most: int = 6) -> list[str]:
    """The words that are searched for, in small letters: what everything holds is left out, unless nothing else is."""
    every = [word for word in _TERM.findall(words.lower().replace("_", " ")) if word.isalnum()]
    telling = [word for word in every if word not in STOPPED] or every
    return list(dict.fromkeys(telling))[:most]


def term(word: str, kind: Kind) -> str:
    """A word as the index is asked for it: whatever begins as it does is found, its other forms among it."""
    return f'"{stem(word)}"*' if kind == "sqlite" else f"{stem(word)}:*"


def stem(word: str) -> str:
    """A word without what it ends in: `librar` for library and libraries."""
    for ending, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word


def all_of(found: list[str], kind: Kind) -> str:
    """Several words as the index is asked for them: all must be there."""
    return (" AND " if kind == "sqlite" else " & ").join(term(word, kind) for word in found)


def reports_with(kind: Kind, parameter: str) -> str:
    """The reports that hold what a parameter asks for, as a list in brackets."""
    if kind == "sqlite":
        return f"(SELECT rowid / {PLACE * 8} {in_index(parameter)})"
    return "({})".format(
        " UNION ALL ".join(
            f"SELECT {w.report} FROM {w.table} WHERE {vector(w)} @@ to_tsquery('simple', :{parameter})"
            for w in SEARCHED
        )
    )


IN_INDEX = re.compile(r"FROM words WHERE words MATCH (:\w+)")
"""Where a read asks SQLite's index of words, as `in_index` writes it."""


def in_index(parameter: str) -> str:
    """Asks SQLite's index of words; conditions on its `rowid` may follow."""
    return f"FROM words WHERE words MATCH :{parameter}"


def declared(kind: Kind) -> list[str]:
    """Every statement that makes the index."""
    if kind == "sqlite":
        return ["CREATE VIRTUAL TABLE words USING fts5(text, content = '', tokenize = 'unicode61 remove_diacritics 2')"]
    return [f"CREATE INDEX words_of_{w.table} ON {w.table} USING gin ({vector(w)})" for w in SEARCHED]


def follow(connection: Any, table: str, ref: int, number: int, old: Row | None, new: Row | None) -> None:
    """Has SQLite's index follow a row that was put in (no `old`), changed, or taken out (no `new`)."""
    place = _BY_TABLE.get(table)
    if place is None:
        return
    was, now = _text(place, old), _text(place, new)
    if was == now:
        return
    told = number_of(ref, number, place)
    if was is not None:
        connection.execute(_OUT, (told, was))
    if now is not None:
        connection.execute(_IN, (told, now))


def number_of(ref: int, number: int, place: int) -> int:
    """The number of a row in the index."""
    return (ref * PLACE + number) * 8 + place


def entries_of(table: str, rows: Iterable[Row]) -> Iterator[dict[str, Any]]:
    """What SQLite's index says of many new rows of a table."""
    place = _BY_TABLE.get(table)
    if place is None:
        return
    for row in rows:
        text = _text(place, row)
        if text is not None:
            ref, number = (row["ref"], 0) if place == 0 else (row["report"], row["number"])
            yield {"rowid": number_of(ref, number, place), "text": text}


ENTERED = "INSERT INTO words (rowid, text) VALUES (:rowid, :text)"
"""Puts one of `entries_of` into SQLite's index."""


def taken_out(ref: int) -> list[str]:
    """The statements that take a report's words out of SQLite's index, before its rows go."""
    return [
        f"INSERT INTO words (words, rowid, text) SELECT 'delete', {_number(at, w)}, {w.text} FROM {w.table} "
        f"WHERE {w.report} = {int(ref)} AND ({_some(w)})"
        for at, w in enumerate(SEARCHED)
    ]


def filled() -> list[str]:
    """Every statement that fills the index of a SQLite database anew."""
    made = ["INSERT INTO words (words) VALUES ('delete-all')"]
    for at, w in enumerate(SEARCHED):
        made.append(
            f"INSERT INTO words (rowid, text) SELECT {_number(at, w)}, {w.text} FROM {w.table} WHERE {_some(w)}"
        )
    return made


def vector(w: Words, table: str = "") -> str:
    """The words of a text on PostgreSQL, as its index has them; `table` is the name its columns are called by."""
    return f"to_tsvector('simple', {named(w, table)})"


def named(w: Words, table: str) -> str:
    """The SQL of a text, its columns called by a table's name."""
    text = w.text
    for column in w.columns if table else ():
        text = re.sub(rf"\b{column}\b", f"{table}.{column}", text)
    return text


OPTIMISED = "INSERT INTO words (words) VALUES ('optimize')"
"""Writes SQLite's index anew without the words that are gone from the texts."""


_ENDINGS = (("ies", 4), ("ing", 4), ("ied", 4), ("es", 4), ("ed", 4), ("s", 3), ("y", 4), ("e", 4))
_IN = "INSERT INTO words (rowid, text) VALUES (?, ?)"
_OUT = "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)"
_BY_TABLE = {w.table: at for at, w in enumerate(SEARCHED)}


def _text(place: int, row: Row | None) -> str | None:
    """The text of a row that is searched, put together as SQL does it; None where there is none."""
    found = [row[column] for column in SEARCHED[place].columns] if row is not None else []
    return " ".join(text or "" for text in found) if any(text is not None for text in found) else None


def _number(at: int, w: Words) -> str:
    return f"({w.report} * {PLACE} + {w.number}) * 8 + {at}"


def _some(w: Words) -> str:
    return " OR ".join(f"{column} IS NOT NULL" for column in w.columns)
