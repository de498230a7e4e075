"""In the demonstration something is due whatever day it is built on, and its people can be written to."""

from contextlib import contextmanager
from datetime import UTC, date, datetime, time

import pytest

from db.store import open_store
from db.verify import verify
from workflow import demo
from workflow.desk import Desk
from workflow.letters.digest import Told
from workflow.reminders.enabling import enable
from workflow.reminders.sweeps import sweep
from workflow.settings_mail import MailSettings
from workflow.settings_reminders import ReminderSettings
from workflow.settings_sending import Sending

SETTINGS = Sending(
    reminders=ReminderSettings(mode="send"),
    mail=MailSettings(sender="scrutiny@example.gov.uk", allow_domains=("example.gov.uk",)),
)


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 11, 22),  # a Sunday
        date(2026, 12, 25),
        date(2027, 3, 28),  # the clocks go forward
        date(2028, 2, 29),
    ],
)
def test_a_first_sweep_mails_and_a_second_does_not(day):
    letters = []

    @contextmanager
    def carrier():
        def carry(letter):
            letters.append(letter)
            return Told(outcome="sent", said="250 OK")

        yield carry

    with open_store("sqlite://") as store:
        desk = Desk(store, "ann", lambda: datetime.combine(day, time(12), UTC))
        demo.build(desk)
        assert sweep(desk, SETTINGS, carrier=carrier).went == (), "nobody has enabled anything"
        enable(desk)
        first = sweep(desk, SETTINGS, carrier=carrier)
        assert first.many("sent") == len(first.went) == len(letters) >= 3
        assert sweep(desk, SETTINGS, carrier=carrier).went == ()
        with desk.reading() as tx:
            officers = {row["email"] for row in tx.find("person", kind="officer")}
        assert {letter.to[1] for letter in letters} <= officers
        assert len({letter.to[1] for letter in letters}) == len(letters), "one letter a person"
        assert verify(store).good
