"""Files opened safely and handed to the forms. What cannot be read is refused in one sentence (`BadInput`)."""

import hashlib
import os
import re
import stat
from pathlib import Path

import msgspec

from states.errors import BadInput
from workflow.importers import forms
from workflow.importers.reading import Document, Paper, Warning
from workflow.importers.text import MAX_BYTES, clean, decode, printable

_KINDS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"\s*%PDF-"), "a PDF"),
    (re.compile(rb"PK\x03\x04"), "a Word, spreadsheet or zip file"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "an old Word or Office file"),
    (re.compile(rb"\{\\rtf"), "a rich-text (RTF) file"),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!--[^>]{0,200}-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I),
        "a web page (HTML)",
    ),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b", re.I), "an XML file"),
    (re.compile(rb"(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*)"), "a picture"),
    (re.compile(rb"(?:\x1f\x8b|BZh|7z\xbc\xaf|Rar!)"), "a packed file"),
)
_SUFFIXES = {
    ".pdf": "a PDF",
    ".doc": "an old Word or Office file",
    ".docx": "a Word, spreadsheet or zip file",
    ".odt": "an OpenDocument file",
    ".rtf": "a rich-text (RTF) file",
    ".htm": "a web page (HTML)",
    ".html": "a web page (HTML)",
    ".xml": "an XML file",
}


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
    kind = medium_of(data, path)
    if kind != "text":
        raise BadInput(
            f"{name} is {kind}; this version reads plain text (.txt). Save the paper as plain text and import that."
        )
    try:
        cleaned = clean(decode(data))
    except BadInput as error:
        raise BadInput(f"{name} cannot be read. {error}") from None
    if not cleaned.text.strip():
        raise BadInput(f"{name} is empty: there is nothing to read in it.")
    document = forms.read(Paper(path, hashlib.sha256(data).hexdigest(), kind, data, cleaned.text))
    doubts = list(document.warnings)
    if cleaned.hidden:
        doubts.append(Warning("hidden_characters", f"{cleaned.hidden} characters that do not show were put aside."))
    if cleaned.unreadable:
        doubts.append(Warning("unreadable_characters", f"{cleaned.unreadable} characters could not be read."))
    return msgspec.structs.replace(document, warnings=tuple(doubts))


def medium_of(data: bytes, path: str) -> str:
    """`text` for plain text, else what the file is, in words. Its bytes count for more than its name."""
    for pattern, words in _KINDS:
        if pattern.match(data[:1024]):
            return words
    return _SUFFIXES.get(Path(path).suffix.lower(), "text")


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
