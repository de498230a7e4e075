"""More minutes as councils print them; all of it is invented."""

from datetime import date

import pytest

from workflow.importers.files import read_bytes
from workflow.importers.reading import Document

DASHES = """SCRUTINY BOARD (PLACES AND TRANSPORT)

WEDNESDAY, 8TH JANUARY, 2025

PRESENT: Councillor D Teal in the Chair
Councillors E Upton, F Vane and G Wade

45   Appeals Against Refusal of Inspection of Documents

There were no appeals.

46   Apologies for Absence and Notification of Substitutes

Apologies were received from Councillor Hart, with Councillor Innes as substitute.

47   Winter Service Plan

The Director of Highways submitted a report.

In attendance were the Executive Member and the Chief Officer.

Members discussed the following key areas:
- the number of grit bins
- footways by schools

RESOLVED –
a) That the contents of the report be noted.
b) That a note on grit bins be circulated to members of the Board.

48   Date and Time of Next Meeting

RESOLVED – To note the date of the next meeting as Wednesday, 5th February 2025.
"""

TITLE_OVER_NUMBER = """WESTBOROUGH CITY COUNCIL

MEETING OF THE HOUSING OVERVIEW AND SCRUTINY COMMITTEE HELD ON THURSDAY 20 FEBRUARY 2025 AT 1400 HOURS
IN COMMITTEE ROOM 2, COUNCIL HOUSE

PRESENT: Councillor Kay in the Chair; Councillors Lowe, Munn and Noon.

APOLOGIES

512   Apologies were submitted on behalf of Councillor Oak.

DAMP AND MOULD

513   The Director of Housing presented the item.

The Chair thanked her.

RESOLVED:-

That the Committee:-

(i) notes the number of open cases;
(ii) asks the Cabinet Member for Housing to publish the figures each quarter.

OTHER URGENT BUSINESS

514   There was none.
"""

LIST_WITHOUT_MARKS = """Eastholme District Council
Executive
Minutes of the meeting held at 6.30pm on 4 March 2025

Attendance
Cllr P Reeve, Cllr Q Stone

EX34 Declarations of Interest
There were none.

EX35 Play Areas
The Portfolio Holder introduced the report.
Resolved:
To approve the list of play areas in Appendix A
To authorise the Head of Leisure to let the contracts
To receive a report on completion in twelve months' time

EX36 Rough Sleeping
Resolved unanimously: That the grant be accepted.
"""


BEHIND_A_DASH = """Westerdale County Council
Scrutiny Committee for Policies, Place and Resources

Minutes of a Meeting of the Scrutiny Committee for Policies, Place and Resources held in the Elm Room, County Hall, on
Tuesday 4 February 2025 at 10.00 am

Present: Cllr A Able (Chair), Cllr B Baker, Cllr C Cole

Apologies for absence: Cllr D Dale

142   Apologies for absence - agenda item 1

Apologies were received from Cllr Dale.

143   Declarations of Interest - agenda item 2

There were no new declarations.

144   Library Service Redesign - agenda item 5

The Committee considered this report from the Strategic Manager.

The Committee resolved to:
1. Note the progress of the redesign.
2. Ask that the Executive Lead Member brings an update to the Committee's meeting on 10 June 2025.

The Committee asked for a breakdown of visits by library.

145   Any other urgent items of business - agenda item 7

There were no other items.

(The meeting ended at 12.05 pm)

CHAIR
"""

CARRIED = """CABINET

MINUTES of the meeting held on Tuesday, 18 March 2025 commencing at 2.00 pm and finishing at 4.35 pm

Present:
Voting Members: Councillor Ann Leith – in the Chair
Councillor Bob Mote

Other Members in Attendance: Councillors Ray Poll

The Council considered the matters in the agenda for the meeting and decided as set out below.

35/25   DECLARATIONS OF INTEREST
(Agenda Item. 2)

There were none.

36/25   MINUTES
(Agenda Item. 3)

The minutes of the meeting held on 25 February 2025 were approved as a correct record.

37/25   PARKING STANDARDS FOR NEW HOMES
(Agenda Item. 7)

Cabinet had before it a report on parking standards. The Place Overview & Scrutiny Committee had considered the
report at its meeting on 5 March 2025.

Councillor Mote moved and Councillor Leith seconded the recommendations.

RESOLVED (unanimously on a motion from Councillor Mote, seconded by Councillor Leith and carried nem con) to:

a) Adopt the Parking Standards in Annex 1.

b) Agree that the standards be reviewed in three years' time.

38/25   FORWARD PLAN AND FUTURE BUSINESS
(Agenda Item. 9)

RESOLVED: to note the items currently identified for forthcoming meetings.

in the Chair
Date of signing
"""

