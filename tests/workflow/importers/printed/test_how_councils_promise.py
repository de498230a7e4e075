"""The many ways in which minutes tell what is to come, and what is not a promise however it looks; all invented."""

import pytest

from workflow.importers.files import read_bytes
from workflow.importers.reading import Item

HEADING = "OAKSHIRE COUNCIL\n\nMINUTES of the meeting of the Homes Scrutiny Panel held on Tuesday 10 June 2025\n\n"
ITEM = "7. Empty Homes\n\nThe Panel considered a report.\n\n"


def item_with(words: str, limb: str = "the report be noted") -> Item:
    text = f"{HEADING}{ITEM}{words}\n\nRESOLVED: That {limb}.\n"
    return read_bytes(text.encode(), "minutes.txt").items[0]


def told(item: Item) -> list[tuple[str | None, str | None]]:
    return [(one.due.isoformat() if one.due else None, one.owner) for one in item.promises]


PANEL = "Homes Scrutiny Panel"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Head of Housing undertook to bring back a report on voids to the meeting on 9 September 2025.",
         [("2025-09-09", "Head of Housing")]),
        ("The Local Plan would next be considered by the Strategic Planning Board on 14 July 2025, and thereafter by "
         "full Council on 23 July 2025.",
         [("2025-07-14", "Strategic Planning Board"), ("2025-07-23", "full Council")]),
        ("Subject to the outcome of the tender, a recommendation would be put to Cabinet on 16 September 2025.",
         [("2025-09-16", "Cabinet")]),
        ("The Chair reminded Members that the budget proposals would come before the Panel at its meeting on "
         "2 December 2025.", [("2025-12-02", PANEL)]),
        ("The complaints report, which was scheduled for Cabinet on 8 July 2025, would say more.",
         [("2025-07-08", "Cabinet")]),
        ("The changes were on the agenda of the Annual Council meeting on 21 May 2026.",
         [("2026-05-21", "Annual Council")]),
        ("At its meeting on 15 July 2025 the Audit and Governance Committee would be asked to approve the accounts.",
         [("2025-07-15", "Audit and Governance Committee")]),
        ("Members were informed that the petition would be debated at Council on 17 July 2025.",
         [("2025-07-17", "Council")]),
        ("A decision on the site was expected to be taken by the Executive on 11 August 2025.",
         [("2025-08-11", "Executive")]),
        ("The Service Manager agreed to look into the missed repairs at Elm Court and let Councillor Dale know.",
         [(None, "Service Manager")]),
        ("In reply the Director said she would ask the contractor for the figures and share them with the Panel.",
         [(None, "Director")]),
        ("Councillor Hope requested a breakdown by ward; officers would circulate this after the meeting.",
         [(None, "officers")]),
        ("It was agreed that a site visit would be arranged before the next meeting.", [(None, None)]),
        ("The Panel would receive a further report in the autumn.", [(None, None)]),
    ],
)  # fmt: skip
def test_what_is_told_to_come_is_a_promise(words: str, expected: list[tuple[str | None, str | None]]):
    assert told(item_with(words)) == expected


@pytest.mark.parametrize(
    ("limb", "expected"),
    [
        ("the Assistant Director attend the Panel’s meeting on 7 October 2025 to report on progress",
         [("2025-10-07", "Assistant Director")]),
        ("an update on the plan be added to the work programme for the meeting on 4 November 2025",
         [("2025-11-04", PANEL)]),
        ("the report be deferred to 5 August 2025 to allow officers to gather the figures", [("2025-08-05", PANEL)]),
        ("the Cabinet Member be invited to the December meeting to explain the overspend", [(None, None)]),
        ("a task group be set up to report back by the end of the municipal year", [(None, None)]),
        ("progress against the plan be reviewed by the Panel every six months", [(None, None)]),
    ],
)  # fmt: skip
def test_what_was_resolved_to_come_is_a_promise(limb: str, expected: list[tuple[str | None, str | None]]):
    assert told(item_with("", limb)) == expected


