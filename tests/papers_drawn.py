"""Papers drawn at random, told of two stories: a decision that was called in, and recommendations made to Cabinet.

Papers of one story differ in what real ones differ in: title, day, callers, who decided, whether it was key, whether
they name the decision at all.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace
from papers_told import (
    BOARD,
    CABINET,
    COUNCIL,
    agenda,
    answered,
    asks,
    called_in,
    decided,
    item,
    looks_back,
    minutes,
    note,
    paper,
    step,
)

from workflow.importers.reading import (
    Answered,
    Asked,
    CallIn,
    Decision,
    Document,
    Earlier,
    Item,
    Link,
    Meeting,
    Progress,
    Promise,
    Resolution,
)

Draw = Callable[[st.SearchStrategy[Any]], Any]

REF, OTHER = "24/00093", "24/00101"
TITLES = ["Commissioned day centres", "Commissioned day centres in the north", "Day care"]
DAYS = [date(2025, 1, 17), date(2025, 1, 20), date(2025, 1, 29), date(2025, 3, 4), date(2025, 3, 13), date(2025, 6, 10)]
MAKERS = ["Mrs Ann Rowan, Cabinet Member for Adults", "Cabinet Member for Adults", "Mr Ted Hale, Leader", CABINET]
CALLERS = ["Ms Mel Dale", "Mr Barry Lowe", "Mrs Jo Mead"]
TEXTS = ["Keep both day centres open.", "Publish a map of what is near.", "Ask the members of both wards."]
PANEL = "Health Scrutiny Panel"

titles, days = st.sampled_from(TITLES), st.sampled_from(DAYS)
maybe_day = st.one_of(st.none(), days)
references = st.sampled_from([REF, REF, REF, None, OTHER])
minute_numbers = st.sampled_from([None, "12", "12/24", "34"])
yes_no = st.sampled_from([None, True, False])
boards = st.sampled_from([BOARD, BOARD, PANEL])
callers = st.lists(st.sampled_from(CALLERS), min_size=2, max_size=2, unique=True).map(tuple)
texts = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3, unique=True)


@st.composite
def record_of_decision(draw: Draw) -> Document:
    """A record, or what another council's page says of the same decision."""
    return decided(
        draw(titles), draw(references), draw(days), *draw(texts), maker=draw(st.sampled_from(MAKERS)),
        key=draw(yes_no), callable=draw(yes_no), published=draw(maybe_day),
    )  # fmt: skip


@st.composite
def proposed_record(draw: Draw) -> Document:
    """A decision that is still to come, and before which meeting it goes."""
    facts = Decision(maker=CABINET, reference=draw(references), key=draw(yes_no), proposed=True)
    one = Item(draw(titles), "proposed", reference=facts.reference, decision=facts, resolutions=())
    met = (Meeting(PANEL, draw(days), "scheduled"),) if draw(st.booleans()) else ()
    return paper("decision", one, body=CABINET, meetings=met)


@st.composite
def call_in_form(draw: Draw) -> Document:
    """A call-in form, with or without the day it came."""
    ref = draw(st.sampled_from([REF, REF, OTHER]))
    form = called_in(f"Call-in of {ref}", ref, *draw(callers))
    told = replace(form.items[0].call_in, received=draw(maybe_day))
    return paper("call_in", replace(form.items[0], call_in=told))


STEPS = {
    BOARD: ["refer_back", "refer_to_council", "release"], CABINET: ["reconsider"], COUNCIL: ["release", "reconsider"],
}  # fmt: skip
RESULTS = {
    "release": ["comments", "no_comment", None], "reconsider": ["confirmed", "amended", "to_council", "rescinded", None]
}  # fmt: skip


@st.composite
def minute_of_a_step(draw: Draw) -> Document:
    """A minute in which a call-in went on: referred back, referred to Council, released, thought over."""
    body, day = draw(st.sampled_from(list(STEPS))), draw(days)
    move = draw(st.sampled_from(STEPS[body]))
    result = draw(st.sampled_from(RESULTS[move])) if move in RESULTS else None
    ref = draw(references)
    taken = step(move, day, body, result, draw(st.sampled_from([ref, None])))
    one = item(draw(titles), "resolved", f"To {move}.", reference=ref, steps=(taken,), minute=draw(minute_numbers))
    if draw(st.booleans()):
        one = replace(one, from_=body, to="Executive", resolutions=(Resolution(1, TEXTS[0], TEXTS[0], "Executive"),))
    return minutes(body, day, one)


