"""What was fetched from a site, kept on disk: each paper under a name of its own, and beside it when and from where."""

import contextlib
import os
import re
import tempfile
from datetime import datetime
from pathlib import Path

import msgspec

from states.errors import BadInput

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,150}")


class About(msgspec.Struct, frozen=True):
    """Where a paper is from, when it was fetched, and by what the site knows it again."""

    address: str
    fetched: datetime
    etag: str | None = None
    modified: str | None = None


class Kept:
    """A folder of what one site gave."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise BadInput(f"What is fetched cannot be kept in {folder}: {error.strerror}.") from None

    def path(self, name: str) -> Path:
        """Where the paper of a name is kept, or would be."""
        if not _NAME.fullmatch(name):
            raise BadInput(f"“{name}” is no name for a paper.")
        return self._folder / name

    def about(self, name: str) -> About | None:
        """What is known of a paper that is kept whole; None for any other."""
        try:
            about = msgspec.json.decode(self._beside(name).read_bytes(), type=About)
        except (OSError, msgspec.DecodeError):
            return None
        return about if self.path(name).is_file() else None

    def keep(self, name: str, data: bytes | None, about: About) -> Path:
        """Keeps a paper, whole or not at all; without `data` only what is known of the one that is kept.

        BadInput where the disk does not take it.
        """
        path = self.path(name)
        try:
            if data is not None:
                with contextlib.suppress(FileNotFoundError):
                    self._beside(name).unlink()
                _written(path, data)
            _written(self._beside(name), msgspec.json.encode(about))
        except OSError as error:
            raise BadInput(f"What is fetched cannot be kept in {self._folder}: {error.strerror}.") from None
        return path

    def _beside(self, name: str) -> Path:
        path = self.path(name)
        return path.with_name(f".{path.name}.about")


def _written(path: Path, data: bytes) -> None:
    """Writes a file beside its place and moves it there."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
