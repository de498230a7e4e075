"""Papers in numbers: read one after the other, entered some dozens at a time, in memory that does not grow with them.

A paper that cannot be read or entered never stops the others. One that is on file is known by its digest before it is
read, so a batch that was interrupted goes on where it stopped when it is begun again.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from states.errors import BadInput
from workflow.desk import Desk
from workflow.importers import files
from workflow.importers.reader import Reader
from workflow.importers.reading import Column, Document
from workflow.intake.session import Imported, import_documents, place, read_before
from workflow.intake.spool import Spool

HANDFUL = 50
"""How many papers are read before they are entered, the earliest first."""

_LARGEST = 16 * 1024 * 1024


class Unread(msgspec.Struct, frozen=True):
    """A paper that was not read, or not entered, and why in a sentence that names it."""

    path: str
    says: str


class Shown(msgspec.Struct, frozen=True):
    """What the columns of a spreadsheet were taken for; told before anything of it is entered."""

    path: str
    columns: tuple[Column, ...]


class Asked(msgspec.Struct, frozen=True):
    """How a batch is to be read: under which council's name, and what a spreadsheet's columns mean.

    `told` is called with the path before each paper; `unforeseen` is given an error that no paper should cause, and
    gives the sentence for it.
    """

    council: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    told: Callable[[Path], None] = lambda path: None
    unforeseen: Callable[[Exception], str] = str


def read_all(paths: Iterable[Path], asked: Asked) -> Iterator[Document | Unread]:
    """Reads papers, one at a time, and enters none."""
    with Reader() as reader:
        reader.start()
        for path in paths:
            asked.told(path)
            try:
                yield reader.read_file(path, asked.columns)
            except BadInput as error:
                yield Unread(str(path), str(error))


def enter_all(desk: Desk, paths: Iterable[Path], asked: Asked) -> Iterator[Imported | Unread | Shown]:
    """Reads papers and enters them; tells what became of each."""
    read: list[Document] = []
    size = 0
    with Reader() as reader:
        reader.start()
        for path in paths:
            asked.told(path)
            one = _read(desk, reader, path, asked)
            if not isinstance(one, Document):
                yield one
                continue
            if one.columns:
                yield Shown(one.path, one.columns)
            read.append(one)
            size += len(msgspec.json.encode(one))
            if len(read) >= HANDFUL or size > _LARGEST:
                yield from _entered(desk, sorted(read, key=place), asked)
                read, size = [], 0
    yield from _entered(desk, sorted(read, key=place), asked)


def try_all(desk: Desk, paths: Iterable[Path], asked: Asked) -> Iterator[Imported | Unread | Shown]:
    """What `enter_all` would do, and none of it done. All papers are read before the store is asked for anything."""
    with Spool() as spool:
        with Reader() as reader:
            reader.start()
            for path in paths:
                asked.told(path)
                one = _read(desk, reader, path, asked)
                if not isinstance(one, Document):
                    yield one
                    continue
                if one.columns:
                    yield Shown(one.path, one.columns)
                spool.add(one)
        with desk.trying():
            yield from _entered(desk, spool, asked)


def _read(desk: Desk, reader: Reader, path: Path, asked: Asked) -> Document | Imported | Unread:
    """One paper: read, or known without being read."""
    try:
        data = files.bytes_of(path)
        with desk.reading() as tx:
            if read_before(tx, hashlib.sha256(data).hexdigest()):
                return Imported(str(path), again=True)
        return reader.read_bytes(data, str(path), asked.columns)
    except BadInput as error:
        return Unread(str(path), str(error))


def _entered(desk: Desk, documents: Iterable[Document], asked: Asked) -> Iterator[Imported | Unread]:
    """Enters documents in the order they come. What nobody foresaw costs one paper and not the rest."""
    for document in documents:
        try:
            yield from import_documents(desk, [document], council=asked.council)
        except Exception as error:
            yield Unread(document.path, f"{Path(document.path).name}: {asked.unforeseen(error)}")
