"""Sentences and limbs of minutes in which nobody gives their word to the body, however they look; all invented."""

import pytest

from workflow.importers.files import read_bytes
from workflow.importers.reading import Promise

HEADING = "OAKSHIRE COUNCIL\n\nMINUTES of the meeting of the Homes Scrutiny Panel held on Tuesday 10 June 2025\n\n"
ITEM = "7. Empty Homes\n\nThe Panel considered a report.\n\n"


def promised_in(words: str, limb: str = "the report be noted") -> tuple[Promise, ...]:
    text = f"{HEADING}{ITEM}{words}\n\nRESOLVED: That {limb}.\n"
    return read_bytes(text.encode(), "minutes.txt").items[0].promises


@pytest.mark.parametrize(
    "words",
    [
        "Councillor Ash declared an interest as a trustee of the almshouses.",
        "The Head of Repairs agreed that the service had fallen short.",
        "The Director agreed with the Panel that more could be done.",
        "Officers had agreed to extend the contract to 31 March 2026.",
        "The Cabinet Member said that the Council would always put tenants first.",
        "Councillor Moss said that his group would abolish the charge if elected in May 2026.",
        "The Chair said he would need a bigger hat for all the tributes.",
        "Members of the public were invited to attend the exhibition by 30 June 2025.",
        "Tenders were to be returned to the Council by 4 July 2025.",
        "Applications for the grant must be submitted by 31 July 2025.",
        "The next meeting of the Homes Scrutiny Panel would be held on 8 July 2025.",
        "An amendment that officers report back by 9 September 2025 was put to the vote and lost.",
        "The motion that the Director report to the Panel on 9 September 2025 fell.",
        "The Head of Housing had undertaken to reply and had done so on 2 May 2025.",
        "Landlords are required to register with the Council by 1 October 2025.",
        "The Director explained that officers would visit each property before a charge was made.",
        "The Director advised that rents would rise by 2.7% in April 2026.",
        "The Leader confirmed that the works would be finished by 30 September 2025.",
        "The contractor had agreed to pay the costs.",
        "The developer offered to fund a crossing.",
        "The Council was committed to building 300 homes by 31 March 2027.",
        "The Chair confirmed that the meeting was quorate.",
        "The Manager said that tenants would be charged for lost keys.",
        "The Director assured Members that the Council would meet its duty.",
        "The report explained how complaints would be dealt with in future.",
        "The Combined Authority would consider its transport levy in January 2026.",
        "It was agreed that Councillor Vine would chair the Panel in the absence of the Chair.",
        "It was agreed that the order of business would be varied.",
        "The Chair agreed to take the late report as urgent business.",
        "The Chairman agreed to a recount.",
        "Councillor Dale offered her apologies to the Panel.",
        "Councillor Hope agreed to second the motion.",
        "The Mayor agreed to sponsor the race in 2026.",
        "The Ombudsman had asked the Council to pay £200, and this would be done by 1 July 2025.",
        "Councillor Lee agreed with the officer’s recommendation.",
        "The Chair agreed that the item could be taken first.",
        "Councillor Lee agreed to be nominated as Vice-Chair.",
        "The Director agreed to implement the recommendations of the audit in full.",
        "The Head of Service said that the team would seek to reduce waiting times.",
        "The Head of Planning confirmed that conditions would be imposed if permission was granted.",
        "The applicant’s agent said he would speak to his client.",
        "Mr Jones, the applicant, said that he would check the drains every week.",
        "The Police Inspector said that offenders would be pursued.",
        "The Cabinet Member advised that all complaints would be investigated by the contractor in future.",
        "The Chief Executive stated that the vacancy would be advertised nationally.",
        "The Chair said he would not seek re-election.",
        "The Director explained that fees were updated every April.",
        "The Leader offered his congratulations to the team.",
        "Councillor Price offered to withdraw her amendment.",
        "The Solicitor advised that legal advice had been sought.",
        "The Head of Housing said that where damp was reported it would be investigated within ten days.",
        "Officers confirmed that the website was updated daily.",
        "The Chair asked members to declare their interests.",
        "Members were asked to switch off their telephones.",
        "Members were asked to consider the recommendations.",
        "Officers were thanked for agreeing to help with the fair.",
        "Councillors were asked to submit nominations by 20 June 2025.",
        "The Chair promised to be brief.",
        "Councillor Shaw promised that his party would scrap the charge.",
        "The Director of Place confirmed that the road would be closed until 30 September 2025.",
        "The Government had promised to publish its White Paper by 31 October 2025.",
        "Network Rail had agreed to provide a lift by 31 March 2027.",
        "The school had agreed to admit the pupils from 1 September 2025.",
        "Councillor Field moved that the Director be asked to report by 9 September 2025. The motion was lost.",
        "The Panel was advised that planning enforcement matters would be investigated in order of priority.",
        "Mr Clarke replied that invoices would be checked before payment.",
        "Councillor Frost agreed with that view and thanked officers.",
        "The Head of Planning agreed that the junction was dangerous.",
        "The Board agreed to the fees set out in Appendix A.",
        "The Cabinet Member agreed to the disposal of the land.",
        "Councillor Moss said he would vote against.",
        "Councillor Moss said she would support the motion.",
        "The Chair said that questions would be taken in turn.",
        "The Director said the Council would look at all options before closing any library.",
        "The Chair welcomed the Director, who would present the report.",
        "The Head of Finance would leave the Council on 31 July 2025.",
        "The consultant said she would look at three sites a day.",
        "Councillor Webb hoped that the scheme would be looked into properly.",
        "The Cabinet Member promised a bright future for the town.",
        "The Leader said he would defend the Council’s record to the hilt.",
        "The Trust was required to respond by 31 May 2025 and had done so.",
        "The Commissioner would publish the national plan on 1 October 2025.",
        "Residents could appeal to the Tribunal within 28 days.",
        "Under the Constitution the Mayor shall report to the Council annually.",
        "The terms of reference provide that the Committee will review the code every two years.",
        "The Chair reminded members that training would be provided on 18 June 2025.",
        "Any member wishing to speak was asked to inform the clerk by noon on 9 June 2025.",
        "The Monitoring Officer advised that members should declare gifts within 28 days.",
        "The Head of Repairs replied that the figure would be checked monthly as a matter of course.",
        "The contractor promised that the road would be reopened by 20 June 2025.",
        "The school bus would be taken out of service on 25 July 2025.",
        "The bailiffs had been instructed to take possession by 20 June 2025.",
    ],
)
def test_no_word_is_given(words: str):
    assert promised_in(words) == ()


@pytest.mark.parametrize(
    "limb",
    [
        "the Director be authorised to sign the lease by 1 August 2025",
        "the Panel place on record its thanks to officers",
        "the application be approved subject to commencement by 10 June 2028",
        "the appointments be made until 20 May 2026",
        "the tender of Rooftop Ltd be accepted and the works completed by 31 October 2025",
        "the Chief Executive be instructed to give effect to the resolution",
        "the Director be requested to proceed with the sale",
        "the Solicitor be instructed to seal the order",
        "Councillor Dale be appointed to the Board",
        "the Head of Planning be asked to refuse the application",
        "the public be asked to leave the meeting",
        "the officers be asked to convey the thanks of the Panel to the staff",
        "the Head of Legal be instructed to complete the deed",
        "the Council agree to the fees",
        "the Clerk be authorised to pay the invoices by 30 June 2025",
        "Councillor Dale be asked to serve as the Panel’s champion",
        "the Director be asked to sign the agreement",
        "the exempt minutes be approved",
    ],
)
def test_what_is_done_with_asks_for_nothing_back(limb: str):
    assert promised_in("", limb) == ()
