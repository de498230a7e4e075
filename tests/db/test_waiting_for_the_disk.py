"""Which writes wait until the disk has them."""

import pytest

from db.store import open_store


def test_only_a_write_that_may_be_lost_with_the_power_does_not_wait_for_the_disk(tmp_path):
    def waits(asked):
        return asked.execute("PRAGMA synchronous").fetchone()[0] == 2

    with open_store(str(tmp_path / "matters.db")) as store:
        with store.writing(synced=False) as tx:
            assert not waits(tx._connection)
        with store.reading() as tx:
            tx.head()
        for _ in range(2):
            with store.writing() as tx:
                assert waits(tx._connection)
        with store.writing(synced=False) as tx, store.reading() as other:
            assert not waits(tx._connection)
            assert waits(other._connection), "another connection"
        with store.connection() as connection:
            assert waits(connection)
        with pytest.raises(ZeroDivisionError), store.writing(synced=False):
            raise ZeroDivisionError
        with store.writing() as tx:
            assert waits(tx._connection), "also after one that was undone"
