"""A letter about nothing real, and the settings of a mail server that is really there."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from workflow.letters.digest import Letter
from workflow.settings_mail import MailSettings
from workflow.settings_sending import Sending


@pytest.fixture(autouse=True)
def no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the secrets of whoever runs it."""
    for name in ("MAIL_PASSWORD", "TEAMS_URL", "SLACK_URL", "OTHER_URL"):
        monkeypatch.delenv(f"MATTERS_{name}", raising=False)


@pytest.fixture
def letter() -> Letter:
    """A letter to Margaret Lyle."""
    return Letter(
        message_id="<L1.a1b2@example.gov.uk>", sender=("Priya Nair", "scrutiny@example.gov.uk"),
        to=("Margaret Lyle", "margaret.lyle@example.gov.uk"), reply_to=("Priya Nair", "priya.nair@example.gov.uk"),
        subject="Scrutiny follow-up R3: Family Hubs", text="Dear Margaret Lyle,\n\n.hidden files?\n",
        html="<p>Dear Margaret Lyle,</p>", ics=b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        at=datetime(2026, 11, 24, 8, tzinfo=UTC),
    )  # fmt: skip


@pytest.fixture
def mail(mail_server) -> MailSettings:
    """The settings that reach the test's own server."""
    return MailSettings(
        host="127.0.0.1", port=mail_server.port, sender="scrutiny@example.gov.uk", timeout=1,
        allow_domains=("example.gov.uk",),
    )  # fmt: skip


@pytest.fixture
def sending(mail) -> Sending:
    """All settings, with that server."""
    return Sending(mail=mail)


def to(letter: Letter, name: str, number: int = 1) -> Letter:
    """The letter, to somebody else."""
    return replace(letter, to=(name, f"{name.lower()}@example.gov.uk"), message_id=f"<L{number}.x@example.gov.uk>")
