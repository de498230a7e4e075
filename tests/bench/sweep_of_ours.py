"""One sweep of ours in a process of its own, for the bench: what time it took, and what memory.

sweep_of_ours.py DATABASE ours DAY
"""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from sweep_by_hand import memory

WARM = "sweep-small.db"
"""A small database beside it, on which everything is loaded before the clock runs."""


def ours(place: str, day: date) -> dict[str, float]:
    """One sweep of ours, its letters left unwritten; and another, with nothing to do."""
    from db.store import open_store
    from workflow.desk import Desk
    from workflow.letters.digest import Letter, Told
    from workflow.reminders import sending, sweeps
    from workflow.settings_mail import MailSettings
    from workflow.settings_reminders import ReminderSettings
    from workflow.settings_sending import Sending

    settings = Sending(
        reminders=ReminderSettings(mode="send"),
        mail=MailSettings(sender="scrutiny@example.gov.uk", allow_domains=("example.gov.uk",)),
    )
    sending.letter_of = lambda tx, composer, message, *rest: Letter(  # type: ignore[assignment]
        message_id=message.message_id, sender=("", ""), to=(message.name, message.email or ""), subject="", text="",
        html="",
    )  # fmt: skip

    @contextmanager
    def carrier() -> Iterator[sending.Carry]:
        yield lambda letter: Told(outcome="sent", said="250 OK")

    now = datetime(day.year, day.month, day.day, 7, tzinfo=UTC)
    sweeps.letter_of = sending.letter_of  # type: ignore[attr-defined]
    with open_store(str(Path(place).with_name(WARM)), create=False) as small:  # all is loaded before the clock runs
        sweeps.rehearse(Desk(small, "worker", lambda: now), settings, scheduled=True)
    with open_store(place, create=False) as store:
        desk = Desk(store, "worker", lambda: now)
        at_first = memory()
        began, cpu = time.perf_counter(), time.process_time()
        done = sweeps.sweep(desk, settings, carrier=carrier, scheduled=True)
        took = {"took": time.perf_counter() - began, "cpu": time.process_time() - cpu}
        grown = memory() - at_first
        began = time.perf_counter()
        sweeps.sweep(desk, settings, carrier=carrier, scheduled=True)
        again = time.perf_counter() - began
    return took | {"claimed": done.claimed, "again": again, "sent": done.many("sent"), "grown": grown}


if __name__ == "__main__":
    print(json.dumps(ours(sys.argv[1], date.fromisoformat(sys.argv[3])) | {"memory": memory()}))
