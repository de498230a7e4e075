"""The further parts of a report's case, a table for each: rows anyone can query, written by `db.projection` alone."""

from sqlalchemy import Index, text

from db import columns as c
from db.tables_report import FLAT
from states.facts import MakerKind, Reconsidered, Released, Ruling
from states.words import BodyKind, MeetingStatus, State


class Consultation(c.Row, table=True):
    """A consultation of a report."""

    __tablename__ = "consultation"
    __table_args__ = (FLAT,)

    report: int = c.number(primary_key=True, foreign_key="report.ref")
    number: int = c.number(primary_key=True)
    entry: int = c.entry_number()
    opens: str | None = c.maybe_day()
    closes: str | None = c.maybe_day()
    outcome: str | None = c.maybe_text()
    over: bool = c.flag()


class AgendaItem(c.Row, table=True):
    """A report on a meeting's agenda. `meeting` is empty for a meeting known by its words only."""

    __tablename__ = "agenda_item"
    __table_args__ = (
        c.words("agenda_item", "meeting_status", MeetingStatus),
        c.words("agenda_item", "meeting_body_kind", BodyKind),
        Index("agenda_item_of_meeting", "meeting", "report"),
        Index("agenda_item_of_minute", "minute"),
        FLAT,
    )

    report: int = c.number(primary_key=True, foreign_key="report.ref")
    number: int = c.number(primary_key=True)
    entry: int = c.entry_number()
    meeting: int | None = c.maybe_number()
    meeting_body: str | None = c.maybe_text()
    meeting_body_kind: str | None = c.maybe_text()
    meeting_status: str | None = c.maybe_text()
    on_first: str | None = c.maybe_day()
    on_last: str | None = c.maybe_day()
    item_number: str | None = c.maybe_text()
    minute: str | None = c.maybe_text()
    to_follow: bool = c.flag()
    agenda_published_on: str | None = c.maybe_day()
    outcome: str | None = c.maybe_text()


class Decision(c.Row, table=True):
    """A decision on a report."""

    __tablename__ = "decision"
    __table_args__ = (c.words("decision", "maker_kind", MakerKind), FLAT)

    report: int = c.number(primary_key=True, foreign_key="report.ref")
    number: int = c.number(primary_key=True)
    entry: int = c.entry_number()
    on_first: str | None = c.maybe_day()
    on_last: str | None = c.maybe_day()
    maker: str = c.text()
    maker_kind: str = c.text()
    decided: str = c.text()
    key: bool | None = c.maybe_flag()
    callable: bool | None = c.maybe_flag()
    why_not_callable: str | None = c.maybe_text()
    waived_by: str | None = c.maybe_text()
    published_on: str | None = c.maybe_day()
    in_force_on: str | None = c.maybe_day()
    final: bool = c.flag()


class CallIn(c.Row, table=True):
    """A call-in of the decision that entry `decision` made; kept also when it was ruled invalid."""

    __tablename__ = "call_in"
    __table_args__ = (
        c.words("call_in", "ruled", Ruling),
        c.words("call_in", "reconsidered", Reconsidered),
        c.words("call_in", "outcome", Released),
        FLAT,
    )

    report: int = c.number(primary_key=True, foreign_key="report.ref")
    number: int = c.number(primary_key=True)
    entry: int = c.entry_number()
    decision: int = c.entry_number()
    received_on: str | None = c.maybe_day()
    callers: str = c.json_text("[]")
    groups: int | None = c.maybe_number()
    grounds: str = c.json_text("[]")
    ruled: str | None = c.maybe_text()
    ruled_by: str | None = c.maybe_text()
    ruled_on: str | None = c.maybe_day()
    referred_back_by: str | None = c.maybe_text()
    asked: str | None = c.maybe_text()
    to_council: bool = c.flag()
    to_council_first: str | None = c.maybe_day()
    to_council_last: str | None = c.maybe_day()
    reconsidered: str | None = c.maybe_text()
    released_by: str | None = c.maybe_text()
    outcome: str | None = c.maybe_text()
    comments: str | None = c.maybe_text()


class Gap(c.Row, table=True):
    """Something not known about a report; `entry:name` is the key it is settled by."""

    __tablename__ = "gap"
    __table_args__ = (
        Index("gap_open", "report", sqlite_where=text("settled IS NULL"), postgresql_where=text("settled IS NULL")),
        FLAT,
    )

    report: int = c.number(primary_key=True, foreign_key="report.ref")
    number: int = c.number(primary_key=True)
    entry: int = c.entry_number()
    name: str = c.text()
    says: str = c.text()
    settled: str | None = c.maybe_text()


class Irregularity(c.Row, table=True):
    """Something that should not have happened so, with its reason where one was given."""

    __tablename__ = "irregularity"
    __table_args__ = (
        Index(
            "irregularity_open",
            "report",
            sqlite_where=text("settled IS NULL"),
            postgresql_where=text("settled IS NULL"),
        ),
        FLAT,
    )

    report: int = c.number(primary_key=True, foreign_key="report.ref")
    number: int = c.number(primary_key=True)
    entry: int = c.entry_number()
    name: str = c.text()
    says: str = c.text()
    why: str | None = c.maybe_text()
    settled: str | None = c.maybe_text()


class Link(c.Row, table=True):
    """An earlier minute that a report is further to; `earlier` once it is known which report that was."""

    __tablename__ = "link"
    __table_args__ = (Index("link_of_minute", "minute", "body"), Index("link_to", "earlier"), FLAT)

    report: int = c.number(primary_key=True, foreign_key="report.ref")
    number: int = c.number(primary_key=True)
    minute: str | None = c.maybe_text()
    body: str | None = c.maybe_text()
    earlier: int | None = c.maybe_number()
    quote: str | None = c.maybe_text()
    path: str | None = c.maybe_text()


class Source(c.Row, table=True):
    """Words of a paper that entry `entry` rests on; `about` says what they prove."""

    __tablename__ = "source"
    __table_args__ = (Index("source_of_paper", "sha256", "report"), FLAT)

    report: int = c.number(primary_key=True, foreign_key="report.ref")
    number: int = c.number(primary_key=True)
    entry: int = c.entry_number()
    path: str = c.text()
    quote: str = c.text()
    about: str = c.text()
    sha256: str = c.text()


class Reached(c.Row, table=True):
    """A state a report reached: by which entry's move, and when."""

    __tablename__ = "reached"
    __table_args__ = (c.words("reached", "state", State), FLAT)

    report: int = c.number(primary_key=True, foreign_key="report.ref")
    number: int = c.number(primary_key=True)
    entry: int = c.entry_number()
    move: str = c.text()
    state: str = c.text()
    on_first: str | None = c.maybe_day()
    on_last: str | None = c.maybe_day()
    took_place: str = c.day()
