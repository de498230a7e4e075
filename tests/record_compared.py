"""The whole record as it can be compared with one that was entered in another order.

Nothing is left out but the numbers that only say in which order things were entered: an entry is called by its move
and day, a meeting by its body and day, a report by its title.
"""

import json
from typing import Any

import msgspec

from db.tx import Tx
from states.acts import FollowUpAct, MoveAct
from states.case import Case, decode_case
from workflow.intake.stood import record_of

_COUNTED = {"numbered", "took", "merged_into", "last_on"}
"""What a case says of how it came about; that a meeting changed since is an event of the day it was entered."""

_IN_ORDER = {
    "recommendations",
    "decisions",
    "call_ins",
    "reached",
    "timeline",
    "callers",
    "grounds",
    "choices",
    "papers",
}


def photograph(tx: Tx) -> Any:
    """All that is on the record: reports with all that is told of them, what waits for an answer, meetings."""
    cases = {ref: decode_case(tx.report(ref).folded) for ref in range(1, tx.next_ref("report"))}
    live = {ref: case for ref, case in cases.items() if case.state is not None}
    called = {ref: f"{case.title} ({case.reference})" for ref, case in cases.items()}
    for ref, case in cases.items():
        if case.merged_into:
            called[ref] = _at_last(ref, cases, called)
    meetings = {row["ref"]: f"{_body(tx, row['body'])} on {row['day']}" for row in tx.find("meeting")}
    return {
        "reports": sorted((_report(tx, ref, case, meetings) for ref, case in live.items()), key=_text),
        "warnings": sorted((_warning(row, called, meetings) for row in tx.find("warning", settled=None)), key=_text),
        "suggestions": sorted(
            (_suggestion(row, called) for row in tx.find("suggestion", answer=None)), key=_text
        ),
        "meetings": sorted(
            ({name: row[name] for name in ("day", "status", "reference", "moved_from", "time", "venue")}
             | {"body": _body(tx, row["body"])} for row in tx.find("meeting", gone=False)), key=_text),
        "bodies": sorted(f"{row['name']} {row['kind']}" for row in tx.find("body", gone=False)),
    }  # fmt: skip


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True, default=str)


def _at_last(ref: int, cases: dict[int, Case], called: dict[int, str]) -> str:
    while cases[ref].merged_into:
        ref = cases[ref].merged_into
    return called[ref]


def _body(tx: Tx, ref: int | None) -> str:
    row = tx.get("body", ref) if ref else None
    return row["name"] if row else ""


def _report(tx: Tx, ref: int, case: Case, meetings: dict[int, str]) -> Any:
    record = record_of(tx, ref)
    entries = {stood.entry.number: _named(stood.entry) for stood in record.stood}
    told = json.loads(msgspec.json.encode(case))
    told["timeline"] = sorted(
        ([str(s.entry.on), s.entry.act.move, json.loads(msgspec.json.encode(s.entry.act.facts))] for s in record.moves),
        key=_text,
    )
    told["sources"] = list({_text(source): source for _, source in told.get("sources", [])}.values())
    return _bare(told, "", entries, meetings)


def _named(entry: Any) -> str:
    act = entry.act
    if isinstance(act, MoveAct):
        return f"{act.move} {entry.on} {act.facts.maker or ''}"
    return f"{act.do} {act.quote or ''}" if isinstance(act, FollowUpAct) else type(act).__name__


def _bare(value: Any, name: str, entries: dict[int, str], meetings: dict[int, str]) -> Any:
    if isinstance(value, dict):
        here = {k: v for k, v in value.items() if k not in _COUNTED}
        if "clock" in here:
            here = {k: v for k, v in here.items() if k not in ("number", "key")}
        if {"name", "ref"} <= here.keys():
            del here["ref"]
        return {k: _entry(v, k, entries, meetings) for k, v in here.items()}
    if isinstance(value, list):
        found = [_bare(each, name, entries, meetings) for each in value]
        return found if name in _IN_ORDER else sorted(found, key=_text)
    return value


def _entry(value: Any, name: str, entries: dict[int, str], meetings: dict[int, str]) -> Any:
    if isinstance(value, int) and (name in ("entry", "decision") or name.endswith("_entry")):
        return entries.get(value, "?") if value else ""
    if name == "ref" and isinstance(value, int):
        return meetings.get(value, "")
    return _bare(value, name, entries, meetings)


def _warning(row: dict[str, Any], called: dict[int, str], meetings: dict[int, str]) -> Any:
    message = row["message"]
    for ref, name in meetings.items():
        message = message.replace(f"(M{ref})", f"({name})")
    fact = row["fact"] or ""
    return [row["code"], message, row["quote"], fact.partition(".")[2], row["choices"], called.get(row["report"] or 0)]


def _suggestion(row: dict[str, Any], called: dict[int, str]) -> Any:
    words, other = row["words"], json.loads(row["other"] or "{}")
    sides = called.get(row["report"] or 0)
    for ref, name in called.items():
        words = words.replace(f"R{ref} ", f"{name} ")
    if row["kind"] == "same":
        sides = sorted([str(sides), called.get(other.get("report", 0), "?")])
        return [row["kind"], sides]
    return [row["kind"], sides, words, row["quote"], other]