@st.composite
def looking_back(draw: Draw) -> Document:
    """A report, or an executive response, which tells what happened before."""
    ref, day = draw(st.sampled_from([REF, REF, OTHER])), draw(days)
    told = CallIn(callers=draw(callers), decision=ref, quote="called in", ruled=draw(st.sampled_from([None, "valid"])))
    steps = []
    if draw(st.booleans()):
        steps.append(step("decide", draw(days), draw(st.sampled_from([None, *MAKERS])), decision=ref))
    if draw(st.booleans()):
        steps.append(step("scrutinise", draw(days), draw(boards), decision=ref))
    if draw(st.booleans()):
        steps.append(step("refer_to_council", draw(maybe_day), BOARD, decision=ref))
    if draw(st.booleans()):
        steps.append(step("reconsider", draw(maybe_day), CABINET, draw(st.sampled_from(RESULTS["reconsider"])), ref))
    back = looks_back(f"Review of {draw(titles)}", ref, day, *steps, call_in=draw(st.sampled_from([told, None])))
    return replace(back, meetings=(Meeting(draw(st.sampled_from([COUNCIL, CABINET])), day, "scheduled"),))


@st.composite
def list_of_decisions(draw: Draw) -> Document:
    """A list of what Cabinet decided on a day."""
    day = draw(days)

    def one(title: str, ref: str | None) -> Item:
        facts = Decision(maker=CABINET, reference=ref, decided_on=day, key=draw(yes_no), quote="Decision")
        return item(title, "decided", "To close both.", reference=ref, decision=facts, minute=draw(minute_numbers))

    found = [one(draw(titles), draw(references))]
    found += [one("Pay policy", None)] if draw(st.booleans()) else []
    return paper("decision_list", *found, body=CABINET, date=day, meetings=(Meeting(CABINET, day, "held"),))


@st.composite
def agenda_with_it(draw: Draw) -> Document:
    """An agenda with the matter on it, its report perhaps to follow."""
    one = item(draw(titles), agenda="5", reference=draw(references), to_follow=draw(st.booleans()))
    return agenda(draw(st.sampled_from([BOARD, CABINET, COUNCIL])), draw(days), one, issued=draw(maybe_day))


@st.composite
def note_to_cabinet(draw: Draw) -> Document:
    """A note with recommendations, perhaps further to a minute, perhaps with what may be a link."""
    more: dict[str, Any] = {"reference": draw(st.sampled_from([None, None, REF]))}
    if draw(st.booleans()):
        more["earlier"] = (Earlier("12/23", draw(st.sampled_from([CABINET, None])), "further to Minute 12/23"),)
    if draw(st.booleans()):
        quote = "following the decision of March"
        more["suggested"] = (Link("following the decision", quote, "decision", CABINET, DAYS[0], DAYS[1]),)
    return note(draw(maybe_day), asks(draw(titles), *draw(texts), from_=draw(boards), **more), met=draw(maybe_day))


@st.composite
def minute_of_scrutiny(draw: Draw) -> Document:
    """A minute of a scrutiny body, with or without its day, whole or cut off, with what was promised."""
    body, how = draw(boards), draw(st.sampled_from(["asks", "resolved", "noted", "truncated"]))
    common = {"minute": draw(minute_numbers), "reference": draw(st.sampled_from([None, None, REF]))}
    if how == "asks":
        one = asks(draw(titles), *draw(texts), from_=body, **common)
    else:
        one = item(draw(titles), how, *(["To hear again."] if how == "resolved" else []), **common)
    if draw(st.booleans()):
        quote = draw(st.sampled_from(["to be considered by Cabinet soon", "an update to the Board in the summer"]))
        owner, to = draw(st.sampled_from([CABINET, BOARD])), draw(st.sampled_from([None, CABINET]))
        promise = Promise(draw(maybe_day), "soon", owner, quote, to, draw(st.booleans()))
        one = replace(one, promises=(promise,))
    return minutes(draw(st.sampled_from([body, body, None])), draw(maybe_day), one)


