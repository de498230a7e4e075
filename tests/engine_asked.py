"""What tests of the engine ask again and again: rows, entries, open dates; and how a report is decided."""

from datetime import date

from photographs import rows_of

from states.acts import Entry
from states.facts import Facts, MakerKind
from states.words import Clock, Move
from workflow.desk import Desk
from workflow.engine import make_move


def rows(desk: Desk):
    with desk.reading() as tx:
        return rows_of(tx)


def entries(desk: Desk, report: int) -> list[Entry]:
    with desk.reading() as tx:
        return tx.entries(report)


def decided(council, report: int, **facts):
    told = {"maker": "Cabinet", "maker_kind": MakerKind.EXECUTIVE, "decided": "To go ahead."} | facts
    return make_move(council.desk, report, Move.DECIDE, Facts(**told))


def open_days(case) -> dict[Clock, date | None]:
    return {f.clock: f.counts for f in case.follow_ups if f.ended is None}
