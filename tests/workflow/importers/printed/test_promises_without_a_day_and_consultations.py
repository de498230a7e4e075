"""Promises to bodies that meet later, promises with a time and no day, and windows of consultation; all invented."""

from datetime import date

import pytest

from workflow.importers.files import read_bytes
from workflow.importers.reading import Item

HEADING = "OAKSHIRE COUNCIL\n\nMINUTES of the meeting of the Homes Scrutiny Panel held on Tuesday 10 June 2025\n\n"
ITEM = "7. Empty Homes\n\nThe Panel considered a report.\n\n"


def item(words: str, limb: str = "the report be noted") -> Item:
    text = f"{HEADING}{ITEM}{words}\n\nRESOLVED: That {limb}.\n"
    return read_bytes(text.encode(), "minutes.txt").items[0]


@pytest.mark.parametrize(
    ("words", "owner", "due"),
    [
        ("The draft was examined before its consideration by the Executive on 23 June 2025.", "Executive", (6, 23)),
        ("The report was read prior to its consideration by the Health Board on 5 July 2025.", "Health Board", (7, 5)),
        ("Views were sought before it was considered by Cabinet on 12 November 2025.", "Cabinet", (11, 12)),
        ("Council would be asked to adopt the Scheme at its meeting on 25 November 2025.", "Council", (11, 25)),
        ("The Executive Board was due to consider the report at its meeting on 21 July 2025.", "Executive Board",
         (7, 21)),
    ],
)  # fmt: skip
def test_a_body_that_takes_the_matter_up_on_a_day_is_a_promise(words, owner, due):
    assert [(told.owner, told.due) for told in item(words).promises] == [(owner, date(2025, *due))]


@pytest.mark.parametrize(
    "words",
    [
        "The draft was examined before its consideration by the Executive on 23 May 2025.",
        "The plan was made before it was known that Cabinet met on 12 November 2025.",
        "The Panel had considered it before.",
    ],
)
def test_what_is_past_or_taken_up_by_nobody_is_no_promise(words):
    assert item(words).promises == ()


@pytest.mark.parametrize(
    ("limb", "owner", "condition"),
    [
        ("the scheme be reviewed after twelve months", None, "after twelve months"),
        ("the Panel review the first year’s figures in October 2026", "Homes Scrutiny Panel", "October 2026"),
        ("the Task Group report in spring 2026", "Task Group", "in spring 2026"),
        ("the Executive be requested to respond within two months", "Executive", "within two months"),
        ("Cllr Fenn is requested to write to her within 10 working days", "Cllr Fenn", "within 10 working days"),
        ("a study be undertaken after 12 months by the Head of Law", "Head of Law",
         "after 12 months by the Head of Law"),
    ],
)  # fmt: skip
def test_what_was_resolved_with_a_time_and_no_day_is_a_promise(limb, owner, condition):
    assert [(told.due, told.owner, told.condition) for told in item("", limb).promises] == [(None, owner, condition)]


@pytest.mark.parametrize(
    ("words", "owner", "condition"),
    [
        ("The Head of Homes undertook to publish it with the final report.", "Head of Homes", None),
        ("The Head of Homes gave an undertaking to provide them within fourteen days.", "Head of Homes",
         "within fourteen days"),
        ("The Leader agreed to raise the matter at the next meeting of the Leaders’ Board.", "Leader",
         "at the next meeting"),
        ("Ms Vance asked a question, to which a written reply would be sent.", None, None),
    ],
)  # fmt: skip
def test_a_word_given_without_a_day_is_a_promise(words, owner, condition):
    assert [(told.due, told.owner, told.condition) for told in item(words).promises] == [(None, owner, condition)]


def test_a_post_with_a_list_of_fields_brings_something_to_this_body_on_a_day():
    told = item(
        "", "the Director of Climate Change, Environment and Transport bring to this Panel on 26 July 2025 the survey"
    )
    assert [(each.owner, each.to, each.due) for each in told.promises] == [
        ("Director of Climate Change, Environment and Transport", "Homes Scrutiny Panel", date(2025, 7, 26))
    ]


def test_a_subject_to_in_what_was_resolved_is_no_promise():
    assert item("", "subject to the change above, the plan be approved in line with the report").promises == ()


@pytest.mark.parametrize(
    ("words", "opens", "closes"),
    [
        ("Public engagement on a site ran from 1st June 2024 until 12th July 2024.", (2024, 6, 1), (2024, 7, 12)),
        ("The Board’s engagement closes on 18 December 2025.", None, (2025, 12, 18)),
        ("The notice was published on 3 March 2025 and objections could be made until 31 March 2025.",
         (2025, 3, 3), (2025, 3, 31)),
        ("The survey of residents was open until 31 May 2025.", None, (2025, 5, 31)),
    ],
)  # fmt: skip
def test_a_window_is_told_of_surveys_engagement_and_objections_too(words, opens, closes):
    windows = [(window.opens, window.closes) for window in item(words).consultation]
    assert windows == [(date(*opens) if opens else None, date(*closes))]


def test_a_survey_of_buildings_has_no_window():
    assert item("A survey of the roofs from 1 June 2024 to 12 July 2024 found 40 cracks.").consultation == ()


@pytest.mark.parametrize(
    ("words", "opens", "closes"),
    [
        ("Consultation had opened on 5 April and would close on 30 May 2025.", date(2025, 4, 5), date(2025, 5, 30)),
        ("Consultation had begun on 2nd December and closes on 8th July 2025.", date(2024, 12, 2), date(2025, 7, 8)),
        ("Consultation would take place from 10 June 2025 until 5.00 pm on 5 August 2025.",
         date(2025, 6, 10), date(2025, 8, 5)),
        ("The online survey would remain open until midnight on the 22nd June 2025.", None, date(2025, 6, 22)),
        ("Consultation with tenants and sports clubs, 1 July 2025 to 12 August 2025.",
         date(2025, 7, 1), date(2025, 8, 12)),
    ],
)  # fmt: skip
def test_a_window_may_give_an_hour_or_one_year_for_both_its_days(words, opens, closes):
    assert [(window.opens, window.closes) for window in item(words).consultation] == [(opens, closes)]
