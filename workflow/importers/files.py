"""Files opened safely and handed to the forms. What cannot be read is refused in one sentence (`BadInput`).

`read_file` reads in a process of its own, with limits (see `reader`). `read_bytes` reads here and now: it is what that
process runs, and for bytes that are trusted.
"""

import hashlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path

import msgspec

from states.errors import BadInput
from workflow.importers import media
from workflow.importers.reading import Document, Paper, Warning
from workflow.importers.text import clean, printable


def read_file(path: Path | str, columns: Iterable[tuple[str, str]] = ()) -> Document:
    """The document in a file. Whoever reads several keeps a `reader.Reader` instead.

    Raises:
        BadInput: the file is not there, is no plain file, is of a kind that is not read, or its limits were met.
    """
    from workflow.importers.reader import Reader

    with Reader() as reader:
        return reader.read_file(path, columns)


def medium_in(data: bytes, path: str) -> str:
    """The medium of a file that is named `path`. BadInput when it is larger than papers of its medium are."""
    medium = media.medium_of(data, path)
    if len(data) > media.most_bytes(medium):
        raise BadInput(_too_large(printable(Path(path).name), media.most_bytes(medium)))
    return medium


def read_bytes(data: bytes, path: str, columns: Iterable[tuple[str, str]] = ()) -> Document:
    """The document in the bytes of a file that is named `path`, read in this process. BadInput as `read_file`."""
    from workflow.importers import forms

    name = printable(Path(path).name)
    medium = medium_in(data, path)
    try:
        opened = media.opened(medium, data, name)
    except BadInput as error:
        raise BadInput(f"{name} cannot be read. {error}") from None
    cleaned = clean(opened.text)
    if not cleaned.text.strip():
        raise BadInput(f"{name} is empty: there is nothing to read in it.")
    paper = Paper(
        path, hashlib.sha256(data).hexdigest(), medium, data, cleaned.text, opened.lines, opened.tree, opened.rows,
        opened.cells, tuple(columns), opened.seams, opened.unsaid, opened.sheets,
    )  # fmt: skip
    document = forms.read(paper)
    doubts = list(document.warnings)
    if cleaned.hidden:
        doubts.append(Warning("hidden_characters", f"{cleaned.hidden} characters that do not show were put aside."))
    if cleaned.unreadable:
        doubts.append(Warning("unreadable_characters", f"{cleaned.unreadable} characters could not be read."))
    return msgspec.structs.replace(document, warnings=tuple(doubts))


def bytes_of(path: Path) -> bytes:
    """The bytes of a plain file. Links, folders, pipes and devices are refused, and nothing waits on them.

    Raises:
        BadInput: it is none, is not there, may not be read, or is larger than any paper.
    """
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
        if about.st_size > media.MOST_BYTES:
            raise BadInput(_too_large(name, media.MOST_BYTES))
        with os.fdopen(os.dup(handle), "rb") as file:
            return file.read(media.MOST_BYTES + 1)
    except OSError:
        raise BadInput(f"{name} cannot be read.") from None
    finally:
        os.close(handle)


def _too_large(name: str, most: int) -> str:
    """The sentence for a file over the limit."""
    return f"{name} is larger than {most // 1024 // 1024} MB; a paper of that size is not read."
