"""Settling what waits for a person: suggestions get a yes or a no, warnings, gaps and irregularities a word."""

import json
import re
from collections.abc import Iterable

import msgspec

from db import queries, queries_records
from db.rows import SuggestionLine
from db.tx import Tx
from states.acts import LinkAct
from states.days import On
from states.errors import BadInput, NotFound
from workflow.desk import Desk
from workflow.engine import Moved, act_on, settle
from workflow.intake.doubts import offers_of, papers_of
from workflow.intake.following import follow
from workflow.lookups import told_as
from workflow.merging import merge_in, one_matter

_DULL = {"the", "and", "for", "update", "report", "programme", "phase", "with", "from", "into", "council", "committee"}


class Waiting(msgspec.Struct, frozen=True):
    """Something that waits for a person. `candidates` are the reports a suggested link may mean.

    `choices` are what papers say that contradict one another, in words: one of them is taken.
    """

    ref: str
    report: str | None
    kind: str
    words: str
    quote: str | None
    path: str | None
    candidates: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    told_by: tuple[str, ...] = ()
    """The papers that say each of the choices."""


def waiting(tx: Tx) -> list[Waiting]:
    """The suggestions and warnings nobody has answered yet."""
    found = [
        Waiting(f"S{s.suggestion}", _r(tx, s.report), s.kind, s.words, s.quote, s.path,
                tuple(f"R{n}" for n in candidates(tx, s)))
        for s in tx.all(queries_records.SUGGESTIONS)
    ]  # fmt: skip
    found += [
        Waiting(f"W{w.warning}", _r(tx, w.report), w.code, w.message, w.quote, w.path, (),
                tuple(offer.words for offer in offers_of(w.choices)), tuple(map(papers_of, offers_of(w.choices))))
        for w in tx.all(queries_records.WARNINGS)
    ]  # fmt: skip
    return found


def _r(tx: Tx, number: int | None) -> str | None:
    """The report that something is about, as it is told now."""
    return f"R{told_as(tx, number)}" if number else None


def candidates(tx: Tx, suggestion: SuggestionLine) -> list[int]:
    """The reports whose titles share their telling words with a suggestion, the most alike first."""
    other = json.loads(suggestion.other)
    if other.get("report"):
        return [told_as(tx, int(other["report"]))]
    wanted = _telling(other.get("words") or suggestion.words)
    scored = []
    for word in sorted(wanted, key=len, reverse=True)[:6]:
        for row in tx.all(queries.REPORTS, text=queries.like(word), limit=200):
            if row.report != suggestion.report:
                shared = _telling(row.title) & wanted
                scored.append((-len(shared), row.report))
    best = sorted(set(scored))
    return [number for score, number in best if score == best[0][0] and score <= -2][:5]


