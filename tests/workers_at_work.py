"""Workers in processes of their own, at a council that owes things to many people; for tests that kill them."""

from collections import Counter
from datetime import UTC, date, datetime
from multiprocessing.connection import Connection
from typing import Any

import msgspec

from db.store import open_store
from db.verify import verify
from states.acts import FollowUpAct
from states.facts import Body, Facts
from states.words import BodyKind, Move
from workflow import owed
from workflow.desk import Desk
from workflow.engine import make_move
from workflow.records import people
from workflow.reminders.enabling import enable
from workflow.reminders.sweeps import sweep
from workflow.settings_mail import MailSettings
from workflow.settings_reminders import ReminderSettings
from workflow.settings_sending import Sending
from workflow.worker.clockwork import Times
from workflow.worker.log import log_to
from workflow.worker.working import Working

MORNING = datetime(2026, 6, 2, 8, 5, tzinfo=UTC)
"""The Tuesday morning on which everything is due."""

BOARD = Body("Scrutiny Board (2)", BodyKind.SCRUTINY, scrutiny=True)


def owing(url: str, many: int, each: int = 1) -> None:
    """A new database in which `many` people owe `each` thing, all due in five days; reminders are enabled."""
    with open_store(url) as store:
        desk = Desk(store, "jane", lambda: datetime(2026, 5, 20, 9, tzinfo=UTC))
        keeper = people.add_person(
            desk, "Priya Nair", email="priya.nair@example.gov.uk", kind="officer", confirmed=True
        )
        people.hold(desk, people.add_post(desk, "Scrutiny Co-ordinator", role="co_ordinator"), keeper)
        for number in range(1, many + 1):
            post = people.add_post(desk, f"Head of Service {number}")
            address = f"officer.{number}@example.gov.uk"
            people.hold(desk, post, people.add_person(
                desk, f"Officer {number}", email=address, kind="officer", confirmed=True))  # fmt: skip
            report = make_move(desk, None, Move.DRAFT, Facts(title=f"Libraries {number}", scrutiny_body=BOARD)).ref
            for _ in range(each):
                due = FollowUpAct("add", due=date(2026, 6, 7), owner=f"Head of Service {number}", quote="A map.")
                owed.do(desk, report, due)
        enable(desk)


def sending(port: int) -> Sending:
    """Settings under which everything goes by itself, to a server on this machine."""
    return Sending(
        reminders=ReminderSettings(mode="send", day=("mon", "tue", "wed", "thu", "fri"), time="08:00"),
        mail=MailSettings(
            sender="scrutiny@example.gov.uk", port=port, allow_domains=("example.gov.uk",), timeout=60
        ),
    )  # fmt: skip


def sweeps(pipe: Connection, url: str, port: int) -> None:
    """One sweep, as somebody asks for it: says that it begins, and then what went."""
    with open_store(url, create=False) as store:
        pipe.send("begun")
        found = sweep(Desk(store, "worker", lambda: MORNING), sending(port))
        pipe.send([went.outcome if went.outcome == "sent" else f"{went.outcome}: {went.said}" for went in found.went])


def shares(pipe: Connection, url: str, port: int, silent: float) -> None:
    """A worker among many at one database, until it is ended."""
    from workflow.worker.many import Dispatcher

    working = Working(
        lambda: Desk(open_store(url, create=False), "worker", lambda: MORNING), lambda: sending(port), log_to(None)
    )
    pipe.send("begun")
    Dispatcher(url, working, Times("08:00", "03:30"), log_to(None), now=lambda: MORNING, silent=silent).run()


def everything_went_once(url: str, taken: list[Any], many: int, kills: int) -> None:
    """Each reminder is recorded once, each person has their letter, and no letter came twice but in the one window.

    There, where the server took it and the worker died before it could write that down, the same Message-ID went out
    again: at most once for each worker that was killed.
    """
    with open_store(url, create=False) as store:
        found = verify(store).findings
        assert not found, found
        with store.reading() as tx:
            rows = tx.run("SELECT report, number, stage, due, person FROM reminder WHERE left_out IS NULL").fetchall()
            sent = tx.run("SELECT message_id, person, items, said FROM message WHERE status = 'sent'").fetchall()
    assert len(set(rows)) == len(rows)
    assert len(rows) == many, f"{len(rows)} of {many} are recorded"
    assert len({person for _, person, _, _ in sent}) == len(sent)
    assert sum(len(line) < 5 for _, _, items, _ in sent for line in msgspec.json.decode(items)) == many
    went = Counter(one.message["Message-ID"] for one in taken)
    assert set(went) == {name for name, *_ in sent}
    twice = {name for name, times in went.items() if times > 1}
    assert sum(went.values()) - len(went) <= kills
    told = {name: said for name, _, _, said in sent}
    assert all("same Message-ID" in told[name] for name in twice), "what went twice says so"
