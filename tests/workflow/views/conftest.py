"""A desk with a few reports in different states, at nine in the morning of 21 November 2026."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from db.store import Store, open_store
from states.acts import FollowUpAct
from states.days import On
from states.facts import Facts, Proposal
from states.words import Move
from workflow.desk import Desk
from workflow.engine import act_on, make_move
from workflow.intake.names import Names
from workflow.synthetic import build_large

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
BOARD = "Scrutiny Board (2)"


@pytest.fixture
def desk(store: Store) -> Iterator[Desk]:
    """R1 recommended and late, R2 drafted with a promise that has no day, R3 an update due next month."""
    desk = Desk(store, "M. Rose", lambda: NOW)
    with desk.writing() as tx:
        names = Names(desk, tx)
        board, cabinet = names.body(BOARD), names.body("Cabinet")
        september, october = (names.sitting(BOARD, On.day(date(2026, month, 8))) for month in (9, 10))
    for title, reference in (("Libraries", "26/00001"), ("Youth service", None), ("Early help", None)):
        facts = Facts(title=title, scrutiny_body=board, reference=reference, lead_officer="Head of Service")
        make_move(desk, None, Move.DRAFT, facts, on=On.day(date(2026, 8, 3)))
    make_move(desk, 1, Move.SCRUTINISE, Facts(meeting=september, minute="12/26"))
    recommended = Facts(
        recommendations=(Proposal("That opening hours be kept", board, cabinet),), received_on=date(2026, 9, 10),
        notice_given_on=date(2026, 9, 10),
    )  # fmt: skip
    make_move(desk, 1, Move.RECOMMEND, recommended, on=On.day(date(2026, 9, 10)))
    make_move(desk, 3, Move.SCRUTINISE, Facts(meeting=october))
    make_move(desk, 3, Move.HEAR_AGAIN, Facts(until_day=date(2026, 12, 1)), on=On.day(date(2026, 10, 8)))
    with desk.writing() as tx:
        promise = FollowUpAct("add", quote="to come back once partners agree", condition="partners agree")
        act_on(desk, tx, 2, promise, on=On.day(date(2026, 9, 1)))
    return desk


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def filled(request, tmp_path_factory):
    """A made-up store of some hundred reports.

    Some call-in windows in it are open: until 15 January 2026, until a day that is over, suspended.
    """
    if request.param == "sqlite":
        url = str(tmp_path_factory.mktemp("lists") / "w.db")
    else:
        import psycopg

        postgres = request.getfixturevalue("postgres")
        with psycopg.connect(postgres.format("postgres").replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute("DROP DATABASE IF EXISTS windows")
            connection.execute("CREATE DATABASE windows")
        url = postgres.format("windows")
    with open_store(url) as store:
        build_large(store, 1200, 3)
        with store.writing() as tx:
            there = "SELECT report, number FROM follow_up WHERE clock = 'call_in_window' ORDER BY 1, 2"
            windows = tx.run(there).fetchall()
            assert len(windows) > 12
            for at, (report, number) in enumerate(windows[:12]):
                due = date(2026, 1, 15) if at % 4 else date(2025, 3, 1)
                more = "suspended = NOT suspended, " if at % 4 == 3 else ""
                tx.run(
                    f"UPDATE follow_up SET {more}ended = NULL, ended_on = NULL, due = '{due}' "
                    f"WHERE report = {report} AND number = {number}"
                )
            tx.ask("UPDATE follow_up SET owner = NULL WHERE report % 7 = 1 AND clock = 'action_due'")
        yield store
