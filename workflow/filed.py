"""Files that are there whole or not at all, also when the power fails in the middle."""

import os
import stat
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

PRIVATE, SHARED = 0o600, 0o644
"""Only its owner may read it; or everybody may."""


def put(path: Path, written: bytes, mode: int = PRIVATE) -> None:
    """Writes a file in one step. One that is there is replaced and keeps who may read it.

    Raises:
        OSError: the folder is not there, is full, or cannot be written to. Nothing was changed then.
    """
    with suppress(FileNotFoundError):
        mode = stat.S_IMODE(path.stat().st_mode)
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:100]}.", delete=False) as file:
        try:
            file.write(written)
            file.flush()
            Path(file.name).chmod(mode)
            os.fsync(file.fileno())
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
