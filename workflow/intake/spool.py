"""Documents put aside in a temporary file, so that any number can be read before the first is entered."""

import tempfile
from collections.abc import Iterator

import msgspec

from workflow.importers.reading import Document
from workflow.intake.session import place


class Spool:
    """Keeps documents out of memory; gives them back the earliest first. Use it as `with Spool() as spool:`.

    Nobody else can open its file, and nothing is left of it.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="matters-")  # noqa: SIM115  it lives as long as the spool
        self._kept: list[tuple[tuple[str, str], int, int]] = []

    def __enter__(self) -> "Spool":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, document: Document) -> None:
        """Puts a document aside."""
        data = msgspec.json.encode(document)
        self._kept.append((place(document), self._file.seek(0, 2), len(data)))
        self._file.write(data)

    def __iter__(self) -> Iterator[Document]:
        for _, start, length in sorted(self._kept):
            self._file.seek(start)
            yield msgspec.json.decode(self._file.read(length), type=Document)
