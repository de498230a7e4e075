"""`matters clock`: the calculator, by the vectors worked out by hand."""

import json

import pytest

RESPONSE = [
    ("2017-03-07", "2017-05-06", "2017-05-05"), ("2016-12-31", "2017-02-28", None), ("2017-12-30", "2018-02-28", None),
    ("2024-12-29", "2025-02-28", None), ("2023-12-30", "2024-02-29", None), ("2026-01-01", "2026-02-28", None),
    ("2026-07-31", "2026-09-30", None), ("2024-12-28", "2025-02-27", None),
]  # fmt: skip
AGENDA = [
    ("2024-12-31", "2025-01-09"), ("2025-01-22", "2025-01-30"), ("2025-02-05", "2025-02-13"),
    ("2025-02-24", "2025-03-04"), ("2025-03-05", "2025-03-13"),
]  # fmt: skip
SHAPE = ["clock", "from", "last_day", "in_force", "practical_day", "counts", "skipped", "authority"]


@pytest.mark.parametrize(("received", "last", "practical"), RESPONSE)
def test_two_months_beginning_with_the_day_of_receipt(received, last, practical, matters):
    called = matters("clock", "executive_response", "--from", received, "--format", "json")
    told = json.loads(called.out)
    assert (called.code, called.err) == (0, "")
    assert list(told)[: len(SHAPE)] == SHAPE
    assert (told["clock"], told["from"], told["last_day"]) == ("executive_response", received, last)
    assert practical in (None, told["practical_day"])
    assert told["authority"] == "Local Government Act 2000 s.9FE"


@pytest.mark.parametrize(("issued", "meeting"), AGENDA)
def test_five_clear_working_days_there_and_back(issued, meeting, matters):
    there = json.loads(matters("clock", "agenda_publication", "--from", issued, "--format", "json").out)
    assert there["in_force"] <= meeting
    back = json.loads(matters("clock", "agenda_publication", "--before", meeting, "--format", "json").out)
    assert back["last_day"] == issued
    assert all(set(day) == {"date", "why"} for day in back["skipped"])


@pytest.mark.parametrize(
    ("published", "last", "force"),
    [("2026-08-05", "2026-08-12", "2026-08-13"), ("2022-07-29", "2022-08-05", "2022-08-06")],
)
def test_the_call_in_window_says_that_nobody_entered_its_length(published, last, force, matters):
    told = json.loads(matters("clock", "call_in_window", "--from", published, "--format", "json").out)
    assert (told["last_day"], told["in_force"]) == (last, force)
    assert told["note"] == "your constitution's figure is not entered; using 5"
    assert "using 5" in matters("clock", "call-in window", "--from", published).out


def test_a_person_reads_a_paragraph(matters):
    said = matters("clock", "executive_response", "--from", "7 March 2017").out
    assert said.startswith("Executive response: two months beginning with the day of receipt.")
    assert "The last day is Saturday 6 May 2017." in said
    assert said.count("\n") == 1


def test_an_agreed_length_where_the_law_allows_one(matters):
    told = json.loads(matters("clock", "update_due", "--from", "2026-01-31", "--figure", "1", "--format", "json").out)
    assert told["last_day"] == "2026-02-28"
    refused = matters("clock", "executive_response", "--from", "2026-01-31", "--figure", "1")
    assert (refused.code, refused.out) == (1, "")
    assert "is set by law (Local Government Act 2000 s.9FE)" in refused.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("executive_respons", "--from", "2026-01-31"), "Did you mean executive_response?"),
        (("executive_response", "--before", "2026-01-31"), "it cannot be counted back"),
        (("promise", "--from", "2026-01-31"), "A promise is not counted"),
        (("update_due", "--from", "1975-01-31", "--figure", "1201"), "must be from 0 to 1200"),
    ],
)
def test_what_cannot_be_counted_is_refused_in_a_sentence(words, says, matters):
    called = matters("clock", *words)
    assert called.code == 1
    assert says in called.err


def test_without_a_name_the_clocks_are_listed(matters):
    names = [row["clock"] for row in json.loads(matters("clock", "--format", "json").out)]
    assert "executive_response" in names
    assert len(names) == 15
    assert matters("clock", "--limit", "2").out.count("\n") == 3


def test_a_database_that_is_named_and_missing_is_said_and_not_made(matters, tmp_path):
    called = matters("clock", "update_due", "--from", "2026-01-31", "--db", tmp_path / "none.db", "--format", "json")
    assert called.code == 0
    assert json.loads(called.out)["last_day"] == "2026-07-31"
    assert "counted without a council's own rules" in called.err
    assert list(tmp_path.glob("none.db*")) == []
