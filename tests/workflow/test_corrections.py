"""Correcting and amending: nothing is erased, and what was wrong is put right where it stood."""

from datetime import date

import pytest

from states.days import On
from states.errors import BadInput, Conflict, NotFound, Refused
from states.facts import Facts, Proposal
from states.words import Move, State
from workflow.corrections import amend, correct
from workflow.engine import make_move

ON_BOTH = pytest.mark.parametrize("desk_url", ["sqlite", "postgresql"], indirect=True)


def test_correcting_strikes_the_latest_move_and_then_the_one_before(desk, council):
    report, _ = council.recommended("Keep libraries")
    assert correct(desk, report, "the note was withdrawn").state is State.SCRUTINISED
    assert correct(desk, report, "the meeting did not come to it").state is State.DRAFTED
    assert correct(desk, report, "it was never listed").after.listings == ()


def test_the_move_that_began_a_report_is_not_just_struck(desk, council):
    report = council.draft()
    with pytest.raises(Refused, match="amend its facts, or withdraw"):
        correct(desk, report, "a mistake")


@ON_BOTH
def test_a_replacement_takes_the_place_of_what_was_struck_or_nothing_is_changed(desk, council):
    report, _ = council.recommended("Keep libraries")
    before = council.entries()
    with pytest.raises(Refused, match="To decide, say who decided"):
        correct(desk, report, "wrong", replacement=(Move.DECIDE, Facts(), None))
    assert council.entries() == before
    moved = correct(desk, report, "it was noted", replacement=(Move.NOTED, Facts(minute="34/16"), None))
    assert moved.state is State.CLOSED


def test_a_correction_wants_a_reason(desk, council):
    for verb in (lambda: correct(desk, council.draft(), "  "), lambda: amend(desk, council.draft(), why="")):
        with pytest.raises(BadInput, match="say why"):
            verb()


def test_amending_the_words_of_recommendations_keeps_their_numbers(desk, council):
    report, _ = council.recommended("Keep libraries", "Open hubs")
    board, cabinet = council.body(council.board), council.body(council.cabinet)
    texts = ("Keep every library", "Open the hubs", "Report back")
    made = tuple(Proposal(text, board, cabinet) for text in texts)
    moved = amend(desk, report, Facts(recommendations=made), why="the minutes have other words")
    assert [(r.number, r.text) for r in moved.after.recommendations] == list(enumerate(texts, start=1))


def test_amending_fills_a_gap_of_the_latest_move_that_knows_the_fact(desk, council):
    report, _ = council.recommended("Keep libraries")
    moved = amend(desk, report, Facts(notice_given_on=date(2017, 3, 7)), why="the letter was found")
    assert "notice_given_on" not in {gap.name for gap in moved.after.gaps}


def test_amending_a_day_folds_again(desk, council):
    report, _ = council.recommended("Keep libraries")
    entry = council.case(report).recommendations[0].entry
    moved = amend(desk, report, why="the note is of the sixth", on=On.day(date(2017, 3, 6)), entry=entry)
    assert moved.after.recommendations[0].on == On.day(date(2017, 3, 6))


@pytest.mark.parametrize(
    "same", [{"facts": Facts(title="Libraries")}, {"on": On.day(date(2017, 1, 4))}, {"clears": ("portfolio",)}]
)
def test_what_changes_nothing_is_not_entered(desk, council, same):
    report = make_move(
        desk, None, Move.DRAFT, Facts(title="Libraries", scrutiny_body=council.case(council.draft()).body),
        on=On.day(date(2017, 1, 4)),
    ).ref  # fmt: skip
    before = council.entries()
    with pytest.raises(BadInput, match="nothing would change, and nothing is entered"):
        amend(desk, report, why="to be sure", entry=0 if "on" not in same else _begun(desk, report), **same)
    assert council.entries() == before


def _begun(desk, report):
    with desk.reading() as tx:
        return tx.entries(report)[0].number


def test_what_a_move_needs_is_not_cleared(desk, council):
    report = council.draft()
    with pytest.raises(BadInput, match="what the report is called"):
        amend(desk, report, clears=("title",), why="why not")
    with pytest.raises(NotFound, match="there is no move with decided"):
        amend(desk, report, Facts(decided="x"), why="why not")


def test_of_two_who_correct_the_second_is_told_who_was_first(desk, other_desk, council):
    report, _ = council.recommended("Keep libraries")
    with desk.reading() as tx:
        version = tx.report(report).version
    make_move(other_desk, report, Move.WITHDRAW, why="no longer wanted")
    with pytest.raises(Conflict, match="omar entered the move “withdraw”"):
        correct(desk, report, "wrong", expected=version)
