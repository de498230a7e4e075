"""Agendas, notices of decisions and call-ins that were heard, as councils print them; all of it is invented."""

from datetime import date

from workflow.importers.files import read_bytes
from workflow.importers.reading import Document

CALLED_IN = """Corporate Scrutiny Committee

Minutes of the meeting held on Thursday 6 February 2025 at County Hall

Present: Councillors Nash (Chair), Orton, Pugh

44   Call-in of decision 25/00417 - Elm Road Day Centre

The Chair explained the procedure. The decision had been called in by Councillors Amos, Birch and Cole.

Councillor Amos set out the reasons.

The Committee voted by 6 to 3.

RESOLVED: That the decision be referred back to Cabinet for reconsideration, for the reasons in the call-in notice.

45   Call-in of decision 25/00420 - Car Parks

RESOLVED: That no further action be taken and that the decision be implemented.
"""

NOTICE = """WESTMOOR BOROUGH COUNCIL
CABINET
DECISION NOTICE
Tuesday 4 March 2025

Date of publication: 5 March 2025
Call-in deadline: 12 March 2025

6. CAR PARK CHARGES

RESOLVED:
(1) That the new charges be approved from 1 April 2025.
(2) That the Overview and Scrutiny Committee be asked to review them in six months.

Reason for decision: to meet the costs of the service.

7. HOMES FOR KEY WORKERS

RESOLVED: That the policy be adopted.
"""

AGENDA = """Agenda

Health and Social Care Scrutiny Board (5)

Time and Date
10.00 am on Wednesday, 19th March, 2025

Place
Committee Room 3 - Council House

Public Business

1.   Apologies and Substitutions

2.   Declarations of Interests

3.   Minutes   (Pages 3 - 8)
a) To agree the Minutes from the meeting held on 5 February 2025
b) Matters arising

4.   Adult Social Care Performance   (Pages 9 - 24)
Briefing Note of the Director of Adults

5.   Work Programme   (Pages 25 - 30)

Private Business
Nil

Jo Lee, Director of Law and Governance, Council House, Westerdale
Tuesday, 11 March 2025
"""


def read(text: str) -> Document:
    return read_bytes(text.encode(), "minutes.txt")


def test_a_call_in_that_was_heard_has_its_step():
    items = read(CALLED_IN).items
    assert [item.reference for item in items] == ["25/00417", "25/00420"]
    assert [[(step.move, step.on, step.body, step.result) for step in item.steps] for item in items] == [
        [("refer_back", date(2025, 2, 6), "Corporate Scrutiny Committee", None)],
        [("release", date(2025, 2, 6), "Corporate Scrutiny Committee", "no_comment")],
    ]


def test_a_notice_of_decisions_says_for_each_when_it_can_be_called_in():
    notice = read(NOTICE)
    assert (notice.kind, notice.body, notice.date) == ("decision_list", "Cabinet", date(2025, 3, 4))
    decisions = [item.decision for item in notice.items]
    assert [(d.published, d.window_closes, d.callable) for d in decisions if d] == [
        (date(2025, 3, 5), date(2025, 3, 12), True)
    ] * 2


def test_an_agendas_front_sheet_is_a_scheduled_meeting():
    agenda = read(AGENDA)
    assert (agenda.kind, agenda.status) == ("agenda", "scheduled")
    assert (agenda.body, agenda.date, agenda.issued) == (
        "Health and Social Care Scrutiny Board (5)",
        date(2025, 3, 19),
        date(2025, 3, 11),
    )
    assert [(item.agenda, item.title, item.procedural) for item in agenda.items] == [
        ("1", "Apologies and Substitutions", True),
        ("2", "Declarations of Interests", True),
        ("3", "Minutes", True),
        ("4", "Adult Social Care Performance", False),
        ("5", "Work Programme", True),
    ]


def test_what_stands_on_every_agenda_is_no_matter_of_its_own():
    agenda = read(AGENDA.replace("Adult Social Care Performance", "Cabinet Member Updates"))
    assert [(i.title, i.procedural) for i in agenda.items if i.agenda == "4"] == [("Cabinet Member Updates", True)]
    told = read(CALLED_IN.replace("Call-in of decision 25/00420 - Car Parks", "Cabinet Member Updates"))
    assert ("Cabinet Member Updates", False) in [(i.title, i.procedural) for i in told.items]


def test_what_officers_put_to_a_body_on_its_agenda_are_options():
    words = (
        "Agenda for the Harbour Committee on Wednesday, 19 February 2025, 6.30 pm\n\nAgenda\n\n1. Apologies\n\n"
        "To receive apologies.\n\n2. Draft Mooring Strategy\n\nThe Committee is recommended to:\n\n"
        "1.    note the responses; and\n\n2.    comment to the Cabinet.\n\nAdditional documents:\n\n3. Work Programme\n"
    )
    item = read_bytes(words.encode(), "agenda.txt").items[1]
    assert (item.title, item.outcome, item.made_by) == ("Draft Mooring Strategy", "options", "officers")
    assert [limb.text for limb in item.resolutions] == ["note the responses;", "comment to the Cabinet."]
