"""A report, what is owed for it and what it recommends: rows anyone can query, written by `db.projection` alone."""

from sqlalchemy import CheckConstraint, Index, text

from db import columns as c
from states.words import Clock, Ended, Implementation, Response, SignOff, State

FLAT = {"sqlite_with_rowid": False}
"""On SQLite, a table kept in the order of its own key: one tree instead of two."""


class Report(c.Row, table=True):
    """A report as it stands. `folded` is its whole case as canonical JSON, so that the next move needs one read.

    `state` is empty when the move that drafted it was struck; `entry` is the last entry of the journal about it;
    `next_due` the earliest day that something is owed by; `last_on` the day of its latest event.
    """

    __tablename__ = "report"
    __table_args__ = (
        c.words("report", "state", State),
        c.instant("report", "at"),
        CheckConstraint("ref > 0 AND version > 0 AND entry > 0", name="report_positive"),
        Index("report_in_state", "state", "ref"),
        Index("report_of_body", "body", "ref"),
        Index("report_last_on", "last_on", "ref"),
        Index("report_next_due", "next_due", "ref"),
        Index("report_of_officer", "lead_officer", "ref"),
        Index("report_of_portfolio", "portfolio", "ref"),
        Index("report_title", text("lower(substr(title, 1, 100))"), "ref"),
        Index(
            "report_reference",
            "reference",
            sqlite_where=text("reference IS NOT NULL"),
            postgresql_where=text("reference IS NOT NULL"),
        ),
    )

    ref: int = c.number(primary_key=True, sa_column_kwargs={"autoincrement": False})
    version: int = c.number()
    entry: int = c.entry_number()
    at: str = c.text()
    state: str | None = c.maybe_text()
    title: str = c.text()
    body: str | None = c.maybe_text()
    body_ref: int | None = c.maybe_number()
    reference: str | None = c.maybe_text()
    topic: str | None = c.maybe_text()
    lead_officer: str | None = c.maybe_text()
    portfolio: str | None = c.maybe_text()
    key: bool | None = c.maybe_flag()
    exempt: bool = c.flag()
    consultation_required: bool | None = c.maybe_flag()
    origin: str | None = c.maybe_text()
    referring_member: str | None = c.maybe_text()
    next_due: str | None = c.maybe_day()
    first_on: str | None = c.maybe_day()
    last_on: str | None = c.maybe_day()
    exact: bool = c.flag(default=True)
    folded: str = c.text(sa_column_kwargs={"info": {"json": True}})


class FollowUp(c.Row, table=True):
    """Something owed.

    `owed_by` is the day that counts while it is owed, and `statute_by` the rule's own day where that is another one;
    both are empty otherwise.
    Paused until a day, it is owed by the end of the pause at the earliest; paused without one, it has no day.
    Windows are never owed: they close on `due`.
    """

    __tablename__ = "follow_up"
    __table_args__ = (
        c.words("follow_up", "clock", Clock),
        c.words("follow_up", "ended", Ended),
        CheckConstraint("owed_by IS NULL OR ended IS NULL", name="follow_up_owed_is_open"),
        Index(
            "follow_up_owed",
            *("owed_by", "report", "number", "clock", "body", "owner", "due", "agreed", "recommendation", "note"),
            sqlite_where=text("owed_by IS NOT NULL"),
        ).ddl_if(dialect="sqlite"),
        Index(
            "follow_up_owed",
            *("owed_by", "report", "number"),
            postgresql_where=text("owed_by IS NOT NULL"),
        ).ddl_if(dialect="postgresql"),
        Index(
            "follow_up_statute",
            "statute_by",
            sqlite_where=text("statute_by IS NOT NULL"),
            postgresql_where=text("statute_by IS NOT NULL"),
        ),
        Index(
            "follow_up_windows",
            "due",
            sqlite_where=text("clock = 'call_in_window' AND ended IS NULL"),
            postgresql_where=text("clock = 'call_in_window' AND ended IS NULL"),
        ),
        Index(
            "follow_up_waiting",
            "report",
            "number",
            sqlite_where=text("ended IS NULL AND owed_by IS NULL"),
            postgresql_where=text("ended IS NULL AND owed_by IS NULL"),
        ),
        Index(
            "follow_up_undated",
            "report",
            "number",
            sqlite_where=text("ended IS NULL AND due IS NULL AND agreed IS NULL"),
            postgresql_where=text("ended IS NULL AND due IS NULL AND agreed IS NULL"),
        ),
        Index(
            "follow_up_chase",
            "chase_on",
            "opened_on",
            sqlite_where=text("ended IS NULL AND due IS NULL AND agreed IS NULL"),
            postgresql_where=text("ended IS NULL AND due IS NULL AND agreed IS NULL"),
        ),
        FLAT,
    )

    report: int = c.number(primary_key=True, foreign_key="report.ref")
    number: int = c.number(primary_key=True)
    key: str = c.text()
    clock: str = c.text()
    entry: int = c.entry_number()
    opened_on: str = c.day()
    start: str | None = c.maybe_day()
    due: str | None = c.maybe_day()
    agreed: str | None = c.maybe_day()
    owed_by: str | None = c.maybe_day()
    statute_by: str | None = c.maybe_day()
    in_force: str | None = c.maybe_day()
    note: str | None = c.maybe_text()
    body: str | None = c.maybe_text()
    owner: str | None = c.maybe_text()
    recommendation: int | None = c.maybe_number()
    condition: str | None = c.maybe_text()
    quote: str | None = c.maybe_text()
    chase_on: str | None = c.maybe_day()
    quiet: bool = c.flag()
    suspended: bool = c.flag()
    paused: bool = c.flag()
    paused_until: str | None = c.maybe_day()
    snoozed_until: str | None = c.maybe_day()
    changes: str = c.json_text("[]")
    ended: str | None = c.maybe_text()
    ended_on: str | None = c.maybe_day()
    ended_entry: int | None = c.maybe_number()
    ended_why: str | None = c.maybe_text()


class Recommendation(c.Row, table=True):
    """One recommendation of a report with its three axes; `words` is the text that stands."""

    __tablename__ = "recommendation"
    __table_args__ = (
        c.words("recommendation", "response", Response),
        c.words("recommendation", "implementation", Implementation),
        c.words("recommendation", "sign_off", SignOff),
        FLAT,
    )

    report: int = c.number(primary_key=True, foreign_key="report.ref")
    number: int = c.number(primary_key=True)
    entry: int = c.entry_number()
    text: str = c.text()
    text_agreed: str | None = c.maybe_text()
    words: str = c.text()
    from_body: str = c.text()
    to_body: str = c.text()
    on_first: str | None = c.maybe_day()
    on_last: str | None = c.maybe_day()
    received_on: str | None = c.maybe_day()
    notice_given_on: str | None = c.maybe_day()
    response: str = c.text()
    responded_on: str | None = c.maybe_day()
    answers: str = c.json_text("[]")
    implementation: str = c.text()
    sign_off: str = c.text()
    signed_on: str | None = c.maybe_day()
    sign_minute: str | None = c.maybe_text()
    proposal: bool = c.flag()
