"""`matters remind test`: one letter by one channel, and what became of it."""

import pytest


@pytest.fixture
def settings_file(tmp_path, mail_server):
    path = tmp_path / "settings.toml"
    path.write_text(
        "[reminders]\nco_ordinator = 'Priya Nair'\nco_ordinator_address = 'priya.nair@example.gov.uk'\n"
        f"[mail]\nport = {mail_server.port}\nsender = 'scrutiny@example.gov.uk'\nallow_domains = ['example.gov.uk']\n"
        "[channels]\nfolder = 'letters'\n"
    )
    return str(path)


def test_a_test_goes_to_the_co_ordinator_without_a_database(matters, settings_file, mail_server):
    called = matters("remind", "test", "mail", "--config", settings_file)
    assert called.code == 0
    assert called.out.startswith("mail: sent. The mail server took it for priya.nair@example.gov.uk")
    (taken,) = mail_server.taken
    assert str(taken.message["To"]) == "Priya Nair <priya.nair@example.gov.uk>"


def test_what_went_wrong_is_said_and_the_exit_code_is_1(matters, settings_file, mail_server):
    mail_server.meets("recipient", "550 5.1.1 No such user")
    called = matters("remind", "test", "mail", "--config", settings_file)
    assert (called.code, called.out) == (1, "")
    assert "mail: refused. The mail server refuses it for priya.nair@example.gov.uk for good: 550 5.1.1" in called.err
    elsewhere = matters("remind", "test", "mail", "--config", settings_file, "--to", "ann@example.com")
    assert (elsewhere.code, "allow_domains" in elsewhere.err) == (1, True)


def test_every_channel_can_be_tried_and_a_strange_one_is_named(matters, settings_file, tmp_path):
    assert matters("remind", "test", "file", "--config", settings_file).code == 0
    assert len(list((tmp_path / "letters").glob("*.eml"))) == 1
    strange = matters("remind", "test", "fax", "--config", settings_file)
    assert (strange.code, strange.err.startswith("There is no channel “fax”.")) == (1, True)
