"""A pile of papers, read one after the other: how it is to be read, what could not be, and reading it alone."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from states.errors import BadInput
from workflow.importers.reader import Reader
from workflow.importers.reading import Document


class Unread(msgspec.Struct, frozen=True):
    """A paper that was not read, or not entered, and why in a sentence that names it."""

    path: str
    says: str


class Asked(msgspec.Struct, frozen=True):
    """How a pile is to be read: under which council's name, and what a spreadsheet's columns mean.

    `leave` and `accept` are words in the titles of items that are left out, and of those that come in although they
    were left out before.

    `told` is called with the path before each paper; `unforeseen` is given an error that no paper should cause, and
    gives the sentence for it.
    """

    council: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    told: Callable[[Path], None] = lambda path: None
    unforeseen: Callable[[Exception], str] = str
    leave: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()


def read_all(reader: Reader, paths: Iterable[Path], asked: Asked) -> Iterator[Document | Unread]:
    """Reads papers, one at a time. What cannot be read never stops the rest."""
    for path in paths:
        asked.told(path)
        try:
            yield reader.read_file(path, asked.columns)
        except BadInput as error:
            yield Unread(str(path), str(error))
