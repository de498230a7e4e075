"""A large made-up database: the same rows each time for the same number of follow-ups and the same seed.

It stands as on 1 January 2026, and nothing in it happens later. Whatever its size, `LATE` follow-ups are late on that
day (one in twenty where there are fewer than a thousand); all others have ended, have no day, or fall due within 2026.
So what is overdue on that day is a short list in a database of any size; asked on a later day it is a long one.

Every report is one of some hundred patterns of each shape (`shapes`), each made by folding real acts: a report differs
from its pattern in its number, its entries' numbers and instants, its title and the post that leads on it, which a
fold only carries along (`db.patterns`). The journal is chained entry by entry, and a replay of it gives the rows.
"""

from bisect import bisect
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from itertools import accumulate
from random import Random

import msgspec

from db.bulk import Loader, loading
from db.patterns import Pattern
from db.store import Store
from states.errors import BadInput, StoreError
from workflow.synthetic.council import LEADS, PLACES, SUBJECTS, World, entered
from workflow.synthetic.shapes import LATE_SHAPE, SHAPES, Shape
from workflow.synthetic.telling import WORDS

WHO = "made up"
"""Who entered all of it."""

LATE = 50
"""How many follow-ups are late on 1 January 2026."""

PATTERNS = 100
"""How many patterns there are of each shape."""

MOST = 100_000_000
"""More follow-ups than that are not made."""

NOW = datetime(2026, 1, 1, 9, tzinfo=UTC)
"""When it was all entered, each entry a microsecond after the one before."""

_SAYS = "Made up: {} follow-ups, seed {}"


class Made(msgspec.Struct, frozen=True):
    """What was made: how many reports, follow-ups and entries of the journal."""

    reports: int
    follow_ups: int
    entries: int


def build_large(store: Store, follow_ups: int, seed: int = 0, *, progress: Callable[[int], None] | None = None) -> Made:
    """Fills an empty store with so many follow-ups; `progress` is told now and then how many there are by now.

    Raises:
        BadInput: there is no making so many, or so few.
        StoreError: the store is not empty; nothing was changed.
    """
    if not 1 <= follow_ups <= MOST:
        raise BadInput(f"From 1 to {MOST:,} follow-ups can be made up, not {follow_ups:,}.")
    with store.reading() as tx:
        if tx.head().entry:
            raise StoreError(f"{store.place} is not empty; nothing was changed. Make it up elsewhere.")
    with loading(store, now=NOW, salt=partial(_salt, seed), alone=True) as loader:
        world = entered(loader, WHO, _SAYS.format(follow_ups, seed))
        reports = _reports(loader, world, follow_ups, seed, progress)
        return Made(reports, follow_ups, loader.next_number() - 1)


def made_in(store: Store) -> tuple[int, int] | None:
    """How many follow-ups a made-up store was to have, and its seed; None when it is no such store."""
    with store.reading() as tx:
        row = tx.ask("SELECT who, body FROM journal WHERE entry = 1").fetchone()
    why = str(msgspec.json.decode(row[1]).get("why") or "") if row and row[0] == WHO else ""
    numbers = [int(word) for word in why.replace(",", " ").split() if word.isdigit()]
    return (numbers[0], numbers[1]) if why == _SAYS.format(*numbers[:2] or (0, 0)) else None


def whole(store: Store) -> tuple[int, int] | None:
    """The same, when all of it is there; None when its making was interrupted."""
    wanted = made_in(store)
    with store.reading() as tx:
        count = tx.ask("SELECT count(*) FROM follow_up").fetchone()[0]
    return wanted if wanted is not None and wanted[0] == count else None


def worked_in(store: Store) -> bool:
    """Whether somebody has entered something of their own."""
    with store.reading() as tx:
        row = tx.ask("SELECT who FROM journal ORDER BY entry DESC LIMIT 1").fetchone()
    return row is not None and row[0] != WHO


def late_of(follow_ups: int) -> int:
    """How many of so many are late on 1 January 2026."""
    return min(LATE, follow_ups // 20)


def _salt(seed: int, entry: int) -> str:
    return sha256(f"{seed}/{entry}".encode()).hexdigest()[:32]


def _reports(loader: Loader, world: World, follow_ups: int, seed: int, progress: Callable[[int], None] | None) -> int:
    """Makes report after report until there are so many follow-ups; how many reports."""
    rng = Random(f"{seed}/reports")  # noqa: S311  (made up, and the same each time)
    patterns: dict[tuple[str, int], Pattern] = {}
    weights = list(accumulate(shape.weight for shape in SHAPES))
    late = late_of(follow_ups)
    made = reports = late_made = 0
    while made < follow_ups:
        left = follow_ups - made
        if late_made < late and made >= late_made * follow_ups // late:
            shape, late_made = LATE_SHAPE, late_made + 1
        elif left <= _LARGEST + 1:
            shape = _fitting(left)
        else:
            shape = SHAPES[bisect(weights, rng.random() * weights[-1])]
        key = (shape.name, rng.randrange(PATTERNS))
        pattern = patterns.get(key)
        if pattern is None:
            pattern = patterns[key] = _pattern(shape, world, seed, key[1])
        title = f"{rng.choice(SUBJECTS)} in {rng.choice(PLACES)}"
        loader.alike(pattern, (title, rng.choice(LEADS)))
        made, reports = made + shape.follow_ups, reports + 1
        if progress is not None and (made == follow_ups or not reports % 2000):
            progress(made)
    return reports


_LARGEST = max(shape.follow_ups for shape in SHAPES)


def _fitting(left: int) -> Shape:
    """A shape after which nothing is left over, or something that another shape fits."""
    wanted = left if left <= _LARGEST else left - 2
    return next(shape for shape in SHAPES if shape.follow_ups == wanted)


def _pattern(shape: Shape, world: World, seed: int, number: int) -> Pattern:
    telling = shape.told(world, Random(f"{seed}/{shape.name}/{number}"))  # noqa: S311
    if len(telling.case.follow_ups) != shape.follow_ups:
        raise AssertionError(f"{shape.name} has {len(telling.case.follow_ups)} follow-ups, not {shape.follow_ups}")
    return Pattern(telling.case, telling.told, WORDS)
