"""STARTTLS, certificates and passwords: what is not safe is not sent, and no secret is in any sentence."""

import pytest
from mail_server import MailServer, certificates, logs_in
from msgspec.structs import replace

from workflow.channels.mail import MailChannel

PASSWORD = "s3cr3t-geheim"


@pytest.fixture(scope="module")
def tls(tmp_path_factory):
    """The server's side of TLS for localhost, and the authority's file."""
    return certificates(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def safe_server(tls):
    with MailServer(
        tls_context=tls[0], require_starttls=True, auth_required=True, authenticator=logs_in("scrutiny", PASSWORD)
    ) as server:
        yield server


@pytest.fixture
def safe_mail(mail, safe_server, tls):
    return replace(
        mail, host="localhost", port=safe_server.port, tls="starttls", ca_file=tls[1], user="scrutiny", timeout=2
    )


def test_a_letter_goes_over_a_safe_connection_with_a_password(letter, safe_mail, safe_server, monkeypatch):
    monkeypatch.setenv("MATTERS_MAIL_PASSWORD", PASSWORD)
    with MailChannel(safe_mail) as post:
        assert post.send(letter).outcome == "sent"
    assert len(safe_server.taken) == 1


def test_a_certificate_of_nobody_we_trust_is_refused(letter, safe_mail, safe_server, monkeypatch):
    monkeypatch.setenv("MATTERS_MAIL_PASSWORD", PASSWORD)
    with MailChannel(replace(safe_mail, ca_file=None)) as post:
        told = post.send(letter)
    assert told.outcome == "later"
    assert "has a certificate that is not trusted" in told.said
    assert safe_server.taken == []


def test_a_certificate_for_another_name_is_refused(letter, safe_mail, safe_server, monkeypatch):
    monkeypatch.setenv("MATTERS_MAIL_PASSWORD", PASSWORD)
    with MailChannel(replace(safe_mail, host="127.0.0.1")) as post:
        told = post.send(letter)
    assert told.outcome == "later"
    assert "not trusted" in told.said


def test_a_server_without_a_safe_connection_gets_nothing(letter, mail, mail_server):
    with MailChannel(replace(mail, tls="starttls")) as post:
        told = post.send(letter)
    assert told.outcome == "later"
    assert "offers no safe connection (STARTTLS)" in told.said
    assert mail_server.taken == []


def test_a_server_that_speaks_no_tls_at_all_is_told_of(letter, mail, mail_server):
    with MailChannel(replace(mail, tls="implicit")) as post:
        told = post.send(letter)
    assert told.outcome == "later"
    assert "makes no safe connection" in told.said


@pytest.mark.parametrize(
    ("given", "says"), [("wrong-geheim", "does not let scrutiny in: 535"), (None, "There is no mail password")]
)
def test_a_password_that_is_wrong_or_missing_is_told_without_being_shown(
    given, says, letter, safe_mail, safe_server, monkeypatch
):
    if given:
        monkeypatch.setenv("MATTERS_MAIL_PASSWORD", given)
    with MailChannel(safe_mail) as post:
        told = post.send(letter)
    assert told.outcome == "later"
    assert says in told.said
    assert "geheim" not in told.said
    assert safe_server.taken == []


def test_a_password_never_crosses_a_network_in_the_clear(mail, monkeypatch):
    monkeypatch.setenv("MATTERS_MAIL_PASSWORD", PASSWORD)
    from workflow.channels.connection import Connection, NotThere

    with MailServer(authenticator=logs_in("scrutiny", PASSWORD), auth_require_tls=False) as server:
        local = replace(mail, port=server.port, user="scrutiny")
        Connection(local).close()

        class Far(type(local)):
            on_this_machine = False

        far = Far(host="127.0.0.1", port=server.port, user="scrutiny", tls="none", timeout=1)
        with pytest.raises(NotThere, match="is not sent over a connection that is not safe"):
            Connection(far)


def test_certificates_that_cannot_be_read_are_told_of(letter, safe_mail, tmp_path):
    (tmp_path / "bad.pem").write_text("nothing")
    for bad in ("bad.pem", "none.pem"):
        with MailChannel(replace(safe_mail, ca_file=str(tmp_path / bad))) as post:
            told = post.send(letter)
        assert (told.outcome, "cannot be used" in told.said) == ("later", True)


def test_a_server_that_says_the_password_back_is_not_repeated():
    from workflow.channels.replies import said

    assert PASSWORD not in said(535, f"5.7.8 wrong: {PASSWORD}\x1b[31m".encode(), hide=PASSWORD)
    assert said(535, b"a\r\nb\x07") == "535 a b"
