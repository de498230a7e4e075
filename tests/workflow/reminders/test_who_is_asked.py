"""Who is written to, and who never is: each with the sentence that says why."""

from datetime import date

import pytest
from msgspec.structs import replace

from states.words import BodyKind
from workflow.records import bodies, people
from workflow.settings_mail import MailSettings

DUE = date(2026, 6, 30)
DAY = date(2026, 6, 16)


def asked(town, owner, **facts):
    """Who is written to about something that somebody owes, and what is said of those who are not."""
    town.promise(town.report(**facts), DUE, owner=owner)
    done = town.sweep(DAY)
    return [went.name for went in done.went], [one.why for one in done.unsaid]


def test_a_post_is_found_whatever_the_case_and_the_spaces(town):
    assert asked(town, "  head of   LIBRARIES ") == (["Jane Doe"], [])


def test_a_role_is_its_post(town):
    town.person("Helen Marsh", "Head of Democratic Services", role="proper_officer")
    assert asked(town, "proper officer") == (["Helen Marsh"], [])


def test_a_person_named_as_owner_is_asked_while_they_hold_a_post(town):
    assert asked(town, "Jane Doe") == (["Jane Doe"], [])


def test_whoever_holds_the_post_on_the_day_is_asked(town):
    new = town.person("Ann Other")
    with town.desk.writing() as tx:
        people.hand_over(town.desk, people.post_ref(tx, "Head of Libraries"), new, since=date(2026, 6, 10), tx=tx)
    assert asked(town, "Head of Libraries") == (["Ann Other"], [])


NEVER = {
    "councillor": "is a councillor, and councillors are never written to by a machine",
    "partner": "works for a partner, and partners are never written to by a machine",
    "public": "is a member of the public, who is never written to by a machine",
    "unknown": "is not known to be an officer",
}


@pytest.mark.parametrize("kind", NEVER)
def test_only_officers_are_written_to(town, kind):
    town.person("Sam Smith", "Chair of the Friends", kind=kind)
    names, why = asked(town, "Chair of the Friends")
    assert names == ["Priya Nair"], "the co-ordinator is asked to see to it"
    assert why[0].startswith(f"Sam Smith (Chair of the Friends) {NEVER[kind]}")


@pytest.mark.parametrize(
    "post",
    ["Chief Executive", "Deputy Chief Executive and Head of Paid Service", "Monitoring Officer",
     "Director of Finance (Section 151 Officer)", "Chief Finance Officer", "Returning Officer"],
)  # fmt: skip
def test_the_chief_executive_and_the_statutory_officers_never_are(town, post):
    town.person("Max Power", post)
    names, why = asked(town, post)
    assert names == ["Priya Nair"]
    assert why == [f"Max Power ({post}) is never written to by a machine, for the post's sake; write yourself"]


def test_nor_are_they_when_they_hold_another_post_too(town):
    ref = town.person("Max Power", "Monitoring Officer")
    people.hold(town.desk, people.add_post(town.desk, "Head of Legal"), ref)
    assert asked(town, "Head of Legal")[0] == ["Priya Nair"]


def test_a_council_can_name_further_posts_that_never_are(town):
    town.settings = replace(town.settings, reminders=replace(town.settings.reminders, never=("head of libraries",)))
    assert asked(town, "Head of Libraries")[0] == ["Priya Nair"]


def test_a_partner_that_owes_is_put_to_the_co_ordinator(town):
    bodies.add(town.desk, "Valley NHS Trust", BodyKind.PARTNER)
    names, why = asked(town, "Valley NHS Trust")
    assert (names, why) == (
        ["Priya Nair"],
        ["Valley NHS Trust is a partner, and partners are never written to by a machine"],
    )
    assert "Valley NHS Trust" in town.post.letters[0].text


def test_somebody_who_left_is_not_written_to(town):
    people.leave(town.desk, town.jane, last=date(2026, 6, 10))
    names, why = asked(town, "Head of Libraries")
    assert (names, why) == (
        ["Priya Nair"],
        ["nobody holds the post Head of Libraries: matters people holder “Head of Libraries” NAME"],
    )
    assert asked(town, "Jane Doe")[1] == ["Jane Doe holds no post any more: matters follow-up assign REF --to POST"]