def _telling(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{4,}", text.casefold())) - _DULL


def answer(desk: Desk, number: int, *, yes: bool, to: int | None = None) -> Moved | None:
    """Answers a suggestion. Yes ties its report to the one it means (`to`, where there may be several).

    Yes to two reports that may be the same merges them: the one that was begun first stays.
    """
    with desk.writing() as tx:
        found = next((s for s in tx.all(queries_records.SUGGESTIONS) if s.suggestion == number), None)
        if found is None:
            raise NotFound(f"There is no suggestion S{number} that waits. List them with: matters settle")
        moved = None
        if yes and found.kind == "same":
            moved = _one(desk, tx, found, to)
        elif yes:
            moved = _tie(desk, tx, found, to)
        values = {"answer": "yes" if yes else "no", "answered_by": desk.who, "answered_on": desk.today}
        tx.put("suggestion", values, ref=number, who=desk.who, now=desk.now(), on=On.day(desk.today))
        return moved


def _one(desk: Desk, tx: Tx, found: SuggestionLine, to: int | None) -> Moved:
    """Merges the report and the one it is the same as."""
    other = to or next(iter(candidates(tx, found)), 0)
    if found.report is None or not other:
        raise BadInput(f"S{found.suggestion}: say which report it is the same as: --to R2")
    gone, stays = sorted((told_as(tx, found.report), told_as(tx, other)), reverse=True)
    if gone == stays:
        raise NotFound(f"S{found.suggestion}: they are one report already, R{stays}. Say --no to let it go.")
    one_matter(tx, gone, stays)
    moved = merge_in(desk, tx, gone, stays, "the same report, as its papers suggested").moved
    follow(desk, tx, stays)
    return moved


def _tie(desk: Desk, tx: Tx, found: SuggestionLine, to: int | None) -> Moved:
    could = candidates(tx, found)
    if to is None:
        if len(could) != 1:
            said = f"It may mean {', '.join(f'R{n}' for n in could)}. " if could else ""
            raise BadInput(f"S{found.suggestion}: {said}Say which report is meant: --to R2")
        to = could[0]
    if tx.report(to) is None or found.report is None or to == found.report:
        raise NotFound(f"S{found.suggestion}: there is no other report R{to} to tie it to.")
    return act_on(desk, tx, found.report, LinkAct(None, None, to, found.quote, found.path))


def conflicts(tx: Tx, name: str) -> list[int]:
    """The warnings of a name, such as `conflicting_source`, that offer something to choose from."""
    return [w.warning for w in tx.all(queries_records.WARNINGS, code=name) if w.choices]


def settle_warning(desk: Desk, number: int, why: str) -> None:
    """Settles a warning with what was made of it."""
    _said(why, f"W{number}")
    with desk.writing() as tx:
        _settle_warning(desk, tx, number, why)


def _settle_warning(desk: Desk, tx: Tx, number: int, why: str) -> None:
    row = tx.get("warning", number)
    if row is None or row["settled"]:
        raise NotFound(f"There is no warning W{number} that waits. List them with: matters settle")
    tx.put("warning", {"settled": why}, ref=number, who=desk.who, now=desk.now(), on=On.day(desk.today), why=why)


def settle_many(desk: Desk, doubts: Iterable[tuple[int, str]], warnings: Iterable[int], why: str) -> int:
    """Settles gaps and irregularities, each a report and a key, and warnings, all with one reason or none; how many."""
    _said(why, "What is marked")
    with desk.writing() as tx:
        by_report: dict[int, list[str]] = {}
        for report, key in doubts:
            by_report.setdefault(report, []).append(key)
        for report, keys in by_report.items():
            settle(desk, tx, report, tuple(keys), why)
        numbers = list(warnings)
        for number in numbers:
            _settle_warning(desk, tx, number, why)
        return sum(map(len, by_report.values())) + len(numbers)


def settle_report(desk: Desk, report: int, keys: tuple[str, ...], why: str) -> Moved:
    """Settles gaps and irregularities of one report by their keys; none named: all that are open."""
    _said(why, f"R{report}")
    with desk.writing() as tx:
        if not keys:
            keys = tuple(
                f"{d.entry}:{d.name}"
                for query in (queries.GAPS, queries.IRREGULARITIES) for d in tx.all(query, ref=report)
            )  # fmt: skip
        if not keys:
            raise NotFound(f"R{report} has nothing to settle.")
        return settle(desk, tx, report, keys, why)


def settle_everywhere(desk: Desk, name: str, why: str) -> int:
    """Settles every gap, irregularity and warning of a name that is open, such as `minute`; how many."""
    _said(why, name)
    with desk.writing() as tx:
        found: dict[int, list[str]] = {}
        for query in (queries.GAPS, queries.IRREGULARITIES):
            for doubt in tx.all(query):
                if doubt.name == name:
                    found.setdefault(doubt.report, []).append(f"{doubt.entry}:{doubt.name}")
        warnings = [w.warning for w in tx.all(queries_records.WARNINGS, code=name)]
        if not found and not warnings:
            raise NotFound(
                f"No open gap, irregularity or warning is called “{name}”. List them with: matters gaps, "
                "matters irregularities, matters settle"
            )
        for report, keys in found.items():
            settle(desk, tx, report, tuple(keys), why)
        for number in warnings:
            _settle_warning(desk, tx, number, why)
        return sum(map(len, found.values())) + len(warnings)


def _said(why: str, what: str) -> None:
    if not why or not why.strip():
        raise BadInput(f"{what}: say what is made of it (--why), such as “not known”.")
