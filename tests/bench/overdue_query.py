"""What is overdue, asked within a process: our view against the bare statement on the same file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import made_up
from measuring import Line, Missed, exponent, in_turn

BARE = (
    "SELECT f.report, r.title, f.clock, f.body, f.owner, f.due, f.agreed, f.recommendation, r.exempt, f.owed_by "
    "FROM follow_up AS f JOIN report AS r ON r.ref = f.report WHERE f.owed_by < ? "
    "ORDER BY f.owed_by, f.report, f.number"
)


def measure(folder: Path, sizes: tuple[int, ...], times: int) -> Iterator[Line]:
    """Fifty late ones of so many, by the bare statement and by the view."""
    try:
        from db.store import open_store
        from workflow.views.lists import overdue
        from workflow.views.look import Look
    except ImportError as error:
        raise Missed(f"The view of what is overdue is not there yet ({error}).") from None
    taken = []
    for size in sizes:
        place = made_up.make(folder / f"follow-ups-{size}.db", size)
        with (
            open_store(str(place), create=False) as store,
            closing(sqlite3.connect(place, isolation_level=None)) as connection,
            store.reading() as tx,
        ):
            connection.execute("BEGIN")
            look = Look(tx, made_up.DAY)

            def bare(connection: sqlite3.Connection = connection) -> int:
                return len(connection.execute(BARE, (made_up.DAY.isoformat(),)).fetchall())

            def ours(look: Look = look) -> int:
                return len(overdue(look))

            if bare() != ours():
                raise Missed(f"The view finds {ours()} and the statement {bare()}.")
            pair = in_turn(bare, ours, times * 20)
            taken.append(pair.ours_wall)
            note = f"{bare()} late; floor {pair.floor_wall * 1e6:.0f} µs"
            yield Line(f"overdue in process, {size:,} follow-ups", "the statement", pair.wall, 3, note)
    yield Line("its growth, as an exponent", "size", exponent(sizes, taken), 0.05)
