"""The settings about what leaves the house: read, refused by name, shown without a secret, and documented."""

import json
import os
import re
import tomllib

import pytest
from msgspec.structs import fields

from states.errors import BadInput
from states.rules import rules_from
from states.words import Clock
from workflow import settings
from workflow.settings_channels import ROOMS, ChannelSettings
from workflow.settings_mail import LetterSettings, MailSettings
from workflow.settings_reminders import ClockReminders, ReminderSettings
from workflow.settings_sending import Sending, sending_in

SECRETS = ("MATTERS_MAIL_PASSWORD", "MATTERS_TEAMS_URL", "MATTERS_SLACK_URL", "MATTERS_OTHER_URL")


@pytest.fixture(autouse=True)
def no_secrets_of_whoever_runs_it(monkeypatch):
    for name in SECRETS:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def said(tmp_path):
    """What a settings file says of what leaves."""

    def read(text):
        path = tmp_path / "settings.toml"
        path.write_text(text, "utf-8")
        return sending_in(settings.read(str(path)))

    return read


def test_without_a_file_a_batch_waits_for_a_person_and_nobody_may_be_written_to():
    by_itself = sending_in(None)
    assert by_itself == Sending()
    assert by_itself.reminders.mode == "review"
    assert (by_itself.reminders.weekdays, by_itself.reminders.time) == ({1}, "08:00")
    assert by_itself.mail.allow_domains == ()
    assert by_itself.mail.sender is None


def test_everything_in_the_handbook_is_read_and_every_setting_is_in_it(root):
    page = (root / "docs" / "settings.md").read_text("utf-8")
    written = tomllib.loads("\n".join(re.findall(r"```toml\n(.*?)```", page, re.DOTALL)))
    assert set(written) == set(settings.SECTIONS)
    rules_from({name: written[name] for name in settings.RULES})
    sending_in(settings.Settings("s.toml", None, {}, {name: written[name] for name in settings.SENDING}))
    for struct, section in (
        (ReminderSettings, "reminders"), (MailSettings, "mail"), (ChannelSettings, "channels"),
        (LetterSettings, "letters"),
    ):  # fmt: skip
        assert {f.name for f in fields(struct)} - {"clocks"} == {
            k for k, v in written[section].items() if not isinstance(v, dict)
        }
    clocks = [value for value in written["reminders"].values() if isinstance(value, dict)]
    assert {f.name for f in fields(ClockReminders)} == {key for clock in clocks for key in clock}
    assert all(f"`{clock}`" in page for clock in Clock)
    assert all(name in page for name in SECRETS)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[mail]\nhots = 'x'", "[mail] has no setting “hots”. Did you mean “host”?"),
        ("[mail]\npassword = 'x'", "[mail] has no setting “password”. Did you mean “password_file”?"),
        ("[mail]\nport = 'x'", "[mail] port must be a whole number, not text."),
        ("[mail]\nport = 70000", "[mail] port must be from 1 to 65535, not 70000."),
        ("[mail]\nsender = 'Ann <a@b>'", "[mail] sender must be an e-mail address such as"),
        ('[mail]\nsender = "a@b\\r\\nBcc: c@d"', "[mail] sender must be one line, without control characters."),
        ('[mail]\nsender_name = "Ann\\nBcc: c@d"', "[mail] sender_name must be one line"),
        ("[mail]\nallow_domains = ['*.gov.uk']", "[mail] allow_domains: a domain is written like “example.gov.uk”"),
        ("[mail]\ntls = 'ssl'", "[mail] tls must be “starttls” or “implicit” or “none”, not 'ssl'."),
        ("[reminders]\nmode = 'auto'", "[reminders] mode must be “review” or “send”, not 'auto'."),
        ("[reminders]\nday = 'sun'", "[reminders] day must be “mon” or"),
        ("[reminders]\nday = []", "[reminders] day needs at least one day"),
        ("[reminders]\ntime = '8:00'", "[reminders] time must be a time in quotes, such as \"08:00\", not '8:00'"),
        ("[reminders]\ntime = 08:00:00", '[reminders] time must be a time in quotes, such as "08:00", not 08:00:00'),
        ("[reminders]\ntime = '01:30'", "the clocks change then"),
        ("[reminders]\nco_ordinator = 'Priya Nair'", "so write co_ordinator_address too"),
        ("[reminders.executive_reponse]\n", "There is no clock for [reminders.executive_reponse]. Did you mean “exec"),
        ("[reminders.update_due]\nbefor = [1]", "[reminders.update_due] has no setting “befor”. Did you mean"),
        ("[reminders.update_due]\nbefore = ['a']", "[reminders.update_due] before must be a whole number, not text."),
        ("[channels]\nco_ordinator = ['teems']", "[channels] co_ordinator must be “mail” or"),
        ("[channels]\nteams = 'https://x'", "[channels] has no setting “teams”. Did you mean “teams_file”?"),
        ("[channels]\ndesktop = 1", "[channels] desktop must be true or false, not a whole number."),
        ("[letters]\nfolder = ' '", "[letters] folder is empty."),
        ("letters = 3", "[letters] must be a section"),
    ],
)
def test_what_is_wrong_is_named_with_file_section_and_key(text, says, said, tmp_path):
    with pytest.raises(BadInput) as refused:
        said(text)
    assert str(refused.value).startswith(f"{tmp_path / 'settings.toml'}: ")
    assert says in str(refused.value)


