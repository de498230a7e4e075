"""Names, addresses and subjects from outside: whatever they hold, a letter has the very headers that were meant."""

from email import message_from_bytes, policy
from email.utils import getaddresses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from states.errors import BadInput
from workflow.channels.addresses import allowed, header_of, mailbox_of
from workflow.channels.message import message_of
from workflow.letters.digest import Letter

PLAIN = Letter(
    message_id="<L1.a1b2@example.gov.uk>", sender=("Priya Nair", "scrutiny@example.gov.uk"),
    to=("Margaret Lyle", "margaret.lyle@example.gov.uk"), subject="Scrutiny follow-up R3", text="Dear\n", html="<p>",
)  # fmt: skip
HEADERS = {"From", "To", "Cc", "Reply-To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type"}

ADDED = [
    "Ann\r\nBcc: evil@example.com", "Ann\nBcc: evil@example.com", "Ann\rBcc: evil@example.com",
    "Ann\x00", "Ann\x1b[31m",
    "Ann\u2028Bcc: evil@example.com", "Ann\x85Bcc: evil@example.com", "Ann\x0bX", "Ann \u202egnp.exe", "Ann\ud800",
    "A" * 10_000,
]  # fmt: skip
NAMES = [
    "Lyle, Margaret", "Lyle, Margärét", "O'Neil; Ann", 'Ann "the axe" Lyle', "Ann <evil@example.com>", "a@b.example, c",
    "Ann (comment)", "=?utf-8?q?=0D=0ABcc=3A_evil=40example=2Ecom?=", "Ann\\", "\"", "<>", "undisclosed: ;", "Zoë 🦉",
    "王",
    "Lyle, Margärét " * 12, 'x, "' * 40, ".", "[b]Ann[/b]", "{{ 7*7 }}",
]  # fmt: skip


@pytest.mark.parametrize("name", ADDED, ids=range(len(ADDED)))
@pytest.mark.parametrize("where", ["to", "sender", "reply_to", "copies"])
def test_a_name_that_would_add_a_header_is_refused(name, where):
    who = (name, "ann@example.gov.uk")
    with pytest.raises(BadInput, match="holds characters that no name has"):
        message_of(replace(PLAIN, **{where: (who,) if where == "copies" else who}))


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_name_that_looks_like_addresses_stays_a_name(name):
    written = message_of(replace(PLAIN, to=(name, "ann@example.gov.uk"), copies=((name, "ben@example.gov.uk"),)))
    read = message_from_bytes(written, policy=policy.default)
    assert [each.addr_spec for each in read["To"].addresses] == ["ann@example.gov.uk"]
    assert [each.addr_spec for each in read["Cc"].addresses] == ["ben@example.gov.uk"]
    assert set(read.keys()) <= HEADERS
    assert "evil@example.com" not in [mailbox for _, mailbox in getaddresses(map(str, read.get_all("To")))]


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Lyle, Margaret", "Lyle, Margaret"), ("Zoë 🦉", "Zoë 🦉"), ('Ann "the axe" Lyle', 'Ann "the axe" Lyle')],
)
def test_a_name_arrives_as_it_is(name, shown):
    read = message_from_bytes(message_of(replace(PLAIN, to=(name, "ann@example.gov.uk"))), policy=policy.default)
    assert read["To"].addresses[0].display_name == shown


@pytest.mark.parametrize(
    "address",
    [
        "", "ann", "ann@", "@example.gov.uk", "ann@@example.gov.uk", "ann@example.gov.uk,evil@example.com",
        "ann@example.gov.uk\r\nRCPT TO:<evil@example.com>", "ann@example.gov.uk\n", "ann @example.gov.uk",
        "<ann@example.gov.uk>", "ann@exa mple.gov.uk", '"a b"@example.gov.uk', "ann@[127.0.0.1]", "ann@-example.gov.uk",
        "änn@example.gov.uk", "ann@example..gov.uk", ".ann@example.gov.uk", "ann@example.gov.uk\x00",
        "a" * 65 + "@b.uk",
        "ann@" + "b" * 64 + ".uk", "ann@example.gov.uk;ben@example.gov.uk", "ann>@example.gov.uk",
        "ann@" + "b." * 200 + "uk",
        "ann@example.gov.uk SIZE=1", "ann@\u202eexample.gov.uk\n",
    ],
)  # fmt: skip
def test_an_address_that_is_not_one_mailbox_is_refused(address):
    with pytest.raises(BadInput, match="is no e-mail address") as refused:
        mailbox_of(address)
    assert "\n" not in str(refused.value)
    with pytest.raises(BadInput):
        message_of(replace(PLAIN, to=("Ann", address)))


def test_a_foreign_domain_is_written_in_its_ascii_form():
    assert mailbox_of("ann@Bücher.example") == "ann@xn--bcher-kva.example"
    assert str(header_of(("Ann", "ann@bücher.example"))) == "Ann <ann@xn--bcher-kva.example>"
    assert allowed("ann@xn--bcher-kva.example", ("bücher.example",))
    assert allowed(mailbox_of("Ann.O'Neil@EXAMPLE.gov.uk"), ("Example.gov.uk",))
    assert not allowed("ann@example.com", ("example.gov.uk", "."))


@pytest.mark.parametrize("subject", ["a\r\nBcc: x@y.example", "a\nb", "a\x00", "a\u2028b", "a\x1b]0;x\x07"])
def test_a_subject_that_would_add_a_header_is_refused(subject):
    with pytest.raises(BadInput, match="subject"):
        message_of(replace(PLAIN, subject=subject))


@pytest.mark.parametrize(
    "name", ["<a@b>\r\nBcc: c@d", "a@b", "<a b@c>", "<a@b@c>", "", "<" + "a" * 300 + "@b>", "<a@b>\n"]
)
def test_a_message_id_that_is_none_is_refused(name):
    with pytest.raises(BadInput, match="Message-ID"):
        message_of(replace(PLAIN, message_id=name))


SEEN = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"), include_characters=" ")
LINES = st.text(SEEN, max_size=200) | st.text(st.sampled_from('ab ,;:<>@"\\()=?_é\r\n'), max_size=120)


@given(name=LINES, other=LINES, subject=LINES, text=st.text(max_size=400))
def test_whatever_is_written_it_is_refused_or_has_the_headers_that_were_meant(name, other, subject, text):
    letter = replace(
        PLAIN, to=(name, "ann@example.gov.uk"), copies=((other, "ben@example.gov.uk"),), subject=subject,
        text=text.encode("utf-8", "replace").decode("utf-8"), reply_to=(other, "cat@example.gov.uk"),
    )  # fmt: skip
    try:
        written = message_of(letter)
    except BadInput:
        return
    assert written.isascii()
    assert all(len(line) <= 998 for line in written.split(b"\r\n"))
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert b"\r" not in written.replace(b"\r\n", b"")
    read = message_from_bytes(written, policy=policy.default)
    assert set(read.keys()) <= HEADERS
    for key, meant in (("To", "ann"), ("Cc", "ben"), ("Reply-To", "cat"), ("From", "scrutiny")):
        assert [each.addr_spec for each in read[key].addresses] == [f"{meant}@example.gov.uk"]
    assert read["Subject"].split() == subject.split()
