"""A pen that writes in a store as the upper floor does: an entry, the fold, the case."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from db.replay import rule_book
from db.store import Store
from states.acts import Act, FollowUpAct, MoveAct
from states.case import Case, decode_case
from states.days import On
from states.facts import Body, Facts
from states.fold import fold
from states.words import BodyKind

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
BOARD = Body("Scrutiny Board 2", BodyKind.SCRUTINY, scrutiny=True)


class Pen:
    """Writes in one store."""

    def __init__(self, store: Store, who: str = "Ann") -> None:
        self.store, self.who, self.now = store, who, NOW

    def act(self, ref: int, act: Act, *, on: date | None = None) -> int:
        """Enters an act about a report, and saves what it adds up to; the entry's number."""
        with self.store.writing() as tx:
            row = tx.report(ref)
            old = decode_case(row.folded) if row else None
            number, at = tx.next_entry(self.now)
            move = act.move if isinstance(act, MoveAct) else None
            tx.append(number=number, at=at, who=self.who, record=f"R{ref}", act=act, move=move, on=On(on, on))
            new = fold(tx.entries(ref), rule_book(tx)).case
            tx.save_case(ref, old, new, entry=number, at=at, version=row.version if row else 0)
        return number

    def draft(self, title: str = "Libraries", *, on: date = date(2026, 3, 2), **facts: Any) -> int:
        """Drafts a report; its number."""
        with self.store.reading() as tx:
            ref = tx.next_ref("report")
        self.act(ref, MoveAct("draft", Facts(title=title, scrutiny_body=BOARD, **facts)), on=on)
        return ref

    def promise(self, ref: int, due: date | None, *, on: date = date(2026, 3, 3), **more: Any) -> int:
        """Adds a promise to a report; the entry's number."""
        return self.act(ref, FollowUpAct("add", due=due, owner="Head of Libraries", **more), on=on)

    def put(self, table: str, values: dict[str, Any], ref: int | None = None, **more: Any) -> int:
        """Writes a record; its number."""
        with self.store.writing() as tx:
            return tx.put(table, values, ref=ref, who=self.who, now=self.now, **more)

    def case(self, ref: int) -> Case:
        """A report's case."""
        with self.store.reading() as tx:
            row = tx.report(ref)
            assert row is not None
            return decode_case(row.folded)

    def dump(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every table."""
        from db import statements
        from db.shaped import ALL

        with self.store.reading() as tx:
            return {
                table.name: [
                    tuple(int(v) if isinstance(v, bool) else v for v in row)
                    for row in tx.run(statements.select(table, tx.kind, (), table.key)).fetchall()
                ]
                for table in ALL
            }


@pytest.fixture
def pen(store: Store) -> Pen:
    """A pen for the store."""
    return Pen(store)


@pytest.fixture
def pen_for() -> Callable[[Store], Pen]:
    """Makes a pen for any store."""
    return Pen


@pytest.fixture
def now() -> datetime:
    """The instant at which tests write."""
    return NOW
