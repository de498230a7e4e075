"""Where words stand, whatever the number of reports: the reads of the index of words, the latest reports first."""

import re
from functools import lru_cache
from typing import NamedTuple

from db.query import Query, like
from db.reading import Reading
from db.statements import Kind
from db.words_index import PLACE, SEARCHED, all_of, in_index, named, reports_with, term, terms, vector

_REPORT = PLACE * 8
_NUMBERED = re.compile(r"\b\d{1,6}/\d{1,6}\b")
_REF = re.compile(r"\b[Rr](\d{1,9})\b")


class Stands(NamedTuple):
    """Where words stand: in what, of which report or topic, with the whole text, and where the report is now."""

    kind: str
    report: int | None
    title: str
    words: str
    exempt: bool
    state: str | None
    next_due: str | None
    last_on: str | None


def find(tx: Reading, question: str, *, limit: int = 200) -> list[Stands]:
    """Where the words of a question stand: first the text that holds them all, then reports that do so in parts.

    Numbers such as `34/16` are looked up as minutes and references, `R12` as a report.
    """
    found: dict[tuple[object, ...], Stands] = {}
    rest = question
    for ref in _REF.findall(question):
        _add(found, tx.all(_THE_REPORT, limit=1, ref=int(ref)))
        rest = _REF.sub(" ", rest)
    for number in _NUMBERED.findall(question):
        _add(found, tx.all(_NUMBER, limit=limit, text=number))
        rest = rest.replace(number, " ")
    asked = terms(rest)
    if asked:
        together = all_of(asked, tx.kind)
        _add(found, tx.all(_titles(tx.kind), limit=limit // 2, text=together))
        _add(found, tx.all(_texts(tx.kind, 0), limit=limit, text=together))
        if len(asked) > 1 and len(found) < limit:
            any_of = (" OR " if tx.kind == "sqlite" else " | ").join(term(word, tx.kind) for word in asked)
            each = {f"word{at}": term(word, tx.kind) for at, word in enumerate(asked, 1)}
            _add(found, tx.all(_texts(tx.kind, len(asked)), limit=limit - len(found), text=any_of, **each))
        topics = tx.all(_TOPICS, limit=limit, text=like(max(asked, key=len)))
        _add(found, [one for one in topics if all(word in one.words.lower() for word in asked)])
    return list(found.values())


def _add(found: dict[tuple[object, ...], Stands], rows: list[Stands]) -> None:
    for row in rows:
        found.setdefault((row.kind, row.report, row.words), row)


_NOW = "r.exempt, r.state, r.next_due, r.last_on"

_THE_REPORT = Query(
    "a report by its number",
    Stands,
    f"SELECT 'report', r.ref, r.title, r.title, {_NOW} FROM report AS r "
    "WHERE r.ref = :ref AND r.state IS NOT NULL LIMIT :limit",
)

_NUMBER = Query(
    "where a minute's number or a reference stands",
    Stands,
    f"SELECT 'report', r.ref, r.title, r.reference, {_NOW} FROM report AS r "
    "WHERE r.reference = :text AND r.state IS NOT NULL "
    f"UNION ALL SELECT 'minute', k.report, r.title, k.minute, {_NOW} FROM agenda_item AS k "
    "JOIN report AS r ON r.ref = k.report WHERE k.minute = :text "
    f"UNION ALL SELECT 'earlier', k.report, r.title, coalesce(k.quote, k.minute), {_NOW} FROM link AS k "
    "JOIN report AS r ON r.ref = k.report WHERE k.minute = :text LIMIT :limit",
)

_TOPICS = Query(
    "the topics whose title holds a word",
    Stands,
    "SELECT 'topic', t.report, t.title, t.title, (1 = 0), t.status, NULL, NULL FROM topic AS t "
    "WHERE lower(t.title) LIKE :text ESCAPE '!' ORDER BY t.ref DESC LIMIT :limit",
)


@lru_cache
def _titles(kind: Kind) -> Query[Stands]:
    """The reports whose title holds the words."""
    if kind == "sqlite":
        hit = (
            f"r.ref IN (SELECT rowid / {_REPORT} {in_index('text')} AND rowid % 8 = 0 ORDER BY rowid DESC LIMIT :limit)"
        )
    else:
        hit = f"{vector(SEARCHED[0])} @@ to_tsquery('simple', :text)"
    return Query(
        "the reports whose title holds words",
        Stands,
        f"SELECT 'report', r.ref, r.title, r.title, {_NOW} FROM report AS r WHERE {hit} AND r.state IS NOT NULL "
        "ORDER BY r.ref DESC LIMIT :limit",
    )


@lru_cache
def _texts(kind: Kind, words: int) -> Query[Stands]:
    """The texts that hold what is asked for, of reports that hold each of so many words."""
    made = []
    for at, w in enumerate(SEARCHED):
        report = "" if w.table == "report" else " JOIN report AS r ON r.ref = k.report"
        name = "r" if w.table == "report" else "k"
        text = named(w, name)
        each = "".join(f" AND {name}.{w.report} IN {reports_with(kind, f'word{n}')}" for n in range(1, words + 1))
        if kind == "sqlite":
            number = "" if w.table == "report" else f" AND k.number = (hit.id / 8) % {PLACE}"
            source = f"hit JOIN {w.table} AS {name} ON {name}.{w.report} = hit.id / {_REPORT}{number}{report}"
            where = f"hit.id % 8 = {at}"
        else:
            source, where = f"{w.table} AS {name}{report}", f"{vector(w, name)} @@ to_tsquery('simple', :text){each}"
        made.append(
            f"SELECT '{w.kind}' AS kind, r.ref AS ref, r.title AS title, {text} AS said, {_NOW} FROM {source} "
            f"WHERE r.state IS NOT NULL AND {where}"
        )
    begin = ""
    if kind == "sqlite":
        each = "".join(f" AND rowid / {_REPORT} IN {reports_with(kind, f'word{n}')}" for n in range(1, words + 1))
        begin = (
            f"WITH hit (id) AS MATERIALIZED (SELECT rowid {in_index('text')}{each} ORDER BY rowid DESC LIMIT :limit) "
        )
    return Query(
        "the texts that hold words",
        Stands,
        f"{begin}{' UNION ALL '.join(made)} ORDER BY 2 DESC, 1, 4 LIMIT :limit",
    )
