"""Letters handed to a real mail server that refuses, delays, breaks off and falls silent: every outcome told apart."""

import socket

import pytest
from mail_server import DROP, SILENCE, TRICKLE, MailServer
from msgspec.structs import replace

from workflow import channels
from workflow.channels.mail import MailChannel

MARGARET, BEN = "margaret.lyle@example.gov.uk", "ben.osei@example.gov.uk"


def to(letter, name, number=1):
    return replace(letter, to=(name, f"{name.lower()}@example.gov.uk"), message_id=f"<L{number}.x@example.gov.uk>")


def test_a_letter_arrives_whole_with_one_recipient_on_its_envelope(letter, mail_server, sending):
    told = channels.send(letter, sending)
    assert (told.outcome, told.copies) == ("sent", ())
    assert "took it for margaret.lyle@example.gov.uk: 250 OK" in told.said
    (taken,) = mail_server.taken
    assert (taken.sender, taken.recipient) == ("scrutiny@example.gov.uk", MARGARET)
    message = taken.message
    assert message["Message-ID"] == letter.message_id
    assert message["Subject"] == letter.subject
    assert message["Date"] == "Tue, 24 Nov 2026 08:00:00 +0000"
    assert message["Auto-Submitted"] == "auto-generated"
    assert str(message["Reply-To"]) == "Priya Nair <priya.nair@example.gov.uk>"
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    assert plain.get_content().replace("\r\n", "\n") == letter.text
    assert html.get_content().strip() == letter.html
    (days,) = message.iter_attachments()
    assert days.get_content_type() == "text/calendar"
    assert days["Content-Type"].params == {"method": "PUBLISH", "charset": "utf-8"}
    assert days.get_payload(decode=True) == letter.ics


@pytest.mark.parametrize(
    ("step", "what", "outcome", "says"),
    [
        ("connect", DROP, "later", "broke the connection"),
        ("connect", SILENCE, "later", "did not answer in time"),
        ("connect", "554 5.7.1 Not from there", "later", "turned us away: 554 5.7.1 Not from there"),
        ("connect", "421 4.3.2 Too busy", "later", "turned us away: 421"),
        ("ehlo", DROP, "later", "broke the connection"),
        ("sender", "451 4.3.0 Trouble", "later", "does not take letters from scrutiny@example.gov.uk: 451"),
        ("sender", "550 5.7.1 Not you", "later", "does not take letters from scrutiny@example.gov.uk: 550"),
        ("sender", "552 5.3.4 Too large", "refused", "refuses it for margaret.lyle@example.gov.uk for good: 552"),
        ("sender", "530 5.7.0 Log in first", "later", "530 5.7.0"),
        ("recipient", "450 4.2.1 Greylisted", "later", "wants it for margaret.lyle@example.gov.uk later: 450"),
        ("recipient", "452 4.2.2 Mailbox full", "later", "452"),
        ("recipient", "550 5.1.1 No such user", "refused", "for good: 550 5.1.1 No such user"),
        ("recipient", "421 4.3.2 Closing", "later", "421"),
        ("recipient", DROP, "later", "broke the connection"),
        ("recipient", SILENCE, "later", "did not answer in time"),
        ("data", "451 4.3.0 Trouble", "later", "451"),
        ("data", "554 5.6.0 No", "refused", "for good: 554"),
        ("data", DROP, "later", "broke the connection"),
        ("data", SILENCE, "later", "did not answer in time"),
        ("end", "451 4.3.0 Disk full", "later", "451"),
        ("end", "554 5.7.1 Looks like spam", "refused", "for good: 554 5.7.1 Looks like spam"),
        ("end", DROP, "unknown", "handed over; whether it was taken is not known"),
        ("end", SILENCE, "unknown", "handed over; whether it was taken is not known"),
        ("end", "999 whatever", "unknown", "whether it took it for"),
        ("end", 0.1, "sent", "250 OK"),
    ],
)
def test_what_the_server_does_is_told_apart(step, what, outcome, says, letter, mail, mail_server):
    mail_server.meets(step, what)
    with MailChannel(replace(mail, timeout=0.4)) as post:
        told = post.send(letter)
    assert told.outcome == outcome
    assert says in told.said
    assert len(mail_server.taken) == (outcome in ("sent", "unknown"))


@pytest.mark.parametrize(("step", "outcome"), [("connect", "later"), ("end", "unknown")])
def test_a_server_that_trickles_is_not_waited_for_for_ever(step, outcome, letter, mail, mail_server):
    mail_server.meets(step, TRICKLE)
    with MailChannel(replace(mail, timeout=0.15)) as post:
        assert post.send(letter).outcome == outcome


def test_a_server_that_is_not_there_wants_it_later(letter, mail):
    with MailServer() as gone:
        door = gone.port
    with MailChannel(replace(mail, port=door)) as post:
        told = post.send(letter)
    assert (told.outcome, told.said) == ("later", f"The mail server 127.0.0.1:{door} takes no connections.")


def test_a_server_whose_name_nobody_knows_wants_it_later(letter, mail, monkeypatch):
    def nobody_knows(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody_knows)
    with MailChannel(replace(mail, host="no-such-host.invalid", tls="none")) as post:
        told = post.send(letter)
    assert told.outcome == "later"
    assert "is not known by that name" in told.said


