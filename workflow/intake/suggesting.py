"""What papers suggest and do not prove: links, and reports that may be one. Each waits until a person says yes or no.

It is brought to what all papers say now, whichever was read first: what no paper suggests any more waits no longer.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import msgspec

from db.tx import Tx
from workflow.desk import Desk
from workflow.intake.library import TAKEN_BACK, Library
from workflow.intake.matching import called
from workflow.intake.names import FROM_A_PAPER
from workflow.intake.titles import bare_title
from workflow.lookups import told_as

NO_LONGER = "no longer suggested"
"""Who answered what no paper suggests any more."""

_NOBODY = (TAKEN_BACK, NO_LONGER)
_ALIKE = "It has the title of R{} and may be the same report."


def links(desk: Desk, tx: Tx, library: Library, report: int) -> list[str]:
    """Brings the links that words suggest for a report to what its papers say; those that are new, in words."""
    here = library.told_here(report)
    wanted: dict[tuple[str, str], tuple[int, str]] = {}
    for one in sorted(library.of_report(report), key=lambda f: f.nearest):
        for link in one.links:
            words = f"It may follow {link.body or 'an earlier decision'}: {link.words}"
            other = {"words": link.words, "body": link.body, "first": link.first, "last": link.last}
            wanted.setdefault((words, link.quote), (one.document, msgspec.json.encode(other).decode()))
    rows = [row for ref in here for row in tx.find("suggestion", report=ref, kind="link")]
    for row in rows:
        if row["answer"] is None and (row["words"], row["quote"] or "") not in wanted:
            _close(desk, tx, row)
    fresh = []
    for (words, quote), (document, meant) in wanted.items():
        known = [row for row in rows if (row["words"], row["quote"] or "") == (words, quote)]
        values = {"document": document, "report": report, "kind": "link", "words": words, "quote": quote or None,
                  "other": meant}  # fmt: skip
        if _ask(desk, tx, known, values):
            fresh.append(f"R{report}: {words}")
    return fresh


def alike(desk: Desk, tx: Tx, library: Library, titles: Iterable[str], document: int | None) -> list[str]:
    """Brings what is suggested of reports of these titles to the reports there are; what is new, in words.

    Of several with one title each may be the same as the one before it, by their days.
    """
    wanted: dict[frozenset[int], tuple[int, int]] = {}
    heard: set[int] = set()
    waiting, seen = list(titles), set[str]()
    while waiting:
        title = bare_title(waiting[-1])
        reports = _by_day(library, called(library, waiting.pop()))
        if title in seen:
            continue
        seen.add(title)
        wanted |= {frozenset(two): two for two in pairwise(reports) if any(map(library.told_by, two))}
        for report in set(reports) - heard:
            heard.add(report)
            waiting += library.titles(report)
    rows: dict[frozenset[int], list[dict[str, Any]]] = {}
    for row, pair in _asked(tx, heard):
        rows.setdefault(pair, []).append(row)
    for pair, known in rows.items():
        for row in known:
            if row["answer"] is None and pair not in wanted:
                _close(desk, tx, row)
    fresh = []
    for pair, (earlier, later) in wanted.items():
        words = _ALIKE.format(earlier)
        values = {"document": document, "report": later, "kind": "same", "words": words, "quote": None,
                  "other": json.dumps({"report": earlier})}  # fmt: skip
        if _ask(desk, tx, rows.get(pair, []), values):
            fresh.append(f"R{later}: {words}")
    return fresh


def apart(desk: Desk, tx: Tx, report: int, other: int, document: int) -> list[str]:
    """Suggests that two reports are one although people have worked on both; in words, where that is new."""
    words = f"The papers prove that it is R{other}; people have worked on both."
    known = [row for row in tx.find("suggestion", report=report, kind="same") if row["words"] == words]
    values = {"document": document, "report": report, "kind": "same", "words": words, "quote": None,
              "other": json.dumps({"report": other})}  # fmt: skip
    return [f"R{report}: {words}"] if _ask(desk, tx, known, values) else []


def _by_day(library: Library, reports: Iterable[int]) -> list[int]:
    """Reports in the order of what papers tell of them first; those that only people entered last."""
    return sorted(reports, key=lambda report: library.told_by(report) or ("~", "", report))


def _asked(tx: Tx, heard: set[int]) -> Iterator[tuple[dict[str, Any], frozenset[int]]]:
    """What is asked of two reports of one title, or was, with the two as they are told now.

    Only where both were heard, are one now, or one of them is gone.
    """
    away = {ref for (ref,) in tx.ask("SELECT ref FROM report WHERE state IS NULL").fetchall()}
    for row in tx.find("suggestion", kind="same"):
        other = json.loads(row["other"]).get("report")
        if not (other and row["report"]) or not row["words"].startswith(_ALIKE.partition("R{}")[0]):
            continue
        pair = frozenset(told_as(tx, ref) if ref in away else ref for ref in (int(row["report"]), int(other)))
        if len(pair) < 2 or pair <= heard or pair & away:
            yield row, pair


def _ask(desk: Desk, tx: Tx, known: list[dict[str, Any]], values: dict[str, Any]) -> bool:
    """Asks once; whether it was not asked before. What a person has answered is not asked again."""
    if any(row["answer"] is not None and row["answered_by"] not in _NOBODY for row in known):
        return False
    waiting = [row for row in known if row["answer"] is None]
    for row in waiting[1:]:  # of two reports that are one since
        _close(desk, tx, row)
    waits = waiting[0] if waiting else None
    again = waits or next(iter(known), None)
    if again is None:
        tx.put("suggestion", values, who=desk.who, now=desk.now(), why=FROM_A_PAPER)
        return True
    asked = values | {"document": again["document"], "answer": None, "answered_by": None, "answered_on": None}
    if waits is None or any(again[name] != value for name, value in asked.items()):
        tx.put("suggestion", asked, ref=again["ref"], who=desk.who, now=desk.now(), why=FROM_A_PAPER)
    return waits is None


def _close(desk: Desk, tx: Tx, row: dict[str, Any]) -> None:
    values = {"answer": "no", "answered_by": NO_LONGER, "answered_on": desk.today}
    tx.put("suggestion", values, ref=row["ref"], who=desk.who, now=desk.now(), why=FROM_A_PAPER)
