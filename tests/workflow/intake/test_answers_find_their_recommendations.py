"""Answers reach the recommendations they are to, by words, meeting or minute; less is asked, nothing is invented."""

from datetime import date

from msgspec.structs import replace
from papers_told import BOARD, CABINET, Intake, asks, item, minutes, note, paper

from states.days import On
from states.facts import Body, Facts, Sitting
from states.words import Clock, Move
from workflow.engine import make_move
from workflow.importers.reading import Answered, Asked, Document, Item, Progress
from workflow.merging import merge
from workflow.settling import answer

HUBS = "Family hubs in the north"
MARCH_3, APRIL_4 = date(2025, 3, 3), date(2025, 4, 4)
KEEP, MAP = "That both family hubs be kept open; and", "That a map of what is near be made."
MADE = minutes(BOARD, MARCH_3, asks(HUBS, KEEP, MAP))


def by_number(*said: str) -> tuple[Answered, ...]:
    return tuple(Answered(n, "", one, f"{n} {one}", f"{n} {one}", CABINET) for n, one in enumerate(said, 1))


def in_words(*said: tuple[str, str], on: date | None = APRIL_4) -> tuple[Answered, ...]:
    return tuple(Answered(n, words, one, one, words, CABINET, None, on) for n, (words, one) in enumerate(said, 1))


def of(body: str = BOARD, on: date | None = None, minute: str | None = None) -> Asked:
    return Asked(body, on, minute, "the recommendations of the Board")


def cabinet(answers: tuple[Answered, ...], asked: Asked, title: str = HUBS) -> Document:
    one = item(title, "resolved", "recommendation 1 be accepted", answers=answers, asked=asked)
    return minutes(CABINET, APRIL_4, one)


def letter(answers: tuple[Answered, ...], asked: Asked, title: str = HUBS, **more: object) -> Document:
    return paper("report", Item(title, "response", to=BOARD, answers=answers, asked=asked, made_by="officers"), **more)


def responses(intake: Intake) -> list[list[str]]:
    return [[r.response.value for r in case.real] for case in intake.cases().values()]


def waiting(intake: Intake) -> list[str]:
    return [row["message"] for row in intake.rows("warning", settled=None)]


def test_cabinets_minute_that_names_the_meeting_answers_by_number_whichever_came_first():
    theirs = cabinet(by_number("accepted", "rejected"), of(on=MARCH_3))
    for order in ([MADE, theirs], [theirs, MADE]):
        intake = Intake()
        intake.read(*order)
        assert responses(intake) == [["accepted", "rejected"]]
        assert {a.on for r in intake.only.real for a in r.answers} == {On.day(APRIL_4)}
        assert waiting(intake) == []
        intake.close()


def test_a_title_and_a_committee_prove_nothing_and_the_answers_wait_by_name(intake):
    intake.read(MADE, cabinet(by_number("accepted", "rejected"), of()))
    assert responses(intake)[0] == ["awaiting", "awaiting"]
    [sentence] = waiting(intake)
    assert "recommendation 1 accepted; recommendation 2 rejected" in sentence
    [asked] = intake.rows("suggestion", kind="same", answer=None)
    answer(intake.desk, asked["ref"], yes=True)
    assert responses(intake) == [["accepted", "rejected"]]
    assert waiting(intake) == []


def test_two_papers_of_the_answers_of_one_day_are_of_one_matter():
    theirs = cabinet(by_number("accepted", "rejected"), of(on=MARCH_3))
    email = letter(tuple(replace(a, on=APRIL_4) for a in by_number("accepted", "rejected")), of(), f"RE: {HUBS}")
    for order in ([MADE, theirs, email], [email, MADE, theirs], [email, theirs, MADE]):
        intake = Intake()
        intake.read(*order)
        assert responses(intake) == [["accepted", "rejected"]]
        assert waiting(intake) == []
        intake.close()


def test_two_reports_merged_by_hand_are_told_as_one(intake):
    intake.read(MADE, cabinet(by_number("accepted", "rejected"), of()))
    merge(intake.desk, 2, 1, "the same matter")
    assert responses(intake) == [["accepted", "rejected"]]


def test_the_words_of_every_recommendation_prove_it_under_another_title(intake):
    theirs = letter(in_words((KEEP[:-5], "accepted"), (MAP, "accepted_in_part")), of(), "Response to the Board")
    intake.read(MADE, theirs)
    assert responses(intake) == [["accepted", "accepted_in_part"]]


