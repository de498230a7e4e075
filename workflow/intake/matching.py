"""Which report a finding belongs to: the one it proves, never the one it merely resembles.

Two recommendations are the same only if report, from and to agree and the words match once quotes, spaces and case
are evened; an officers' recommendation never merges with a committee's.
"""

import msgspec

from db import queries
from db.tx import Tx
from states.acts import Entry, MoveAct
from states.case import Case, Recommendation, decode_case
from states.facts import Proposal
from states.standing import standing
from states.words import BodyKind, Move
from workflow.evened import evened
from workflow.intake.findings import Finding


class Match(msgspec.Struct, frozen=True):
    """The report a finding belongs to (0: a new one), and reports that look like it without proof."""

    report: int
    alike: tuple[int, ...] = ()


def match(tx: Tx, finding: Finding) -> Match:
    """The report with the same title that shares a recommendation, the meeting, or the papers' reference."""
    alike = []
    for report in _titled(tx, finding.title):
        found = tx.report(report)
        if found is None:
            continue
        if _proved(decode_case(found.folded), finding):
            return Match(report)
        alike.append(report)
    return Match(0, tuple(alike))


def _titled(tx: Tx, title: str) -> list[int]:
    """The reports of a title, whichever apostrophes it is printed with."""
    words = " ".join(title.split())
    spellings = dict.fromkeys((words, words.replace("’", "'"), words.replace("'", "’")))
    found = [row.report for spelling in spellings for row in tx.all(queries.BY_TITLE, title=spelling)]
    return sorted(set(found))


def _proved(case: Case, finding: Finding) -> bool:
    if finding.reference and case.reference == finding.reference:
        return True
    if any(same(r, p) for r in case.recommendations for p in finding.proposals):
        return True
    if not finding.heard or not finding.meeting_on.exact or not finding.body:
        return False
    return any(
        x.meeting.on.exact == finding.meeting_on.exact
        and x.meeting.body is not None
        and evened(x.meeting.body.name) == evened(finding.body)
        for x in case.listings
    )


def same(made: Recommendation, proposal: Proposal) -> bool:
    """Whether a recommendation on file and one in a paper are one and the same."""
    officers = proposal.from_.kind is BodyKind.OFFICER
    return (
        made.proposal == officers
        and evened(made.text) == evened(proposal.text)
        and evened(made.from_.name) == evened(proposal.from_.name)
        and evened(made.to.name) == evened(proposal.to.name)
    )


def latest(tx: Tx, report: int, move: Move) -> Entry | None:
    """The latest standing entry of a move, as amended; None without one."""
    found = [e for _, e in standing(tx.entries(report)) if isinstance(e.act, MoveAct) and e.act.move == move]
    return found[-1] if found else None
