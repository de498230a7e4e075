"""The papers' words on a report: they stand there as long as a paper that is told of it says so."""

from collections.abc import Sequence

from msgspec.structs import replace

from db.tx import Tx
from states.acts import CorrectAct, Source, SourceAct
from states.case import Case, decode_case
from states.facts import Proposal
from workflow.desk import Desk
from workflow.engine import act_on
from workflow.evened import evened
from workflow.intake.names import FROM_A_PAPER
from workflow.intake.pairing import key
from workflow.intake.stood import record_of
from workflow.intake.story import Story

Words = tuple[str, str, str]
"""By which two sources are the same: the paper's path, the quotation, and what it proves."""


def _words(source: Source) -> Words:
    return source.path, source.quote, source.about


def prove(desk: Desk, tx: Tx, report: int, story: Story, made: Sequence[tuple[Proposal, ...]]) -> int:
    """Brings the papers' words on a report to those that tell it now, one entry a paper; how many entries are new.

    `made` are the recommendations of each event of the story, as they are entered.
    """
    wanted = _wanted(_case(tx, report), story, made)
    _no_longer(desk, tx, report, wanted)
    have = {_words(source) for _, source in _case(tx, report).sources}
    fresh: dict[str, list[Source]] = {}
    for words, source in wanted.items():
        if words not in have:
            fresh.setdefault(source.sha256, []).append(source)
    for sources in fresh.values():
        act_on(desk, tx, report, SourceAct(tuple(sources)))
    return len(fresh)


def _wanted(case: Case, story: Story, made: Sequence[tuple[Proposal, ...]]) -> dict[Words, Source]:
    numbers = {(evened(r.text), evened(r.from_.name), evened(r.to.name)): r.number for r in case.recommendations}
    wanted: dict[Words, Source] = {}
    for event, recommendations in zip(story.events, made, strict=True):
        words = list(event.sources)
        for proposal, entered in zip(event.proposals, recommendations, strict=True):
            number = numbers.get(key(entered))
            words += [replace(s, about=f"recommendation {number}") for s in proposal.sources if number]
        for source in words:
            wanted.setdefault(_words(source), source)
    return wanted


def _no_longer(desk: Desk, tx: Tx, report: int, wanted: dict[Words, Source]) -> None:
    """Strikes words that papers brought and that prove nothing now; those a person attached have no digest."""
    for entry in record_of(tx, report).sources:
        if isinstance(entry.act, SourceAct):
            loose = [_words(s) for s in entry.act.sources if s.sha256 and s.about != "promise"]
            if any(words not in wanted for words in loose):
                act_on(desk, tx, report, CorrectAct(entry.number, FROM_A_PAPER, papers=True))


def _case(tx: Tx, report: int) -> Case:
    row = tx.report(report)
    return decode_case(row.folded) if row else Case()
