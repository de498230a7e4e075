"""Looking: a reading transaction, and the day as of which it is read."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from db.store import Store
from db.tx import Tx
from states.days import instant_from, london_day


@dataclass(frozen=True)
class Look:
    """What is looked at: `tx` reads the rows as they stood, `day` is the day lateness is counted on."""

    tx: Tx
    day: date
    known_at: str | None = None


@contextmanager
def looking(
    store: Store,
    today: date,
    *,
    as_of: date | None = None,
    known_at: str | None = None,
    heed: Callable[[int, int], None] = lambda done, of: None,
) -> Iterator[Look]:
    """Looks at the store as it is, as things stood on a day, or with only what had been entered by an instant.

    `known_at` is an instant as the journal writes it; the day is then that instant's London day unless `as_of` says
    another. `heed` is told how many of how many reports are folded for it; what it raises gives it up.
    """
    if as_of is None and known_at is None:
        with store.reading() as tx:
            yield Look(tx, today)
        return
    from db.past import stand

    day = as_of or (london_day(instant_from(known_at)) if known_at else today)
    past = stand(store, as_of=day, known_at=known_at, today=today, heed=heed)
    try:
        with past.reading() as tx:
            yield Look(tx, day, known_at)
    finally:
        if past is not store:
            past.close()
