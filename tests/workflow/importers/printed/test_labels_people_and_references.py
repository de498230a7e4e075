"""Small things that forms are made of: labels and their values, boxes, names, references of decisions."""

import pytest

from workflow.importers.decision_refs import decision_refs, title_ref
from workflow.importers.labels import find_fields, yes_or_no
from workflow.importers.people import group_of, people_at
from workflow.importers.reading import Paper

NAMES = {"maker": r"decision maker", "reference": r"decision (?:no|reference)", "other": r"reasons?"}


def fields(text: str) -> list[tuple[str, str]]:
    found = find_fields(Paper("a.txt", "", "text", b"", text), NAMES)
    return [(field.name, text[field.start : field.end]) for field in found]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("Yes", True),
        ("Non-key", False),
        ("☒ Yes ☐ No", True),
        ("☐ Yes ☒ No", False),
        ("Yes ☐ No ☒", False),
        ("Yes [x] No [ ]", True),
        ("Yes / No", None),
        ("Yes – its cost is high", True),
        ("", None),
        (None, None),
    ],
)
def test_a_forms_answer_is_read_from_its_words_or_its_boxes(words: str | None, answer: bool | None):
    assert yes_or_no(words) is answer


def test_a_value_stands_behind_its_label_or_below_it_up_to_the_next():
    text = "Decision No: 24/1\n\nDecision Maker (title)\nThe Leader\nof the Council\nReasons - none"
    assert fields(text) == [("reference", "24/1"), ("maker", "The Leader\nof the Council"), ("other", "none")]


def test_running_text_that_begins_as_a_label_does_is_no_field():
    assert fields("Decision makers were asked.\nReasons were given by all.") == []


@pytest.mark.parametrize(
    ("words", "names", "groups"),
    [
        ("Mrs Amos (Labour Group) and Mr Ben Birch (Hill)", ["Mrs Amos", "Mr Ben Birch"], ["Labour Group", None]),
        ("Councillors Amos, Birch and Cole to the Panel", ["Amos", "Birch", "Cole"], [None] * 3),
        ("the Scrutiny Committee", [], []),
        ("two members", [], []),
    ],
)
def test_people_are_named_as_the_paper_names_them(words: str, names: list[str], groups: list[str | None]):
    people = people_at(words, 0, len(words))
    assert [person.name for person in people] == names
    assert [group_of(person.group) for person in people] == groups


@pytest.mark.parametrize(
    ("words", "refs"),
    [
        ("Review of Decision 24/00093 - Hubs", ["24/00093"]),
        ("decision no. HSC/12/25 and KD5694", ["HSC/12/25", "KD5694"]),
        ("Request for call-in of decision D/4471", ["D/4471"]),
        ("the decision of 12 March 2025, minute 34/16", []),
        ("a decision - 12/03/2025 - was made", []),
    ],
)
def test_references_of_decisions_are_no_minutes_and_no_days(words: str, refs: list[str]):
    assert decision_refs(words) == refs


def test_a_title_that_names_two_decisions_has_no_one_reference():
    assert title_ref("Decisions 24/00093 and 24/00094") is None
    assert title_ref(None) is None
