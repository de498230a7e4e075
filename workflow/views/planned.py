"""A plan back from a Cabinet meeting, with the rules of the council and the scrutiny meetings that are arranged."""

from datetime import date

from db import queries_records
from db.replay import rule_book
from states.words import MeetingStatus
from workflow.plan import Step, plan
from workflow.views.look import Look


def planned(
    look: Look, cabinet: date, *, key: bool | None = None, private: bool = False, body: str | None = None
) -> list[Step]:
    """Every step towards Cabinet on a day, earliest last day first, as counted on the day looked at."""
    days = []
    if body:
        found = look.tx.all(queries_records.MEETINGS, body=body, from_day=look.day, to_day=cabinet)
        days = [date.fromisoformat(m.day) for m in found if m.day and m.status == MeetingStatus.SCHEDULED]
    return plan(cabinet, look.day, rule_book(look.tx), key=key, private=private, scrutiny=days)


def cabinets(look: Look) -> list[date]:
    """The days of the executive's meetings to come, the next first."""
    found = look.tx.all(queries_records.MEETINGS, from_day=look.day, status=MeetingStatus.SCHEDULED.value, limit=500)
    return [date.fromisoformat(m.day) for m in found if m.day and m.kind == "executive"]
