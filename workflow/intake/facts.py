"""An event of a story as a move carries it: names become bodies, a body and a day become a meeting."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from states.case import Case, Recommendation
from states.days import On
from states.facts import (
    NO_FACTS,
    Answer,
    Facts,
    MakerKind,
    Progress,
    Proposal,
    Reconsidered,
    Released,
    Ruling,
    Sitting,
)
from states.recommendation import IMPLEMENTATIONS, RESPONSES
from states.words import BodyKind, Implementation, Move, Response
from workflow.evened import evened
from workflow.intake.answers_proved import same_words
from workflow.intake.names import Names
from workflow.intake.story import Event

_WORDS: dict[str, Any] = {
    "maker_kind": MakerKind, "ruled": Ruling, "reconsidered": Reconsidered, "release_outcome": Released,
}  # fmt: skip


def facts_of(event: Event, names: Names, case: Case) -> Facts:
    """The facts of an event. `case` is the report as it is now: answers name its recommendations by number."""
    plain: dict[str, Any] = {}
    for name, settled in event.facts.items():
        kind = _WORDS.get(name)
        if name == "scrutiny_body":
            plain[name] = names.body(settled.value)
        elif kind is None:
            plain[name] = settled.value
        elif settled.value in set(kind):
            plain[name] = kind(settled.value)
    facts = replace(NO_FACTS, **plain)
    meeting = _meeting(event, names)
    if meeting is not None:
        facts = replace(facts, meeting=meeting)
    if event.proposals:
        facts = replace(facts, recommendations=tuple(_proposal(p, names) for p in event.proposals))
    if event.replies:
        facts = replace(facts, responses=_answers(event, case))
    if event.progress:
        facts = replace(facts, progress=_progress(event, case))
    return facts


def _meeting(event: Event, names: Names) -> Sitting | None:
    if event.move is Move.LIST:
        return names.agenda(event.body, event.held)
    if event.move is Move.SCRUTINISE or (event.move is Move.UPDATE and event.met):
        return names.sitting(event.body, event.on)
    return names.sitting(event.body, event.on) if event.met and event.body and event.on.exact else None


def _proposal(one: Any, names: Names) -> Proposal:
    giver = names.body(one.from_, BodyKind.OFFICER if one.officers else None)
    return Proposal(one.text, giver, names.body(one.to), one.number)


def recommendation_meant(
    case: Case, asked: str, number: int | None, by: date | None = None, of: str | None = None
) -> int | None:
    """The recommendation that a paper's words, or else its number, mean; None when it is none of them for certain.

    Of those that were made `by` a day, where there are any: what was answered cannot have been asked later. `of` is
    the body that made it, where any is that body's: another's have the same numbers.
    """
    theirs = [r for r in case.real if of and evened(r.from_.name) == evened(of)] or case.real
    made = [r for r in theirs if by is None or (r.on.last or date.max) <= by]
    return _meant(made, asked, number) or (_meant(theirs, asked, number) if not made else None)


def _meant(made: Sequence[Recommendation], asked: str, number: int | None) -> int | None:
    words = evened(asked)
    found = [r.number for r in made if words and evened(r.text) == words]
    if not found and words:
        found = [r.number for r in made if same_words(asked, r.text)]
    if not found and not words and number is not None:
        found = [r.number for r in made if r.number == number]
    return found[0] if len(found) == 1 else None


def _answers(event: Event, case: Case) -> tuple[Answer, ...]:
    made: dict[int, Answer] = {}
    for reply in event.replies:
        number = recommendation_meant(case, reply.asked, reply.number, event.on.last, reply.of)
        if number is None or reply.answer not in set(RESPONSES):
            continue
        found = case.recommendation(number)
        by = reply.by or event.body or (found.to.name if found else None)
        on = On.day(reply.on) if reply.on else event.on
        made.setdefault(
            number,
            Answer(number, Response(reply.answer), by, on, reply.reasons, action_by=reply.due, owner=reply.owner),
        )
    return tuple(made[number] for number in sorted(made))


def _progress(event: Event, case: Case) -> tuple[Progress, ...]:
    made: dict[int, Progress] = {}
    for told in event.progress:
        number = recommendation_meant(case, told.asked, told.number, event.on.last)
        if number is not None and told.implementation in set(IMPLEMENTATIONS):
            made.setdefault(number, Progress(number, Implementation(told.implementation), told.note))
    return tuple(made[number] for number in sorted(made))
