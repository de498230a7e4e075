"""What goes out by itself: whether anything may, who is left alone, each message, each reminder in it, each sweep.

A message's row is the last word of the journal about it, as with every record; the reminders are what its items say.
Sweeps are no part of the record: they tell how the machine is, and nothing rests on them.
"""

from typing import Any

from sqlalchemy import CheckConstraint, Index, text

from db import columns as c
from db.tables_records import _Record
from db.tables_report import FLAT
from db.words import LEFT_OUT as LEFT_OUT
from db.words import MESSAGE_KINDS as MESSAGE_KINDS
from db.words import MESSAGE_STATUSES as MESSAGE_STATUSES

_WAITS = "status = 'laid_out' OR status = 'released' OR status = 'claimed' OR status = 'later' OR status = 'unknown'"


class Sending(_Record, table=True):
    """Whether reminders may leave by themselves. There is one; without it nothing leaves."""

    __tablename__ = "sending"

    enabled: bool = c.flag()
    since: str | None = c.maybe_day()
    note: str | None = c.maybe_text()


class Snooze(_Record, table=True):
    """A person who is left alone until a day; empty once they are reminded again."""

    __tablename__ = "snooze"
    __table_args__: Any = (Index("snooze_of", "person", unique=True),)

    person: int = c.number(foreign_key="person.ref")
    until: str | None = c.maybe_day()
    note: str | None = c.maybe_text()


class Message(_Record, table=True):
    """One message to one person: what is asked about (`items`), where it stands, and what the server said.

    `day` is its morning. `note` stands before everything else, `subject` and `words` instead of the template's own;
    once it is sent, they are the subject and the text that went.
    `sweep` is the sweep that is at it, `next_try` the instant before which it is left alone. `settled` says what a
    person made of one that was refused for good.
    """

    __tablename__ = "message"
    __table_args__: Any = (
        c.words("message", "kind", MESSAGE_KINDS),
        c.words("message", "status", MESSAGE_STATUSES),
        c.instant("message", "next_try"),
        c.instant("message", "sent_at"),
        CheckConstraint("message_id <> ''", name="message_named"),
        CheckConstraint("status <> 'sent' OR sent_at IS NOT NULL", name="message_sent"),
        Index("message_by_id", "message_id", unique=True),
        Index("message_of_person", "person", "day"),
        Index("message_waits", "day", "person", sqlite_where=text(_WAITS), postgresql_where=text(_WAITS)),
        Index(
            "message_refused",
            "day",
            sqlite_where=text("status = 'refused' AND settled IS NULL"),
            postgresql_where=text("status = 'refused' AND settled IS NULL"),
        ),
    )

    person: int = c.number(foreign_key="person.ref")
    kind: str = c.text()
    day: str = c.day()
    status: str = c.text()
    message_id: str = c.text()
    items: str = c.json_text("[]")
    note: str | None = c.maybe_text()
    subject: str | None = c.maybe_text()
    words: str | None = c.maybe_text()
    signs: int | None = c.maybe_number(foreign_key="person.ref")
    released_by: str | None = c.maybe_text()
    address: str | None = c.maybe_text()
    copies: str = c.json_text("[]")
    channel: str | None = c.maybe_text()
    tries: int = c.number()
    next_try: str | None = c.maybe_text()
    said: str | None = c.maybe_text()
    sent_at: str | None = c.maybe_text()
    settled: str | None = c.maybe_text()
    sweep: int | None = c.maybe_number()


class Reminder(c.Row, table=True):
    """A person, asked about one follow-up at one stage before or after one day: never twice, for the key is this.

    `left_out` says that it did not go out with its message, and why: an older stage passed over, a line struck, …
    """

    __tablename__ = "reminder"
    __table_args__: Any = (
        c.words("reminder", "left_out", LEFT_OUT),
        CheckConstraint("stage <> ''", name="reminder_staged"),
        Index("reminder_of_message", "message"),
        FLAT,
    )

    report: int = c.number(primary_key=True)
    number: int = c.number(primary_key=True)
    stage: str = c.text(primary_key=True)
    due: str = c.day(primary_key=True)
    person: int = c.number(primary_key=True)
    message: int = c.number(foreign_key="message.ref")
    left_out: str | None = c.maybe_text()


class Sweep(c.Row, table=True):
    """One sweep: who is at it (`worker`), when it last gave a sign (`beat`), what it did, what went wrong.

    `sending` is the message that is on its way just now; `in_hand` are those that it takes, one after the other, before
    it waits for the disk again: where the machine lost its power, any of them may have gone. `head` and `plan` say what
    was looked through: while both are the same on the same day, there is nothing new to find.
    """

    __tablename__ = "sweep"
    __table_args__: Any = (
        c.instant("sweep", "began"),
        c.instant("sweep", "beat"),
        c.instant("sweep", "ended"),
        Index("sweep_ended", "ended"),
    )

    ref: int = c.number(primary_key=True, sa_column_kwargs={"autoincrement": False})
    worker: str = c.text()
    how: str = c.text()
    day: str = c.day()
    began: str = c.text()
    beat: str = c.text()
    ended: str | None = c.maybe_text()
    sending: int | None = c.maybe_number()
    claimed: int = c.number()
    sent: int = c.number()
    failed: int = c.number()
    waiting: int = c.number()
    trouble: str | None = c.maybe_text()
    head: int = c.entry_number()
    plan: str = c.text()
    in_hand: str = c.json_text("[]")