@pytest.mark.parametrize(
    "words",
    [
        "The tenancy strategy had been considered by Cabinet on 3 June 2025.",
        "The new rents would be approved by Cabinet and would take effect from 1 April 2026.",
        "The contract with Rooftop Ltd would end on 31 March 2026.",
        "The next meeting of the Panel would take place on 9 September 2025 at 6.30 pm.",
        "Work on the new homes was due to start on 4 August 2025 and finish by 30 June 2026.",
        "The Government would bring forward a new standard in 2026.",
        "Councillor Dale asked whether the report would be shared with the Health Board.",
        "He would have brought the report to the Panel on 9 September 2025 but for the fire.",
        "The Chair thanked officers for the report to be published on 1 July 2025.",
        "Officers explained that the Council must respond to the Regulator by 31 July 2025.",
        "The Ombudsman would publish its findings on 1 August 2025.",
        "Grants would be awarded by the Council for the year ending 31 March 2026.",
        "It could be considered by the Planning Committee on 2 July 2025 if the applicant agreed.",
        "The Leader noted that Parliament would debate the Bill on 14 July 2025.",
        "The Panel heard that a new Head of Housing would join the Council on 1 September 2025.",
        "Councillor Moss agreed to chair the meeting until the Chair arrived.",
        "The list showed items that were to be reported to future meetings of the Panel.",
        "The Planning Committee approved the application on 4 June 2025.",
        "The Council must set its budget by 11 March 2026.",
        "The Council would issue bills by 15 March 2026.",
        "The Board was due to be dissolved on 31 March 2026.",
        "The works were to be carried out by the Council between 1 July 2025 and 30 September 2025.",
        "The Council will pay the grant on 1 July 2025.",
        "The Cabinet Member for Homes will open the scheme on 1 July 2025.",
        "Applications to the Schools Forum close on 1 July 2025.",
        "The land would transfer to the Council on 30 June 2025.",
        "The Council would take possession of the site on 30 June 2025.",
        "The Executive would bring the service in house on 1 October 2025.",
        "The Council would take over the lease on 1 October 2025.",
        "The Council would provide free parking on 29 November 2025.",
        "The Partnership would receive funding of £2m on 1 April 2026.",
        "The Council would return the deposit on 1 August 2025.",
        "The new Commission would come into being on 1 April 2026.",
        "The scheme was adopted by Council on 24 February 2026 as the constitution required.",
        "The Panel noted that the inspection would take place on 1 July 2025.",
        "The deadline for bids to the Council was 30 June 2025.",
        "The interim arrangements agreed by Cabinet would continue until 31 March 2026.",
        "The Cabinet Member would be on leave from 1 July 2025.",
        "The Community Safety Partnership was to be renamed on 1 September 2025.",
        "The grant had to be spent by the Council by 31 March 2026.",
        "The Executive had agreed to extend the lease to 31 March 2030.",
        "A new Board would be established on 1 April 2026.",
        "The Council would hold an open day at the depot on 5 July 2025.",
        "The current contract, approved by Cabinet in May 2020, would expire on 31 December 2025.",
        "The Council would move to the new offices on 1 December 2025.",
        "The Board would cease to exist on 31 March 2026.",
        "The new Member Development Panel would first meet on 2 July 2025.",
        "The Panel discussed the report to be made to Ofsted.",
        "The Panel asked that the report be clearer in future.",
        "The officer said the system would send tenants an e-mail when a repair was booked.",
        "Members suggested that the Council should write in plain English.",
        "The Chair said he would take questions at the end.",
        "The Director of Homes said that the service would contact every tenant.",
    ],
)
def test_what_only_looks_like_a_promise_is_none(words: str):
    assert told(item_with(words)) == []


