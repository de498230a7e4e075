"""All our tables in one place: a table for every word of the glossary that is a thing."""

from typing import Any

from sqlalchemy import MetaData, Table

from db import tables_parts as parts
from db import tables_records as records
from db import tables_reminders as reminders
from db import tables_report as reports
from db.columns import Row, hold_to_form
from db.tables_journal import JournalRow, Redaction


def _table(model: Any) -> Table:
    return Row.metadata.tables[str(model.__tablename__)]


JOURNAL = _table(JournalRow)
REDACTION = _table(Redaction)
REPORT = _table(reports.Report)

CHILDREN: tuple[Table, ...] = tuple(
    _table(model)
    for model in (
        reports.Recommendation,
        parts.Consultation,
        parts.AgendaItem,
        parts.Decision,
        parts.CallIn,
        reports.FollowUp,
        parts.Gap,
        parts.Irregularity,
        parts.Link,
        parts.Source,
        parts.Reached,
    )
)
"""The tables projected from a report's case, beside the report's own row."""

RECORDS: dict[str, Table] = {
    letter: _table(model)
    for letter, model in {
        "B": records.Body,
        "N": records.BodyName,
        "M": records.Meeting,
        "P": records.Person,
        "Q": records.Post,
        "H": records.Tenure,
        "T": records.Topic,
        "D": records.Document,
        "F": records.Finding,
        "S": records.Suggestion,
        "W": records.Warning,
        "C": records.Rules,
        "E": reminders.Sending,
        "Z": reminders.Snooze,
        "L": reminders.Message,
    }.items()
}
"""The tables of records, by the letter of their keys: `M2` is the second meeting. A report's letter is R."""

REMINDER = _table(reminders.Reminder)
"""The reminders, which are what the messages' items say."""

SWEEP = _table(reminders.Sweep)
"""The sweeps, which are no part of the record."""

LETTERS: dict[str, str] = {table.name: letter for letter, table in RECORDS.items()} | {"report": "R"}
"""The letter of each table's keys, by the table's name."""

ALL: tuple[Table, ...] = (JOURNAL, REDACTION, *RECORDS.values(), REPORT, *CHILDREN, REMINDER, SWEEP)
"""Every table of ours, in an order in which they can be filled."""

METADATA: MetaData = Row.metadata

for _each in ALL:
    hold_to_form(_each)
