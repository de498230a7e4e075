"""Words from outside in a letter: template marks, HTML, terminal codes, line ends, right-to-left marks, any length."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from lxml import html as lxml_html
from msgspec.structs import replace

from workflow.channels.message import message_of
from workflow.cli.out import safe
from workflow.letters import write
from workflow.letters.specimens import specimens
from workflow.settings_mail import MailSettings
from workflow.settings_sending import Sending

DAY = date(2026, 11, 24)
AHEAD = specimens(DAY)[0]
SETTINGS = Sending(mail=MailSettings(sender="scrutiny@example.gov.uk"))

HOSTILE = [
    "{{ 7*7 }}", "{% for x in range(10**9) %}x{% endfor %}", "{% include '/etc/passwd' %}", "{{ ''.__class__ }}",
    "{# x #}",
    "<script>alert(1)</script>", "<img src=http://evil.example/x>", "\"><b>bold</b>", "&lt;b&gt;", "[bold]x[/bold]",
    "a\r\nBcc: evil@example.com\r\n\r\nx", "a\nBEGIN:VEVENT\nEND:VCALENDAR", "\x1b]0;owned\x07\x1b[31mred",
    "\u202egnp.exe", "\U00018d09 and \U0001fae8",
    "---", "> quoted", "- listed", "| kept", "x\n---\ny", "=cmd|'/C calc'!A0", "\x00", "\ud800", "\u2028line", "a\tb",
    "🦉" * 50,
    "x" * 10_000, "word " * 2_000, "%s %d {0} {name}", "\\", "\u0000; DROP TABLE", "‮", "\u200b\u200b",
]  # fmt: skip


def digest_with(words):
    """A digest in which everything from outside is these words."""
    owed = replace(
        AHEAD.owed[0], title=words, body=words, owner=words, quote=words, source=words, condition=words, minute=words,
        reference=words, in_force=DAY, recommendation_text=words, authority=words, notice_given=True, statute=DAY,
        wanted_for=replace(AHEAD.owed[0].wanted_for, body=words),
    )  # fmt: skip
    stages = ("before-14", "late-1", "chase-1", "window", "in-force")
    return replace(
        AHEAD, owed=tuple(replace(owed, stage=stage, report=f"R{n}") for n, stage in enumerate(stages, 1)),
        council=words, signed=words, copies=((words, "ben@example.gov.uk"),),
    )  # fmt: skip


def looked_at(words):
    """Writes the letter, and looks at what must be so whatever the words are."""
    whole = digest_with(words)
    for digest in (whole, replace(whole, owed=whole.owed[:1]), replace(whole, to_coordinator=True)):
        letter = write(digest, SETTINGS, "<L1.x@example.gov.uk>")
        assert safe(letter.subject) == letter.subject
        assert len(letter.subject) <= 150
        assert safe(letter.text, lines=True) == letter.text
        assert len(letter.text) < 60_000
        page = lxml_html.fromstring(letter.html.encode())
        assert {element.tag for element in page.iter() if isinstance(element.tag, str)} <= {
            "html", "head", "meta", "title", "body", "div", "h2", "p", "br", "blockquote", "ul", "li",
        }  # fmt: skip
        assert {name for each in page.iter() for name in each.attrib} <= {"lang", "charset", "name", "content", "style"}
        calendar = Calendar.from_ical(letter.ics)
        assert len(calendar.events) == len(digest.owed)
        assert len(calendar.subcomponents) == len(calendar.events)
        assert all(len(line) <= 75 for line in letter.ics.split(b"\r\n"))
    return letter


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stand_in_a_letter_as_words(words):
    looked_at(words)


def test_template_marks_are_not_obeyed():
    letter = looked_at("{{ 7*7 }} {% set x = 1 %}")
    assert "{{ 7*7 }} {% set x = 1 %}" in " ".join(letter.text.split())
    assert "{{ 7*7 }}" in letter.html
    assert "49" not in letter.text


def test_html_is_shown_and_not_obeyed():
    letter = looked_at("<script>alert(1)</script>")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in letter.html
    assert "<script>alert(1)</script>" in letter.text


def test_a_line_end_makes_no_line_in_a_heading_a_quotation_or_a_calendar():
    letter = looked_at("one\r\nBcc: evil@example.com\nBEGIN:VEVENT")
    flat = "one Bcc: evil@example.com BEGIN:VEVENT"
    assert f"    {flat}\n" in letter.text
    assert letter.ics.count(b"\r\nBEGIN:VEVENT\r\n") == 5


@pytest.mark.parametrize("name", ["Ann\r\nBcc: evil@example.com", "Ann\u2028x", "\x1b[31mAnn"])
def test_a_name_with_a_line_end_makes_no_message(name):
    from states.errors import BadInput

    letter = write(replace(AHEAD, name=name), SETTINGS, "<L1.x@example.gov.uk>")
    assert "\nBcc" not in letter.text
    with pytest.raises(BadInput):
        message_of(letter)


@settings(max_examples=40)
@given(st.text(max_size=300))
def test_any_words_make_a_letter_that_can_be_sent(words):
    letter = looked_at(words)
    message_of(replace(letter, copies=()))
