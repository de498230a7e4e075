"""What agendas and trackers, which minute nothing, still say a body will take up, and when; all papers are invented."""

from datetime import date

from workflow.importers.files import read_bytes

TRACKER = """Ref,Date of meeting,Report,Recommendation,To,Response,Update
OS-1,14/05/2025,Empty Homes,Charge more.,Cabinet,Accepted,Options will be considered by Cabinet on 8 July 2025.
OS-2,14/05/2025,Empty Homes,That a list be kept.,Cabinet,Accepted,First report due in June 2026.
OS-3,14/05/2025,Empty Homes,That owners be told.,Cabinet,Accepted,Cabinet agreed the letter on 3 June 2025.
"""

AGENDA = """OAKSHIRE COUNCIL

AGENDA

Homes Scrutiny Panel

Tuesday 10 June 2025 at 6.30 pm

1. Apologies for Absence

2. Minutes of the last meeting

3. Homelessness Strategy
To consider the draft strategy before its consideration by Cabinet on 8 July 2025.
The consultation closes on 30 June 2025.

4. Work Programme
"""


def test_a_trackers_updates_say_which_body_takes_a_matter_up_and_when():
    (item,) = read_bytes(TRACKER.encode(), "tracker.csv").items
    assert [(told.due, told.condition, told.owner) for told in item.promises] == [
        (date(2025, 7, 8), None, "Cabinet"),
        (None, "June 2026", None),
    ]


def test_an_agenda_says_which_body_takes_a_matter_up_next_and_until_when_people_can_answer():
    agenda = read_bytes(AGENDA.encode(), "agenda.txt")
    item = next(item for item in agenda.items if item.title == "Homelessness Strategy")
    assert (agenda.kind, item.outcome) == ("agenda", "none")
    assert [(told.due, told.owner) for told in item.promises] == [(date(2025, 7, 8), "Cabinet")]
    assert [(window.opens, window.closes) for window in item.consultation] == [(None, date(2025, 6, 30))]
    assert [other.title for other in agenda.items if other.promises] == ["Homelessness Strategy"]
