"""Papers drawn at random from a small council's business: the order of import never changes the record.

Taken back, a paper has never been; read again, it is as it was.
"""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from papers_told import (
    BOARD,
    CABINET,
    COUNCIL,
    Intake,
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

from workflow.importers.reading import CallIn, Document, Earlier, Meeting, Promise
from workflow.intake.undoing import undo

DAYS = [date(2025, 3, 3), date(2025, 3, 7), date(2025, 4, 4), date(2025, 5, 6), date(2025, 6, 10)]
TITLES = ["Family hubs in the north", "Library opening hours", "Commissioned day centres"]
TEXTS = ["Keep the hubs open.", "Publish a map.", "Ask the ward councillors."]
CALLERS = ["Ms Mel Dale", "Mr Barry Lowe", "Mrs Jo Mead"]
SCRUTINY = [BOARD, "Health Scrutiny Panel"]

days, titles = st.sampled_from(DAYS), st.sampled_from(TITLES)
maybe_day = st.one_of(st.none(), days)
references = st.sampled_from([None, None, "24/00093", "24/00101"])
minute = st.sampled_from([None, "12", "34"])
texts = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3, unique=True)
callers = st.lists(st.sampled_from(CALLERS), min_size=2, max_size=2, unique=True)


@st.composite
def scrutinised(draw) -> Document:
    body, day = draw(st.sampled_from(SCRUTINY)), draw(maybe_day)
    common = {"minute": draw(minute), "reference": draw(references)}
    one = draw(st.sampled_from(["asks", "resolved", "noted", "truncated"]))
    if one == "asks":
        told = asks(draw(titles), *draw(texts), from_=body, **common)
    else:
        told = item(draw(titles), one, *(["To hear again."] if one == "resolved" else []), **common)
    if draw(st.booleans()):
        told = replace(
            told, earlier=(Earlier("12/23", CABINET, "further to Minute 12/23"),),
            promises=(Promise(draw(maybe_day), "soon", CABINET, "to be considered by Cabinet soon"),),
        )  # fmt: skip
    return minutes(draw(st.sampled_from([body, None])), day, told)


@st.composite
def noted_to_cabinet(draw) -> Document:
    told = asks(draw(titles), *draw(texts), reference=draw(references))
    return note(draw(maybe_day), told, met=draw(maybe_day))


@st.composite
def of_a_decision(draw) -> Document:
    reference, title = draw(st.sampled_from(["24/00093", "24/00101"])), draw(titles)
    kind = draw(st.sampled_from(["record", "form", "report", "council", "cabinet", "back"]))
    day = draw(days)
    if kind == "record":
        return decided(title, reference, day, "To close two hubs.", key=draw(st.sampled_from([None, True])))
    if kind == "form":
        return called_in(f"Call-in of {reference}", reference, *draw(callers))
    if kind == "report":
        told = CallIn(callers=tuple(draw(callers)), decision=reference, quote="called in", ruled="valid")
        steps = [step("decide", day, CABINET, decision=reference)] if draw(st.booleans()) else []
        steps += [step("refer_to_council", draw(days), BOARD, decision=reference)] if draw(st.booleans()) else []
        return looks_back(f"Report on {title}", reference, draw(days), *steps, call_in=told)
    if kind == "back":
        sent = step("refer_back", day, BOARD, decision=reference)
        return minutes(BOARD, day, item(title, "referred", "To think again.", reference=reference, steps=(sent,)))
    if kind == "cabinet":
        again = step("reconsider", day, CABINET, draw(st.sampled_from(["confirmed", "amended", None])), reference)
        return minutes(CABINET, day, item(title, "resolved", "To confirm it.", reference=reference, steps=(again,)))
    over = step("release", day, COUNCIL, draw(st.sampled_from(["comments", "no_comment", None])), reference)
    return minutes(
        COUNCIL, day, item(title, "resolved", "To comment.", reference=reference, steps=(over,), minute="300")
    )


@st.composite
def others(draw) -> Document:
    kind = draw(st.sampled_from(["agenda", "decided", "answers", "list"]))
    day = draw(days)
    if kind == "agenda":
        return agenda(
            draw(st.sampled_from([*SCRUTINY, CABINET])), day, item(draw(titles), agenda="5", reference=draw(references))
        )
    if kind == "decided":
        return minutes(
            CABINET,
            day,
            item(draw(titles), "resolved", "To go ahead.", minute=draw(minute), reference=draw(references)),
        )
    if kind == "answers":
        reply = answered(draw(titles), day, *((text, "accepted") for text in draw(texts)))
        return replace(reply, items=(replace(reply.items[0], reference=draw(references)),))
    status = draw(st.sampled_from(["held", "cancelled", "scheduled"]))
    reference = draw(st.sampled_from([None, f"1{day:%m%d}"]))
    return paper("meeting_list", body=BOARD, meetings=(Meeting(BOARD, day, status, reference),))


papers = st.lists(
    st.one_of(scrutinised(), noted_to_cabinet(), of_a_decision(), others()), min_size=2, max_size=6,
    unique_by=lambda one: one.sha256,
)  # fmt: skip


def of(order: list[Document]) -> object:
    here = Intake()
    here.read(*order)
    found = here.photograph()
    here.close()
    return found


def in_any_order(found: list[Document], order: list[Document]) -> None:
    assert of(order) == of(found)


def taken_back(found: list[Document], gone: list[Document]) -> None:
    here = Intake()
    here.read(*found)
    whole = here.photograph()
    numbers = [row["ref"] for one in gone for row in here.rows("document", sha256=one.sha256)]
    done = undo(here.desk, numbers, "a mistake")
    assert done.kept == ()
    assert here.photograph() == of([one for one in found if one not in gone])
    here.read(*gone)
    assert here.photograph() == whole
    here.close()


shuffled = papers.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found)))
parted = papers.flatmap(
    lambda found: st.tuples(st.just(found), st.lists(st.sampled_from(found), min_size=1, unique_by=id))
)


@settings(max_examples=25)
@given(shuffled)
def test_the_order_of_import_never_changes_the_record(two):
    in_any_order(*two)


@settings(max_examples=15)
@given(parted)
def test_what_is_taken_back_has_never_been_and_read_again_it_is_as_it_was(two):
    taken_back(*two)


@pytest.mark.heavy
@settings(max_examples=800)
@given(shuffled)
def test_the_order_of_import_never_changes_the_record_many_times_over(two):
    in_any_order(*two)


@pytest.mark.heavy
@settings(max_examples=500)
@given(parted)
def test_what_is_taken_back_has_never_been_many_times_over(two):
    taken_back(*two)