def test_the_days_and_figures_are_put_in_order(said):
    read = said("[reminders]\nday = ['fri', 'TUE', 'fri']\n[reminders.executive_response]\nbefore = [5, 28, 14]\n")
    assert read.reminders.day == ("tue", "fri")
    assert read.reminders.of(Clock.EXECUTIVE_RESPONSE).before == (28, 14, 5)
    assert read.reminders.of(Clock.UPDATE_DUE) == ClockReminders()
    assert said("[reminders]\nday = 'daily'").reminders.weekdays == {0, 1, 2, 3, 4}
    assert said("[reminders.update_due]\nbefore = []").reminders.of(Clock.UPDATE_DUE).before == ()


@pytest.mark.parametrize(
    ("mail", "door", "safe"),
    [
        (MailSettings(), 25, "none"),
        (MailSettings(host="localhost"), 25, "none"),
        (MailSettings(host="::1"), 25, "none"),
        (MailSettings(host="127.0.0.1.example.gov.uk"), 25, "starttls"),
        (MailSettings(host="mail.example.gov.uk"), 25, "starttls"),
        (MailSettings(host="mail.example.gov.uk", port=587), 587, "starttls"),
        (MailSettings(host="mail.example.gov.uk", port=465), 465, "implicit"),
        (MailSettings(host="mail.example.gov.uk", tls="implicit"), 465, "implicit"),
        (MailSettings(host="mail.example.gov.uk", tls="none"), 25, "none"),
    ],
)
def test_a_connection_across_a_network_is_safe_unless_somebody_says_otherwise(mail, door, safe):
    assert (mail.door, mail.how_safe) == (door, safe)


def test_a_secret_comes_from_the_environment_or_from_a_file_beside_the_settings(said, tmp_path, monkeypatch):
    file = tmp_path / "pw"
    file.write_text("in the file\n")
    file.chmod(0o600)
    mail = said("[mail]\npassword_file = 'pw'\n").mail
    assert mail.password() == "in the file"
    monkeypatch.setenv("MATTERS_MAIL_PASSWORD", "in the environment")
    assert mail.password() == "in the environment"
    assert said("").mail.password() == "in the environment"
    assert "in the" not in repr(mail)


@pytest.mark.skipif(os.name != "posix", reason="files have no such rights here")
@pytest.mark.parametrize("room", ROOMS)
def test_a_secret_that_others_can_read_is_not_taken(said, tmp_path, room):
    file = tmp_path / "room"
    file.write_text("https://hooks.example.org/T0/geheim")
    file.chmod(0o640)
    channels = said(f"[channels]\n{room}_file = 'room'\n").channels
    with pytest.raises(BadInput, match=f"chmod 600 {file}") as refused:
        channels.room(room)
    assert "geheim" not in str(refused.value)
    file.chmod(0o600)
    assert channels.room(room) == "https://hooks.example.org/T0/geheim"


@pytest.mark.parametrize(
    ("words", "says"), [(b"", "alone, on one line"), (b"a\nb\n", "alone, on one line"), (b"\xff\xfe", "is no text")]
)
def test_a_file_that_holds_no_secret_says_so(said, tmp_path, words, says):
    (tmp_path / "pw").write_bytes(words)
    (tmp_path / "pw").chmod(0o600)
    with pytest.raises(BadInput, match=says):
        said("[mail]\npassword_file = 'pw'\n").mail.password()
    with pytest.raises(BadInput, match="cannot be read: No such file"):
        said("[mail]\npassword_file = 'pw2'\n").mail.password()


def test_the_settings_are_shown_with_every_secret_masked(matters, tmp_path, monkeypatch):
    (tmp_path / "room").write_text("https://hooks.example.org/T0/geheim2")
    (tmp_path / "room").chmod(0o600)
    monkeypatch.setenv("MATTERS_MAIL_PASSWORD", "geheim1")
    path = tmp_path / "settings.toml"
    path.write_text(
        "[mail]\nhost = 'mail.example.gov.uk'\nuser = 'scrutiny'\n"
        "[channels]\nslack_file = 'room'\n[reminders.update_due]\nbefore = [42]\n"
    )
    called = matters("config", "show", "--db", tmp_path / "none.db", "--config", path, "--format", "json")
    assert called.code == 0
    assert "geheim" not in called.out + called.err
    rows = {row["setting"]: (row["value"], row["from"]) for row in json.loads(called.out)}
    assert rows["mail.host"] == ("mail.example.gov.uk", str(path))
    assert rows["mail.tls"] == ("starttls", "the usual")
    assert rows["mail.port"] == (25, "the usual")
    assert rows["mail.password"] == ("***", "MATTERS_MAIL_PASSWORD")
    assert rows["channels.slack"] == ("***", str(tmp_path / "room"))
    assert rows["channels.teams"] == (None, "nowhere")
    assert rows["reminders.mode"] == ("review", "the usual")
    assert rows["reminders.update_due.before"] == ([42], str(path))


def test_check_says_what_will_not_do_what_was_meant(matters, tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text(
        "[mail]\nhost = 'mail.example.gov.uk'\nsender = 'a@example.gov.uk'\nuser = 'u'\ntls = 'none'\nca_file = 'ca'\n"
        "[channels]\nco_ordinator = ['teams', 'desktop', 'file']\n[letters]\nfolder = 'none'\n"
    )
    called = matters("config", "check", "--config", path)
    assert called.code == 0
    for says in (
        "nobody will be written to", "a user and no password", "in the clear, and is not sent", "ca_file: there is no",
        "teams is to be used and has no address", "desktop = true", "has no folder", "[letters] there is no folder",
    ):  # fmt: skip
        assert says in called.out


def test_check_refuses_a_key_nobody_knows(matters, tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text("[reminders]\nmod = 'send'\n")
    called = matters("config", "check", "--config", path)
    assert (called.code, called.out) == (1, "")
    assert called.err == f"{path}: [reminders] has no setting “mod”. Did you mean “mode”?\n"
