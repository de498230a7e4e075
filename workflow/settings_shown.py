"""The settings about what leaves the house, for people to look at: each with its value, and where secrets are."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from workflow.settings import SENDING, Settings
from workflow.settings_channels import ROOMS, variable
from workflow.settings_mail import PASSWORD_VARIABLE
from workflow.settings_reminders import ClockReminders
from workflow.settings_sending import Sending

HIDDEN = "***"
"""What stands where a secret would."""

USUAL = "the usual"
"""Where a value comes from that nobody entered."""


def shown(settings: Settings | None, sending: Sending) -> Iterator[tuple[str, Any, str]]:
    """Every setting: its name, its value as a settings file writes it, and where it comes from. No secret is in it."""
    for name in SENDING:
        said: Mapping[str, Any] = settings.sending.get(name, {}) if settings else {}
        for key, value in asdict(getattr(sending, name)).items():
            if key == "clocks":
                yield from _clocks(value, settings)
                continue
            if name == "mail" and key == "port":
                value = sending.mail.door
            elif name == "mail" and key == "tls":
                value = sending.mail.how_safe
            value = list(value) if isinstance(value, tuple) else value
            yield f"{name}.{key}", value, settings.path if settings and key in said else USUAL
        if name == "mail":
            yield "mail.password", *_secret(PASSWORD_VARIABLE, sending.mail.password_file)
        if name == "channels":
            for room in ROOMS:
                yield f"channels.{room}", *_secret(variable(room), getattr(sending.channels, f"{room}_file"))


def doubts(sending: Sending) -> Iterator[str]:
    """What can be read but will not do what was meant: each a sentence. Secrets are fetched, and looked at only.

    Raises:
        BadInput: a file with a secret is not there, or others can read it; a template of letters cannot be used.
    """
    mail, channels, letters = sending.mail, sending.channels, sending.letters
    password = mail.password()
    used = {channels.digests, *channels.co_ordinator}
    if "mail" in used and mail.sender and not mail.allow_domains:
        yield "[mail] allow_domains names no domain, so nobody will be written to."
    if "mail" in used and not mail.sender:
        yield "[mail] sender is not entered, so no letter can go by e-mail."
    if mail.user and password is None:
        yield f"[mail] has a user and no password: set {PASSWORD_VARIABLE}, or write password_file."
    if mail.user and mail.how_safe == "none" and not mail.on_this_machine:
        yield "[mail] tls is “none”, so the password would cross the network in the clear, and is not sent."
    if mail.ca_file and not Path(mail.ca_file).is_file():
        yield f"[mail] ca_file: there is no file {mail.ca_file}."
    for room in ROOMS:
        if channels.room(room) is None and room in used:
            yield f"[channels] {room} is to be used and has no address: set {variable(room)}, or write {room}_file."
    if "desktop" in used and not channels.desktop:
        yield "[channels] desktop is to be used and is not switched on: desktop = true."
    if "file" in used and channels.folder is None:
        yield "[channels] the file channel is to be used and has no folder."
    if letters.folder is not None and not Path(letters.folder).is_dir():
        yield f"[letters] there is no folder {letters.folder}."
    elif letters.folder is not None:
        from workflow.letters.writing import check

        check(letters.folder)


def _clocks(clocks: Mapping[str, ClockReminders], settings: Settings | None) -> Iterator[tuple[str, Any, str]]:
    for clock, own in clocks.items():
        for key, value in asdict(own).items():
            if value is not None:
                said = list(value) if isinstance(value, tuple) else value
                yield f"reminders.{clock}.{key}", said, settings.path if settings else USUAL


def _secret(name: str, file: str | None) -> tuple[str | None, str]:
    """Whether there is a secret, never which, and where it is."""
    if os.environ.get(name, "").strip():
        return HIDDEN, name
    return (HIDDEN, file) if file else (None, "nowhere")
