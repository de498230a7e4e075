"""The demonstration, ready to be opened: for whoever wants to look round, without anything being asked."""

from db.store import Store
from workflow import demo
from workflow.demo.keeping import Standing, kept, own_place
from workflow.desk import Desk


def ready() -> str:
    """Where the demonstration is kept; it is built when there is none, and one that somebody worked in stays.

    Raises:
        StoreError: something else is kept in its place; nothing was changed.
    """
    place = own_place("demonstration.db")
    kept(place, _looks, _builds)
    return place


def _looks(store: Store) -> Standing:
    found = demo.found_in(store)
    if found is not None:
        return Standing.WORKED_IN if found.touched else Standing.WANTED
    with store.reading() as tx:
        return Standing.FOREIGN if tx.head().entry else Standing.STALE


def _builds(store: Store) -> None:
    demo.build(Desk(store, "demonstration"))
