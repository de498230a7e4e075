"""Minutes as many councils print them; every council, name and matter here is invented."""

from datetime import date

import pytest

from workflow.importers.files import read_bytes
from workflow.importers.reading import Document, Item

NUMBERED_SECTIONS = """SALTHAVEN BOROUGH COUNCIL

OVERVIEW AND SCRUTINY COMMITTEE

Minutes of the Meeting held in the Assembly Room, Town Hall on Tuesday 14 January 2025 at 7.00 p.m.

Present:
Councillor R Ashdown (Chair)
Councillors T Beck, J Crane, L Dunmore and S Eke

1. APOLOGIES FOR ABSENCE

1.1 Apologies were received from Councillor Finch.

2. MINUTES

2.1 RESOLVED: That the minutes of the meeting held on 3 December 2024 be signed by the Chair as a correct record.

3. HARBOUR WALL REPAIRS

3.1 The Director of Environment introduced the report.

3.2 Members asked what the repairs would cost.

3.3 RESOLVED:

(1) That the progress made be noted.

(2) That Cabinet be recommended to set aside a further £40,000 for the northern section of the
wall before the winter of 2025.

(3) That an update be brought to the Committee in June 2025.

4. WORK PROGRAMME

4.1 The Committee noted the work programme.

The meeting ended at 8.15 p.m.
"""

CAPITALS_WITH_YEAR = """Minutes of the Adult Care and Health Select Committee meeting held at County Hall, Fernleigh
on Thursday, 6 March 2025 at 10.30 am.

Members:
*Present
* A Holm (Chairman)
* B Ives
  C Jelf

11/25   APOLOGIES FOR ABSENCE AND SUBSTITUTIONS  [Item 1]

Apologies were received from C Jelf.

12/25   DECLARATIONS OF INTEREST  [Item 2]

None received.

13/25   CARE HOMES STRATEGY  [Item 3]

Declarations of interests:
None

Witnesses:
Director of Commissioning

Key points raised during the discussion:

1. The Cabinet Member introduced the report and said that six homes had been reviewed.

2. A Member asked how families would be told.

Actions/further information to be provided:

1. Director of Commissioning to provide the number of families who had been visited.

Resolved:

That the Select Committee recommends to the Cabinet Member for Adults that:

I. Each family is offered a named worker before any home closes.

II. A report on the first two closures is brought to the Select Committee in October 2025.

14/25   DATE OF NEXT MEETING  [Item 4]

The next meeting would be held on Thursday 8 May 2025.
"""

MOVED_AND_SECONDED = """NORTHMERE COUNTY COUNCIL

CABINET

12 FEBRUARY 2025

Present:-
Councillors Oxley (Chair), Pell, Quine and Rudd

* 41   Minutes

It was MOVED by Councillor Oxley, SECONDED by Councillor Pell, and

RESOLVED that the minutes of the meeting held on 8 January 2025 be signed as a correct record.

* 42   Bus Service Improvement Plan

The Cabinet considered the Report of the Director of Place (DP/25/07).

It was MOVED by Councillor Quine, SECONDED by Councillor Rudd, and

RESOLVED

(a) that the Bus Service Improvement Plan be approved; and

(b) that the Director of Place, in consultation with the Cabinet Member for Transport, be given delegated power to
make minor changes.

* 43   Library Opening Hours

An amendment that the item be deferred was MOVED by Councillor Rudd and, not being SECONDED, fell.

RESOLVED that the opening hours be agreed.
"""

AGREED = """Minutes of a meeting of the Children's Scrutiny Commission held on Monday 3 February 2025

MEMBERS PRESENT
Cllr Ana Vale (Chair), Cllr Ben Wye, Cllr Cai York

76. Foster Carers

The Commission received a report.

It was AGREED that:

(i) the report be noted;
(ii) the Director would circulate the survey's results to members; and
(iii) the Cabinet Member be asked to attend the meeting in May 2025.

77. Exclusions from School

Following discussion it was agreed to set up a task group of four members.

78. Performance

AGREED – That the figures be received.
"""

DECISION_HEADED = """Economy Scrutiny Committee

Minutes of the meeting held on 9 January 2025

Present: Councillor Lund (Chair) - in the chair
Councillors Marr, Nash and Orme

ESC/25/01   Minutes

Decision

To approve the minutes of the meeting held on 5 December 2024 as a correct record.

ESC/25/02   Market Hall

The Committee considered a report of the Strategic Director.

Members welcomed the report.

Decision

The Committee

1. Recommends that the Executive keeps stall rents at their present level until April 2026.

2. Requests a further report on footfall.

ESC/25/03   Overview Report

Decision

To note the report and agree the work programme.
"""

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


def read(text: str) -> Document:
    return read_bytes(text.encode(), "minutes.txt")


def limbs(item: Item) -> list[str]:
    return [limb.text for limb in item.resolutions]


@pytest.mark.parametrize(
    ("text", "body", "on", "items"),
    [
        (
            NUMBERED_SECTIONS, "Overview and Scrutiny Committee", date(2025, 1, 14),
            [("1", 0), ("2", 1), ("3", 3), ("4", 0)],
        ),
        (
            CAPITALS_WITH_YEAR, "Adult Care and Health Select Committee", date(2025, 3, 6),
            [("11/25", 0), ("12/25", 0), ("13/25", 2), ("14/25", 0)],
        ),
        (MOVED_AND_SECONDED, "Cabinet", date(2025, 2, 12), [("41", 1), ("42", 2), ("43", 1)]),
        (AGREED, "Children's Scrutiny Commission", date(2025, 2, 3), [("76", 3), ("77", 1), ("78", 1)]),
        (
            DECISION_HEADED, "Economy Scrutiny Committee", date(2025, 1, 9),
            [("ESC/25/01", 1), ("ESC/25/02", 2), ("ESC/25/03", 1)],
        ),
        (
            DASHES, "Scrutiny Board (Places and Transport)", date(2025, 1, 8),
            [("45", 0), ("46", 0), ("47", 2), ("48", 1)],
        ),
        (
            TITLE_OVER_NUMBER, "Housing Overview and Scrutiny Committee", date(2025, 2, 20),
            [("512", 0), ("513", 2), ("514", 0)],
        ),
        (LIST_WITHOUT_MARKS, "Executive", date(2025, 3, 4), [("EX34", 0), ("EX35", 3), ("EX36", 1)]),
    ],
    ids=["sections", "select", "moved", "agreed", "decision", "dashes", "over", "unmarked"],
)  # fmt: skip
def test_the_minutes_of_a_council_are_read_whole(text: str, body: str, on: date, items: list[tuple[str, int]]):
    minutes = read(text)
    assert (minutes.body, minutes.date, minutes.status) == (body, on, "held")
    assert [(item.minute, len(item.resolutions)) for item in minutes.items] == items
