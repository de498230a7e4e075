"""`[channels]`: by which way letters go, and the ways beside e-mail. Their addresses are secrets.

Whoever knows a chat room's address can write into it, so it stands in the environment (MATTERS_TEAMS_URL …) or in a
file that only its owner can read, never in the settings themselves, and is fetched when something is sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from workflow import settings_values as values

Channel = Literal["mail", "file", "teams", "slack", "other", "desktop"]
CHANNELS: tuple[Channel, ...] = ("mail", "file", "teams", "slack", "other", "desktop")
"""Every way a letter can go."""

ROOMS: tuple[Channel, ...] = ("teams", "slack", "other")
"""Those that have an address of their own, which is a secret."""


class ChannelSettings(msgspec.Struct, frozen=True, kw_only=True):
    """By which way letters go. A chat room is read by everybody in it: digests go there only if it is said here."""

    digests: Channel = "mail"
    """The way each person's digest goes."""
    co_ordinator: tuple[Channel, ...] = ()
    """Where the co-ordinator's own digest is shown besides."""
    folder: str | None = None
    """Where the file channel writes its letters, each as `.eml`."""
    teams_file: str | None = None
    slack_file: str | None = None
    other_file: str | None = None
    """Files with the room's address, each alone on its line: any form that apprise reads."""
    desktop: bool = False
    """Whether letters may be shown as notices on this computer."""

    def room(self, name: str) -> str | None:
        """The address of a chat room, from the environment or its file; None where nobody set one up.

        Raises:
            BadInput: the file cannot be used.
        """
        return values.secret(variable(name), getattr(self, f"{name}_file"), f"the address of {name}")


def variable(name: str) -> str:
    """The environment variable with a room's address: `MATTERS_TEAMS_URL`."""
    return f"MATTERS_{name.upper()}_URL"


def channels_from(path: str, said: Mapping[str, Any]) -> ChannelSettings:
    """`[channels]` of the settings file at `path`. BadInput, naming section and key."""
    readers: dict[str, values.Reader] = {
        "digests": values.one_of(*CHANNELS),
        "co_ordinator": values.list_of(values.one_of(*CHANNELS)),
        "folder": values.path_beside(path),
        "desktop": values.switch,
        **{f"{room}_file": values.path_beside(path) for room in ROOMS},
    }
    return ChannelSettings(**values.section("[channels]", said, readers))