@pytest.mark.parametrize(
    "limb",
    [
        "the Head of Legal be authorised to complete the lease by 30 September 2025",
        "the minutes of the meeting held on 8 April 2025 be approved",
        "the Chair write to the Secretary of State about the funding gap",
        "the comments of the Panel be forwarded to Cabinet",
        "the Director be thanked for the report",
        "the fees be increased by 3% from 1 April 2026",
        "the policy be adopted with effect from 1 July 2025",
        "delegated authority be given to the Director to award the contract by 1 August 2025",
        "the Council’s thanks be conveyed to Mr Bell",
        "the recommendations be submitted to Cabinet",
        "the appointments be made for the period to 31 May 2026",
    ],
)
def test_what_was_resolved_and_is_done_with_that_is_no_promise(limb: str):
    assert told(item_with("", limb)) == []


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ("Consultation on the draft had opened on 2 June 2025 and would close at noon on 14 July 2025.",
         ("2025-06-02", "2025-07-14")),
        ("A six-week consultation (9 June to 21 July 2025) was under way.", ("2025-06-09", "2025-07-21")),
        ("Residents had until 30 June 2025 to respond to the consultation.", (None, "2025-06-30")),
        ("Comments on the plan were invited by 4 July 2025.", (None, "2025-07-04")),
        ("The statutory consultation ran for eight weeks from 3 March 2025.", ("2025-03-03", None)),
        ("The public consultation had ended on 30 May 2025.", (None, "2025-05-30")),
        ("Representations on the plan could be made between 2 June and 14 July 2025.", ("2025-06-02", "2025-07-14")),
        ("A public consultation had been held. It ran from 3 March 2025 to 4 April 2025.",
         ("2025-03-03", "2025-04-04")),
    ],
)  # fmt: skip
def test_a_window_is_when_people_could_answer(words: str, window: tuple[str | None, str | None]):
    (found,) = item_with(words).consultation
    assert (found.opens and found.opens.isoformat(), found.closes and found.closes.isoformat()) == window


@pytest.mark.parametrize(
    "words",
    [
        "The consultant was engaged from 1 April 2025 to 30 June 2025.",
        "The pilot ran from 1 April 2024 to 31 March 2025 and residents’ views of it were good.",
        "Following consultation, the contract would run from 1 April 2026 to 31 March 2031.",
        "The survey data related to the period from 1 April 2024 to 31 March 2025.",
    ],
)
def test_what_only_has_two_days_is_no_window(words: str):
    assert item_with(words).consultation == ()


