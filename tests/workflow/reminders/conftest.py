"""A council that owes something, people who may be written to, and a post office that says what it is told to say."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest

from states.acts import FollowUpAct
from workflow import owed
from workflow.letters.digest import Letter, Told
from workflow.records import people
from workflow.reminders.enabling import enable
from workflow.reminders.sweeps import Swept, sweep
from workflow.settings_mail import MailSettings
from workflow.settings_reminders import ReminderSettings
from workflow.settings_sending import Sending

BEGAN = date(2026, 6, 1)
"""The Monday on which these tests begin."""


class PostOffice:
    """Takes letters, and answers as it was told to: `sent` unless something else is said for an address."""

    def __init__(self) -> None:
        self.letters: list[Letter] = []
        self.answers: dict[str, list[Told]] = {}
        self.opened = 0

    def says(self, address: str, outcome: str, said: str = "", **more) -> None:
        """What is answered once for the next letter to an address."""
        told = Told(outcome=outcome, said=said or f"It said {outcome}.", **more)
        self.answers.setdefault(address, []).append(told)

    @contextmanager
    def __call__(self) -> Iterator:
        self.opened += 1
        yield self._carry

    def _carry(self, letter: Letter) -> Told:
        waiting = self.answers.get(letter.to[1])
        told = waiting.pop(0) if waiting else Told(outcome="sent", said="250 OK")
        if told.outcome in ("sent", "unknown"):
            self.letters.append(letter)
        return told

    def to(self, name: str) -> list[Letter]:
        """The letters to a person."""
        return [letter for letter in self.letters if letter.to[0] == name]


class Town:
    """A council with a board, Cabinet, and people in posts; `sweep` does one sweep on a day."""

    def __init__(self, council, mode: str) -> None:
        self.council, self.desk, self.clock, self.post = council, council.desk, council.clock, PostOffice()
        clock = self.clock
        clock.set(BEGAN)
        self.settings = Sending(
            reminders=ReminderSettings(mode=mode),
            mail=MailSettings(sender="scrutiny@example.gov.uk", allow_domains=("example.gov.uk",)),
        )
        self.board, self.cabinet = council.board, council.cabinet
        self.priya = self.person("Priya Nair", "Scrutiny Co-ordinator", role="co_ordinator")
        self.jane = self.person("Jane Doe", "Head of Libraries", role="lead_officer")
        self.clerk = self.person("Owen Pryce", "Clerk to the Cabinet", role="clerk", body=self.cabinet)

    def person(self, name: str, post: str | None = None, *, deputy=False, kind="officer", confirmed=True, since=None,
               email: str | None = "", **more) -> int:  # fmt: skip
        """Adds a person, and the post they hold."""
        address = f"{name.lower().replace(' ', '.')}@example.gov.uk" if email == "" else email
        ref = people.add_person(self.desk, name, kind=kind, email=address, confirmed=confirmed and bool(address))
        if post:
            with self.desk.reading() as tx:
                known = [row["ref"] for row in tx.find("post") if row["title"] == post]
            held = known[0] if known else people.add_post(self.desk, post, **more)
            people.hold(self.desk, held, ref, deputy=deputy, since=since)
        return ref

    def report(self, title="Libraries", **facts) -> int:
        """A report of this board."""
        return self.council.draft(title, lead_officer=facts.pop("lead_officer", "Head of Libraries"), **facts)

    def promise(self, report: int, due: date | None, *, owner="Head of Libraries", opened=None, **more) -> int:
        """Something promised; its number."""
        act = FollowUpAct("add", due=due, owner=owner, quote=more.pop("quote", "A map of all branches."), **more)
        return owed.do(self.desk, report, act).opened[0].number

    def does(self, report: int, act: str, number: int, **more) -> None:
        """Something is done to a follow-up."""
        owed.do(self.desk, report, FollowUpAct(act, number, **more))

    def enable(self) -> None:
        enable(self.desk)

    def sweep(self, day: date | None = None, **more) -> Swept:
        """One sweep, on a day from which the clock then stands."""
        if day is not None:
            self.clock.set(day)
        return sweep(self.desk, self.settings, carrier=self.post, **more)

    def every_day(self, until: date, **more) -> list[Swept]:
        """Sweeps on every day from the clock's own until another, each at ten."""
        done, day = [], self.desk.today
        while day < until:
            day += timedelta(1)
            done.append(self.sweep(day, **more))
        return done

    def rows(self, sql: str) -> list:
        with self.desk.reading() as tx:
            return tx.run(sql).fetchall()

    def at(self, day: date, hour: int, minute: int = 0) -> None:
        self.clock.at = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


@pytest.fixture
def town(council) -> Town:
    """A town that sends by itself, enabled."""
    town = Town(council, "send")
    town.enable()
    return town


@pytest.fixture
def reviewing(council) -> Town:
    """A town in which a person releases each batch, enabled."""
    town = Town(council, "review")
    town.enable()
    return town


@pytest.fixture
def idle(council) -> Town:
    """A town in which nobody has enabled anything."""
    return Town(council, "send")
