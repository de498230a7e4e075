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
    ],
    ids=["sections", "select", "moved", "agreed", "decision"],
)  # fmt: skip
def test_the_minutes_of_a_council_are_read_whole(text: str, body: str, on: date, items: list[tuple[str, int]]):
    minutes = read(text)
    assert (minutes.body, minutes.date, minutes.status) == (body, on, "held")
    assert [(item.minute, len(item.resolutions)) for item in minutes.items] == items


def test_what_is_recommended_goes_to_whom_the_words_say():
    item = read(CAPITALS_WITH_YEAR).items[2]
    assert (item.outcome, item.from_, item.to) == (
        "recommended",
        "Adult Care and Health Select Committee",
        "Cabinet Member for Adults",
    )
    assert [limb.number for limb in item.resolutions] == ["I", "II"]
    assert [limb.to for limb in read(NUMBERED_SECTIONS).items[2].resolutions] == [None, "Cabinet", None]


def test_what_officers_are_to_do_is_a_promise_with_its_owner():
    promises = read(CAPITALS_WITH_YEAR).items[2].promises
    assert {(promise.owner, promise.condition) for promise in promises} == {
        ("Adult Care and Health Select Committee", "October 2025"),
        ("Director of Commissioning", None),
    }


def test_what_cabinet_resolved_is_its_decision():
    item = read(MOVED_AND_SECONDED).items[1]
    assert item.decision is not None
    assert (item.decision.maker, item.decision.maker_kind, item.decision.decided_on) == (
        "Cabinet",
        "executive",
        date(2025, 2, 12),
    )


def test_an_amendment_that_fell_is_not_resolved():
    assert limbs(read(MOVED_AND_SECONDED).items[2]) == ["the opening hours be agreed."]
