"""Minutes and notices as several councils set them, each small thing once; the councils are invented."""

from datetime import date

from workflow.importers.files import read_bytes
from workflow.importers.reading import Document


def read(words: str) -> Document:
    return read_bytes(words.encode(), "minutes.txt")


def found(page: Document) -> list[tuple[str | None, str | None, list[str]]]:
    return [(item.minute, item.title, [limb.text for limb in item.resolutions]) for item in page.items]


def test_a_title_that_begins_with_the_word_action_is_a_title():
    page = read(
        "BIRCHESTER CITY COUNCIL\n\nHOMES SCRUTINY COMMITTEE\n\nTHURSDAY 18 SEPTEMBER 2025 AT 1400 HOURS\n\nMINUTES\n\n"
        "PRESENT:-\n\nCouncillor Fell in the Chair\n\nAPOLOGIES\n\n32      Apologies were sent by Councillor Rudd.\n\n"
        "ACTION NOTES\n\n33      RESOLVED:-\n\n        That the action notes be agreed.\n\nREPAIRS\n\n"
        "34      The Director spoke.\n\n        RESOLVED:-\n\n        That the report be noted.\n"
    )
    assert found(page) == [
        ("32", "APOLOGIES", []), ("33", "ACTION NOTES", ["the action notes be agreed."]),
        ("34", "REPAIRS", ["the report be noted."]),
    ]  # fmt: skip


def test_who_proposed_it_behind_what_was_resolved_is_no_part_of_it():
    page = read(
        "MINUTES OF THE MEETING OF LOWER MARDEN PARISH COUNCIL HELD ON WEDNESDAY 8TH OCTOBER 2025\n\n"
        "Present: Cllr Brand\n\n"
        "25/102 Minutes\nIt was RESOLVED to approve the minutes of the meeting held on 10 September 2025. "
        "Proposed Cllr Brand, seconded Cllr Cole.\n\n25/103 Close\nThe meeting closed.\n"
    )
    assert found(page)[0] == ("25/102", "Minutes", ["to approve the minutes of the meeting held on 10 September 2025."])


def test_a_notice_of_the_cabinets_decisions_answers_no_recommendations():
    page = read(
        "Eastbrook Council\n\nCabinet Decisions\n\nTuesday 4 November 2025\n\n"
        "The decisions below will come into force on 12 November 2025, unless called in.\n\n"
        "Item 61: Savings Plan\n\nDecision:\n\n1. To approve the plan.\n2. To publish it.\n\n"
        "Reason for decision: Time.\n\n"
        "Item 62: Lettings Policy\n\nDecision: To adopt the policy.\n\nReason for decision: To give priority.\n\n"
        "Item 63: Response to Scrutiny: Empty Homes\n\nDecision:\n\n(a) That recommendation 1 be accepted.\n"
        "(b) That recommendation 3 be not accepted.\n\nReason for decision: There is no budget.\n"
    )
    assert (page.body, page.date) == ("Cabinet", date(2025, 11, 4))
    assert found(page) == [
        ("61", "Savings Plan", ["To approve the plan.", "To publish it."]),
        ("62", "Lettings Policy", ["To adopt the policy."]),
        (
            "63", "Response to Scrutiny: Empty Homes",
            ["That recommendation 1 be accepted.", "That recommendation 3 be not accepted."],
        ),
    ]  # fmt: skip


MOTION = (
    "Minutes of a meeting of Full Council held on Thursday 17 July 2025\n\nPresent: Councillor Wadham\n\n"
    "20. Petitions\n\nNone.\n\n21. Motion – Crossings\n\nCouncillor Ash moved the following motion:\n\n"
    "This Council notes that four people were hurt.\n\nThis Council resolves to:\n\n1. Write to the Minister.\n\n"
    "2. Ask the Cabinet for a programme.\n\nOn being put to the vote, the motion was {}.\n\n22. Close\n\nIt closed.\n"
)


def test_a_motion_that_was_carried_was_resolved_though_nothing_says_so():
    assert found(read(MOTION.format("declared CARRIED")))[1][2] == [
        "Write to the Minister.", "Ask the Cabinet for a programme.",
    ]  # fmt: skip


def test_a_motion_that_was_lost_was_not_resolved():
    for lost in ("declared LOST", "not carried"):
        assert found(read(MOTION.format(lost)))[1][2] == []


def test_a_committee_may_do_each_thing_behind_a_bullet_or_in_a_sentence_of_its_own():
    top = "Minutes of the Bus Panel held on 1 May 2025\n\nPresent: Cllr Gale\n\n3. Buses\n\n3.1 They spoke.\n\n{}"
    foot = "\n\n4. Other Business\n\nNone.\n"
    bullets = "Following discussion the Panel:\n- asks the Board for a plan;\n- notes the buses."
    assert found(read(top.format(bullets) + foot))[0][2] == ["asks the Board for a plan;", "notes the buses."]
    sentences = "Decision\n\nThe Bus Panel APPROVED the plan.\n\nThe Bus Panel NOTED the buses."
    assert found(read(top.format(sentences) + foot))[0][2] == [
        "The Bus Panel APPROVED the plan.", "The Bus Panel NOTED the buses.",
    ]  # fmt: skip


def test_marks_of_headings_that_a_converter_left_are_mark_up():
    page = read(
        "# Minutes - Audit Committee\n\n**Thursday 30 January 2025**\n\n**Present:** Councillor Ogle\n\n"
        "## 45. Apologies\n\nCouncillor Rowe.\n\n## 46. Audit Plan\n\n**Resolved:** That the plan be noted.\n"
    )
    assert (page.body, page.date) == ("Audit Committee", date(2025, 1, 30))
    assert found(page) == [("45", "Apologies", []), ("46", "Audit Plan", ["the plan be noted."])]


def test_minutes_of_one_item_with_a_heading_and_no_word_of_minutes_are_minutes():
    page = read(
        "CORPORATE SCRUTINY COMMITTEE\n\n3 SEPTEMBER 2025\n\nPresent: Councillor Fox (Chairman), Councillor Gray.\n\n"
        "14. CONTACT CENTRE\n\nThe Committee received a presentation.\n\nRECOMMENDED TO CABINET\n\n"
        "(i) that the hours be restored;\n(ii) that waiting times be published.\n\nThe meeting ended at 7.45 pm.\n"
    )
    assert (page.body, page.date) == ("Corporate Scrutiny Committee", date(2025, 9, 3))
    assert found(page) == [
        ("14", "CONTACT CENTRE", ["that the hours be restored;", "that waiting times be published."])
    ]
    assert page.items[0].to == "Cabinet"


def test_what_was_carried_may_stand_in_quotation_marks():
    page = read(
        "Harbour Panel\n\nMinutes of the meeting held on Monday, 3 February 2025\n\nPresent:\n\nMr R. Quill\n\n"
        "33/25 Dues.\n\nThe Panel considered a report.\n\nIt was moved by Mr Quill, seconded by Cllr Rees and carried "
        'unanimously:-\n\n"1. That the dues be supported.\n\n2. That figures be asked for."\n\n'
        "34/25 Next Meeting.\n\nRESOLVED:\n\nThat the next meeting be in May.\n"
    )
    said = [words.strip('"') for words in found(page)[0][2]]
    assert said == ["That the dues be supported.", "That figures be asked for."]
