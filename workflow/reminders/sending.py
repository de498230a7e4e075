"""Letting messages go, one after the other: looked at again, handed over, and what became of it written down.

What became of one is written in the transaction in which the next is taken, so that whenever we are killed only one
is in doubt. A SQLite file's disk is waited for only once in a `HANDFUL`, which is written down before: where the
machine loses its power, no more than that is in doubt. No transaction is open while a channel is spoken to.
"""

import json
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

import msgspec

from db import queries_reminders as reads
from db.rows_reminders import MessageLine
from db.tx import Tx
from states.days import instant_text
from states.errors import MattersError
from states.rules import CouncilRules
from workflow.desk import Desk
from workflow.letters.digest import Letter, Told, sentence
from workflow.reminders import sweeping
from workflow.reminders.batch import Claimer, going, lines_of
from workflow.reminders.checking import check, still_to_go
from workflow.reminders.digests import Composer
from workflow.reminders.plan import Plan, Planner
from workflow.reminders.roll import Roll
from workflow.reminders.writing import letter_of
from workflow.settings_sending import Sending

HANDFUL, SOON = 25, timedelta(seconds=1)
"""After so many messages, or so long, what became of them outlasts a loss of power too."""

WAITS = (timedelta(minutes=15), timedelta(hours=1), timedelta(hours=4), timedelta(hours=12), timedelta(hours=24))
"""How long a message rests after it could not go, longer each time; then a day each."""

SURE_AFTER = 3
"""So often a message goes out without it being known whether it arrived; then a person is asked to look."""

_AGAIN = "It went out again under the same Message-ID, as it was not known whether it had arrived."
_STOPPED = Told(outcome="unknown", said="The sweep was stopped while this was on its way.")

Carry = Callable[[Letter], Told]
"""Hands one letter over, and says what became of it."""

Carrier = Callable[[], AbstractContextManager[Carry]]
"""Opens the way by which letters go; asked only when there is something to send."""


class Went(msgspec.Struct, frozen=True):
    """What became of one message in a sweep."""

    message: str
    person: str
    name: str
    kind: str
    outcome: str
    """sent, later, refused, unknown or withdrawn."""
    said: str
    lines: int
    address: str | None = None