@pytest.mark.parametrize(
    ("words", "due"),
    [
        (
            "The Director of Place presented the draft Plan, which would be submitted to Cabinet for approval on "
            "Tuesday, 8 July 2025.",
            "2025-07-08",
        ),
        ("The report was to be considered at the meeting of the Executive to be held on 9 July 2025.", "2025-07-09"),
        (
            "Final proposals would be reported to the Schools Forum in October, with a decision by Cabinet on 18 "
            "November 2025.",
            "2025-11-18",
        ),
        ("This matter will be referred to the Standards Committee on 3rd September, 2025.", "2025-09-03"),
        ("The Leader advised that the matter was due at Cabinet on 22 July 2025.", "2025-07-22"),
        ("A further paper will follow for the Audit Committee (29 July 2025).", "2025-07-29"),
        ("Cabinet on 22 July 2025 would be recommended to agree the closure.", "2025-07-22"),
        ("The Mayor in Cabinet is due to take the final decision on 22/07/2025.", "2025-07-22"),
        ("It was noted the item would return to the Panel on 9 September 2025.", "2025-09-09"),
        ("Feedback from the Panel will be reported verbally to the Cabinet meeting on 17 June 2025.", "2025-06-17"),
        ("The findings would be presented to this Panel at its 9 September 2025 meeting.", "2025-09-09"),
        ("The task group hoped to submit its final report to the Panel meeting in November 2025.", None),
        ("The Panel would be consulted again on 4 November 2025 before the policy was finalised.", "2025-11-04"),
        ("The budget would be set by full Council on 25 February 2026.", "2026-02-25"),
        ("The accounts will be signed off by the Audit and Governance Committee on 30 September 2025.", "2025-09-30"),
        ("Officers will present a business case to the Investment Board on 1 October 2025.", "2025-10-01"),
        (
            "The Chief Executive was requested to report to the next ordinary meeting of Council on 17 July 2025.",
            "2025-07-17",
        ),
        ("The recommendation would go forward to the Council meeting to be held on 17 July 2025.", "2025-07-17"),
        ("Consideration of the report be deferred until the next meeting of the Panel on 8 July 2025.", "2025-07-08"),
        ("The Director would respond to Councillor Poole in writing.", None),
        ("The Scrutiny Officer to circulate the slides to all Members.", None),
        ("The answer was not to hand and would be supplied to Members after the meeting.", None),
        ("Further detail was requested on the age of the stock, which officers would provide.", None),
        ("The Panel asked for an update on the works in six months.", None),
        ("The Head of Repairs confirmed he would speak to the contractor and report back.", None),
        ("The Cabinet Member promised a full written answer.", None),
        ("A progress report would be submitted to a future meeting.", None),
        ("It was agreed that an all-Member briefing be arranged on damp and mould.", None),
        ("The Chairman undertook to take the point up with the Leader.", None),
        (
            "The Portfolio Holder confirmed that the Strategy will be brought back to Cabinet on 14 October "
            "2025 for adoption.",
            "2025-10-14",
        ),
        ("The Programme Board is scheduled to receive the business case on 30 June 2025.", "2025-06-30"),
        ("The Panel would look at the evidence again at its next meeting on 8 July 2025.", "2025-07-08"),
        ("Officers would attend the Area Committee on 1 July 2025 to explain the scheme.", "2025-07-01"),
        (
            "The item had been withdrawn and would now be heard by the Licensing Sub-Committee on Monday 7 July 2025.",
            "2025-07-07",
        ),
        ("The Joint Committee would meet on 20 June 2025 to determine the application.", "2025-06-20"),
        (
            "It was intended that the revised plan be put before Members of the Planning Committee on 2 July 2025.",
            "2025-07-02",
        ),
        ("The next stage was approval by the Pensions Board on 5 September 2025.", "2025-09-05"),
        ("The proposals are subject to the approval of full Council on 17 July 2025.", "2025-07-17"),
        ("The policy was recommended to Council for adoption on 17 July 2025.", "2025-07-17"),
        (
            "The Panel’s recommendations will be considered by Cabinet at its meeting on the 8th July 2025.",
            "2025-07-08",
        ),
        ("Cabinet would take a decision on 8 July 2025.", "2025-07-08"),
        ("This would be subject to a further report to Cabinet in July 2025.", None),
        ("A report would be taken to Cabinet by the end of the year.", None),
        ("He reminded the Panel that Full Council would decide the matter on 17th July 2025.", "2025-07-17"),
        ("The Executive will be asked on 23 June 2025 to approve the tender.", "2025-06-23"),
    ],
)
def test_when_something_is_told_to_come(words: str, due: str | None):
    assert [day for day, _ in told(item_with(words))] == [due]


@pytest.mark.parametrize(
    ("limb", "due"),
    [
        ("the matter be placed on the agenda for the meeting of the Panel on 9 September 2025", "2025-09-09"),
        ("Cabinet be asked to consider the Panel’s views at its meeting on 8 July 2025", "2025-07-08"),
        ("the Director of Homes report back to the meeting on 9 September 2025 on voids", "2025-09-09"),
        ("an item on damp be included in the work programme for November 2025", None),
        ("the Panel reconvene on 24 June 2025 to conclude its inquiry", "2025-06-24"),
        ("a further update be provided to the Panel in three months", None),
        ("the Director circulate the risk register to Members of the Panel", None),
        ("officers be requested to provide quarterly updates to the Panel", None),
    ],
)
def test_when_something_resolved_is_to_come(limb: str, due: str | None):
    assert [day for day, _ in told(item_with("", limb))] == [due]


@pytest.mark.parametrize(
    ("limb", "due"),
    [
        ("to receive a report on the fees at its meeting on 9 September 2025", "2025-09-09"),
        ("review the pilot at its meeting on 9 September 2025, once the first quarter has ended", "2025-09-09"),
    ],
)
def test_its_own_meeting_is_that_of_the_body_which_resolved_it(limb: str, due: str):
    (one,) = told(item_with("", limb))
    assert one[0] == due
