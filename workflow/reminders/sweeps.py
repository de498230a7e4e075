"""One sweep: what is due is planned and claimed in one transaction, then what may go is sent, message by message.

`sweep` is the one way, for a person who types `matters remind once` and for the worker that runs for years. It may be
stopped at any instant: what was claimed is sent by the next sweep, what was on its way goes out under the same
Message-ID, and nothing is claimed twice.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import msgspec

from db import queries_reminders as reads
from db.tx import Tx
from states import schedule
from states.days import instant_text
from workflow.desk import Desk
from workflow.letters.digest import Letter
from workflow.reminders import sweeping
from workflow.reminders.batch import Claimer
from workflow.reminders.carrying import carrier_of
from workflow.reminders.digests import Composer
from workflow.reminders.enabling import enabled
from workflow.reminders.escalating import signer
from workflow.reminders.plan import Plan, Planner
from workflow.reminders.roll import Roll
from workflow.reminders.sending import Carrier, Sender, Went
from workflow.reminders.writing import letter_of
from workflow.settings_sending import Sending

AHEAD = timedelta(14)
"""How far a rehearsal in which nothing would go looks for the next letter."""


class Unsaid(msgspec.Struct, frozen=True):
    """Somebody who is not written to, why, and about what."""

    why: str
    about: tuple[str, ...]


class Swept(msgspec.Struct, frozen=True):
    """What a sweep did. `claimed` are new askings, `laid_out` the messages that now wait for a person to release."""

    day: date
    enabled: bool
    mode: str
    morning: date
    claimed: int = 0
    laid_out: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    went: tuple[Went, ...] = ()
    unsaid: tuple[Unsaid, ...] = ()
    resting: str | None = None
    """Why nothing was done, when it is no day for it."""
    sweep: int = 0
    next_letter: date | None = None
    """Of a rehearsal in which nothing would go: the next day, within `AHEAD`, on which something would."""
    to_release: int = 0
    """How many messages wait for a person to release them, drafts among them."""

    def many(self, *outcomes: str) -> int:
        """How many messages had one of these outcomes."""
        return sum(went.outcome in outcomes for went in self.went)


class Shown(msgspec.Struct, frozen=True):
    """A letter as it would go, and what it is: laid out for release, to be sent, or a draft."""

    message: str
    status: str
    kind: str
    letter: Letter


def sweep(
    desk: Desk,
    settings: Sending,
    *,
    day: date | None = None,
    scheduled: bool = False,
    how: str = "once",
    carrier: Carrier | None = None,
    heed: Callable[[Went], None] = lambda went: None,
    stop: Callable[[], bool] = lambda: False,
    hand_out: Callable[[list[int], int], None] | None = None,
) -> Swept:
    """Does one sweep, today unless said.

    `scheduled` is for the worker: on working days only, and on other days than the digest's only what cannot wait. A
    person who asks gets everything whose day has come. `carrier` is the way letters go, the settings' unless given.
    `stop` is asked before each message. With `hand_out` the messages are given to others, who
    `carry_out`, together with the entry up to which the record was looked at.

    Raises:
        StoreError: the database cannot serve; what was claimed is kept, and the next sweep goes on with it.
    """
    today = day or desk.today
    with desk.writing() as tx:
        made = _Round(desk, tx, settings, today, scheduled)
        number = sweeping.begin(desk, tx, how=how, day=today.isoformat())
        claimed = made.claim()
        queue = made.queue()
        planned = tx.head().entry
        ended = None if queue else instant_text(desk.now())
        sweeping.note(tx, number, claimed=made.plan.many, head=planned, plan=made.stamp, ended=ended)
    if ended:
        return msgspec.structs.replace(claimed, sweep=number)
    sender = Sender(desk, number, settings, today, planned, heed, stop)
    with _ending(desk, number, sender):
        if hand_out is not None:
            hand_out(queue, planned)
        else:
            sender.send(queue, carrier or carrier_of(settings))
    return msgspec.structs.replace(claimed, went=tuple(sender.went), sweep=number)


def carry_out(
    desk: Desk,
    settings: Sending,
    messages: list[int],
    planned: int,
    *,
    carrier: Carrier | None = None,
    heed: Callable[[Went], None] = lambda went: None,
    stop: Callable[[], bool] = lambda: False,
) -> tuple[Went, ...]:
    """Sends messages that a sweep claimed and handed out, as far as they may still go; what became of each.

    `planned` is the entry up to which that sweep had looked at the record.
    """
    with desk.writing() as tx:
        number = sweeping.begin(desk, tx, how="part", day=desk.today.isoformat())
    sender = Sender(desk, number, settings, desk.today, planned, heed, stop)
    with _ending(desk, number, sender):
        sender.send(messages, carrier or carrier_of(settings))
    return tuple(sender.went)


def rehearse(
    desk: Desk, settings: Sending, *, day: date | None = None, scheduled: bool = False
) -> tuple[Swept, tuple[Shown, ...]]:
    """What a sweep would do, with every letter as it would go; nothing is changed and nothing leaves."""
    today = day or desk.today
    with desk.trying() as tx:
        made = _Round(desk, tx, settings, today, scheduled, rehearsing=True)
        claimed = made.claim()
        composer = Composer(tx, today, settings, made.rules, made.roll)
        wanted = [tx.one(reads.MESSAGES, message=int(name[1:])) for name in (*claimed.laid_out, *claimed.drafts)]
        wanted += [tx.one(reads.MESSAGES, message=number) for number in made.queue()]
        shown = {
            message.message: Shown(
                f"L{message.message}", message.status, message.kind,
                letter_of(tx, composer, message, settings, desk.now()),
            )
            for message in wanted if message is not None
        }  # fmt: skip
        if not shown:
            claimed = msgspec.structs.replace(claimed, next_letter=made.next_letter())
    return claimed, tuple(shown.values())


class _Round:
    """The planning half of one sweep, in its transaction."""

    def __init__(
        self, desk: Desk, tx: Tx, settings: Sending, today: date, scheduled: bool, rehearsing: bool = False
    ) -> None:
        self.desk, self.tx, self.settings, self.today, self.scheduled = desk, tx, settings, today, scheduled
        self.rehearsing = rehearsing
        self.rules = desk.rules(tx).on(today)
        self.allowed = enabled(tx).enabled
        self.review = settings.reminders.mode == "review"
        calendar = self.rules.calendar()
        self.rests = scheduled and not schedule.can_go(calendar, today)
        self.morning = schedule.next_day(calendar, today) if scheduled and self.review else today
        self.plan = Plan()
        self.stamp = self._stamp()

    def claim(self) -> Swept:
        """Plans and claims, unless nothing may leave, it is no day for it, or nothing happened since the last sweep."""
        if self.rests:
            return self._swept(resting="it is no working day")
        if not self.allowed and not self.rehearsing:
            return self._swept(resting="nothing leaves until somebody says: matters remind enable")
        self._bring_back()
        if not self.rehearsing and self._nothing_new():
            return self._swept()
        planner = Planner(self.tx, self.morning, self.settings.reminders, self.rules, self.roll)
        self.plan = planner.plan(scheduled=self.scheduled)
        planner.drafts(self.plan)
        claimer = Claimer(self.desk, self.tx, self.settings, morning=self.morning)
        claimed = claimer.claim(self.plan, self.roll)
        drafts = claimer.draft(self.plan, self._signers())
        named = tuple(f"L{number}" for number in claimed)
        return self._swept(
            claimed=self.plan.many, laid_out=named if self.review else (),
            drafts=tuple(f"L{number}" for number in drafts),
            unsaid=tuple(Unsaid(why, tuple(about)) for why, about in self.plan.unsaid.items()),
        )  # fmt: skip

    def _bring_back(self) -> None:
        """What is laid out for a day further off than the next on which letters go is for this morning."""
        beyond = schedule.next_day(self.rules.calendar(), self.today) + timedelta(1)
        for line in self.tx.all(reads.WAITING_MESSAGES, status="laid_out", from_day=beyond):
            self.tx.put("message", {"day": self.morning}, ref=line.message, who=self.desk.who, now=self.desk.now())

    @cached_property
    def roll(self) -> Roll:
        """Who holds which post on the morning."""
        return Roll(self.tx, self.morning, self.settings)

    def next_letter(self) -> date | None:
        """The next day, within `AHEAD`, on which something would go; a person who asks on it gets it."""
        calendar, day = self.rules.calendar(), schedule.next_day(self.rules.calendar(), self.morning)
        while day <= self.morning + AHEAD:
            roll = Roll(self.tx, day, self.settings)
            if Planner(self.tx, day, self.settings.reminders, self.rules, roll).plan().many:
                return day
            day = schedule.next_day(calendar, day)
        return None

    def queue(self) -> list[int]:
        """The messages that may go now, by number. Asked by a person, those that rest are tried again at once."""
        if self.rests or not (self.allowed or self.rehearsing):
            return []
        now = instant_text(self.desk.now()) if self.scheduled else None
        return [line.message for line in self.tx.all(reads.TO_SEND, until=self.today, now=now)]

    def _swept(self, **more: Any) -> Swept:
        waits = len(self.tx.all(reads.WAITING_MESSAGES, status="laid_out"))
        return Swept(self.today, self.allowed, self.settings.reminders.mode, self.morning, to_release=waits, **more)

    def _signers(self) -> dict[tuple[int, str], int | None]:
        """Who signs each draft."""
        found: dict[tuple[int, str], int | None] = {}
        for (person, stage), items in self.plan.drafts.items():
            holder = signer(self.roll, stage, _body_of(self.tx, items[0].report))
            found[person, stage] = holder.person if holder else None
        return found

    def _stamp(self) -> str:
        """What a plan depends on beside the journal: the settings, the morning, and how it was asked for."""
        told = msgspec.json.encode((self.settings.reminders, self.settings.mail.allow_domains, self.morning,
                                    self.scheduled, self.today), order="sorted")  # fmt: skip
        from hashlib import sha256

        return sha256(told).hexdigest()

    def _nothing_new(self) -> bool:
        """Whether a sweep planned the same already, and nothing but messages was entered since."""
        for line in self.tx.all(reads.SWEEPS, limit=3):
            if line.plan == self.stamp and line.trouble is None:
                return self.tx.one(reads.TOUCHED_SINCE, entry=line.head) is None
        return False


def _body_of(tx: Tx, report: int) -> int | None:
    row = tx.ask("SELECT body_ref FROM report WHERE ref = :ref", ref=report).fetchone()
    return row[0] if row else None


@contextmanager
def _ending(desk: Desk, number: int, sender: Sender) -> Iterator[None]:
    """Writes down that a sweep ended, and in what trouble; then the next one looks through everything again."""
    trouble: str | None = None
    try:
        yield
    except BaseException as error:
        trouble = f"{error}" or type(error).__name__
        raise
    finally:
        known = {"plan": ""} if sender.freed or trouble is not None else {"head": sender.seen}
        sweeping.end(desk, number, trouble, **known)