def test_an_address_nobody_confirmed_is_not_written_to(town):
    ref = town.person("Lee Reed", "Head of Parks", confirmed=False)
    assert asked(town, "Head of Parks")[1] == [
        f"nobody has confirmed the address of Lee Reed (Head of Parks): matters people confirm P{ref}"
    ]


def test_nor_is_nobody_s_address(town):
    ref = town.person("Lee Reed", "Head of Parks", email=None)
    assert asked(town, "Head of Parks")[1] == [
        f"no address of Lee Reed (Head of Parks) is on file: matters people confirm P{ref} --email ADDRESS"
    ]


@pytest.mark.parametrize("address", ["lee@example.org", "lee@mail.example.gov.uk", "lee@example.gov.uk.example.org"])
def test_a_domain_that_is_not_on_the_list_is_not_written_to(town, address):
    town.person("Lee Reed", "Head of Parks", email=address)
    names, why = asked(town, "Head of Parks")
    domain = address.partition("@")[2]
    assert names == ["Priya Nair"]
    elsewhere = f"has an address at {domain}, and your settings do not let letters go there"
    assert why == [f"Lee Reed (Head of Parks) {elsewhere}"]


def test_no_domain_is_on_the_list_before_the_council_says_so(town):
    town.settings = replace(town.settings, mail=MailSettings(sender="scrutiny@example.gov.uk"))
    names, why = asked(town, "Head of Libraries")
    assert names == []
    assert len(why) == 2, "neither Jane nor the co-ordinator instead of her"


def test_words_that_are_no_post_are_put_to_the_co_ordinator(town):
    names, why = asked(town, "somebody at the depot")
    assert names == ["Priya Nair"]
    assert why == [
        "no post is called somebody at the depot: matters people post “somebody at the depot”, or assign it to another"
    ]


def test_what_nobody_owes_is_the_lead_officers(town):
    assert asked(town, None) == (["Jane Doe"], [])
    assert asked(town, None, title="Other", lead_officer=None)[0] == ["Priya Nair"]


def test_without_a_co_ordinator_nobody_is_told_and_that_is_said(town):
    people.leave(town.desk, town.priya, last=date(2026, 6, 2))
    names, why = asked(town, "somebody at the depot")
    assert names == []
    assert why[-1] == "nobody holds a co-ordinator's post, who would be told instead"


def test_what_could_not_be_asked_is_asked_once_somebody_can_be(town):
    people.leave(town.desk, town.priya, last=date(2026, 6, 2))
    ref = town.person("Lee Reed", "Head of Parks", confirmed=False)
    assert asked(town, "Head of Parks")[0] == []
    people.confirm(town.desk, ref)
    assert [went.name for went in town.sweep().went] == ["Lee Reed"]


def test_what_went_to_the_desk_instead_does_not_go_again_at_that_stage(town):
    ref = town.person("Lee Reed", "Head of Parks", confirmed=False)
    assert asked(town, "Head of Parks")[0] == ["Priya Nair"]
    people.confirm(town.desk, ref)
    assert town.sweep().went == ()
    assert [went.name for went in town.sweep(date(2026, 6, 25)).went] == ["Lee Reed"], "five days before"


def test_names_and_addresses_from_outside_reach_no_header(town):
    town.person("Eve, Bcc: all@example.org", "Head of Parks", email="eve@example.gov.uk")
    asked(town, "Head of Parks")
    from email import message_from_bytes

    from workflow.channels.message import message_of

    assert message_from_bytes(message_of(town.post.letters[0]))["Bcc"] is None


def test_a_co_ordinator_named_in_the_settings_gets_the_answers(town):
    own = replace(
        town.settings.reminders, co_ordinator="Scrutiny Team", co_ordinator_address="scrutiny.team@example.gov.uk"
    )
    town.settings = replace(town.settings, reminders=own)
    asked(town, "Head of Libraries")
    assert town.post.letters[0].reply_to == ("Scrutiny Team", "scrutiny.team@example.gov.uk")
