"""The move that answers recommendations: each answer is kept, its clock stops, and what was accepted is owed."""

from datetime import date

from msgspec.structs import replace

from states import recommendation as axes
from states.acts import Entry, MoveAct
from states.case import Case, Recommendation
from states.clocks_started import after_acceptance
from states.facts import Answer
from states.follow_ups import ANSWERS, stop
from states.rule_book import DateBook
from states.words import Clock, Ended, Response

_ACCEPTED = (Response.ACCEPTED, Response.ACCEPTED_IN_PART)


def respond(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """Recommendations are answered. Deferred is still awaiting: its clock runs on."""
    answers = {a.recommendation: a for a in act.facts.responses}
    answered = tuple(_answered(r, answers[r.number], entry) if r.number in answers else r for r in case.recommendations)
    case = replace(case, recommendations=answered)
    for number, answer in answers.items():
        if answer.answer is not Response.DEFERRED:
            ended_on = answer.on.last or day
            case = stop(case, entry.number, ended_on, lambda f, n=number: f.clock in ANSWERS and f.recommendation == n)  # type: ignore[misc]
    refused = {number for number, answer in answers.items() if answer.answer is Response.REJECTED}
    case = stop(
        case,
        entry.number,
        day,
        lambda f: f.clock is Clock.ACTION_DUE and f.recommendation in refused,
        ended=Ended.OVERTAKEN,
        why="rejected after all",
    )
    accepted = (r for r in case.recommendations if r.number in answers and r.response in _ACCEPTED)
    return after_acceptance(case, entry, act, accepted, day, book)


def _answered(found: Recommendation, answer: Answer, entry: Entry) -> Recommendation:
    """A recommendation with its answer. Only what is accepted has words as agreed."""
    if axes.refuse("response", found.number, found.response, answer.answer):
        return found
    response = axes.step("response", found.response, answer.answer)
    dated = answer if answer.on.last else replace(answer, on=entry.on)
    agreed = (answer.text_agreed or found.text_agreed) if response in _ACCEPTED else None
    return replace(found, response=response, answers=(*found.answers, dated), text_agreed=agreed)
