"""A call-in told by six papers: decided by a Cabinet Member, called in, sent to Council, confirmed, let stand.

The first half is a case of this shape with invented names; the second half the real papers beside the project.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from papers_told import (
    CABINET,
    COUNCIL,
    Intake,
    agenda,
    called_in,
    decided,
    item,
    limbs,
    looks_back,
    minutes,
    paper,
    step,
    whatever_order,
)

from states.case import Case
from states.facts import MakerKind, Reconsidered, Released
from states.words import State
from workflow.importers.files import read_file
from workflow.importers.reading import CallIn, Document, Meeting
from workflow.intake.undoing import undo

REF, TITLE = "25/00417", "Commissioned day centres"
DECIDED, HEARD, AGAIN, LET_GO = date(2025, 5, 16), date(2025, 5, 28), date(2025, 6, 10), date(2025, 6, 19)
SCRUTINY = "Scrutiny Committee"
ASKED = "Council comments and does not require reconsideration, and urges the Executive to fund both from the grant."


def told_of(*callers: str, **more: object) -> CallIn:
    return CallIn(callers=callers, decision=REF, quote=f"made by {' and '.join(callers)}", **more)  # type: ignore[arg-type]


def six_papers() -> list[Document]:
    """The form, the record, a report to Cabinet, one to Council, the executive's paper, and Council's minutes."""
    referred = step("refer_to_council", HEARD, SCRUTINY, decision=REF)
    return [
        called_in(f"Call-in request for {REF}", REF, "Ms Nell Dawes", "Mr Barry Lowe"),
        decided(TITLE, REF, DECIDED, "Not to renew two contracts.", maker="Mrs Ann Rowan, Cabinet Member for Adults",
                key=True),
        replace(
            looks_back(
                f"Reconsideration of {REF}", REF, AGAIN, referred, call_in=told_of("Mrs Jo Mead", "Mr Barry Lowe")
            ),
            meetings=(Meeting(CABINET, AGAIN, "scheduled"), Meeting(SCRUTINY, HEARD, "held")),
        ),
        looks_back(
            f"Review of {REF}", REF, LET_GO,
            step("decide", DECIDED, "Mrs Rowan, Cabinet Member for Adults", decision=REF), referred,
            step("reconsider", AGAIN, CABINET, "to_council", REF),
            call_in=told_of("Mrs Mead", "Mr Lowe", ruled="valid", ruled_by="Democratic Services"),
        ),
        looks_back(f"Supplement on {REF}", REF, LET_GO, referred, call_in=told_of("Ms Jo Mead", "Mr Barry Lowe")),
        minutes(
            COUNCIL, LET_GO,
            replace(
                item(f"Review of Decision {REF}", "resolved", reference=REF, minute="300",
                     steps=(step("release", LET_GO, COUNCIL, "comments", REF),)),
                resolutions=limbs(ASKED), made_by="body", from_=COUNCIL, to="Executive",
            ),
            item("Pay policy", "resolved", "To adopt it.", minute="301"),
        ),
    ]  # fmt: skip


def the_story(case: Case, *before: tuple[str, State]) -> None:
    """What the papers tell together; `before` is what they tell to have happened before the decision."""
    assert [(r.move, r.state) for r in case.reached] == [
        ("draft", State.DRAFTED), *before, ("decide", State.CABINET_DECIDED), ("call_in", State.CALLED_IN),
        ("refer_to_council", State.CALLED_IN), ("reconsider", State.CALLED_IN), ("release", State.CABINET_DECIDED),
        ("recommend", State.CABINET_DECIDED),
    ]  # fmt: skip
    assert case.decision is not None
    assert case.decision.maker_kind is MakerKind.CABINET_MEMBER
    assert case.decision.final
    assert case.call_in is not None
    assert case.call_in.reconsidered is Reconsidered.TO_COUNCIL
    assert case.call_in.outcome is Released.COMMENTS
    assert [r.to.name for r in case.real] == ["Executive"]
    assert case.irregularities == ()
    assert not [f for f in case.follow_ups if f.ended is None and f.counts], "nothing with a day is owed any more"


@pytest.fixture
def told(intake: Intake) -> Intake:
    intake.read(*six_papers())
    return intake


def by_reference(intake: Intake, reference: str) -> Case:
    return next(case for case in intake.cases().values() if case.reference == reference)


def test_six_papers_tell_one_story(told):
    case = by_reference(told, REF)
    the_story(case)
    assert (case.title, case.key) == (TITLE, True)
    assert [r.on.exact for r in case.reached[1:]] == [DECIDED, None, HEARD, AGAIN, LET_GO, LET_GO]
    assert str(case.reached[2].on) == "16 May 2025 to 28 May 2025", "called in between its decision and its hearing"
    assert case.call_in.ruled_by == "Democratic Services"
    assert [(x.meeting.body.name, x.minute) for x in case.listings if x.minute] == [(COUNCIL, "300/25")]


def test_who_called_it_in_is_asked_exactly_once(told):
    [message] = told.doubts("conflicting_source")
    assert "Nell Dawes" in message
    assert "Jo Mead" in message
    assert told.doubts("cannot_be_entered") == []


def test_its_papers_may_be_read_in_any_order():
    whatever_order(six_papers(), most=16)


def test_every_paper_is_among_its_sources(told):
    case = by_reference(told, REF)
    assert {s.path for _, s in case.sources} == {each.path for each in six_papers()}


def test_an_agenda_of_the_council_and_a_proposed_decision_change_nothing_of_it(told):
    told.read(
        agenda(COUNCIL, LET_GO, item(f"Review of Decision {REF}", reference=REF, agenda="9")),
        paper("other", name="letter.txt"),
    )
    case = by_reference(told, REF)
    assert [x.item_number for x in case.listings if x.item_number] == ["9"]
    the_story(replace(case, reached=tuple(r for r in case.reached if r.move != "list")))


def test_without_councils_minutes_it_is_still_called_in(told):
    number = next(row["ref"] for row in told.rows("document") if row["kind"] == "agenda_and_minutes")
    undo(told.desk, [number], "the draft minutes")
    case = by_reference(told, REF)
    assert case.state is State.CALLED_IN
    assert [case.title for case in told.cases().values()] == [TITLE], "what only those minutes told is gone"
    told.read(six_papers()[-1])
    the_story(by_reference(told, REF))


# The real papers.

SHARED = Path(__file__).resolve().parents[4] / "shared" / "corpus"
KENT = ("15_", "19_", "20_", "21_", "22_", "23_")


@pytest.fixture(scope="module")
def kent() -> Iterator[list[Document]]:
    return [read_file(path) for path in sorted(SHARED.iterdir()) if path.name.startswith(KENT)]


@pytest.mark.heavy
def test_the_real_call_in_of_2025_tells_one_story(shared, kent, intake):
    intake.read(*kent)
    case = by_reference(intake, "24/00093")
    the_story(case, ("scrutinise", State.SCRUTINISED))
    assert [r.on.exact for r in case.reached[1:]] == [
        date(2024, 11, 21), date(2025, 1, 17), None, date(2025, 1, 29), date(2025, 3, 4), date(2025, 3, 13),
        date(2025, 3, 13),
    ]  # fmt: skip
    assert [x.minute for x in case.listings if x.minute] == ["300/24"]
    assert len(intake.doubts("conflicting_source")) == 1
    assert len([c for c in intake.cases().values() if c.reference == "24/00093"]) == 1


@pytest.mark.heavy
def test_the_real_papers_may_be_read_in_any_order(shared, kent):
    whatever_order(kent, most=30)


@pytest.mark.heavy
def test_the_whole_corpus_may_be_read_in_any_order_and_taken_back(shared):
    papers = [read_file(path) for path in sorted(SHARED.iterdir()) if path.suffix != ".json"]
    first = Intake()
    first.read(*papers)
    for turn in range(1, 5):
        here = Intake()
        here.read(*papers[turn * 3 :], *papers[: turn * 3])
        assert here.photograph() == first.photograph()
        numbers = [row["ref"] for row in here.rows("document")]
        undo(here.desk, numbers, "all of it")
        assert here.cases() == {}
        assert here.rows("meeting", gone=False) == []
        assert here.rows("body", gone=False) == []
        here.read(*papers)
        assert here.photograph() == first.photograph()
        here.close()
    first.close()
