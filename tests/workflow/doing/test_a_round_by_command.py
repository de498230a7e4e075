"""A round after a meeting, from a file and at a terminal."""

import json
from datetime import date

import pytest

BOARD = "Scrutiny Board (2)"
AFTER = date(2017, 3, 4)


@pytest.fixture
def held(matters):
    """M1, held on 3 March 2017, with R1 Libraries and R2 Hubs on its agenda."""
    matters("body", "add", BOARD, "--kind", "scrutiny", day=date(2017, 2, 1))
    matters("body", "add", "Cabinet", "--kind", "executive")
    matters("meeting", "add", BOARD, "--on", "3 March 2017")
    for number, title in enumerate(("Libraries", "Hubs"), start=1):
        matters("new", title, "--body", BOARD)
        matters("advance", f"R{number}", "list", "--fact", "meeting=M1", "--fact", f"item_number={number + 3}")
    assert matters("meeting", "hold", "M1", day=AFTER).code == 0


@pytest.fixture
def state(matters):
    def read(report):
        return json.loads(matters("show", report, "--format", "json").out)["state"]

    return read


@pytest.fixture
def answers(tmp_path):
    def write(*items):
        file = tmp_path / "answers.json"
        file.write_text(json.dumps({"items": items}))
        return file

    return write


@pytest.fixture
def typed(monkeypatch):
    """What a person at a terminal types, line by line; nothing more is the end of it."""

    def types(*lines):
        waiting = iter(lines)

        def read(question):
            try:
                return next(waiting)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr("builtins.input", read)
        return waiting

    return types


def test_a_file_answers_for_every_item(matters, held, state, answers):
    file = answers(
        {
            "report": "R1", "outcome": "recommended", "minute": "34/16",
            "facts": {"recommendations": [{"text": "Keep libraries", "to": "Cabinet"}], "received_on": "2017-03-03"},
            "promises": [{"quote": "the costs will be sent", "owner": "Director of Finance", "due": "2017-04-01"}],
        },
        {"report": "R2", "outcome": "hear_again", "facts": {"until_months": 6}},
    )  # fmt: skip
    ran = matters("round", "M1", "--from", file)
    assert ran.code == 0, ran.err
    assert "Cabinet's response to recommendation 1 by Tuesday 2 May 2017" in ran.out
    assert "promise (Director of Finance) by Saturday 1 April 2017" in ran.out
    assert (state("R1"), state("R2")) == ("recommended", "updated")


def test_a_file_given_again_enters_nothing_twice(matters, held, answers):
    file = answers({"report": "R1", "outcome": "noted"})
    assert matters("round", "M1", "--from", file).code == 0
    again = matters("round", "M1", "--from", file, "--format", "json")
    assert json.loads(again.out) == {"entered": [], "refused": []}
    assert "dealt with already" in again.err


def test_an_item_that_is_refused_does_not_keep_the_others_back(matters, held, state, answers):
    ran = matters(
        "round",
        "M1",
        "--from",
        answers(
            {"report": "R1", "outcome": "recommended"},
            {"report": "R2", "outcome": "noted"},
            {"report": "R2", "outcome": "x"},
        ),
    )
    assert ran.code == 1
    assert "R1: To recommend, say at least one recommendation" in ran.err
    assert (state("R1"), state("R2")) == ("drafted", "closed")


@pytest.mark.parametrize(
    ("items", "sentence"),
    [
        ([{"outcome": "noted"}], "Each item is an object such as"),
        ([{"report": "R1"}], "outcome"),
        ([{"report": "R1", "outcome": "noted", "minut": "1"}], "minut"),
        (["R1"], "Each item is an object such as"),
    ],
)
def test_a_file_that_is_not_understood_enters_nothing(matters, held, state, answers, items, sentence):
    ran = matters("round", "M1", "--from", answers(*items))
    assert ran.code == 1
    assert sentence in ran.err
    assert state("R1") == "drafted"


def test_a_person_goes_through_the_agenda(matters, held, state, typed):
    left = typed(
        "recommended", "34/16", "Keep every library open", "", "",  # no more recommendations; to Cabinet by itself
        "the costs will be sent", "Director of Finance", "once Medway have agreed", "", "y",
        "noted", "", "", "y",
    )  # fmt: skip
    ran = matters("round", "M1")
    assert ran.code == 0, ran.err
    assert list(left) == []
    assert "That is the whole agenda." in ran.out
    assert (state("R1"), state("R2")) == ("recommended", "closed")
    promised = json.loads(matters("promises", "--format", "json").out)
    assert [(p["quote"], p["condition"], p["owner"]) for p in promised] == [
        ("the costs will be sent", "once Medway have agreed", "Director of Finance")
    ]


def test_a_round_is_left_at_any_question_and_taken_up_there(matters, held, state, typed):
    typed("noted", "1/16", "quit")
    left = matters("round", "M1")
    assert "Left at Libraries. Go on later with: matters round M1" in left.out
    assert state("R1") == "drafted"
    typed("noted", "", "", "", "quit")
    assert "1 of 2" in matters("round", "M1").out
    typed("skip")
    assert "1 of 1" in matters("round", "M1").out


def test_an_answer_that_is_refused_is_asked_for_again(matters, held, state, typed):
    typed("recommended", "", "", "", "y", "hear again", "", "6 months", "", "y", "skip")
    ran = matters("round", "M1")
    assert "Nothing of this item was entered. Answer again" in ran.err
    assert state("R1") == "updated"


def test_an_outcome_half_typed_or_misspelt_is_understood_or_named(matters, held, state, typed):
    typed("notd", "not", "noted", "", "", "y", "quit")
    ran = matters("round", "M1")
    assert "Did you mean “noted”?" in ran.err
    assert state("R1") == "closed"
