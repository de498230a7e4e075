"""Channels: how a letter leaves, and what became of it, told apart.

`open_channel` is for a batch, `send` for one letter, `test` for trying a channel. What goes wrong with a letter
is never raised: `Told` says it.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection
from typing import Protocol

from states.errors import BadInput
from workflow.letters.digest import Address, Letter, Told
from workflow.settings_channels import CHANNELS, Channel
from workflow.settings_sending import Sending


class Way(Protocol):
    """A way by which letters go, for one batch."""

    def __enter__(self) -> Way: ...

    def __exit__(self, *_: object) -> None: ...

    def send(self, letter: Letter, already: Collection[str] = ()) -> Told:
        """Sends one letter; those in `already` (addresses) have it and are passed over."""
        ...


def open_channel(settings: Sending, name: str | None = None) -> Way:
    """The way that digests go by, or the one of that name, for a batch. Use it in a `with`; it connects when needed.

    Without a name, what is for the co-ordinator is shown in the rooms set up for that as well.

    Raises:
        BadInput: there is no channel of that name.
    """
    if name is None:
        from workflow.channels.rooms import AlsoShown

        own = _way(settings, settings.channels.digests)
        return AlsoShown(own, {each: _way(settings, each) for each in _also(settings)})
    if name not in CHANNELS:
        raise BadInput(f"There is no channel “{name}”. It can be: {', '.join(CHANNELS)}.")
    return _way(settings, name)


def send(letter: Letter, settings: Sending, already: Collection[str] = ()) -> Told:
    """Sends one letter the way digests go."""
    with open_channel(settings) as way:
        return way.send(letter, already)


def test(settings: Sending, name: str, to: Address | None = None) -> Told:  # noqa: PT028  (it is no test of pytest's)
    """Sends a letter that says it is a test, by one channel, to the co-ordinator or to whom `to` names.

    Raises:
        BadInput: there is no such channel, or nobody to send it to.
    """
    said = settings.reminders
    whom = to or (said.co_ordinator or "", said.co_ordinator_address or settings.mail.sender or "")
    with open_channel(settings, name) as way:
        if name == "mail" and not whom[1]:
            raise BadInput("Say where the test goes: [reminders] co_ordinator_address.")
        return way.send(_specimen(settings, name, whom))


def _way(settings: Sending, name: Channel) -> Way:
    if name == "mail":
        from workflow.channels.mail import MailChannel

        return MailChannel(settings.mail)
    if name == "file":
        from workflow.channels.file import FileChannel

        return FileChannel(settings.channels.folder)
    from workflow.channels.chat import ChatChannel

    return ChatChannel(name, settings.channels)


def _also(settings: Sending) -> tuple[Channel, ...]:
    return tuple(each for each in settings.channels.co_ordinator if each != settings.channels.digests)


def _specimen(settings: Sending, name: str, to: Address) -> Letter:
    words = (
        f"This is a test of the channel “{name}” of Matters Arising. It works if you can read this. "
        "Nothing else was sent, and nothing needs to be done."
    )
    domain = (settings.mail.sender or "").rpartition("@")[2] or "localhost"
    return Letter(
        message_id=f"<test.{secrets.token_hex(12)}@{domain}>",
        sender=(settings.mail.sender_name or settings.reminders.co_ordinator or "", settings.mail.sender or to[1]),
        to=to,
        subject="Matters Arising: a test",
        text=f"{words}\n",
        html=f'<!DOCTYPE html>\n<html lang="en-GB"><body><p>{words}</p></body></html>\n',
    )
