"""Meetings' pages copied as text, of Eastmere and Ulverdale, which are invented: what a copy loses is not missed."""

from datetime import date

from workflow.importers.files import read_bytes
from workflow.importers.reading import Document

UNNUMBERED = """Agenda and minutes

Harbour Scrutiny Committee - Tuesday, 14th May, 2024 2.00 pm

Venue: Assembly Room, Quay House. View directions

Contact: Ros Pym


No. Item


Apologies for Absence and Substitutes

To receive apologies for absence.


Apologies were received from Councillor Fenn.


Minutes pdf icon PDF 135 KB

To approve the minutes of the meeting held on 12 March 2024.


The minutes were agreed as a correct record.


Moorings Charges Review pdf icon PDF 308 KB

Report of the Harbour Master.

Additional documents:


The Harbour Master introduced the report on charges for moorings.

Councillor Jo Weir - Chair of the Moorings Panel


RESOLVED:   That the charges be frozen until a further report is brought to the Committee in October 2024.


Dredging and the Outer Basin

To consider progress.


Members asked when work would begin.


(a)       the progress made be noted; and


(b)       the Harbour Master be asked to report back in six months.
"""

AGENDA = """

Growth Scrutiny - Thursday, 25th July, 2024 5.00 pm, NEW

No. Item


Appointment of a Chair for the Meeting

In accordance with the constitution the chair should be of another group.


Apologies and Named Substitutes


Declarations of Interest

To invite Councillors to declare any interests they may have.


Mill Lane Regeneration pdf icon PDF 511 KB

To consider the draft plan.

(Report attached)
"""

WITHOUT_HEADING = """Election of Chairman


Councillor Reed was elected as Chairman for the meeting.


Apologies for absence


Apologies for absence were received from Councillor Hart.


Urgent matters by reason of special circumstances

The Chairman will announce any late items.


There were none.


School transport appeals - matters for decision

Members are requested to consider an appeal.


The Committee considered one appeal.
"""

GROWN = """Meeting documents

Health Scrutiny Panel
Tuesday, 11th December, 2018 10.00 am

Business Items
1Apologies for Absence
2Public Discussion
 To hear any person who wishes to address the Panel.
3Minutes
4Hospital Update
"""


def read(text: str) -> Document:
    return read_bytes(text.encode(), "copied.txt")


def titles(page: Document) -> list[str | None]:
    return [item.title for item in page.items]


def test_titles_without_numbers_are_known_by_what_stands_beside_and_below_them():
    page = read(UNNUMBERED)
    assert (page.kind, page.body, page.date) == ("agenda_and_minutes", "Harbour Scrutiny Committee", date(2024, 5, 14))
    assert titles(page) == [
        "Apologies for Absence and Substitutes", "Minutes", "Moorings Charges Review", "Dredging and the Outer Basin",
    ]  # fmt: skip
    assert {item.minute for item in page.items} == {None}


def test_a_minute_begins_where_the_agendas_words_end():
    moorings = read(UNNUMBERED).items[2]
    assert [limb.text for limb in moorings.resolutions] == [
        "the charges be frozen until a further report is brought to the Committee in October 2024."
    ]
    assert [(promise.due, promise.condition) for promise in moorings.promises] == [(None, "October 2024")]


def test_a_list_that_lost_its_resolved_is_taken_for_the_resolution_with_a_warning():
    page = read(UNNUMBERED)
    dredging = page.items[3]
    assert (dredging.outcome, [limb.number for limb in dredging.resolutions]) == ("resolved", ["a", "b"])
    assert [promise.condition for promise in dredging.promises] == ["in six months"]
    assert [(doubt.code, doubt.quote) for doubt in page.warnings] == [
        ("no_resolving_word", "the progress made be noted; and")
    ]


def test_what_officers_put_in_a_list_is_not_taken_for_a_resolution():
    page = read(UNNUMBERED.replace("Members asked when work would begin.", "The Committee is asked to agree that:"))
    assert (page.items[3].outcome, page.items[3].resolutions) == ("none", ())


def test_an_agenda_without_numbers_is_only_announced():
    page = read(AGENDA)
    assert (page.kind, page.body, page.date, page.status) == ("agenda", "Growth Scrutiny", date(2024, 7, 25), None)
    assert titles(page) == [
        "Appointment of a Chair for the Meeting", "Apologies and Named Substitutes", "Declarations of Interest",
        "Mill Lane Regeneration",
    ]  # fmt: skip
    assert not any(item.resolutions for item in page.items)