class Sender:
    """Sends what may go, in one sweep. `heed` is told of each message as soon as that is known.

    `stop` is asked before each message; once it says yes, the rest waits for the next sweep. `seen` is the entry up to
    which nothing but messages was entered since the record was looked at, at `planned`.
    """

    def __init__(
        self, desk: Desk, sweep: int, settings: Sending, day: date, planned: int, heed: Callable[[Went], None],
        stop: Callable[[], bool] = lambda: False,
    ) -> None:  # fmt: skip
        self.desk, self.sweep, self.settings, self.day, self.heed = desk, sweep, settings, day, heed
        self._stop = stop
        self.seen = planned
        self.went: list[Went] = []
        self._rules: CouncilRules | None = None
        self._roll: Roll | None = None
        self.freed = False
        self._many: Counter[str] = Counter()
        self._in_hand: list[int] = []
        self._synced = desk.now()

    def send(self, queue: list[int], carrier: Carrier) -> None:
        """Sends the messages of these numbers, as far as they may still go."""
        if not queue:
            return
        last: tuple[MessageLine, Letter | None, Told] | None = None
        try:
            with carrier() as carry:
                for at, ref in enumerate(queue):
                    if self._stop():
                        break
                    message = self._next(last, ref, queue[at : at + HANDFUL])
                    last = None
                    if message is not None:
                        last = message, None, _STOPPED
                        letter, told = self._hand_over(message, carry)
                        last = message, letter, told
        finally:
            self._next(last, None, [])

    def _next(
        self, last: tuple[MessageLine, Letter | None, Told] | None, ref: int | None, coming: list[int]
    ) -> MessageLine | None:
        """Writes down what became of the last message, and takes the next, if it may still go.

        `coming` are those that are in hand from now on, where the last handful is at its end.
        """
        now = self.desk.now()
        synced = ref not in self._in_hand or now - self._synced >= SOON
        if synced:
            self._in_hand, self._synced = coming, now
        with self.desk.writing(synced=synced) as tx:
            if last is not None:
                self._record(tx, *last)
            message = self._take(tx, ref) if ref is not None else None
            told: dict[str, Any] = {"in_hand": json.dumps(coming)} if synced else {}
            told |= {"beat": instant_text(now), "sending": message.message if message else None}
            sweeping.note(tx, self.sweep, **told, **self._counts())
            return message

    def _counts(self) -> dict[str, int]:
        many = self._many
        return {"sent": many["sent"], "failed": many["refused"], "waiting": many["later"] + many["unknown"]}

    def _take(self, tx: Tx, ref: int) -> MessageLine | None:
        message = tx.one(reads.TO_SEND, until=self.day, message=ref)
        if message is None:
            return None
        as_planned = bool(self.seen) and still_to_go(tx, self.seen)
        if as_planned:
            self.seen = tx.head().entry
        else:
            self._roll = None
        if as_planned and message.tries == 0 and message.status == "claimed":
            return message
        found = check(Planner(tx, self.day, self.settings.reminders, self._rules_of(tx), self._roll_of(tx)), message)
        if not found.changed:
            return message
        self.freed = True
        sweeping.forget(tx)
        values: dict[str, Any] = {"items": found.lines}
        if not found.left:
            values |= {"status": "withdrawn", "said": f"Nothing is left to ask: {'; '.join(found.why)}."}
        self._put(tx, message.message, values)
        if found.others:
            claimer = Claimer(self.desk, tx, self.settings, morning=self.day)
            claimer.claim(Plan(items=found.others), self._roll_of(tx))
        if not found.left:
            self._tell(message, None, "withdrawn", values["said"])
            return None
        return tx.one(reads.TO_SEND, until=self.day, message=ref)

    def _hand_over(self, message: MessageLine, carry: Carry) -> tuple[Letter | None, Told]:
        """Writes the letter and hands it over; whatever goes wrong, what became of it is told."""
        try:
            with self.desk.reading() as tx:
                composer = Composer(tx, self.day, self.settings, self._rules_of(tx), self._roll_of(tx))
                letter = letter_of(tx, composer, message, self.settings, self.desk.now())
        except MattersError as error:
            return None, Told(outcome="later", said=f"The letter could not be written: {error}")
        try:
            return letter, carry(letter)
        except MattersError as error:
            return letter, Told(outcome="later", said=str(error))
        except Exception as error:
            said = f"The channel stopped in the middle ({type(error).__name__}); whether it arrived is not known."
            return letter, Told(outcome="unknown", said=said)

    def _rules_of(self, tx: Tx) -> CouncilRules:
        if self._rules is None:
            self._rules = self.desk.rules(tx).on(self.day)
        return self._rules

    def _roll_of(self, tx: Tx) -> Roll:
        """Who holds which post, read again when anything but messages was entered."""
        if self._roll is None:
            self._roll = Roll(tx, self.day, self.settings)
        return self._roll

    def _record(self, tx: Tx, message: MessageLine, letter: Letter | None, told: Told) -> None:
        now, tries = self.desk.now(), message.tries + 1
        outcome: str = told.outcome
        said = told.said
        doubted = message.status == "unknown"
        if doubted:
            said = f"{sentence(said)} {_AGAIN}"
        if doubted and outcome == "later":
            outcome = "unknown"
        if outcome == "unknown" and tries >= SURE_AFTER:
            outcome, said = (
                "refused",
                f"{sentence(said)} After {tries} times a person is asked to find out whether it arrived.",
            )
        values: dict[str, Any] = {
            "status": outcome, "said": said, "tries": tries, "next_try": None, "sweep": self.sweep,
            "channel": self.settings.channels.digests,
        }  # fmt: skip
        if letter is not None:
            values |= {"address": letter.to[1], "copies": [address for _, address in letter.copies]}
        if outcome == "sent":
            values["sent_at"] = instant_text(now)
            if letter is not None:
                values |= {"subject": letter.subject, "words": letter.text}
        elif outcome in ("later", "unknown"):
            values["next_try"] = instant_text(now + _rest(tries))
        self._put(tx, message.message, values)
        self._tell(message, letter, outcome, said)

    def _put(self, tx: Tx, message: int, values: dict[str, Any]) -> None:
        tx.put("message", values, ref=message, who=self.desk.who, now=self.desk.now())

    def _tell(self, message: MessageLine, letter: Letter | None, outcome: str, said: str) -> None:
        went = Went(
            f"L{message.message}", f"P{message.person}", message.name, message.kind, outcome, said,
            len(going(lines_of(message))), letter.to[1] if letter else None,
        )  # fmt: skip
        self.went.append(went)
        self._many[outcome] += 1
        self.heed(went)


def _rest(tries: int) -> timedelta:
    """How long to wait: longer each time."""
    return WAITS[min(tries, len(WAITS)) - 1]
