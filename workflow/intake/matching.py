"""Which report a finding belongs to: the one it proves, never the one it merely resembles.

A decision's reference proves; a minute number with its body and year proves; a title proves with a recommendation in
the same words, or with the meeting. Less than that is a suggestion. An officers' recommendation proves no committee's.
"""

import msgspec

from db import queries
from states.case import Case
from workflow.evened import evened
from workflow.intake.agreeing import meets, same_minute
from workflow.intake.claims import OFFICERS, Finding, Proposed
from workflow.intake.library import Library
from workflow.intake.story import proposal_key
from workflow.intake.titles import bare_title


class Match(msgspec.Struct, frozen=True):
    """The reports a finding proves to be of, the earliest first; and those that look like it without proof."""

    proved: tuple[int, ...] = ()
    alike: tuple[int, ...] = ()


def match(library: Library, one: Finding) -> Match:
    """The reports that a finding is of, and those whose title it has."""
    proved: set[int] = set()
    alike: set[int] = set()
    for report in _titled(library, one):
        if _proved(library, report, one):
            proved.add(report)
        else:
            alike.add(report)
    if one.reference:
        proved.update(library.rows(reference=one.reference))
        proved.update(row.report for row in library.tx.all(queries.BY_REFERENCE, reference=one.reference))
    if one.minute and "/" in one.minute and one.body:
        proved.update(r for r in _minuted(library, one) if not _other_reference(library, r, one))
    standing = {r for r in proved if library.case(r).state is not None}
    return Match(tuple(sorted(standing)), tuple(sorted(alike - proved)))


def _titled(library: Library, one: Finding) -> set[int]:
    """The reports of a title, on file or in any paper, whichever apostrophes it is printed with."""
    words = " ".join(one.title.split())
    spellings = dict.fromkeys((words, words.replace("’", "'"), words.replace("'", "’")))
    found = {row.report for spelling in spellings for row in library.tx.all(queries.BY_TITLE, title=spelling)}
    found.update(library.rows(title=bare_title(one.title)[:300]))
    return {report for report in found if library.case(report).state is not None}


def _minuted(library: Library, one: Finding) -> set[int]:
    found = set(library.rows(minute=one.minute, body=evened(one.body)[:300]))
    for row in library.tx.all(queries.MINUTES, minute=one.minute):
        if row.body and evened(row.body) == evened(one.body):
            found.add(row.report)
    return found


def _other_reference(library: Library, report: int, one: Finding) -> bool:
    known = library.case(report).reference
    return bool(one.reference and known and known != one.reference)


def _proved(library: Library, report: int, one: Finding) -> bool:
    """Whether a report of the same title is the same for certain."""
    case = library.case(report)
    if _other_reference(library, report, one):
        return False
    return _in_case(case, one) or any(proves(other, one) for other in library.of_report(report))


def _in_case(case: Case, one: Finding) -> bool:
    if one.reference and case.reference == one.reference:
        return True
    made = {
        (r.proposal, evened(r.text), OFFICERS if r.proposal else evened(r.from_.name), evened(r.to.name))
        for r in case.recommendations
    }
    if any(_key(p) in made for p in one.made):
        return True
    if one.on.exact is None or not one.body:
        return False
    return any(
        x.meeting.on.exact == one.on.exact
        and x.meeting.body is not None
        and evened(x.meeting.body.name) == evened(one.body)
        for x in case.listings
    )


def _key(one: Proposed) -> tuple[object, ...]:
    officers, text, from_, to = proposal_key(one)
    return officers, text, OFFICERS if officers else from_, to


def proves(one: Finding, other: Finding) -> bool:
    """Whether two findings of one title are of one report: a recommendation, the meeting, or the minute is the same."""
    if one.reference and other.reference:
        return one.reference == other.reference
    if {proposal_key(p) for p in one.made} & {proposal_key(p) for p in other.made}:
        return True
    same_body = one.body is not None and other.body is not None and evened(one.body) == evened(other.body)
    if same_body and one.on.exact and one.on.exact == other.on.exact:
        return True
    if not one.minute or not other.minute or not same_minute(one.minute, other.minute):
        return False
    unknown = one.body is None or other.body is None
    return (same_body or unknown) and meets(one.on, other.on)


def connected(one: Finding, other: Finding) -> bool:
    """Whether two findings prove to be of one report, whatever else was read."""
    if one.reference and other.reference:
        return one.reference == other.reference
    if bare_title(one.title) == bare_title(other.title) and proves(one, other):
        return True
    numbered = one.minute is not None and "/" in one.minute and one.minute == other.minute
    return numbered and one.body is not None and evened(one.body) == evened(other.body)
