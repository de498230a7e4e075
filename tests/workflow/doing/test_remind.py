"""`matters remind`, from the first look to the letter that went: by command, as a co-ordinator types it."""

import json
from contextlib import contextmanager
from datetime import date

import pytest

from workflow.letters.digest import Told

DAY = date(2026, 6, 16)
SETTINGS = """
[reminders]
mode = "{mode}"
[mail]
sender = "scrutiny@example.gov.uk"
allow_domains = ["example.gov.uk"]
"""


@pytest.fixture
def letters(monkeypatch):
    """What was handed to the mail server, which takes everything."""
    from workflow.reminders import sweeps

    taken = []

    @contextmanager
    def carrier():
        def carry(letter):
            taken.append(letter)
            return Told(outcome="sent", said="250 OK")

        yield carry

    monkeypatch.setattr(sweeps, "carrier_of", lambda settings: carrier)
    return taken


@pytest.fixture
def at_work(matters, tmp_path, monkeypatch):
    """A report with a promise due in a fortnight; calls the command line, with settings of a mode."""

    def settings(mode):
        file = tmp_path / "settings.toml"
        file.write_text(SETTINGS.format(mode=mode))
        monkeypatch.setenv("MATTERS_CONFIG", str(file))

    settings("review")
    for words in (
        ("body", "add", "Scrutiny Board (2)", "--kind", "scrutiny"),
        ("people", "post", "Scrutiny Co-ordinator", "--role", "co_ordinator"),
        ("people", "person", "Priya Nair", "--kind", "officer", "--email", "priya@example.gov.uk", "--confirmed"),
        ("people", "holder", "Scrutiny Co-ordinator", "Priya Nair"),
        ("people", "post", "Head of Libraries", "--role", "lead_officer"),
        ("people", "person", "Jane Doe", "--email", "jane@example.gov.uk", "--confirmed"),
        ("people", "holder", "Head of Libraries", "Jane Doe"),
        ("new", "Libraries", "--body", "Scrutiny Board (2)", "--fact", "lead_officer=Head of Libraries"),
        ("follow-up", "add", "R1", "--quote", "A map of all branches.", "--owner", "Head of Libraries",
         "--due", "30 June 2026"),
    ):  # fmt: skip
        assert matters(*words, day=date(2026, 6, 1)).code == 0, words
    matters.settings = settings
    return matters


def test_from_the_first_look_to_the_letter(at_work, letters):
    first = at_work("remind", "once", day=DAY)
    assert first.code == 1
    assert "matters remind enable" in first.err
    looked = at_work("remind", "once", "--dry-run")
    assert looked.code == 0
    assert "Not written to: Jane Doe (Head of Libraries) is not known to be an officer" in looked.err
    assert "To: Priya Nair <priya@example.gov.uk>" in looked.out
    assert at_work("people", "kind", "P2", "officer").code == 0
    looked = at_work("remind", "once", "--dry-run")
    assert "To: Jane Doe <jane@example.gov.uk>" in looked.out
    assert "Subject: " in looked.out
    assert "A map of all branches." in looked.out

    assert "by themselves" not in at_work("remind", "enable", "--why", "agreed with the chair").out
    again = at_work("remind", "enable")
    assert again.code == 1
    assert "enabled already" in again.err

    laid = at_work("remind", "once")
    assert laid.code == 0
    assert "matters remind review" in laid.out
    assert letters == []
    assert "1 letter waits for you: matters remind review" in at_work("remind", "once").out
    listed = at_work("remind", "review")
    assert "L1 · to Jane Doe · for Tuesday 16 June 2026 · laid out" in listed.out
    assert "R1.1  Libraries · 14 days before" in listed.out
    at_work("remind", "review", "L1", "--note", "With thanks for the figures.")
    assert "With thanks for the figures." in at_work("remind", "review", "L1").out
    assert "released for 16 Jun 2026" in at_work("remind", "review", "--release").out
    sent = at_work("remind", "once")
    assert sent.code == 0
    assert "L1 · to Jane Doe about 1 thing · sent" in sent.out
    assert [letter.to for letter in letters] == [("Jane Doe", "jane@example.gov.uk")]
    assert "Nothing is due" in at_work("remind", "once").out
    assert len(letters) == 1
    kept = at_work("remind", "review", "L1", day=date(2026, 8, 1)).out
    assert "L1 · to Jane Doe · sent on Tuesday 16 June 2026" in kept
    assert letters[0].subject in kept
    assert letters[0].text in kept
    assert "2026-06-16  L1 reminded Jane Doe: promise, 14 days before" in at_work("show", "R1").out
    told = at_work("history", "L1").out
    for words in ("laid out for 16 Jun 2026", "a note was put before it", "released by ", "sent: 250 OK"):
        assert words in told
    assert "record" not in told

    history = at_work("history", "R1")
    assert "reminded" in history.out
    assert "Jane Doe: promise, 14 days before" in history.out
    shown = json.loads(at_work("show", "R1", "--format", "json").out)["timeline"][-1]
    assert (shown["move"], shown["record"], shown["facts"]["person"]) == ("reminded", "L1", "P2")
    assert at_work("db", "verify").code == 0


