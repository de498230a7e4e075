"""What the worker does when it is woken: one sweep as the settings have it, or a night's care, told to the log.

The database is opened for each job and closed after it, and the settings are read again: a server that was away, or a
file that was mended, is found by the next waking.
"""

import logging
from collections.abc import Callable
from contextlib import closing

from db import queries_reminders as reads
from db.tx import Tx
from states.errors import StoreDamaged
from workflow.desk import Desk
from workflow.reminders import sweeping
from workflow.reminders.sending import Carrier, Went
from workflow.reminders.sweeps import Swept, carry_out, sweep
from workflow.settings_sending import Sending
from workflow.worker.log import tell
from workflow.worker.night import care

NIGHT = "night"
"""What a night's care is called among the sweeps."""


class Working:
    """The worker's jobs, at a database that `open_desk` opens, under the settings that `settings` reads."""

    def __init__(
        self, open_desk: Callable[[], Desk], settings: Callable[[], Sending], log: logging.Logger,
        carrier: Carrier | None = None,
    ) -> None:  # fmt: skip
        self.open_desk, self.settings, self.log, self.carrier = open_desk, settings, log, carrier

    def sweep(self, stop: Callable[[], bool], hand_out: Callable[[list[int], int], None] | None = None) -> None:
        """One sweep, as it is scheduled; with `hand_out` others carry the messages."""
        with closing(self.open_desk()) as desk:
            found = sweep(
                desk, self.settings(), scheduled=True, how="run", heed=self._heed, stop=stop, hand_out=hand_out,
                carrier=self.carrier,
            )  # fmt: skip
        self._swept(found)

    def carry_out(self, messages: list[int], planned: int, stop: Callable[[], bool]) -> None:
        """Sends messages that a sweep handed out."""
        with closing(self.open_desk()) as desk:
            carry_out(desk, self.settings(), messages, planned, heed=self._heed, stop=stop, carrier=self.carrier)

    def night(self) -> None:
        """The night's care of the record; `matters remind status` tells what it found. Once a day.

        Where another worker is at it, or has done it well today, this one stands back.

        Raises:
            StoreDamaged: the record is not whole.
        """
        settings = self.settings().backup
        with closing(self.open_desk()) as desk:
            with desk.writing() as tx:
                if _cared_for(desk, tx):
                    tell(self.log, "left to another", job=NIGHT)
                    return
                number = sweeping.begin(desk, tx, how=NIGHT, day=desk.today.isoformat())
            trouble: str | None = "it did not come to its end"
            try:
                with sweeping.beating(desk, number):
                    found = care(desk.store, settings, desk.today)
                trouble = " ".join(found.faults[:3]) or None
            except Exception as error:
                trouble = str(error) or type(error).__name__
                raise
            finally:
                sweeping.end(desk, number, trouble)
            tell(
                self.log, "cared for the record", entries=found.entries, head=found.head, copy=found.copy,
                copies_gone=len(found.gone) or None, faults=len(found.faults) or None,
            )  # fmt: skip
            if not found.good:
                raise StoreDamaged(f"{desk.store.place} is not whole: {trouble} See: matters db verify")

    def _heed(self, went: Went) -> None:
        level = logging.INFO if went.outcome in ("sent", "withdrawn") else logging.WARNING
        tell(self.log, went.outcome, level=level, message=went.message, person=went.person, lines=went.lines)

    def _swept(self, found: Swept) -> None:
        if found.resting or not (found.claimed or found.went or found.drafts):
            return
        tell(
            self.log, "swept", sweep=found.sweep, claimed=found.claimed, laid_out=len(found.laid_out),
            drafts=len(found.drafts), sent=found.many("sent"), not_sent=len(found.went) - found.many("sent"),
        )  # fmt: skip


def _cared_for(desk: Desk, tx: Tx) -> bool:
    """Whether a worker is at the night's care just now, or has done it well today."""
    today, now = desk.today.isoformat(), desk.now()
    return any(
        sweeping.alive(line, now, tx.kind) if line.ended is None else line.day == today and line.trouble is None
        for line in tx.all(reads.SWEEPS, how=NIGHT, limit=20)
    )
