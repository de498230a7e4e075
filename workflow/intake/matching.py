"""Which report a finding belongs to: the one it proves, never the one it merely resembles.

A decision's reference proves; a minute number with its body and year proves; a title proves with a recommendation in
the same words, or with the meeting. Less than that is a suggestion. An officers' recommendation proves no committee's.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from db import queries
from states.facts import Proposal
from states.words import BodyKind
from workflow.evened import evened
from workflow.intake.agreeing import meets, same_minute
from workflow.intake.answers_proved import answer_together, answering, answers, answers_case
from workflow.intake.claims import OFFICERS, Finding, Proposed
from workflow.intake.library import Library
from workflow.intake.stood import Stood, by_papers, record_of
from workflow.intake.story import proposal_key
from workflow.intake.titles import bare_title, matter_of
from workflow.intake.waiting import waiting
from workflow.lookups import told_as


def match(library: Library, one: Finding) -> tuple[int, ...]:
    """The reports that a finding proves to be of, the one that was begun first before the others."""
    named = titled(library, one)
    proved: set[int] = set()
    for report in named | answering(library, one) | waiting(library, one):
        by_people = _by_people if report in named else _answered_to_people
        if by_people(library, report, one) or any(connected(other, one) for other in library.of_report(report)):
            proved.add(report)
    if one.reference:
        proved.update(library.rows(reference=one.reference))
        proved.update(row.report for row in library.tx.all(queries.BY_REFERENCE, reference=one.reference))
    if one.minute and "/" in one.minute and one.body:
        proved.update(_minuted(library, one))
    return tuple(sorted(r for r in proved if library.case(r).state is not None))


def titled(library: Library, one: Finding) -> set[int]:
    """The reports of a finding's title."""
    return called(library, one.title)


def called(library: Library, title: str) -> set[int]:
    """The reports of a title, on file or in any paper, whichever apostrophes it is printed with."""
    words = " ".join(title.split())
    spellings = dict.fromkeys((words, matter_of(title), words.replace("’", "'"), words.replace("'", "’")))
    found = {row.report for spelling in spellings for row in library.tx.all(queries.BY_TITLE, title=spelling)}
    found.update(library.rows(title=matter_of(title)[:300]))
    return {report for report in found if library.case(report).state is not None}


def loose(library: Library, ones: Sequence[Finding]) -> list[tuple[dict[str, Any], Finding]]:
    """What papers named without saying anything of it, and what proves now to be of the same report as these."""
    found: dict[int, tuple[dict[str, Any], Finding]] = {}
    waiting = list(ones)
    while waiting:
        one = waiting.pop()
        for row in _near(library, one):
            if row["report"] or row["ref"] in found:
                continue
            other = library.finding(int(row["document"]), int(row["place"]))
            if other is not None and connected(other, one):
                found[int(row["ref"])] = row, other
                waiting.append(other)
    return [found[ref] for ref in sorted(found)]


def _near(library: Library, one: Finding) -> Iterator[dict[str, Any]]:
    """What papers say that has the title, the reference or the minute of a finding."""
    tx = library.tx
    yield from tx.find("finding", kind="item", gone=None, title=matter_of(one.title)[:300] or None)
    if one.reference:
        yield from tx.find("finding", kind="item", gone=None, reference=one.reference)
    if one.minute and "/" in one.minute and one.body:
        yield from tx.find("finding", kind="item", gone=None, minute=one.minute, body=evened(one.body)[:300])


def _minuted(library: Library, one: Finding) -> set[int]:
    """The reports under a minute number, of its body, in papers or as people entered it."""
    found: set[int] = set()
    for row in library.tx.find("finding", kind="item", gone=None, minute=one.minute, body=evened(one.body)[:300]):
        other = library.finding(int(row["document"]), int(row["place"]))
        if row["report"] and other is not None and connected(other, one):
            found.add(told_as(library.tx, int(row["report"])))
    for line in library.tx.all(queries.MINUTES, minute=one.minute):
        if line.body and evened(line.body) == evened(one.body) and _people_met(library, line.report, one):
            found.add(line.report)
    return found


def _by_people(library: Library, report: int, one: Finding) -> bool:
    """Whether a report of the title is the same for certain by what people entered on it."""
    known = library.case(report).reference
    if one.reference and known and known != one.reference:
        return False
    made = {_made(p) for s in _people(library, report) for p in s.facts.recommendations}
    if any(_key(p) in made for p in one.made) or _people_met(library, report, one):
        return True
    return _answered_to_people(library, report, one)


def _answered_to_people(library: Library, report: int, one: Finding) -> bool:
    """Whether a finding answers for certain what people entered as recommended, whatever it is called."""
    if one.asked is None:
        return False
    people = [p for s in _people(library, report) for p in s.facts.recommendations]
    return answers_case(library.case(report).title, people, one)


def _made(one: Proposal) -> tuple[object, ...]:
    officers = one.from_.kind is BodyKind.OFFICER
    return officers, evened(one.text), OFFICERS if officers else evened(one.from_.name), evened(one.to.name)


def _people(library: Library, report: int) -> list[Stood]:
    return [s for s in record_of(library.tx, report).moves if not by_papers(s.entry.act)]


def _people_met(library: Library, report: int, one: Finding) -> bool:
    """Whether people entered that a report was dealt with, or is to be, at the finding's meeting."""
    if one.on.exact is None or not one.body:
        return False
    for stood in _people(library, report):
        meeting = stood.facts.meeting
        if meeting and meeting.on == one.on and meeting.body and evened(meeting.body.name) == evened(one.body):
            return True
    return False


def _key(one: Proposed) -> tuple[object, ...]:
    officers, text, from_, to = proposal_key(one)
    return officers, text, OFFICERS if officers else from_, to


def connected(one: Finding, other: Finding) -> bool:
    """Whether two findings prove to be of one report, whatever else was read."""
    if one.reference and other.reference:
        return one.reference == other.reference
    if bare_title(one.title) == bare_title(other.title) and proves(one, other):
        return True
    if answers(one, other) or answers(other, one) or answer_together(one, other):
        return True
    numbered = one.minute is not None and "/" in one.minute and one.minute == other.minute
    return numbered and one.body is not None and other.body is not None and evened(one.body) == evened(other.body)


def proves(one: Finding, other: Finding) -> bool:
    """Whether two findings of one title are of one report: a recommendation, the meeting, or the minute is the same."""
    if {proposal_key(p) for p in one.made} & {proposal_key(p) for p in other.made}:
        return True
    same_body = one.body is not None and other.body is not None and evened(one.body) == evened(other.body)
    if same_body and one.on.exact and one.on.exact == other.on.exact:
        return True
    if not one.minute or not other.minute or not same_minute(one.minute, other.minute):
        return False
    unknown = one.body is None or other.body is None
    return (same_body or unknown) and meets(one.on, other.on)
