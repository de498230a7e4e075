"""Meetings that were moved: which papers tell of one meeting, whichever was read first.

A paper that says a meeting was moved makes what others tell of its first day and of its new one a single meeting. Taken
back, they are two again.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from db.tx import Tx
from states.days import On
from workflow.desk import Desk
from workflow.importers.reading import Meeting
from workflow.intake.doubts import doubts_of, raise_doubts
from workflow.intake.library import Library
from workflow.intake.names import FROM_A_PAPER, Names, touched
from workflow.intake.reconciling import reconcile
from workflow.intake.sittings import look_again, met, time_in
from workflow.intake.stood import record_of
from workflow.records import meetings
from workflow.records.resting import resting

_Told = tuple[dict[str, Any], Meeting]
"""A meeting as a paper lists it, and the row that says which meeting that is here."""


def regroup(desk: Desk, tx: Tx, names: Names, library: Library, body: int, days: Iterable[date]) -> None:
    """Brings the meetings of a body about these days to what papers tell of them; the reports there follow."""
    refs, told = _about(tx, library, body, set(days))
    rests = {ref: resting(tx, ref) for ref in refs}
    free = sorted(refs)
    groups = _groups(told)
    mine: list[int] = []
    changed = False
    for group in sorted(groups, key=lambda g: not any(_its_day(tx, row, listed) for row, listed in g)):
        held_now = sorted(group, key=lambda two: not _its_day(tx, *two))
        ref = next((int(row["meeting"]) for row, _ in held_now if row["meeting"] in free), None)
        ref = ref if ref is not None else next((r for r in free if _only_met(tx, r, group, told)), None)
        if ref is None:
            now = met([listed for _, listed in group], desk.today)
            ref = meetings.add(
                desk, body, On.day(now.day) if now.day else On(), time=time_in(now.time), venue=now.venue,
                reference=now.reference, status=now.status, why=FROM_A_PAPER, tx=tx,
            )  # fmt: skip
        free = [one for one in free if one != ref]
        mine.append(ref)
        for row, _ in group:
            if row["meeting"] != ref:
                tx.put("finding", {"meeting": ref}, ref=row["ref"], who=desk.who, now=desk.now(), why=FROM_A_PAPER)
                changed = True
    for ref in free:
        if any(_only_met(tx, ref, group, []) for group in groups) and _untouched(tx, ref, rests[ref]):
            tx.put("meeting", {"gone": True}, ref=ref, who=desk.who, now=desk.now(), why=FROM_A_PAPER)
            changed = True
    for ref in mine:
        changed = look_again(desk, tx, library, ref, None)[0] or changed
    names.met.update((*refs, *mine))
    if changed:
        for report in sorted({one for found in rests.values() for one in found}):
            _follow(desk, tx, names, library, report)
        for ref in mine:
            look_again(desk, tx, library, ref, None)


def _about(tx: Tx, library: Library, body: int, days: set[date]) -> tuple[set[int], list[_Told]]:
    """The meetings of a body that these days lead to, and what papers tell of them."""
    refs: set[int] = set()
    told: dict[int, _Told] = {}
    seen: set[date] = set()
    while days - seen:
        day = min(days - seen)
        seen.add(day)
        for name in ("day", "moved_from"):
            refs |= {int(row["ref"]) for row in tx.find("meeting", body=body, gone=False, **{name: day})}
        for ref in refs:
            for row in tx.find("finding", kind="meeting", meeting=ref, gone=None):
                listed = library.document(int(row["document"])).meetings[int(row["place"])]
                told[int(row["ref"])] = row, listed
                days |= {each for each in (listed.date, listed.moved_from) if each}
    return refs, [told[ref] for ref in sorted(told)]


def _groups(told: list[_Told]) -> list[list[_Told]]:
    """What is told of one meeting: under one reference, or on one day, its first day and its new one."""
    groups: list[list[_Told]] = []
    for one in told:
        homes = [group for group in groups if any(_one(one[1], other) for _, other in group)]
        groups = [group for group in groups if group not in homes] + [[*(two for g in homes for two in g), one]]
    return sorted(groups, key=lambda group: min(int(row["ref"]) for row, _ in group))


def _one(one: Meeting, other: Meeting) -> bool:
    if one.reference and other.reference:
        return one.reference == other.reference
    return bool(_days(one) & _days(other))


def _days(listed: Meeting) -> set[date]:
    return {day for day in (listed.date, listed.moved_from) if day}


def _its_day(tx: Tx, row: dict[str, Any], listed: Meeting) -> bool:
    """Whether the meeting that a paper lists is on record for the day that it says."""
    meeting = tx.get("meeting", int(row["meeting"]))
    return bool(meeting and listed.date and meeting["day"] == listed.date.isoformat())


def _only_met(tx: Tx, ref: int, group: list[_Told], told: list[_Told]) -> bool:
    """Whether a meeting that no paper lists is on a day of these."""
    row = tx.get("meeting", ref)
    if row is None or not row["day"] or any(other["meeting"] == ref for other, _ in told):
        return False
    return date.fromisoformat(row["day"]) in {day for _, listed in group for day in _days(listed)}


def _untouched(tx: Tx, ref: int, reports: Iterable[int]) -> bool:
    return not touched(tx, ref) and all(record_of(tx, report).untouched for report in reports)


def _follow(desk: Desk, tx: Tx, names: Names, library: Library, report: int) -> None:
    """A report is brought to its papers again, since the meetings it stands at are others now."""
    findings = library.of_report(report)
    if findings:
        told = reconcile(desk, tx, names, report, findings)
        raise_doubts(desk, tx, None, report, doubts_of(told), of=library.told_here(report))
