"""Every record that is not a report: each entry about one carries all its values, and the row is the latest of them."""

from typing import Any

from sqlalchemy import CheckConstraint, Index

from db import columns as c
from db.words import FINDING_KINDS as FINDING_KINDS
from db.words import MINUTES as MINUTES
from db.words import PERSON_KINDS as PERSON_KINDS
from db.words import ROLES as ROLES
from db.words import SUGGESTION_ANSWERS as SUGGESTION_ANSWERS
from db.words import TOPIC_STATUSES as TOPIC_STATUSES
from states.words import BodyKind, MeetingStatus


class _Record(c.Row):
    """What every record has: its number, how often it was changed, and the last entry of the journal about it."""

    ref: int = c.number(primary_key=True, sa_column_kwargs={"autoincrement": False})
    version: int = c.number()
    entry: int = c.entry_number(foreign_key="journal.entry")


class Body(_Record, table=True):
    """A body that meets, decides or answers; `name` is its name now, `body_name` holds its names over time.

    `gone`: the import of the only paper that named it was taken back.
    """

    __tablename__ = "body"
    __table_args__: Any = (
        c.words("body", "kind", BodyKind),
        CheckConstraint("name <> ''", name="body_named"),
        Index("body_by_name", "name"),
    )

    name: str = c.text()
    kind: str | None = c.maybe_text()
    scrutiny: bool = c.flag()
    health: bool = c.flag()
    succeeded_by: int | None = c.maybe_number()
    note: str | None = c.maybe_text()
    gone: bool = c.flag()


class BodyName(_Record, table=True):
    """A name of a body, from one day to another (empty: not known, or still)."""

    __tablename__ = "body_name"
    __table_args__: Any = (
        CheckConstraint("from_day IS NULL OR to_day IS NULL OR from_day <= to_day", name="body_name_order"),
        Index("body_name_of", "body"),
        Index("body_name_by_name", "name"),
    )

    body: int = c.number(foreign_key="body.ref")
    name: str = c.text()
    from_day: str | None = c.maybe_day()
    to_day: str | None = c.maybe_day()


class Meeting(_Record, table=True):
    """A meeting of a body. `day` to `day_last` is when it is or was; equal when the day is known.

    `gone`: the import of the only paper that told of it was taken back.
    """

    __tablename__ = "meeting"
    __table_args__: Any = (
        c.words("meeting", "status", MeetingStatus),
        c.words("meeting", "minutes", MINUTES),
        CheckConstraint("day IS NULL OR day_last IS NULL OR day <= day_last", name="meeting_order"),
        Index("meeting_of_body", "body", "day"),
        Index("meeting_on", "day"),
    )

    body: int | None = c.maybe_number(foreign_key="body.ref")
    day: str | None = c.maybe_day()
    day_last: str | None = c.maybe_day()
    time: str | None = c.maybe_text()
    venue: str | None = c.maybe_text()
    status: str | None = c.maybe_text()
    moved_from: str | None = c.maybe_day()
    minutes: str = c.text(default="none", sa_column_kwargs={"server_default": "none"})
    reference: str | None = c.maybe_text()
    note: str | None = c.maybe_text()
    gone: bool = c.flag()


class Person(_Record, table=True):
    """A person. An address read from a paper is not mailed until somebody confirms it."""

    __tablename__ = "person"
    __table_args__: Any = (c.words("person", "kind", PERSON_KINDS), Index("person_by_name", "name"))

    name: str = c.text()
    kind: str = c.text(default="unknown", sa_column_kwargs={"server_default": "unknown"})
    email: str | None = c.maybe_text()
    email_confirmed: bool = c.flag()
    note: str | None = c.maybe_text()


class Post(_Record, table=True):
    """A post, which owes follow-ups whoever holds it."""

    __tablename__ = "post"
    __table_args__: Any = (c.words("post", "role", ROLES), Index("post_by_title", "title"))

    title: str = c.text()
    role: str = c.text(default="other", sa_column_kwargs={"server_default": "other"})
    body: int | None = c.maybe_number(foreign_key="body.ref")
    note: str | None = c.maybe_text()


class Tenure(_Record, table=True):
    """Who held a post, from one day to another (empty: not known, or still)."""

    __tablename__ = "tenure"
    __table_args__: Any = (
        CheckConstraint("from_day IS NULL OR to_day IS NULL OR from_day <= to_day", name="tenure_order"),
        Index("tenure_of_post", "post"),
        Index("tenure_of_person", "person"),
    )

    post: int = c.number(foreign_key="post.ref")
    person: int = c.number(foreign_key="person.ref")
    from_day: str | None = c.maybe_day()
    to_day: str | None = c.maybe_day()
    deputy: bool = c.flag()


