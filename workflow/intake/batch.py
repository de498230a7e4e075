"""Papers in numbers: read one after the other, entered some dozens at a time, in memory that does not grow with them.

A paper that cannot be read or entered never stops the others. One that is on file is known by its digest before it is
read, so a batch that was interrupted goes on where it stopped when it is begun again.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from states.errors import BadInput
from workflow.desk import Desk
from workflow.importers import files
from workflow.importers.pile import Asked, Unread
from workflow.importers.reader import Reader
from workflow.importers.reading import Column, Document
from workflow.intake.columns import read_otherwise
from workflow.intake.session import Imported, again, chosen, import_documents, place, read_before
from workflow.intake.spool import Spool

HANDFUL = 50
"""How many papers are read before they are entered, the earliest first."""

_LARGEST = 16 * 1024 * 1024


class Shown(msgspec.Struct, frozen=True):
    """What the columns of a spreadsheet were taken for; told before anything of it is entered."""

    path: str
    columns: tuple[Column, ...]


def enter_all(desk: Desk, reader: Reader, paths: Iterable[Path], asked: Asked) -> Iterator[Imported | Unread | Shown]:
    """Reads papers and enters them; tells what became of each."""
    read: list[Document] = []
    size = 0
    for one in _read_all(desk, reader, paths, asked):
        yield from _told(one)
        if isinstance(one, Document):
            read.append(one)
            size += len(msgspec.json.encode(one))
        if len(read) >= HANDFUL or size > _LARGEST:
            yield from _entered(desk, sorted(read, key=place), asked)
            read, size = [], 0
    yield from _entered(desk, sorted(read, key=place), asked)


def try_all(desk: Desk, reader: Reader, paths: Iterable[Path], asked: Asked) -> Iterator[Imported | Unread | Shown]:
    """What `enter_all` would do, and none of it done. All papers are read before the store is asked to write."""
    with Spool() as spool:
        for one in _read_all(desk, reader, paths, asked):
            yield from _told(one)
            if isinstance(one, Document):
                spool.add(one)
        with desk.trying():
            yield from _entered(desk, spool, asked)


def _told(one: Document | Imported | Unread) -> Iterator[Imported | Unread | Shown]:
    """What is told of a paper before it is entered."""
    if not isinstance(one, Document):
        yield one
    elif one.columns:
        yield Shown(one.path, one.columns)


def _read_all(
    desk: Desk, reader: Reader, paths: Iterable[Path], asked: Asked
) -> Iterator[Document | Imported | Unread]:
    for path in paths:
        asked.told(path)
        yield _read(desk, reader, path, asked)


def _read(desk: Desk, reader: Reader, path: Path, asked: Asked) -> Document | Imported | Unread:
    """One paper: read, or known without being read."""
    try:
        data = files.bytes_of(path)
        with desk.reading() as tx:
            sha256 = hashlib.sha256(data).hexdigest()
            if not asked.accept and read_before(tx, sha256):
                known = again(desk, tx, str(path), sha256)
                odd = read_otherwise(tx, known.document, asked.columns) if asked.columns else ()
                return msgspec.structs.replace(known, warnings=odd)
        return reader.read_bytes(data, str(path), asked.columns)
    except BadInput as error:
        return Unread(str(path), str(error))


def _entered(desk: Desk, documents: Iterable[Document], asked: Asked) -> Iterator[Imported | Unread]:
    """Enters documents in the order they come. What nobody foresaw costs one paper and not the rest."""
    for document in documents:
        try:
            leave, accept = chosen(document, asked.leave), chosen(document, asked.accept)
            yield from import_documents(desk, [document], council=asked.council, leave=leave, accept=accept)
        except Exception as error:
            yield Unread(document.path, f"{Path(document.path).name}: {asked.unforeseen(error)}")