def test_one_connection_serves_a_batch_and_one_refusal_does_not_stop_the_others(letter, mail, mail_server):
    mail_server.meets("recipient", "550 5.1.1 No such user", who="ben@example.gov.uk")
    mail_server.meets("end", "450 4.2.0 Later", times=1)
    with MailChannel(mail) as post:
        told = [post.send(to(letter, name, at)).outcome for at, name in enumerate(("Ann", "Ben", "Cat", "Dan"))]
    assert told == ["later", "refused", "sent", "sent"]
    assert [taken.recipient for taken in mail_server.taken] == ["cat@example.gov.uk", "dan@example.gov.uk"]
    assert mail_server.connections == 1


@pytest.mark.parametrize("what", [DROP, "421 4.4.2 You were quiet too long"])
def test_a_connection_that_the_server_ended_is_made_anew_without_losing_a_letter(what, letter, mail, mail_server):
    with MailChannel(mail) as post:
        assert post.send(to(letter, "Ann")).outcome == "sent"
        mail_server.meets("sender", what, times=1)
        second = post.send(to(letter, "Ben", 2)).outcome
        third = post.send(to(letter, "Cat", 3)).outcome
    assert (second, third) == ("sent" if what == DROP else "later", "sent")
    assert mail_server.connections == 2


def test_after_silence_the_letter_is_never_tried_again_by_itself(letter, mail, mail_server):
    mail_server.meets("end", DROP, times=1)
    with MailChannel(mail) as post:
        assert [post.send(to(letter, name)).outcome for name in ("Ann", "Ben")] == ["unknown", "sent"]
    assert [taken.recipient for taken in mail_server.taken] == ["ann@example.gov.uk", "ben@example.gov.uk"]


@pytest.mark.parametrize(("step", "first"), [("connect", "later"), ("end", "unknown")])
def test_a_server_that_is_down_is_not_asked_for_each_letter_of_a_batch(step, first, letter, mail, mail_server):
    mail_server.meets(step, SILENCE)
    with MailChannel(replace(mail, timeout=0.2)) as post:
        told = [post.send(to(letter, "Ann", at)) for at in range(20)]
    assert [each.outcome for each in told] == [first, first] + ["later"] * 18
    assert mail_server.connections == 2
    assert told[-1].said.endswith("It was not tried again for this letter.")


def test_copies_have_envelopes_and_outcomes_of_their_own(letter, mail, mail_server):
    mail_server.meets("recipient", "550 5.1.1 No such user", who=BEN)
    copied = replace(letter, copies=(("Ben Osei", BEN), ("Cat", "cat@example.gov.uk"), ("Margaret", MARGARET)))
    with MailChannel(mail) as post:
        told = post.send(copied)
    assert told.outcome == "sent"
    assert told.partly
    assert [(who, outcome) for who, outcome, _ in told.copies] == [(BEN, "refused"), ("cat@example.gov.uk", "sent")]
    assert f"The copy for {BEN} did not go (refused)" in told.said
    assert [taken.recipient for taken in mail_server.taken] == [MARGARET, "cat@example.gov.uk"]
    for taken in mail_server.taken:
        assert str(taken.message["To"]) == f"Margaret Lyle <{MARGARET}>"
        assert str(taken.message["Cc"]) == f"Ben Osei <{BEN}>, Cat <cat@example.gov.uk>"


@pytest.mark.parametrize(("what", "outcome"), [("550 no", "refused"), ("450 later", "later"), (DROP, "later")])
def test_nobody_gets_a_copy_of_what_its_person_did_not_get(what, outcome, letter, mail, mail_server):
    mail_server.meets("recipient", what, who=MARGARET)
    with MailChannel(mail) as post:
        told = post.send(replace(letter, copies=(("Ben Osei", BEN),)))
    assert (told.outcome, told.copies) == (outcome, ())
    assert mail_server.taken == []


def test_who_has_it_already_is_passed_over(letter, mail, mail_server):
    with MailChannel(mail) as post:
        told = post.send(replace(letter, copies=(("Ben Osei", BEN),)), already={MARGARET})
    assert told.outcome == "sent"
    assert [taken.recipient for taken in mail_server.taken] == [BEN]


def test_a_domain_that_is_not_on_the_list_is_never_written_to(letter, mail, mail_server):
    for bad in ("ann@example.com", "ann@sub.example.gov.uk", "ann@example.gov.uk.evil.example", "ann@xample.gov.uk"):
        with MailChannel(mail) as post:
            told = post.send(replace(letter, to=("Ann", bad)))
            assert told.outcome == "refused"
            assert "allow_domains" in told.said
            copied = post.send(replace(letter, copies=(("Ann", bad),)))
            assert (copied.outcome, copied.copies[0][1]) == ("sent", "refused")
    assert {taken.recipient for taken in mail_server.taken} == {MARGARET}
    assert all(taken.message["Cc"] is None for taken in mail_server.taken)
    with MailChannel(replace(mail, allow_domains=())) as post:
        assert post.send(letter).outcome == "refused"


def test_without_a_sender_letters_wait_and_nobody_writes_as_somebody_else(letter, mail, mail_server):
    with MailChannel(replace(mail, sender=None)) as post:
        assert post.send(letter).outcome == "later"
    with MailChannel(mail) as post:
        assert post.send(replace(letter, sender=("The Leader", "leader@example.gov.uk"))).outcome == "refused"
    assert mail_server.connections == 0


def test_a_channel_can_be_tried(sending, mail_server):
    told = channels.test(sending, "mail", ("Priya Nair", "priya.nair@example.gov.uk"))
    assert told.outcome == "sent"
    (taken,) = mail_server.taken
    assert taken.message["Subject"] == "Matters Arising: a test"
    assert "Nothing else was sent" in taken.message.get_body(("plain",)).get_content()
