"""What is typed becomes facts, strictly: what cannot be read again is never entered."""

import json
from datetime import date

import msgspec
import pytest

from states.errors import BadInput, NotFound
from states.facts import Facts
from states.words import Move, Response
from workflow.facts_in import move_named, pairs, read_facts
from workflow.lookups import Lookup

TODAY = date(2017, 3, 20)


@pytest.fixture
def read(desk, council):
    def reads(move: Move, **given):
        with desk.reading() as tx:
            return read_facts(move, given, Lookup(tx), TODAY)

    return reads


def test_typed_facts_and_json_give_the_same(read):
    typed = read(
        Move.DRAFT, title="Libraries", scrutiny_body="Scrutiny Board (2)", key="no", consultation_closes="1 May 2017"
    )
    told = read(Move.DRAFT, title="Libraries", scrutiny_body="B1", key=False, consultation_closes="2017-05-01")
    assert typed == told


def test_a_fact_given_twice_is_a_list_and_one_without_a_value_is_refused():
    assert pairs(["callers=Cllr A", "callers=Cllr B", "why-not-callable=urgent"]) == {
        "callers": ["Cllr A", "Cllr B"],
        "why_not_callable": "urgent",
    }
    with pytest.raises(BadInput, match="NAME=VALUE"):
        pairs(["title"])


@pytest.mark.parametrize("months", [10**20, "six", "1.5", ""])
def test_what_is_no_number_anybody_means_is_refused(read, months):
    with pytest.raises(BadInput, match="until_months"):
        read(Move.HEAR_AGAIN, until_months=months)


def test_every_fact_that_is_taken_can_be_read_again(read):
    facts = read(Move.HEAR_AGAIN, until_months="120", until_event="the hubs open")
    assert msgspec.json.decode(msgspec.json.encode(facts), type=Facts) == facts


def test_what_is_not_known_is_left_out(read):
    assert read(Move.DRAFT, title="Libraries", portfolio=None) == Facts(title="Libraries")


def test_a_fact_the_move_does_not_know_is_named_with_the_closest(read):
    with pytest.raises(BadInput, match="Did you mean minute"):
        read(Move.SCRUTINISE, minut="12/24")


@pytest.mark.parametrize(
    ("move", "given", "sentence"),
    [
        (Move.DRAFT, {"key": "perhaps"}, "neither yes nor no"),
        (Move.DRAFT, {"title": ["a", "b"]}, "one value is wanted"),
        (Move.DRAFT, {"consultation_closes": "31 February 2017"}, "no such day"),
        (Move.CALL_IN, {"ruled": "vald"}, "Did you mean “valid”"),
        (Move.CALL_IN, {"groups": "two"}, "not a whole number"),
        (Move.RESPOND, {"responses": "1"}, "not understood"),
        (Move.RESPOND, {"responses": "[1"}, "is no JSON"),
        (Move.RESPOND, {"responses": "[1]"}, "each is an object"),
        (Move.RESPOND, {"responses": '{"recommendation": 1}'}, "answer is missing"),
        (Move.RESPOND, {"responses": '{"recommendation": 1, "answr": "accepted"}'}, "there is no “answr”"),
        (Move.RECOMMEND, {"recommendations": '{"text": "x", "from": "B1"}'}, "to is missing"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(read, move, given, sentence):
    with pytest.raises(BadInput, match=sentence):
        read(move, **given)


def test_a_body_or_meeting_that_is_not_there_is_not_made_up(read):
    with pytest.raises(NotFound, match="no body"):
        read(Move.DRAFT, scrutiny_body="Scrutiny Board (9)")
    with pytest.raises(NotFound, match="no meeting"):
        read(Move.LIST, meeting="M9")


def test_one_recommendation_or_several_are_typed_as_json(read):
    one = {"text": "Keep libraries", "from": "B1", "to": "Cabinet"}
    alone = read(Move.RECOMMEND, recommendations=json.dumps(one))
    twice = read(Move.RECOMMEND, recommendations=[json.dumps(one), json.dumps(one)])
    assert read(Move.RECOMMEND, recommendations=json.dumps([one, one])) == twice
    assert twice.recommendations == alone.recommendations * 2


def test_answers_have_a_short_form(read):
    facts = read(Move.RESPOND, responses=["1=accepted in part", "2: rejected"])
    assert [a.answer for a in facts.responses] == [Response.ACCEPTED_IN_PART, Response.REJECTED]


def test_a_move_is_known_however_its_name_is_written():
    assert {move_named(text) for text in ("call_in", "call-in", "Call in")} == {Move.CALL_IN}
    with pytest.raises(BadInput, match="Did you mean “scrutinise”"):
        move_named("scrutinize")