BULLETS = """Minutes of the Adult Social Care Scrutiny Panel

Thursday 23 January 2025 at 6.00pm

Councillors present: Ash (Chair), Birch, Cedar

1.   Apologies for absence
Apologies were received from Councillor Damson.

2.   Declarations of interest
None.

3.   Minutes
The minutes of the meeting on 28 November 2024 were agreed.

4.   Home care contracts
The Director introduced the report. In answer to questions she said:
1. There were 14 providers.
2. Two of them had handed work back.
3. A new contract would begin in April.

Councillor Birch asked about rotas.

The Panel agreed:
- to write to the Cabinet Member about rotas
- to ask for the results of the survey of carers to be brought to the March meeting

5.   Work programme
Noted.
"""

BOROUGH = """LONDON BOROUGH OF THAMESMEAD

Minutes
Monday 3 March 2025

PRESENT

Councillor Nick Orr, Leader
Councillor Pat Quill, Deputy Leader

161. MINUTES OF THE CABINET MEETING HELD ON 10 FEBRUARY 2025

RESOLVED:

That the minutes of the meeting of the Cabinet held on 10 February 2025 be confirmed and signed as an accurate record.

162. APOLOGIES FOR ABSENCE

There were no apologies for absence.

163. RIVERSIDE WALK

RESOLVED:

1. That the plan for the walk be approved.
2. That £1.2 million be released from the capital programme.

Reason for decision:
As set out in the report.

Alternative options considered and rejected:
As outlined in the report.

Record of any conflict of interest:
None.
"""


def read(text: str) -> Document:
    return read_bytes(text.encode(), "minutes.txt")


@pytest.mark.parametrize(
    ("text", "body", "on", "items"),
    [
        (
            DASHES, "Scrutiny Board (Places and Transport)", date(2025, 1, 8),
            [("45", 0), ("46", 0), ("47", 2), ("48", 1)],
        ),
        (
            TITLE_OVER_NUMBER, "Housing Overview and Scrutiny Committee", date(2025, 2, 20),
            [("512", 0), ("513", 2), ("514", 0)],
        ),
        (LIST_WITHOUT_MARKS, "Executive", date(2025, 3, 4), [("EX34", 0), ("EX35", 3), ("EX36", 1)]),
        (
            BEHIND_A_DASH, "Scrutiny Committee for Policies, Place and Resources", date(2025, 2, 4),
            [("142", 0), ("143", 0), ("144", 2), ("145", 0)],
        ),
        (CARRIED, "Cabinet", date(2025, 3, 18), [("35/25", 0), ("36/25", 0), ("37/25", 2), ("38/25", 1)]),
        (
            BULLETS, "Adult Social Care Scrutiny Panel", date(2025, 1, 23),
            [("1", 0), ("2", 0), ("3", 0), ("4", 2), ("5", 0)],
        ),
        (BOROUGH, "Cabinet", date(2025, 3, 3), [("161", 1), ("162", 0), ("163", 2)]),
    ],
    ids=["dashes", "over", "unmarked", "behind", "carried", "bullets", "borough"],
)  # fmt: skip
def test_the_minutes_of_other_councils_are_read_whole(text: str, body: str, on: date, items: list[tuple[str, int]]):
    minutes = read(text)
    assert (minutes.body, minutes.date, minutes.status) == (body, on, "held")
    assert [(item.minute, len(item.resolutions)) for item in minutes.items] == items


def test_an_items_number_on_the_agenda_is_no_minute_number():
    third, first = read(BEHIND_A_DASH).items[2], read(CARRIED).items[0]
    assert (third.agenda, third.minute, first.agenda, first.minute) == ("5", "144", "2", "35/25")


def test_who_moved_it_and_who_signs_are_no_part_of_what_was_resolved():
    items = read(CARRIED).items
    assert items[2].resolutions[0].text == "Adopt the Parking Standards in Annex 1."
    assert items[3].resolutions[0].text == "to note the items currently identified for forthcoming meetings."