def test_words_that_another_committee_recommended_are_not_this_one_s(intake):
    theirs = letter(in_words((KEEP, "accepted"), (MAP, "rejected")), of("Health Scrutiny Panel"), "Response")
    intake.read(MADE, theirs)
    assert ["awaiting", "awaiting"] in responses(intake)


def test_a_title_that_says_it_answers_is_of_the_matter_it_answers(intake):
    theirs = letter(in_words((MAP, "accepted")), of(), f"{HUBS} – Cabinet's response to recommendations")
    intake.read(MADE, theirs)
    assert responses(intake) == [["awaiting", "accepted"]]
    assert intake.only.title == HUBS


def test_a_number_is_that_committee_s_and_not_another_s(intake):
    panel = "Health Scrutiny Panel"
    both = (MADE, minutes(panel, MARCH_3, asks(HUBS, KEEP, "That a nurse be there.", from_=panel)))
    intake.read(*both, cabinet(by_number("rejected"), of(panel, on=MARCH_3)))
    given = [(r.from_.name, r.response.value) for case in intake.cases().values() for r in case.real]
    assert (BOARD, "rejected") not in given


def test_one_answer_to_all_is_an_answer_to_each(intake):
    all_of_them = (Answered("all", "", "accepted", "all be accepted", "all be accepted", CABINET),)
    intake.read(MADE, cabinet(all_of_them, of(on=MARCH_3)))
    assert responses(intake) == [["accepted", "accepted"]]


def test_an_answer_without_a_day_is_kept_and_its_day_is_a_gap(intake):
    tracker = replace(asks(HUBS, KEEP, MAP, date=MARCH_3), answers=in_words((KEEP, "accepted"), on=None))
    intake.read(paper("report", tracker))
    assert responses(intake) == [["accepted", "awaiting"]]
    assert [gap.says for gap in intake.only.gaps if gap.name == "on"] == ["the day is not known"]


def test_an_answer_told_twice_is_one_with_the_day_of_the_one_and_the_owner_of_the_other(intake):
    told = (Progress(1, None, "Head of Hubs", owner="Head of Hubs", due=date(2026, 1, 9)),)
    tracker = replace(asks(HUBS, KEEP, MAP, date=MARCH_3), answers=in_words((KEEP, "accepted"), on=None), progress=told)
    intake.read(paper("report", tracker), MADE, cabinet(by_number("accepted"), of(on=MARCH_3)))
    [given] = intake.only.real[0].answers
    assert (given.on, given.owner, given.action_by) == (On.day(APRIL_4), "Head of Hubs", date(2026, 1, 9))


def test_a_later_edition_of_a_tracker_is_an_update_of_its_own_whichever_was_read_first():
    def edition(stage: str, words: str) -> Document:
        return paper("report", replace(asks(HUBS, KEEP), progress=(Progress(1, stage, words, words),)), date=MARCH_3)

    first, second = edition("on_track", "Works begin"), edition("complete", "Works are over")
    for order in ([first, second], [second, first]):
        intake = Intake()
        intake.read(*order)
        assert [step.move for step in intake.only.reached].count("update") == 2
        assert intake.only.real[0].implementation == "complete"
        intake.close()


def test_a_target_that_no_answer_can_hold_is_owed_in_the_recommendation_s_own_words(intake):
    told = (Progress(1, None, "Head of Hubs", owner="Head of Hubs", condition="Summer 2026"),)
    tracker = replace(asks(HUBS, KEEP, MAP), answers=in_words((KEEP, "accepted")), progress=told)
    intake.read(note(MARCH_3, tracker))
    [owed] = [f for f in intake.only.follow_ups if f.clock is Clock.PROMISE]
    assert (owed.quote, owed.condition, owed.owner, owed.due) == (KEEP, "Summer 2026", "Head of Hubs", None)


def test_an_answer_that_waits_draws_nothing_else_of_its_meeting_to_itself(intake):
    intake.read(cabinet(by_number("accepted"), of()))
    [waits] = intake.cases()
    day = On.day(MARCH_3)
    make_move(intake.desk, waits, Move.LIST, Facts(meeting=Sitting(Body(BOARD), day)), on=day)
    intake.read(minutes(BOARD, MARCH_3, asks("Bus lanes", "That the lanes be kept.")))
    assert sorted(case.title for case in intake.cases().values()) == ["Bus lanes", HUBS]