def test_in_send_mode_it_goes_by_itself_once_it_is_enabled(at_work, letters):
    at_work.settings("send")
    at_work("people", "kind", "P2", "officer")
    assert "by themselves" in at_work("remind", "enable").out
    found = json.loads(at_work("remind", "once", "--format", "json", day=DAY).out)
    assert (found["sent"], found["messages"][0]["name"]) == (1, "Jane Doe")
    assert json.loads(at_work("remind", "once", "--format", "json").out)["sent"] == 0
    assert at_work("remind", "disable").code == 0
    assert at_work("remind", "once", day=date(2026, 7, 1)).code == 1
    assert len(letters) == 1


def test_a_letter_about_a_day_that_has_not_come_never_leaves(at_work, letters):
    at_work.settings("send")
    at_work("people", "kind", "P2", "officer")
    at_work("remind", "enable", day=DAY)
    far = at_work("remind", "once", "--as-of", "1 August 2026")
    assert far.code == 1
    assert "--as-of shows what would go that day; add --dry-run." in far.err
    assert letters == []
    assert at_work("remind", "once", "--as-of", DAY.isoformat()).code == 0
    assert len(letters) == 1


def test_where_nothing_would_go_the_next_day_on_which_something_would_is_said(at_work):
    at_work("people", "kind", "P2", "officer")
    assert "The next letter" not in at_work("remind", "once", "--dry-run", day=date(2026, 6, 1)).err
    saturday = at_work("remind", "once", "--dry-run", day=date(2026, 6, 13)).err
    assert "Nothing would go. The next letter goes on Tuesday 16 June 2026" in " ".join(saturday.split())


def test_as_of_a_day_it_is_as_if_that_day_had_come(at_work, letters):
    at_work.settings("send")
    at_work("people", "kind", "P2", "officer")
    at_work("remind", "enable", day=date(2026, 6, 2))
    found = json.loads(at_work("remind", "once", "--dry-run", "--as-of", "1 July 2026", "--format", "json").out)
    assert found["day"] == "2026-07-01"
    assert "30 June 2026, yesterday" in " ".join(found["letters"][0]["text"].split())
    assert at_work("history", "L1").code == 1, "nothing was changed"


def test_status_says_what_waits_and_ends_with_1_when_something_is_wrong(at_work, monkeypatch):
    from workflow.reminders import sweeps

    at_work.settings("send")
    at_work("people", "kind", "P2", "officer")
    at_work("remind", "enable", day=DAY)

    @contextmanager
    def refusing():
        yield lambda letter: Told(outcome="refused", said="550 no such mailbox")

    monkeypatch.setattr(sweeps, "carrier_of", lambda settings: refusing)
    assert at_work("remind", "once").code == 1
    status = at_work("remind", "status")
    assert status.code == 1
    assert "L1 to Jane Doe wants you: 550 no such mailbox. Then: matters remind review L1 --again" in status.out
    assert json.loads(at_work("remind", "status", "--format", "json").out)["healthy"] is False
    at_work("remind", "review", "L1", "--settle", "telephoned her")
    assert at_work("remind", "status").code == 0


def test_a_person_is_left_alone_by_name(at_work):
    assert "until 1 Sep 2026" in at_work("remind", "snooze", "Jane Doe", "--until", "1 September 2026", day=DAY).out
    assert at_work("remind", "snooze", "P2", "--off").code == 0
    wrong = at_work("remind", "snooze", "Jane Doe", "--until", "1 January 2020")
    assert wrong.code == 1
    assert "is not to come" in wrong.err


def test_what_cannot_be_is_said(at_work):
    assert "no message" in at_work("remind", "review", "bus", "--release").err
    assert "There is no message L9" in at_work("remind", "review", "L9", "--release").err
    assert "Say which message" in at_work("remind", "review", "--note", "Hello").err
    assert "Nothing waits for you." in at_work("remind", "review").err


def test_a_database_that_is_not_there_is_not_made_by_looking(matters, tmp_path):
    missing = tmp_path / "nowhere.db"
    assert matters("remind", "status", "--db", missing).code == 1
    assert not missing.exists()


def test_a_post_in_the_settings_that_nobody_has_is_doubted(at_work, tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text(SETTINGS.format(mode="review").replace("[mail]", 'never = ["Head of Libaries"]\n[mail]'))
    called = at_work("config", "check")
    assert called.code == 0
    assert "[reminders] never: no post is called “Head of Libaries”. Did you mean “Head of Libraries”?" in called.out
    file.write_text(SETTINGS.format(mode="review").replace("[mail]", 'never = ["head of  libraries"]\n[mail]'))
    assert "no post is called" not in at_work("config", "check").out


def test_people_alone_lists_them(at_work):
    assert at_work("people").out == at_work("people", "list").out
    assert "Jane Doe" in at_work("people").out
