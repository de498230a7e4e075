"""`[mail]` and `[letters]`: the mail server that letters are handed to, and a council's own templates.

The password is in neither: it is in the environment (MATTERS_MAIL_PASSWORD) or in a file of its own that only its
owner can read, and is fetched when a connection is made.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from workflow import settings_values as values

PASSWORD_VARIABLE = "MATTERS_MAIL_PASSWORD"  # noqa: S105
"""The environment variable with the mail password."""

Tls = Literal["starttls", "implicit", "none"]
"""The connection is made safe after the greeting, from its first byte, or not at all."""


class MailSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How letters are handed to the mail server. Without a `sender` nothing is mailed."""

    host: str = "127.0.0.1"
    port: int | None = None
    """465 where the connection is safe from its first byte, else 25."""
    sender: str | None = None
    """The address letters come from."""
    sender_name: str | None = None
    """The name before it; the co-ordinator's where it is left out."""
    user: str | None = None
    password_file: str | None = None
    tls: Tls | None = None
    """Left out: none for a server on this machine, `implicit` on port 465, `starttls` elsewhere."""
    ca_file: str | None = None
    """Certificates to trust beside the system's, for a council's own authority."""
    timeout: int = 30
    """Seconds to wait for each answer."""
    allow_domains: tuple[str, ...] = ()
    """Domains that may be written to, each exactly; none: nobody."""

    @property
    def on_this_machine(self) -> bool:
        """Whether the server is this machine, so that nothing crosses a network."""
        if self.host.lower() == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host.strip("[]")).is_loopback
        except ValueError:
            return False

    @property
    def how_safe(self) -> Tls:
        """The connection's safety, where nobody said it."""
        if self.tls is not None:
            return self.tls
        if self.port == 465:
            return "implicit"
        return "none" if self.on_this_machine else "starttls"

    @property
    def door(self) -> int:
        """The port, where nobody said it."""
        return self.port or (465 if self.how_safe == "implicit" else 25)

    def password(self) -> str | None:
        """The password, from the environment or its file. BadInput: the file cannot be used."""
        return values.secret(PASSWORD_VARIABLE, self.password_file, "the mail password")


class LetterSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Where the words of letters come from."""

    folder: str | None = None
    """The council's own templates; those it has not are the ones that come with the program."""


def mail_from(path: str, said: Mapping[str, Any]) -> MailSettings:
    """`[mail]` of the settings file at `path`. BadInput, naming section and key."""
    readers: dict[str, values.Reader] = {
        "host": values.text,
        "port": values.whole(1, 65535),
        "sender": values.address,
        "sender_name": values.text,
        "user": values.text,
        "password_file": values.path_beside(path),
        "tls": values.one_of("starttls", "implicit", "none"),
        "ca_file": values.path_beside(path),
        "timeout": values.whole(1, 600),
        "allow_domains": values.list_of(values.domain),
    }
    return MailSettings(**values.section("[mail]", said, readers))


def letters_from(path: str, said: Mapping[str, Any]) -> LetterSettings:
    """`[letters]` of the settings file at `path`. BadInput, naming section and key."""
    return LetterSettings(**values.section("[letters]", said, {"folder": values.path_beside(path)}))
