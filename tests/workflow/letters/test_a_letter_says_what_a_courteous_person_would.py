"""What letters say, to whom, and what they never say."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar
from msgspec.structs import fields, replace

from states.days import On
from states.words import WINDOWS, Clock
from workflow.letters import write
from workflow.letters.digest import Digest, Owed, WantedFor
from workflow.letters.specimens import specimens
from workflow.settings_mail import MailSettings
from workflow.settings_sending import Sending

DAY = date(2026, 11, 24)
AHEAD, LATE, MIXED, EXEMPT, IN_FORCE, WINDOW, DESK, CHASE, OFFICER, DIRECTOR, CHAIR, MANY = specimens(DAY)


USUAL = Sending()


def letter(digest, settings=USUAL):
    return write(digest, settings, "<L1.x@example.gov.uk>")


def one(digest, **values):
    """The digest with its first thing changed, alone."""
    return replace(digest, owed=(replace(digest.owed[0], **values),))


def flat(written):
    return " ".join(written.text.split())


def test_the_handbook_shows_a_letter_as_it_is_written(root):
    page = (root / "docs" / "letters.md").read_text("utf-8")
    shown = page.split("```text\n")[1].split("\n```")[0]
    written = letter(LATE)
    assert shown == f"Subject: {written.subject}\n\n{written.text}".rstrip("\n")


def test_a_letter_ahead_of_time_has_everything_its_reader_needs():
    said = flat(letter(AHEAD))
    for words in (
        "Dear Margaret Lyle,",
        "An update on recommendation 2 of the Children’s Scrutiny Board, made on Thursday 28 May 2026 (minute 34/25):",
        "That the Director of Children’s Services bring a progress report on waiting times at the five hubs",
        "The words are from minutes-34-25.html.",
        "It falls to you as Director of Children’s Services.",
        "It is wanted by Tuesday 8 December 2026, the last day for papers to the meeting of the Children’s Scrutiny "
        "Board on Tuesday 22 December 2026.",
        "What counts as an answer: half a page in your own words",
        "If you need longer, write back with the day you can manage",
        "If you have sent it already, forgive me: tell me when and to whom, and I will record it.",
        "With thanks Priya Nair Scrutiny Co-ordinator",
    ):
        assert words in said


def test_the_subject_is_plain_and_stays_the_same_while_the_days_pass():
    first = letter(AHEAD).subject
    assert first == "Scrutiny follow-up R3: Family Hubs: the first year"
    later = replace(one(AHEAD, stage="late-1", days_late=3), day=DAY + timedelta(20))
    assert letter(later).subject == first
    assert letter(MIXED).subject == "Scrutiny follow-ups: R7, R3, R9"
    assert letter(MANY).subject == "Scrutiny follow-ups: 40 reports"
    assert letter(IN_FORCE).subject == "Decision now in force R12: Library opening hours"
    assert letter(CHASE).subject == "Your scrutiny list R5: Support for young carers"
    assert letter(CHAIR).subject == "Still awaited R7: Bus lanes on Station Road"


def test_the_law_is_cited_only_where_notice_was_given():
    said = "It was wanted by Monday 9 November 2026 (the day in law: Local Government Act 2000 s.9FE), 15 days ago."
    assert said in flat(letter(LATE))
    for digest in (one(LATE, notice_given=False), one(LATE, statute=None), one(LATE, authority=None)):
        said = letter(digest)
        assert "law" not in said.text.lower().replace("lawn", "")
        assert "9FE" not in said.text + said.html


def test_an_agreed_day_stands_beside_the_first_and_the_one_in_law():
    agreed = one(LATE, agreed=DAY + timedelta(6), days_late=-6, stage="before-5")
    said = flat(letter(agreed))
    assert "It is wanted by Monday 30 November 2026, as agreed." in said
    assert "The day in law is Monday 9 November 2026 (Local Government Act 2000 s.9FE)." in said
    unlawful = flat(letter(replace(agreed, owed=(replace(agreed.owed[0], notice_given=False),))))
    assert "as agreed. The day first set was Monday 9 November 2026." in unlawful


def test_the_last_day_for_papers_is_not_named_once_it_has_passed():
    wanted = WantedFor(body="Health Board", day=DAY + timedelta(7), papers_by=DAY - timedelta(1))
    said = flat(letter(one(LATE, wanted_for=wanted)))
    assert "It can still go to the meeting of the Health Board on Tuesday 1 December 2026." in said
    assert "apers" not in said
    in_time = replace(wanted, papers_by=DAY + timedelta(1))
    assert "Papers for that meeting are taken until Wednesday 25" in flat(letter(one(LATE, wanted_for=in_time)))


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (date(2026, 3, 3), ", made on Tuesday 3 March 2026 (minute"),
        (On(date(2026, 3, 1), date(2026, 3, 31)), ", made in March 2026 (minute"),
        (On(date(2026, 1, 1), date(2026, 12, 31)), ", made in 2026 (minute"),
        (On(None, date(2026, 3, 3)), "Transport Scrutiny Board (minute"),
        (On(), "Transport Scrutiny Board (minute"),
        (None, "Transport Scrutiny Board (minute"),
    ],
)
def test_a_day_is_said_as_well_as_it_is_known(made, says):
    assert says in flat(letter(one(LATE, made_on=made)))


def test_one_digest_groups_what_is_owed_by_report_the_late_ones_first():
    said = letter(MIXED).text
    assert "Scrutiny is waiting for three things from you. One has passed its day" in flat(letter(MIXED))
    assert said.index("(R7, 26/00041)") < said.index("Family Hubs: the first year (R3)") < said.index("\nR9\n--\n")
    both = replace(AHEAD, owed=(AHEAD.owed[0], replace(AHEAD.owed[0], number=3, recommendation=4)))
    assert letter(both).text.count("Family Hubs: the first year (R3)\n---") == 1
    assert letter(both).subject == letter(AHEAD).subject


def test_what_is_asked_by_the_same_day_in_the_same_way_is_said_once():
    second = replace(LATE.owed[0], number=2, recommendation=2, recommendation_text="And that.", quote=None, minute=None)
    said = flat(letter(replace(LATE, owed=(LATE.owed[0], second))))
    assert "An answer to recommendation 1 of" in said
    assert "An answer to recommendation 2 of the Transport Scrutiny Board, made on Saturday 5 September 2026:" in said
    assert said.count("What counts as an answer") == 1
    assert "The answers are for Cabinet to give" in said
    assert "They were wanted by Monday 9 November 2026" in said
    later = replace(second, due=DAY - timedelta(3), days_late=3)
    assert flat(letter(replace(LATE, owed=(LATE.owed[0], later)))).count("What counts as an answer") == 2


def test_a_long_digest_tells_some_in_full_and_names_every_other():
    said = letter(MANY).text
    assert said.count("What counts as an answer") == 12
    assert all(f"(R{n})\n" in said or f"\n- R{n}: " in said for n in range(1, 41))
    flood = replace(MANY, owed=tuple(replace(AHEAD.owed[0], report=f"R{n}") for n in range(1, 1001)))
    assert "600 more would not fit into one letter" in letter(flood).text
    assert len(letter(flood).text) < 60_000


def test_who_is_in_copy_is_named():
    assert "A copy of this goes to Jon Abara." in letter(LATE).text
    assert letter(LATE).copies == (("Jon Abara", "jon.abara@example.gov.uk"),)
    assert "copy" not in letter(AHEAD).text


def test_the_co_ordinators_list_is_not_a_letter_to_somebody_else():
    said = flat(letter(DESK))
    assert "on your list today, Tuesday 24 November 2026." in said
    assert "The call-in window on this decision closes at the end of Wednesday 25 November 2026." in said
    assert "can be put into effect from Thursday 26 November 2026." in said
    assert "No day was set: it waits for “once the university had finished it”." in said
    assert "It is owed by: Head of Early Help." in said
    assert "If you need longer" not in said
    assert "do ask me" not in said
    assert letter(DESK).to_coordinator


def test_what_has_no_day_is_asked_after_without_one():
    asked = letter(one(AHEAD, clock=Clock.AWAITING_PUBLICATION, stage="chase-1", due=None, recommendation=None))
    assert "for which no day was set. May I ask how it stands?" in flat(asked)
    assert "No day was set. What counts as an answer: the day on which it was published" in flat(asked)
    assert "wanted by" not in asked.text


def test_a_decision_in_force_asks_for_nothing():
    said = flat(letter(IN_FORCE))
    assert "closed on Monday 23 November 2026, and nobody called it in." in said
    assert "It can be put into effect from Tuesday 24 November 2026. I need nothing from you." in said
    assert "If you need longer" not in said


def test_each_step_up_is_written_by_and_to_the_right_person():
    officer, director, chair = (flat(letter(each)) for each in (OFFICER, DIRECTOR, CHAIR))
    assert "I have written about what follows" in officer
    assert "The answer is for Cabinet to give; may I ask you to see to it?" in officer
    assert "May I ask for your help?" in director
    assert "It is owed by: Cabinet." in director
    assert "I write as chair." in chair
    assert "It was asked for on Tuesday 10 November 2026." in chair
    assert "I asked on" not in chair
    assert "tell me whose it is" not in director + chair


@pytest.mark.parametrize(
    ("times", "says"),
    [
        (0, "Dear Margaret Lyle, I have no answer on file to what follows."),
        (1, "I have written about what follows and have no answer on file."),
        (2, "I have written before about what follows and have no answer on file."),
    ],
)
def test_a_letter_says_no_more_of_earlier_letters_than_what_went(times, says):
    asked = tuple(date(2026, 11, 10 + n) for n in range(times))
    assert says in flat(letter(one(OFFICER, asked_before=asked)))
    assert ("I have written" in flat(letter(one(DIRECTOR, asked_before=asked)))) is (times > 0)


def test_a_persons_own_words_stand_first():
    said = letter(replace(AHEAD, note="Thank you for Tuesday.\n\nAs we said:\n| one\n| two")).text
    assert said.startswith(
        "Dear Margaret Lyle,\n\nThank you for Tuesday.\n\nAs we said:\n\none\ntwo\n\nThis is a note ahead of time"
    )


@pytest.mark.parametrize("clock", [clock for clock in Clock if clock not in WINDOWS])
@pytest.mark.parametrize("stage", ["before-14", "late-1", "chase-1", "escalate-2"])
def test_every_clock_has_words_of_its_own(clock, stage):
    written = letter(one(AHEAD, clock=clock, stage=stage, days_late=1 if stage == "late-1" else -1))
    assert "What counts as an answer: " in written.text
    bare = letter(one(AHEAD, clock=clock, stage=stage, recommendation=None, body=None, quote=None, made_on=None))
    for text in (written.text, bare.text, written.html):
        assert "None" not in text
        assert "_" not in text


@pytest.mark.parametrize("stage", ["before-14", "late-1", "window", "in-force", "chase-2", "escalate-1"])
def test_a_letter_can_be_written_when_hardly_anything_is_known(stage):
    owed = Owed(report="R1", number=1, stage=stage, clock=Clock.UPDATE_DUE)
    bare = Digest(
        person="P1", name="Ann", address="ann@example.gov.uk", reply_to=("", ""), signed="", day=DAY, owed=(owed,)
    )
    for digest in (bare, replace(bare, to_coordinator=True), replace(bare, kind="escalation", level="chair")):
        written = letter(digest)
        assert "None" not in written.text + written.html
        assert written.text.startswith("Dear Ann,\n\n")
        assert written.ics is None


def test_exempt_is_its_reference_and_its_day_whatever_the_digest_holds():
    secret = "geheim"
    told = {
        field.name: secret
        for field in fields(Owed)
        if field.name in ("title", "body", "owner", "recommendation_text", "quote", "source", "condition", "minute")
    }
    assert len(told) == 8
    owed = replace(
        AHEAD.owed[0], exempt=True, reference="26/00041", notice_given=True, authority=secret, statute=DAY,
        wanted_for=WantedFor(body=secret, day=DAY + timedelta(99)), made_on=date(2001, 1, 1), recommendation=77, **told,
    )  # fmt: skip
    for stage in ("before-14", "late-2", "window", "in-force", "chase", "escalation"):
        for many in (1, 30):
            things = tuple(replace(owed, stage=stage, report=f"R{n}") for n in range(1, many + 1))
            for digest in (AHEAD, DESK, CHAIR):
                written = letter(replace(digest, owed=things))
                everything = f"{written.subject}\n{written.text}\n{written.html}\n{(written.ics or b'').decode()}"
                assert secret not in everything
                assert "2001" not in everything
                assert "77" not in everything
                assert "R1, 26/00041\n" in written.text
    assert "Something is wanted by Tuesday 8 December 2026." in flat(letter(EXEMPT))
    assert "not for publication" in flat(letter(EXEMPT))


def test_the_days_are_attached_under_names_that_stay():
    first, again = (Calendar.from_ical(letter(digest).ics) for digest in (MIXED, one(MIXED, days_late=-3)))
    assert first["method"] == "PUBLISH"
    events = {str(event["uid"]): event for event in first.events}
    assert set(events) == {f"{ref}.follow-up@matters-arising" for ref in ("R3-2", "R7-1", "R9-1")}
    ahead = events["R3-2.follow-up@matters-arising"]
    assert (ahead.decoded("dtstart"), ahead["summary"]) == (
        date(2026, 12, 8), "R3: wanted for scrutiny – Family Hubs: the first year",
    )  # fmt: skip
    assert events["R9-1.follow-up@matters-arising"]["summary"] == "R9: wanted for scrutiny"
    assert [str(event["uid"]) for event in again.events] == ["R3-2.follow-up@matters-arising"]
    (force,) = Calendar.from_ical(letter(IN_FORCE).ics).events
    assert force["summary"] == "R12: decision in force – Library opening hours"
    own = Calendar.from_ical(letter(replace(AHEAD, calendar="a1b2")).ics)
    assert str(own.events[0]["uid"]) == "R3-2.follow-up@a1b2.matters-arising"


def test_the_letter_comes_from_the_settings_sender_under_the_co_ordinators_name():
    mail = MailSettings(sender="scrutiny@example.gov.uk")
    assert letter(AHEAD, Sending(mail=mail)).sender == ("Priya Nair", "scrutiny@example.gov.uk")
    named = Sending(mail=replace(mail, sender_name="Scrutiny"))
    assert letter(AHEAD, named).sender == ("Scrutiny", "scrutiny@example.gov.uk")
    assert letter(AHEAD).reply_to == ("Priya Nair", "priya.nair@example.gov.uk")


def test_the_same_digest_is_the_same_letter():
    assert letter(MIXED) == letter(MIXED)
