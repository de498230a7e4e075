"""`[backup]`: the nightly copy of a database file, and how many are kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from workflow import settings_values as values


class BackupSettings(msgspec.Struct, frozen=True, kw_only=True):
    """The copies that the worker makes by night. A server's database is backed up by the server's own tools."""

    folder: str | None = None
    """Where they go; left out, a folder `backups` beside the database file."""
    keep: int = 14
    """How many are kept; the oldest goes when there is one more. 0: none is made, the record is only checked."""
    time: str = "03:30"
    """London time."""


def backup_from(path: str, said: Mapping[str, Any]) -> BackupSettings:
    """`[backup]` of the settings file at `path`. BadInput, naming section and key."""
    readers: dict[str, values.Reader] = {
        "folder": values.path_beside(path),
        "keep": values.whole(0, 365),
        "time": values.time_of_day,
    }
    return BackupSettings(**values.section("[backup]", said, readers))
