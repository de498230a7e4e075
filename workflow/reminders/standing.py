"""How reminders stand: whether anything may leave, when it last did, what waits, what failed, who is not written to."""

from datetime import date, datetime, timedelta

import msgspec

from db import queries_reminders as reads
from db.rows_reminders import MessageLine, SweepLine
from db.tx import Tx
from states import schedule
from states.days import instant_from, london_day, said_day
from states.working_days import Calendar
from workflow.desk import Desk
from workflow.letters.digest import sentence
from workflow.reminders import sweeping
from workflow.reminders.enabling import enabled
from workflow.reminders.plan import Planner
from workflow.reminders.roll import Roll
from workflow.reminders.sweeps import Unsaid
from workflow.settings_sending import Sending

SILENT = timedelta(hours=30)
"""After so long without a sweep, working days only, the worker is taken for dead."""

_THEN = " Then: matters remind review L{0} --again, or --settle “what you did”."

OFTEN = 3
"""A message that could not go so often wants a person."""


class Failure(msgspec.Struct, frozen=True):
    """A message that did not go, to whom, and what was said."""

    message: str
    name: str
    status: str
    said: str | None
    tries: int


class Standing(msgspec.Struct, frozen=True):
    """How reminders stand; `troubles` are the sentences that make it unhealthy."""

    enabled: bool
    since: str | None
    who: str | None
    mode: str
    last_sweep: str | None
    last_how: str | None
    last_did: str | None
    last_night: str | None
    """When the record was last copied and looked over by night."""
    next_digest: date
    to_release: int
    released: int
    drafts: int
    on_their_way: int
    failures: tuple[Failure, ...]
    asleep: tuple[str, ...]
    unsaid: tuple[Unsaid, ...]
    troubles: tuple[str, ...]

    @property
    def healthy(self) -> bool:
        """Whether nothing wants a person's help."""
        return not self.troubles


def standing(tx: Tx, desk: Desk, settings: Sending, *, day: date | None = None) -> Standing:
    """How reminders stand on a day; today unless said."""
    today = day or desk.today
    rules = desk.rules(tx).on(today)
    calendar = rules.calendar()
    allowed = enabled(tx)
    sweeps = [line for line in tx.all(reads.SWEEPS, limit=20) if line.how in ("once", "run")]
    night = tx.one(reads.SWEEPS, how="night")
    last = sweeps[0] if sweeps else None
    messages = tx.all(reads.WAITING_MESSAGES)
    refused = tx.all(reads.FAILED_MESSAGES)
    plan = Planner(tx, today, settings.reminders, rules, Roll(tx, today, settings)).plan(anew=True)
    did = None
    if last is not None:
        did = f"{last.claimed} claimed, {last.sent} sent, {last.waiting} to be tried again, {last.failed} refused"
    drafts = [line for line in messages if line.kind == "escalation" and line.status == "laid_out"]
    often = [line for line in messages if line.tries >= OFTEN]
    troubles = []
    if away := _away(tx, messages):
        took = "The mail server took nothing" if settings.channels.digests == "mail" else "Nothing could be sent"
        troubles.append(f"{took} in the last sweep: {away}")
    if last is not None and last.trouble:
        troubles.append(f"The last sweep ended in trouble: {last.trouble}")
    if allowed.enabled and not settings.mail.sender and settings.channels.digests == "mail":
        troubles.append("Nothing can be mailed: the settings name no sender ([mail] sender).")
    if night is not None and night.trouble:
        troubles.append(f"The night's care of the record: {night.trouble}")
    ran = next((sweep for sweep in sweeps if sweep.how == "run"), None)
    if allowed.enabled and ran is not None and _silent(instant_from(ran.beat), desk.now(), calendar):
        troubles.append(f"The worker gave its last sign {sweeping.when(ran.beat)}.")
    troubles += [
        f"L{line.message} to {line.name} wants you: {sentence(line.said)}{_THEN.format(line.message)}"
        for line in refused
    ]
    troubles += [f"L{line.message} to {line.name} could not go {line.tries} times: {line.said}" for line in often]
    troubles += [_stopped(one) for one in tx.all(reads.AT_WORK) if not sweeping.alive(one, desk.now(), tx.kind)]
    return Standing(
        enabled=allowed.enabled, since=allowed.since, who=allowed.who, mode=settings.reminders.mode,
        last_night=night.began if night else None,
        last_sweep=last.began if last else None, last_how=last.how if last else None, last_did=did,
        next_digest=schedule.next_digest_day(calendar, settings.reminders.weekdays, today),
        to_release=sum(line.status == "laid_out" for line in messages) - len(drafts),
        released=sum(line.status == "released" for line in messages), drafts=len(drafts),
        on_their_way=sum(line.status in ("claimed", "later", "unknown") for line in messages),
        failures=tuple(map(_failure, [*refused, *(line for line in messages if line.tries)])),
        asleep=tuple(
            f"{line.name} until {said_day(date.fromisoformat(line.until))}"
            for line in tx.all(reads.SNOOZED, day=today)
        ),
        unsaid=tuple(Unsaid(why, tuple(about)) for why, about in plan.unsaid.items()), troubles=tuple(troubles),
    )  # fmt: skip


def _away(tx: Tx, messages: list[MessageLine]) -> str | None:
    """What was said of the letters that are to be tried again, where the last sweep that had any could send none."""
    tried = next((line for line in tx.all(reads.SWEEPS, limit=200) if line.sent or line.failed or line.waiting), None)
    if tried is None or tried.sent or not tried.waiting:
        return None
    return next((line.said for line in messages if line.status in ("later", "unknown") and line.said), None)


def _stopped(sweep: SweepLine) -> str:
    what = "The night's care of the record" if sweep.how == "night" else "The sweep"
    return f"{what} that began {sweeping.when(sweep.began)} stopped in the middle; the next goes on with what it left."


def _failure(line: MessageLine) -> Failure:
    return Failure(f"L{line.message}", line.name, line.status, line.said, line.tries)


def _silent(beat: datetime, now: datetime, calendar: Calendar) -> bool:
    """Whether a worker was silent for longer than it may be; days on which it rests are not counted."""
    rests, day = timedelta(0), london_day(beat)
    while (day := day + timedelta(1)) < london_day(now):
        if not schedule.can_go(calendar, day):
            rests += timedelta(1)
    return now - beat - rests > SILENT
