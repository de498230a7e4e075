"""Files made to hurt: each is read, or refused in words of its own, before its limits of time and memory are met."""

import pytest
from papers_made import PAPERS
from traps import BOMBS, DEPTHS, ENTITIES, LOOPS, Trap

from states.errors import BadInput
from workflow.importers.reader import Reader
from workflow.importers.reading import Document

LIMITS = ("took longer than", "needed more memory", "could not be read: it is damaged")
TOO_LARGE = {"a page that unpacks to 500 MB", "a page packed twice", "pictures in pictures"}
"""Traps for the program that opens PDFs, which ends itself when it has no more memory."""


@pytest.fixture(scope="module")
def reader():
    with Reader() as made:
        yield made


def outcome(reader: Reader, data: bytes, name: str) -> Document | str:
    try:
        return reader.read_bytes(data, name)
    except BadInput as error:
        return str(error)


@pytest.mark.parametrize("trap", [*ENTITIES, *DEPTHS, *LOOPS])
def test_a_trap_is_read_or_refused_in_words_of_its_own(reader, trap):
    spring(reader, trap, (ENTITIES | DEPTHS | LOOPS)[trap])


@pytest.mark.heavy
@pytest.mark.parametrize("trap", BOMBS)
def test_what_unpacks_to_far_more_than_it_is_is_refused(reader, trap):
    spring(reader, trap, BOMBS[trap])


def spring(reader: Reader, trap: str, made: Trap) -> None:
    name, make = made
    found = outcome(reader, make(), name)
    if isinstance(found, str):
        assert found.startswith("a.")
        assert trap in TOO_LARGE or not any(words in found for words in LIMITS), found
        assert "took longer" not in found
    else:
        assert "root:" not in repr(found), "nothing of the machine's own is in it"


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_under_any_other_name_is_read_by_what_it_is_or_refused(reader, name):
    own = outcome(reader, PAPERS[name], name)
    assert isinstance(own, Document), own
    for other in (*PAPERS, "a", "a.doc", "a.zip", "a.png"):
        found = outcome(reader, PAPERS[name], other)
        assert isinstance(found, Document) or not any(words in found for words in LIMITS), found


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_cut_off_anywhere_is_read_or_refused(reader, name):
    whole = PAPERS[name]
    for cut in range(0, len(whole), max(len(whole) // 25, 1)):
        found = outcome(reader, whole[:cut], name)
        assert isinstance(found, Document) or not any(words in found for words in LIMITS), (cut, found)
