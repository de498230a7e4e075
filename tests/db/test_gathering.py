"""A copy of the file alone is whole, also while others have it open."""

import shutil

import pytest

from db.gathering import gather
from db.store import open_store
from db.verify import verify


@pytest.fixture
def opened(tmp_path):
    """A store in a file, open."""
    with open_store(str(tmp_path / "open.db")) as store:
        yield store


def test_a_copy_of_the_file_alone_holds_what_was_gathered(opened, pen_for, tmp_path):
    pen_for(opened).draft("Libraries")
    gather(opened)
    shutil.copy(tmp_path / "open.db", tmp_path / "copy.db")
    with open_store(str(tmp_path / "copy.db"), create=False) as copy:
        assert verify(copy).good
        with copy.reading() as tx:
            assert tx.head().entry == 1


def test_while_somebody_reads_nothing_waits_and_nothing_is_lost(opened, pen_for):
    with opened.reading() as reader:
        assert reader.head().entry == 0
        pen_for(opened).draft("Libraries")
        gather(opened)
        assert reader.head().entry == 0
        with opened.reading() as later:
            assert later.head().entry == 1


def test_a_store_without_a_file_is_left_alone(store):
    gather(store)
    with store.reading() as tx:
        assert tx.head().entry == 0
