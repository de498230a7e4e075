"""Files opened safely and handed to the forms. What cannot be read is refused in one sentence (`BadInput`)."""

import hashlib
import os
import stat
from pathlib import Path

import msgspec

from states.errors import BadInput
from workflow.importers import forms, media
from workflow.importers.reading import Document, Paper, Warning
from workflow.importers.text import MAX_BYTES, clean, printable


def read_file(path: Path | str) -> Document:
    """The document in a file.

    Raises:
        BadInput: the file is not there, is no plain file, is too large, or is of a kind that is not read yet.
    """
    return read_bytes(_bytes_of(Path(path)), str(path))


def read_bytes(data: bytes, path: str) -> Document:
    """The document in the bytes of a file that is named `path`. BadInput as `read_file`."""
    name = printable(Path(path).name)
    if len(data) > MAX_BYTES:
        raise BadInput(_too_large(name))
    medium = media.medium_of(data, path)
    try:
        opened = media.opened(medium, data, name)
    except BadInput as error:
        raise BadInput(f"{name} cannot be read. {error}") from None
    cleaned = clean(opened.text)
    if not cleaned.text.strip():
        raise BadInput(f"{name} is empty: there is nothing to read in it.")
    paper = Paper(
        path, hashlib.sha256(data).hexdigest(), medium, data, cleaned.text, opened.lines, opened.tree, opened.rows,
        opened.cells,
    )  # fmt: skip
    document = forms.read(paper)
    doubts = list(document.warnings)
    if cleaned.hidden:
        doubts.append(Warning("hidden_characters", f"{cleaned.hidden} characters that do not show were put aside."))
    if cleaned.unreadable:
        doubts.append(Warning("unreadable_characters", f"{cleaned.unreadable} characters could not be read."))
    return msgspec.structs.replace(document, warnings=tuple(doubts))


def _bytes_of(path: Path) -> bytes:
    """The bytes of a plain file. Links, folders, pipes and devices are refused, and nothing waits on them."""
    name = printable(str(path))
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        if path.is_symlink():
            raise BadInput(f"{name} is a link to another file; give the file itself.")
        handle = os.open(path, flags)
    except FileNotFoundError:
        raise BadInput(f"{name} is not there.") from None
    except PermissionError:
        raise BadInput(f"{name} may not be read by you.") from None
    except (OSError, ValueError):
        raise BadInput(f"{name} cannot be opened.") from None
    try:
        about = os.fstat(handle)
        if stat.S_ISDIR(about.st_mode):
            raise BadInput(f"{name} is a folder; give the files in it.")
        if not stat.S_ISREG(about.st_mode):
            raise BadInput(f"{name} is no plain file.")
        if about.st_size > MAX_BYTES:
            raise BadInput(_too_large(name))
        with os.fdopen(os.dup(handle), "rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError:
        raise BadInput(f"{name} cannot be read.") from None
    finally:
        os.close(handle)


def _too_large(name: str) -> str:
    """The sentence for a file over the limit."""
    return f"{name} is larger than {MAX_BYTES // 1024 // 1024} MB; a paper of that size is not read."
