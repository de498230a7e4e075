"""Where a demonstration is kept: used again, or built anew beside its place and put there whole.

Nobody's own work is taken away: a database that holds something else is refused, and a demonstration somebody has
worked in is only built anew when they ask for it. One of an older version is built anew, or, worked in, upgraded.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path

from db.quick import EDITION
from db.store import Store, edition_of, open_store
from states.errors import StoreError
from workflow.settings import default_database, file_of, masked


class Standing(Enum):
    """What a store is to somebody who wants a demonstration there."""

    EMPTY = auto()
    WANTED = auto()
    WORKED_IN = auto()
    STALE = auto()
    FOREIGN = auto()


Looks = Callable[[Store], Standing]
Builds = Callable[[Store], None]

_BESIDE = ("-wal", "-shm")


def own_place(name: str) -> str:
    """A file of our own beside the platform's place for the database, never that one itself; its folder is made."""
    place = Path(default_database()).with_name(name)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return str(place)


def kept(url: str, looks: Looks, builds: Builds, *, fresh: bool = False) -> bool:
    """Sees to it that what is wanted stands at a place; whether it was built just now.

    Raises:
        StoreError: something else is kept there, or it cannot be taken away; nothing was changed.
    """
    file = file_of(url)
    if file is None:
        return _on_a_server(url, looks, builds, fresh=fresh)
    path = Path(file)
    if path.exists() and path.stat().st_size:
        with open_store(url, create=False, any_edition=True) as store:
            standing = _seen(store, looks, fresh=fresh)
            older = edition_of(store) < EDITION
            if standing is Standing.WORKED_IN and older:
                from db.upgrade import upgrade

                upgrade(store)
            if standing is Standing.WORKED_IN or (standing is Standing.WANTED and not older):
                return False
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with open_store(str(part)) as store:
            builds(store)
        for ending in _BESIDE:
            path.with_name(path.name + ending).unlink(missing_ok=True)
        part.replace(path)
    finally:
        for ending in ("", *_BESIDE):
            with suppress(OSError):
                part.with_name(part.name + ending).unlink(missing_ok=True)
    return True


def _seen(store: Store, looks: Looks, *, fresh: bool) -> Standing:
    """What stands there; what is wanted is stale when it is to be built anew."""
    standing = looks(store)
    if standing is Standing.FOREIGN:
        raise StoreError(
            f"{store.place} holds something else than this demonstration; nothing was changed. "
            "Name another file with --db, or leave --db out."
        )
    return Standing.STALE if fresh else standing


def _on_a_server(url: str, looks: Looks, builds: Builds, *, fresh: bool) -> bool:
    if url.startswith("sqlite"):
        raise StoreError("A database in memory is gone when the command ends; name a file with --db.")
    with open_store(url) as store:
        standing = _seen(store, looks, fresh=fresh and looks(store) is not Standing.EMPTY)
        if standing is Standing.STALE:
            raise StoreError(f"{masked(url)} holds an older demonstration: empty that database, or name another.")
        if standing is Standing.EMPTY:
            builds(store)
        return standing is Standing.EMPTY
