"""Filters kept under names: a small file of this person's, beside the settings. The palette lists them."""

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from states.errors import BadInput

LONGEST = 60
"""The most characters of a name."""


def place() -> Path:
    """Where the file is."""
    from workflow.settings import default_settings

    return Path(default_settings()).with_name("filters.json")


def kept() -> list[tuple[str, str, str]]:
    """The filters that are kept: which list each is of, its name, its text. A file that cannot be read has none."""
    try:
        told: Any = json.loads(place().read_text("utf-8"))
        return [(str(one["list"]), str(one["name"]), str(one["filter"])) for one in told["filters"]]
    except (OSError, ValueError, TypeError, KeyError):
        return []


def keep(which: str, name: str, text: str) -> None:
    """Keeps a filter; one of the same name is replaced. OSError when the file cannot be written."""
    _write([*(one for one in kept() if one[:2] != (which, name)), (which, name, text)])


def _write(filters: list[tuple[str, str, str]]) -> None:
    told = {"filters": [{"list": a, "name": b, "filter": c} for a, b, c in filters]}
    path = place()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, made = tempfile.mkstemp(dir=path.parent, prefix=".filters-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(told, file, ensure_ascii=False, indent=2)
            file.flush()
            os.fsync(file.fileno())
        Path(made).replace(path)
    except BaseException:
        Path(made).unlink(missing_ok=True)
        raise


def forget(which: str, name: str) -> None:
    """Lets a filter go. OSError when the file cannot be written."""
    _write([one for one in kept() if one[:2] != (which, name)])


def name_of(text: str) -> str:
    """A name as it was typed. BadInput when it cannot be one."""
    name = " ".join(text.split())
    if not name:
        raise BadInput("Say a name for it.")
    if len(name) > LONGEST or not name.isprintable():
        raise BadInput(f"A name has at most {LONGEST} characters, and only such as are seen.")
    return name