@st.composite
def minute_of_cabinet(draw: Draw) -> Document:
    """Cabinet's own minute: what it decided, and perhaps what it answered to the recommendations."""
    day, title = draw(days), draw(titles)
    one = item(title, draw(st.sampled_from(["resolved", "noted"])), "To go ahead.", minute=draw(minute_numbers))
    if draw(st.booleans()):
        said = tuple((text, draw(st.sampled_from(["accepted", "rejected", "deferred"]))) for text in draw(texts))
        one = replace(one, answers=answered(title, day, *said).items[0].answers)
    elif draw(st.booleans()):
        numbers = draw(st.sampled_from([(1,), (1, 2), ("all",)]))
        one = replace(one, answers=by_number(draw, *numbers), asked=draw(asked_of()))
    return minutes(CABINET, day, one)


def by_number(draw: Draw, *numbers: int | str) -> tuple[Answered, ...]:
    """Answers to recommendations that are named by their numbers alone, given on no day of their own."""
    words = {number: draw(st.sampled_from(["accepted", "rejected", "deferred"])) for number in numbers}
    return tuple(Answered(n, "", said, f"{n} be {said}", f"{n} be {said}", CABINET) for n, said in words.items())


def asked_of() -> st.SearchStrategy[Asked]:
    """Whose recommendations a paper answers, and perhaps of which meeting or minute."""
    minute = st.sampled_from([None, None, "12/24"])
    return st.builds(Asked, boards, maybe_day, minute, st.just("the recommendations of the Board"))


@st.composite
def answers_or_progress(draw: Draw) -> Document:
    """An executive response, or a tracker: what was answered, and how far each has come."""
    title, found = draw(titles), draw(texts)
    if draw(st.booleans()):
        said = ((text, draw(st.sampled_from(["accepted", "rejected"]))) for text in found)
        told_by = answered(title, draw(days), *said)
        if draw(st.booleans()):
            return told_by
        names = draw(st.sampled_from([f"{title} - Cabinet response", f"Cabinet response to the {BOARD}"]))
        one = replace(told_by.items[0], title=names, asked=draw(asked_of()))
        if draw(st.booleans()):
            one = replace(one, answers=tuple(replace(a, on=None) for a in one.answers))
        return paper("report", one, date=draw(maybe_day))
    told = tuple(
        Progress(n, draw(st.sampled_from(["on_track", "slipping", "complete", None])), f"Row {n}", on=draw(maybe_day),
                 action="To do it", owner="Director", due=draw(maybe_day))
        for n in range(1, len(found) + 1)
    )  # fmt: skip
    answers = by_number(draw, 1) if draw(st.booleans()) else ()
    answers = tuple(replace(a, asked=found[0]) for a in answers)
    return paper("other", replace(asks(title, *found), progress=told, answers=answers))


@st.composite
def list_of_meetings(draw: Draw) -> Document:
    """A list of meetings, in which some were cancelled or moved."""
    day, status = draw(days), draw(st.sampled_from(["held", "cancelled", "scheduled"]))
    first = draw(maybe_day) if status == "scheduled" else None
    one = Meeting(BOARD, day, status, draw(st.sampled_from([None, f"1{day:%m%d}"])), first if first != day else None)
    return paper("meeting_list", body=BOARD, meetings=(one,))


def some(*kinds: st.SearchStrategy[Document], most: int) -> st.SearchStrategy[list[Document]]:
    """A few papers of these kinds, no two the same."""
    return st.lists(st.one_of(*kinds), min_size=2, max_size=most, unique_by=lambda one: one.sha256)


of_a_call_in = some(
    record_of_decision(), record_of_decision(), proposed_record(), call_in_form(), minute_of_a_step(),
    minute_of_a_step(), looking_back(), note_to_cabinet(), list_of_decisions(), agenda_with_it(), most=6,
)  # fmt: skip
of_recommendations = some(
    note_to_cabinet(), minute_of_scrutiny(), minute_of_scrutiny(), minute_of_cabinet(), answers_or_progress(),
    agenda_with_it(), list_of_meetings(), most=6,
)  # fmt: skip
of_everything = some(
    record_of_decision(), proposed_record(), call_in_form(), minute_of_a_step(), looking_back(), note_to_cabinet(),
    list_of_decisions(), agenda_with_it(), minute_of_scrutiny(), minute_of_cabinet(), answers_or_progress(),
    list_of_meetings(), most=7,
)  # fmt: skip