class Topic(_Record, table=True):
    """Something on a work programme before there is a report; `report` once it has grown into one."""

    __tablename__ = "topic"
    __table_args__: Any = (c.words("topic", "status", TOPIC_STATUSES), Index("topic_of_body", "body"))

    title: str = c.text()
    body: int | None = c.maybe_number(foreign_key="body.ref")
    note: str | None = c.maybe_text()
    report: int | None = c.maybe_number()
    status: str = c.text(default="open", sa_column_kwargs={"server_default": "open"})


class Document(_Record, table=True):
    """A paper that was read. `reading` is what was read in it, `sha256` says that it was this paper.

    `gone`: why its import was taken back; it can be read again.
    """

    __tablename__ = "document"
    __table_args__: Any = (
        CheckConstraint("length(sha256) = 64", name="document_seal"),
        Index("document_by_sha256", "sha256", unique=True),
    )

    path: str = c.text()
    sha256: str = c.text()
    kind: str = c.text()
    council: str | None = c.maybe_text()
    body: str | None = c.maybe_text()
    day: str | None = c.maybe_day()
    reading: str = c.json_text()
    gone: str | None = c.maybe_text()


class Finding(_Record, table=True):
    """What a paper says of one report (item `place` of its reading) or of one meeting, and which that is here.

    The rest is what it is found again by: title and body evened, the decision's reference, the minute with its year.
    `gone`: why it counts no more, although the paper is read.
    """

    __tablename__ = "finding"
    __table_args__: Any = (
        c.words("finding", "kind", FINDING_KINDS),
        Index("finding_of", "document", "kind", "place", unique=True),
        Index("finding_of_report", "report"),
        Index("finding_of_meeting", "meeting"),
        Index("finding_by_title", "title"),
        Index("finding_by_reference", "reference"),
        Index("finding_by_minute", "minute", "body"),
        Index("finding_by_body", "body", "day"),
    )

    document: int = c.number(foreign_key="document.ref")
    kind: str = c.text()
    place: int = c.number()
    report: int | None = c.maybe_number()
    meeting: int | None = c.maybe_number()
    title: str | None = c.maybe_text()
    reference: str | None = c.maybe_text()
    body: str | None = c.maybe_text()
    day: str | None = c.maybe_day()
    minute: str | None = c.maybe_text()
    gone: str | None = c.maybe_text()


class Suggestion(_Record, table=True):
    """Something a paper's words suggest but do not prove; made only when a person says yes."""

    __tablename__ = "suggestion"
    __table_args__: Any = (
        c.words("suggestion", "answer", SUGGESTION_ANSWERS),
        Index("suggestion_of", "document"),
        Index("suggestion_about", "report", "kind"),
    )

    document: int | None = c.maybe_number(foreign_key="document.ref")
    report: int | None = c.maybe_number()
    kind: str = c.text()
    words: str = c.text()
    quote: str | None = c.maybe_text()
    other: str = c.json_text()
    answer: str | None = c.maybe_text()
    answered_by: str | None = c.maybe_text()
    answered_on: str | None = c.maybe_day()


class Warning(_Record, table=True):
    """A doubt about papers' words, by its code; `settled` says what was made of it.

    Where papers contradict one another, `fact` names what they differ on, `choices` holds what each says, and `taken`
    the one a person chose, counted from 1.
    """

    __tablename__ = "warning"
    __table_args__: Any = (
        Index("warning_of", "document"),
        Index("warning_about", "report"),
        Index("warning_by_code", "code", "report"),
        Index("warning_by_fact", "fact", "report"),
    )

    document: int | None = c.maybe_number(foreign_key="document.ref")
    report: int | None = c.maybe_number()
    code: str = c.text()
    message: str = c.text()
    quote: str | None = c.maybe_text()
    settled: str | None = c.maybe_text()
    fact: str | None = c.maybe_text()
    choices: str | None = c.maybe_text()
    taken: int | None = c.maybe_number()


class Rules(_Record, table=True):
    """The council's rules from a day on."""

    __tablename__ = "rules"
    __table_args__: Any = (Index("rules_from", "from_day"),)

    from_day: str = c.day()
    values: str = c.json_text()
