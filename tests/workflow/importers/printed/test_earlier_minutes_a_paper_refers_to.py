"""Earlier minutes that printed minutes refer to, however their number is written; the papers are invented."""

import pytest

from workflow.importers.files import read_bytes
from workflow.importers.page import Page
from workflow.importers.reading import Document
from workflow.importers.references import find_earlier

HEADING = "OAKSHIRE COUNCIL\n\nMINUTES of the meeting of the Homes Scrutiny Panel held on Tuesday 10 June 2025\n\n"


def told_with(words: str) -> Document:
    minute = f"7. Empty Homes\n\nThe Panel considered a report. {words}\n\nRESOLVED: That the report be noted.\n"
    return read_bytes(f"{HEADING}{minute}".encode(), "minutes.txt")


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("The Panel noted minute no. 45 of 2019/20.", ["45/19"]),
        ("It was discussed before (Minutes 12 and 13 of 2019/20 refer).", ["12/19", "13/19"]),
        ("The Panel noted minute nos. 45/19 and 46/19.", ["45/19", "46/19"]),
        ("The plan had been heard (Minute No. 45/19 refers).", ["45/19"]),
        ("There was silence for a minute. No. 45/19 is the plan.", []),
    ],
)
def test_no_does_not_end_the_sentence_that_names_a_minute(words: str, numbers: list[str]):
    page = told_with(words)
    assert [earlier.minute for earlier in page.items[0].earlier] == numbers


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The plan had been heard (Minute 424 refers).", ["A minute is referred to without its year."]),
        ("The plan had been heard (Minutes 12 and 13 refer).", ["A minute is referred to without its year."]),
        ("It was agreed in minutes 10 and 20 later.", []),
        ("The Chair spoke for a minute 10 times.", []),
    ],
)
def test_a_minute_that_is_said_to_refer_but_has_no_year_is_a_doubt(words: str, told: list[str]):
    page = told_with(words)
    assert [warning.message for warning in page.warnings if warning.code == "ambiguous_minute"] == told
    assert page.items[0].earlier == ()


def test_a_day_between_a_body_and_a_minute_leaves_the_minute_the_bodys():
    page = told_with("Cabinet on 21 July 2024 (minute 34/24) gave its reasons.")
    assert [(earlier.minute, earlier.body) for earlier in page.items[0].earlier] == [("34/24", "Cabinet")]


def test_the_updates_of_a_tracker_refer_to_minutes_too():
    head = "Minute no.,Item,Recommendation,Update\n"
    rows = f"{head}22,Fares,That fares be frozen.,Cabinet 21 July 2026 (minute 34/26) said no.\n"
    page = read_bytes(rows.encode(), "tracker.csv")
    assert [(earlier.minute, earlier.body) for earlier in page.items[0].earlier] == [("34/26", "Cabinet")]


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("The Leader recalled minute 21/26 of the panel.", None),
        ("The recommendations of the Overview and Scrutiny Committee (minute 12/26) were received.", None),
        ("The panel's minute 21/26 was recalled.", None),
        ("It was made by the Homes Scrutiny Panel at a meeting in May (minute 9/25).", None),
        ("The Thornbeck Area Committee (minute 8/26) had asked for it.", "Thornbeck Area Committee"),
        ("Further to minute 4/25 officers reported.", "Cabinet"),
        ("The Homes Scrutiny Panel had asked for it before our minute 4/25.", "Cabinet"),
        ("Minute 9/25 of the Cabinet was recalled.", "Cabinet"),
        ("The Council's fees had risen (minute 4/25 refers).", "Cabinet"),
    ],
)
def test_a_minute_is_the_papers_own_only_where_no_other_body_is_named(words: str, body: str | None):
    heading = HEADING.replace("Homes Scrutiny Panel", "Cabinet")
    minute = f"7. Empty Homes\n\nMembers considered a report. {words}\n\nRESOLVED: That the report be noted.\n"
    page = read_bytes(f"{heading}{minute}".encode(), "minutes.txt")
    assert [earlier.body for earlier in page.items[0].earlier] == [body]
    assert [w.code for w in page.warnings].count("ambiguous_minute") == (body is None)


@pytest.mark.parametrize(
    ("own", "body", "doubt"),
    [("Cabinet Member for Homes", None, True), ("Homes Panel", "Homes Panel", False), (None, None, False)],
)
def test_a_person_keeps_no_minutes(own: str | None, body: str | None, doubt: bool):
    found, doubts = find_earlier(Page("Minute 8/26 refers."), 0, 19, own)
    assert ([one.body for one in found], bool(doubts)) == ([body], doubt)


@pytest.mark.parametrize(("words", "body"), [("Minute 8/26 refers.", None), ("Our minute 8/26 refers.", "Homes Panel")])
def test_a_bare_number_in_a_report_to_a_body_stays_open(words: str, body: str | None):
    found, doubts = find_earlier(Page(words), 0, len(words), "Homes Panel", kept=False)
    assert ([one.body for one in found], bool(doubts)) == ([body], body is None)
