"""The journal: the append-only history that every other table is a projection of, and the words taken out of it."""

from sqlalchemy import CheckConstraint, Index, text

from db import columns as c
from states.words import Move, State

DIGEST_LENGTH = 64
"""Digests and hashes are SHA-256 in hexadecimal."""

MEETS_LATER = "move IN ('hear_again', 'defer', 'refer_to_council', 'reopen')"
"""The moves that may name a meeting which no agenda has."""

_LATER = text(MEETS_LATER)


class JournalRow(c.Row, table=True):
    """One entry. `digest` seals the body, `hash` seals everything else and the entry before."""

    __tablename__ = "journal"
    __table_args__ = (
        c.instant("journal", "at"),
        c.words("journal", "move", Move),
        c.words("journal", "from_state", State),
        c.words("journal", "to_state", State),
        CheckConstraint("entry > 0", name="journal_entry_positive"),
        CheckConstraint("who <> '' AND record <> '' AND act <> ''", name="journal_said"),
        CheckConstraint(
            f"length(digest) = {DIGEST_LENGTH} AND length(prev) = {DIGEST_LENGTH} AND length(hash) = {DIGEST_LENGTH}",
            name="journal_seals",
        ),
        CheckConstraint("on_first IS NULL OR on_last IS NULL OR on_first <= on_last", name="journal_on_order"),
        Index("journal_of_record", "record", "entry"),
        Index("journal_meets_later", "move", "record", sqlite_where=_LATER, postgresql_where=_LATER),
        Index(
            "journal_records_on",
            "on_last",
            sqlite_where=text("act = 'record' AND on_last IS NOT NULL"),
            postgresql_where=text("act = 'record' AND on_last IS NOT NULL"),
        ),
        {"sqlite_autoincrement": True},
    )

    entry: int = c.entry_number(primary_key=True, sa_column_kwargs={"autoincrement": "ignore_fk"})
    at: str = c.text()
    who: str = c.text()
    record: str = c.text()
    act: str = c.text()
    move: str | None = c.maybe_text()
    from_state: str | None = c.maybe_text()
    to_state: str | None = c.maybe_text()
    on_first: str | None = c.maybe_day()
    on_last: str | None = c.maybe_day()
    body: str = c.text(sa_column_kwargs={"info": {"json": True}})
    salt: str = c.text()
    digest: str = c.text()
    prev: str = c.text()
    hash: str = c.text()


class Redaction(c.Row, table=True):
    """Words taken out of entry `redacted` by entry `entry`; `digest` seals the body that stands there now."""

    __tablename__ = "redaction"
    __table_args__ = (
        CheckConstraint(f"length(digest) = {DIGEST_LENGTH}", name="redaction_seal"),
        CheckConstraint("entry > redacted", name="redaction_later"),
        Index("redaction_of", "redacted", "entry"),
    )

    entry: int = c.entry_number(
        primary_key=True, foreign_key="journal.entry", sa_column_kwargs={"autoincrement": False}
    )
    redacted: int = c.entry_number(foreign_key="journal.entry")
    digest: str = c.text()
