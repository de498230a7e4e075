"""Whoever gives their word, whatever the act, and the next dealing with a matter told in few words; all invented."""

import pytest

from workflow.importers.files import read_bytes
from workflow.importers.reading import Promise

HEADING = "OAKSHIRE COUNCIL\n\nMINUTES of the meeting of the Homes Scrutiny Panel held on Tuesday 10 June 2025\n\n"
ITEM = "7. Empty Homes\n\nThe Panel considered a report.\n\n"


def told_in(words: str, limb: str = "the report be noted") -> tuple[Promise, ...]:
    text = f"{HEADING}{ITEM}{words}\n\nRESOLVED: That {limb}.\n"
    return read_bytes(text.encode(), "minutes.txt").items[0].promises


def days_of(promises: tuple[Promise, ...]) -> list[str | None]:
    return [one.due.isoformat() if one.due else None for one in promises]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Officers undertook to show the slipped schemes in the next quarterly report.", [None]),
        ("The Borough Treasurer offered to explain the charge to Councillor Vine outside the meeting.", [None]),
        ("Officers agreed to supply Members with the number of void properties in each ward.", [None]),
        ("Councillor Ash agreed to pursue the question with the water company.", [None]),
        ("Mr Rook, Head of Repairs, said he would look at how tenants might be told of delays.", [None]),
        ("The Chair advised that the wording of the previous minutes would be checked.", [None]),
        ("The Chair agreed to refer the question of substitutes to the Constitution Working Group.", [None]),
        ("It was agreed that legal advice would be sought on the meaning of the clause.", [None]),
        ("The Director of Homes promised that the figures would be corrected before publication.", [None]),
        ("The Assistant Director committed to meeting ward councillors before work began.", [None]),
        ("The Lettings Manager volunteered to walk the estate with the residents’ association.", [None]),
        ("The Head of Housing Options took away the question of storage charges.", [None]),
        ("The Monitoring Officer assured Members that the register would be updated.", [None]),
        ("Officers would come back to Councillor Dale with the cost of the scaffolding.", [None]),
        ("The Head of Legal Services was tasked with drafting a revised protocol.", [None]),
        ("The Head of Repairs agreed to circulate the figures by 18 July 2025.", ["2025-07-18"]),
        ("Officers undertook to complete the stock survey before 30 September 2025.", ["2025-09-30"]),
        (
            "The Director of Homes was asked to settle the arrears policy with tenants no later than 31 July 2025.",
            ["2025-07-31"],
        ),
        ("The Borough Solicitor committed to closing the outstanding audit actions by 31 August 2025.", ["2025-08-31"]),
        ("The Void Team Manager offered to walk the block with Councillor Vine by the end of July.", [None]),
        (
            "The report had been withdrawn and would be re-submitted to the Panel meeting to be held on 8 July 2025.",
            ["2025-07-08"],
        ),
        ("This item will be considered by Council on 17 July 2025.", ["2025-07-17"]),
        ("The business case will go to the Investment Board on 2 July 2025.", ["2025-07-02"]),
        ("A special meeting of Cabinet had been arranged for 24 June 2025 to consider the bids.", ["2025-06-24"]),
        ("Timeline: Cabinet 8 July 2025; Council 17 July 2025.", ["2025-07-08", "2025-07-17"]),
        ("The item is expected at the Executive on 11 August 2025.", ["2025-08-11"]),
        ("An item on damp will be included on a future agenda.", [None]),
        ("Consideration of the petition stood adjourned to the meeting on 9 September 2025.", ["2025-09-09"]),
        ("The bid would come forward for decision at Cabinet on 22 July 2025.", ["2025-07-22"]),
        ("The outcome will be reported to the next meeting of the Audit Committee.", [None]),
        ("The Waste Manager undertook to correct the map on the website.", [None]),
        (
            "Councillor Reed, Cabinet Member for Finance, agreed to send the member for Oakfield a copy of the letter.",
            [None],
        ),
        ("The Chief Fire Officer offered to arrange a tour of the control room for members.", [None]),
        ("Officers would obtain the figures from the contractor and let Members have them.", [None]),
        ("In response, the Head of Revenues confirmed that the error would be corrected.", [None]),
        ("The Planning Officer agreed that she would speak to the Environment Agency about the culvert.", [None]),
        ("The Democratic Services Officer would add the matter to the work programme.", [None]),
        (
            "The Director of Public Health stated that the ward data would be circulated to members after the meeting.",
            [None],
        ),
        ("It was agreed that a letter would be sent to the bus company.", [None]),
        ("The Transport Manager was asked to report back on the number of complaints.", [None]),
        ("Mrs Lane said she would find out and let Councillor Pike know.", [None]),
        (
            "The Head of Audit was requested to provide a breakdown of the late actions by 12 September 2025.",
            ["2025-09-12"],
        ),
        ("The Estates Manager promised the tenants an answer by 27 June 2025.", ["2025-06-27"]),
        (
            "The Director of Finance gave an assurance that the accounts would be published by 30 September 2025.",
            ["2025-09-30"],
        ),
        ("The Chair undertook to write to the Minister before the end of the month.", [None]),
        ("The Leader agreed to meet the petitioners within four weeks.", [None]),
        ("The final report will be taken to Full Council in September 2025.", [None]),
        ("The scheme was scheduled for decision by the Cabinet on 22 July 2025.", ["2025-07-22"]),
        ("The item was adjourned to the meeting of the Panel on 8 July 2025.", ["2025-07-08"]),
        (
            "The budget monitoring report was due at Cabinet on 24 June 2025 and Members’ comments would be passed on.",
            ["2025-06-24"],
        ),
        ("The Licensing Committee would meet on 19 June 2025 to consider the objections.", ["2025-06-19"]),
        ("Members would be given a further update at the September meeting.", [None]),
        (
            "The petition had been referred to the Highways Committee, which would consider it on 3 July 2025.",
            ["2025-07-03"],
        ),
        ("Next steps: Overview and Scrutiny Committee 1 July 2025, Cabinet 8 July 2025.", ["2025-07-01", "2025-07-08"]),
        ("Councillor Frost, as Chair of the Board, undertook to raise bus fares with the operators.", [None]),
        ("Following a question, the Principal Engineer agreed to share the modelling with ward members.", [None]),
        ("The Interim Head of ICT stated that he would investigate the outage and report to the Chair.", [None]),
        ("The Legal Adviser would clarify the point outside the meeting.", [None]),
        ("Ms Kaur agreed to forward the slides.", [None]),
        ("The Service Director confirmed she would raise this with the trust.", [None]),
        ("It was confirmed that the missing appendix would be circulated.", [None]),
        ("Democratic Services were asked to arrange a visit to the depot in September.", [None]),
        ("The Chair asked that a glossary be provided with future reports.", [None]),
        ("The Group Accountant agreed to provide the split by 25 July 2025.", ["2025-07-25"]),
        ("A follow-up session would be held with the trust in October 2025.", [None]),
        ("The Strategic Lead would be bringing a paper to the Panel on 9 September 2025.", ["2025-09-09"]),
        ("Cabinet had deferred the decision until its meeting on 8 July 2025.", ["2025-07-08"]),
        ("A decision would be taken under delegated powers by the Director of Place by 30 June 2025.", ["2025-06-30"]),
        ("The appeal will be heard by the Appeals Panel on 27 June 2025.", ["2025-06-27"]),
        ("Members noted that the outturn would come to the September meeting.", [None]),
        ("The Ward Manager took the question away and would reply to Councillor Pike.", [None]),
    ],
)
def test_a_word_given_is_a_promise(words: str, days: list[str | None]):
    assert days_of(told_in(words)) == days


