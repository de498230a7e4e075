"""Bodies: no two live ones share a name, names and successors stay known."""

from datetime import date

import pytest

from states.days import On
from states.errors import BadInput, NotFound, Refused
from states.facts import Facts, Signed
from states.words import BodyKind, Move, SignOff
from workflow.engine import make_move
from workflow.lookups import Lookup
from workflow.records import bodies, meetings

ON_BOTH = pytest.mark.parametrize("desk_url", ["sqlite", "postgresql"], indirect=True)


@pytest.mark.parametrize(
    ("kind", "powers"),
    [
        (BodyKind.SCRUTINY, True),
        (BodyKind.TASK_GROUP, True),
        (BodyKind.JOINT_SCRUTINY, True),
        (BodyKind.EXECUTIVE, False),
        (BodyKind.PARTNER, False),
        (None, False),
    ],
)
def test_scrutiny_powers_go_with_the_kind_of_body(desk, kind, powers):
    ref = bodies.add(desk, "A body", kind)
    with desk.reading() as tx:
        assert Lookup(tx).frozen(ref).scrutiny is powers


def test_scrutiny_powers_may_be_said_otherwise(desk):
    ref = bodies.add(desk, "Overview Panel", BodyKind.ADVISORY, scrutiny=True)
    with desk.reading() as tx:
        assert Lookup(tx).frozen(ref).scrutiny


@ON_BOTH
def test_no_two_bodies_that_meet_have_one_name(desk, council):
    with pytest.raises(Refused, match="names are not shared"):
        bodies.add(desk, "  scrutiny  BOARD (2)", BodyKind.SCRUTINY)


def test_the_name_of_a_body_that_is_no_more_may_be_given_again(desk, council):
    bodies.succeed(desk, council.board, bodies.add(desk, "Overview Board", BodyKind.SCRUTINY))
    again = bodies.add(desk, "Scrutiny Board (2)", BodyKind.SCRUTINY)
    with desk.reading() as tx:
        assert Lookup(tx).body("scrutiny board (2)").ref == again


@pytest.mark.parametrize("name", ["", "   ", "B2", "17", "a\x1b[31mred", "x" * 301])
def test_what_is_no_name_is_refused_in_words(desk, name):
    with pytest.raises(BadInput):
        bodies.add(desk, name, BodyKind.SCRUTINY)


@ON_BOTH
def test_a_renamed_body_is_found_by_both_names_and_listed_by_that_of_the_day(desk, council):
    bodies.rename(desk, council.board, "Children's Board", since=date(2017, 1, 20))
    with desk.reading() as tx:
        assert Lookup(tx).body("Scrutiny Board (2)").name == "Children's Board"
        assert Lookup(tx).body("Children's Board").formerly == ("Scrutiny Board (2)",)
        assert [b.name for b in bodies.listed(tx, date(2017, 1, 19))] == ["Scrutiny Board (2)", "Cabinet"]
        assert [b.name for b in bodies.listed(tx, date(2017, 1, 20))] == ["Children's Board", "Cabinet"]


def test_a_body_renamed_twice_had_each_name_in_its_time(desk, council):
    bodies.rename(desk, council.board, "Second", since=date(2016, 5, 19))
    bodies.rename(desk, council.board, "Third", since=date(2017, 1, 20))
    with desk.reading() as tx:
        names = {day: bodies.listed(tx, date(*day))[0].name for day in [(2016, 1, 1), (2016, 6, 1), (2017, 1, 31)]}
    assert list(names.values()) == ["Scrutiny Board (2)", "Second", "Third"]


@pytest.mark.parametrize(
    ("name", "since", "sentence"),
    [
        ("Cabinet", date(2017, 1, 1), "names are not shared"),
        ("Scrutiny Board (2)", date(2017, 1, 1), "called Scrutiny Board \\(2\\) already"),
        ("New", date(2017, 2, 2), "has not come yet"),
    ],
)
def test_a_name_that_cannot_be_given_is_refused_and_nothing_changes(desk, council, name, since, sentence):
    before = council.entries()
    with pytest.raises(Refused, match=sentence):
        bodies.rename(desk, council.board, name, since=since)
    assert council.entries() == before


def test_a_second_name_cannot_begin_before_the_first(desk, council):
    bodies.rename(desk, council.board, "Second", since=date(2017, 1, 10))
    with pytest.raises(Refused, match="rename it later"):
        bodies.rename(desk, council.board, "Third", since=date(2017, 1, 10))


def test_a_successor_may_sign_off_what_its_forerunner_recommended(desk, council, clock):
    report, _ = council.recommended("Keep every library open")
    board = bodies.add(desk, "Overview Board", BodyKind.SCRUTINY)
    bodies.succeed(desk, council.board, board)

    meeting = meetings.add(desk, board, On.day(date(2017, 3, 7)))
    meetings.hold(desk, meeting)
    signs = (Signed(1, SignOff.DISCHARGED),)
    moved = make_move(desk, report, Move.SIGN_OFF, Facts(signs=signs, meeting=council.sitting(meeting)))
    assert moved.after.recommendation(1).sign_off is SignOff.DISCHARGED


def test_another_board_is_told_the_command_that_lets_it_sign_off_and_the_command_does(desk, council, matters):
    report, _ = council.recommended("Keep every library open")
    board = bodies.add(desk, "Overview Board", BodyKind.SCRUTINY)
    meeting = meetings.add(desk, board, On.day(date(2017, 3, 7)))
    meetings.hold(desk, meeting)
    signs = (Signed(1, SignOff.DISCHARGED),)
    with pytest.raises(Refused, match="neither that body nor its successor") as refused:
        make_move(desk, report, Move.SIGN_OFF, Facts(signs=signs, meeting=council.sitting(meeting)))
    command = str(refused.value).partition("say so first: matters ")[2]
    assert matters(*command.split(), day=date(2017, 3, 7)).code == 0
    moved = make_move(desk, report, Move.SIGN_OFF, Facts(signs=signs, meeting=council.sitting(meeting)))
    assert moved.after.recommendation(1).sign_off is SignOff.DISCHARGED


def test_no_body_comes_after_itself_at_any_remove(desk, council):
    second, third = (bodies.add(desk, name, BodyKind.SCRUTINY) for name in ("Second", "Third"))
    bodies.succeed(desk, council.board, second)
    bodies.succeed(desk, second, third)
    for old, new in ((council.board, council.board), (third, council.board)):
        with pytest.raises(Refused, match="cannot come after"):
            bodies.succeed(desk, old, new)


def test_what_a_body_is_can_be_put_right_with_a_reason(desk, council):
    with pytest.raises(BadInput, match="say why"):
        bodies.change(desk, council.cabinet, kind=BodyKind.COUNCIL, why=" ")
    bodies.change(desk, council.cabinet, kind=BodyKind.COUNCIL, why="it is full Council")
    assert council.body(council.cabinet).kind is BodyKind.COUNCIL


def test_a_body_that_is_not_there_is_named_with_the_closest_there_is(desk, council):
    with desk.reading() as tx, pytest.raises(NotFound, match="Did you mean “Cabinet”"):
        Lookup(tx).body("Cabinett")
    with desk.reading() as tx, pytest.raises(NotFound, match="matters body list"):
        Lookup(tx).body("B99")