def test_a_heading_that_says_cancelled_cancels_the_meeting():
    page = read(
        "Agenda\n\nHarbour Scrutiny Committee - Tuesday, 14th May, 2024 2.00 pm CANCELLED\n\nVenue: Quay House\n"
    )
    assert (page.body, page.date, page.status) == ("Harbour Scrutiny Committee", date(2024, 5, 14), "cancelled")


def test_a_page_whose_numbers_are_there_is_not_read_without_them():
    page = read(
        UNNUMBERED.replace("Moorings Charges", "12.\n\nMoorings Charges").replace("Dredging", "13.\n\nDredging")
    )
    assert [item.minute for item in page.items] == ["12", "13"]


def test_a_page_that_lost_its_heading_too_is_known_by_its_procedure():
    page = read(WITHOUT_HEADING)
    assert titles(page) == [
        "Election of Chairman", "Apologies for absence", "Urgent matters by reason of special circumstances",
        "School transport appeals - matters for decision",
    ]  # fmt: skip


def test_numbers_that_have_grown_together_with_their_titles_count_on_from_one():
    page = read(GROWN)
    assert (page.body, page.date) == ("Health Scrutiny Panel", date(2018, 12, 11))
    assert [(item.minute, item.title) for item in page.items] == [
        ("1", "Apologies for Absence"), ("2", "Public Discussion"), ("3", "Minutes"), ("4", "Hospital Update"),
    ]  # fmt: skip


def test_the_parts_of_an_item_have_minutes_of_their_own():
    text = (
        "Agenda and minutes\n\nItems\nNo. Item\n\n4.\n\nPETITIONS.\n\nMinutes:\n\nThere were none.\n\n5.\n\nMINUTES\n\n"
        "5.1\n\n5TH FEBRUARY, 2018;\n\nMinutes:\n\nUNANIMOUSLY RESOLVED that the minutes be signed.\n\n"
        "5.2\n\n30TH APRIL, 2018;\n\nMinutes:\n\nUNANIMOUSLY RESOLVED that the minutes be confirmed.\n"
    )
    page = read(text)
    assert [(item.minute, len(item.resolutions)) for item in page.items] == [("4", 0), ("5", 0), ("5.1", 1), ("5.2", 1)]


def test_paragraphs_that_are_numbered_on_lines_of_their_own_are_no_parts():
    text = (
        "Agenda and minutes\n\nItems\nNo. Item\n\n7.\n\nBudget\n\nMinutes:\n\n7.1\n\nThe Chair spoke.\n\n7.2\n\n"
        "RESOLVED: That the report be noted.\n\n8.\n\nRoads\n\nMinutes:\n\nNone.\n"
    )
    assert [item.minute for item in read(text).items] == ["7", "8"]


def test_markup_and_bars_in_a_title_are_only_text():
    title = "[bold]Quay[/bold] =1+1 \x1b]0;x\x07 " + "|" * 40
    page = read(UNNUMBERED.replace("Moorings Charges Review", title))
    assert any((item.title or "").startswith("[bold]Quay[/bold] =1+1") for item in page.items)
    assert not any("\x1b" in (item.title or "") for item in page.items)


def test_a_page_in_welsh_is_read_by_its_own_headings():
    page = read(
        "Agenda a Chofnodion\n\nPwyllgor Harbwr - Dydd Llun, 21ain Tachwedd, 2022 2.00 yp\n\nLleoliad: Neuadd y Cei\n\n"
        "Eitemau\nRhif eitem\n\n1.\n\nYMDDIHEURIADAU AM ABSENOLDEB.\n\nDogfennau ychwanegol:\n\nCofnodion:\n\nDim.\n\n"
        "2.\n\nFFIOEDD ANGORI. pdf eicon PDF 73 KB\n\nCofnodion:\n\nPENDERFYNWYD nodi'r adroddiad.\n"
    )
    assert (page.body, page.date) == ("Pwyllgor Harbwr", date(2022, 11, 21))
    assert [(item.minute, item.title, item.procedural) for item in page.items] == [
        ("1", "YMDDIHEURIADAU AM ABSENOLDEB", True), ("2", "FFIOEDD ANGORI", False),
    ]  # fmt: skip
    assert [limb.text for limb in page.items[1].resolutions] == ["nodi'r adroddiad."]


def test_a_welsh_heading_without_such_a_day_gives_none():
    page = read(
        "Agenda a Chofnodion\n\nPwyllgor Harbwr - Dydd Llun, 31ain Tachwedd, 2022\n\nRhif eitem\n\n1.\n\nFfioedd\n"
    )
    assert page.date is None