@pytest.mark.parametrize(
    ("limb", "days"),
    [
        ("the Task Group be reconvened after twelve months to monitor the recommendations", [None]),
        ("the Director of Homes be requested to provide a written response to each recommendation", [None]),
        (
            "the Director of Homes bring a report on voids to the Panel twelve months after the adoption of the policy",
            [None],
        ),
        ("the effect of the new policy on leavers be reported to the Panel after its first six months", [None]),
        ("the Panel be given an update on the purchase of vans in October 2025", [None]),
        ("the Head of Repairs be instructed to publish the repairs charter by 1 September 2025", ["2025-09-01"]),
        (
            "the recommendations be submitted to the Care Board with a request for a response within 28 days",
            [None],
        ),
        ("officers be tasked with reviewing the scheme in twelve months", [None]),
        ("the matter be brought back to the first meeting of the new municipal year", [None]),
        (
            "the application be deferred to allow a site visit and be determined at the meeting on 8 July 2025",
            ["2025-07-08"],
        ),
        ("the Chief Executive be asked to provide a timetable to all Members of the Panel", [None]),
        ("the Head of Parking be instructed to consult the ward councillors by 31 July 2025", ["2025-07-31"]),
        ("this matter be deferred to the next meeting", [None]),
        ("Cabinet be requested to respond within two months", [None]),
        ("the Head of Repairs be asked to report on damp at the Panel’s next meeting", [None]),
        (
            "the Director of Homes consult the tenants’ forum and report the outcome to the Panel on 9 September 2025",
            ["2025-09-09"],
        ),
        ("the review be brought forward to the Panel in November 2025", [None]),
        ("the Executive be asked to respond to the Panel by 31 July 2025", ["2025-07-31"]),
    ],
)
def test_what_was_resolved_asks_somebody_for_something_back(limb: str, days: list[str | None]):
    assert days_of(told_in("", limb)) == days


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Officers undertook to show the slipped schemes in the next quarterly report.", "Officers"),
        (
            "The Borough Treasurer offered to explain the charge to Councillor Vine outside the meeting.",
            "Borough Treasurer",
        ),
        ("Officers agreed to supply Members with the number of void properties in each ward.", "Officers"),
        ("Councillor Ash agreed to pursue the question with the water company.", "Councillor Ash"),
        ("Mr Rook, Head of Repairs, said he would look at how tenants might be told of delays.", "Head of Repairs"),
        ("The Chair advised that the wording of the previous minutes would be checked.", "Chair"),
        ("The Chair agreed to refer the question of substitutes to the Constitution Working Group.", "Chair"),
        ("The Director of Homes promised that the figures would be corrected before publication.", "Director of Homes"),
        ("The Assistant Director committed to meeting ward councillors before work began.", "Assistant Director"),
        ("The Lettings Manager volunteered to walk the estate with the residents’ association.", "Lettings Manager"),
        ("The Head of Housing Options took away the question of storage charges.", "Head of Housing Options"),
        ("The Monitoring Officer assured Members that the register would be updated.", "Monitoring Officer"),
        ("Officers would come back to Councillor Dale with the cost of the scaffolding.", "Officers"),
        ("The Head of Legal Services was tasked with drafting a revised protocol.", "Head of Legal Services"),
        ("The Head of Repairs agreed to circulate the figures by 18 July 2025.", "Head of Repairs"),
        ("Officers undertook to complete the stock survey before 30 September 2025.", "Officers"),
        (
            "The Director of Homes was asked to settle the arrears policy with tenants no later than 31 July 2025.",
            "Director of Homes",
        ),
        (
            "The Borough Solicitor committed to closing the outstanding audit actions by 31 August 2025.",
            "Borough Solicitor",
        ),
        (
            "The Void Team Manager offered to walk the block with Councillor Vine by the end of July.",
            "Void Team Manager",
        ),
        (
            "The report had been withdrawn and would be re-submitted to the Panel meeting to be held on 8 July 2025.",
            "Homes Scrutiny Panel",
        ),
        ("This item will be considered by Council on 17 July 2025.", "Council"),
        ("The business case will go to the Investment Board on 2 July 2025.", "Investment Board"),
        ("A special meeting of Cabinet had been arranged for 24 June 2025 to consider the bids.", "Cabinet"),
        ("The item is expected at the Executive on 11 August 2025.", "Executive"),
        ("Consideration of the petition stood adjourned to the meeting on 9 September 2025.", "Homes Scrutiny Panel"),
        ("The bid would come forward for decision at Cabinet on 22 July 2025.", "Cabinet"),
    ],
)
def test_a_promise_is_whose_word_it_is(words: str, owner: str):
    assert [one.owner for one in told_in(words)] == [owner]


def test_the_bodies_of_a_timeline_take_it_up_each_on_its_day():
    promises = told_in("Timeline: Cabinet 8 July 2025; Council 17 July 2025.")
    assert [(one.owner, str(one.due)) for one in promises] == [("Cabinet", "2025-07-08"), ("Council", "2025-07-17")]
