"""The days that go into people's calendars: meetings, what is due, windows, decisions in force.

Each has a name that stays (`uid`), the instant of the last entry about it, and how often it was changed, so that a
calendar that has it takes over what is new and drops what was cancelled or has ended. An exempt report is its
reference and its day.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from db import queries_calendar as reads
from db.rows_calendar import DueDay, ListedAt, MeetingDay
from db.tx import Tx
from states.clocks import RULES
from states.days import instant_from, said_day, said_long
from states.errors import NotFound
from states.words import WINDOWS, Clock, Ended, MeetingStatus
from workflow.calendar_out.days import CalendarDay, uid
from workflow.lookups import Lookup
from workflow.views.look import Look
from workflow.views.names import owner_named

BACK = 92
"""How many days back a calendar begins by itself: far enough to take back what was cancelled or has ended."""


def calendar(
    look: Look, first: date, last: date = date.max, *, body: str | None = None, officer: str | None = None
) -> list[CalendarDay]:
    """Everything that has a day from one to another, by day: of a body, of an officer, or all.

    An officer's are what they owe themselves or by a post they hold, what is owed by nobody yet on a report they lead,
    and the meetings such a report goes to.

    Raises:
        NotFound: there is no such body; nobody of that name owes anything, leads a report or holds a post.
    """
    named = Lookup(look.tx).body(body) if body else None
    owners = _owners(look, officer) if officer else (None,)
    sign = mark(look.tx)
    found: dict[str, CalendarDay] = {}
    days: dict[str, Any] = {"from_day": first, "to_day": last}
    listed: dict[int, list[ListedAt]] = {}
    for item in look.tx.all(reads.LISTED, body_ref=named.ref if named else None, **days):
        listed.setdefault(item.meeting, []).append(item)
    for owner in owners:
        for meeting in look.tx.all(reads.MEETINGS, body_ref=named.ref if named else None, officer=owner, **days):
            event = _meeting(meeting, listed.get(meeting.meeting, []), sign)
            found[event.uid] = event
        for due in look.tx.all(reads.DUE_DAYS, body_ref=named.ref if named else None, officer=owner, **days):
            for event in _due(due, sign):
                found[event.uid] = event
    return sorted(found.values(), key=lambda event: (event.first, event.time or "", event.uid))


def mark(tx: Tx) -> str:
    """What tells the days of this database from another's in calendars; empty while nothing is entered."""
    rows = tx.all(reads.MARK)
    return rows[0].hash[:12] if rows else ""


def _owners(look: Look, officer: str) -> tuple[str, ...]:
    """The names that somebody owes by: their own, and the posts they hold on the day."""
    held = [row.title for row in look.tx.all(reads.POSTS_OF, name=officer.strip(), day=look.day)]
    if look.tx.all(reads.LEAD_OFFICER, officer=officer, limit=1):
        held.append(officer)
    try:
        held.append(str(owner_named(look, officer)))
    except NotFound:
        if not held:
            raise
    return tuple(dict.fromkeys(held))


def _meeting(row: MeetingDay, items: list[ListedAt], sign: str) -> CalendarDay:
    first, last = date.fromisoformat(row.day), date.fromisoformat(row.day_last)
    cancelled = row.status == MeetingStatus.CANCELLED
    said = [f"{_said(row.status)}."]
    if first != last:
        said.append(f"Its day is not fixed: from {said_long(first)} to {said_long(last)}.")
    if row.moved_from:
        said.append(f"Moved from {said_long(date.fromisoformat(row.moved_from))}.")
    said += [f"R{item.report}: {_title(item.exempt, item.title, item.reference)}" for item in items]
    return CalendarDay(
        uid=uid("meeting", f"M{row.meeting}", sign), kind="meeting", meeting=f"M{row.meeting}",
        summary=f"{'Cancelled: ' if cancelled else ''}{row.body or 'Meeting'}", first=first, last=last,
        time=row.time if first == last else None, place=row.venue, description="\n".join(said),
        cancelled=cancelled, tentative=first != last or row.status == MeetingStatus.ADJOURNED,
        changed=instant_from(max([row.at, *(item.at for item in items)])), sequence=row.version,
    )  # fmt: skip


def _due(row: DueDay, sign: str) -> Iterator[CalendarDay]:
    """What is owed, on its day; a window on its last day, and the day on which its decision takes effect."""
    day = date.fromisoformat(row.agreed or row.due or "")
    window = Clock(row.clock) in WINDOWS
    ended = row.ended is not None and not (window and row.ended == Ended.LAPSED)
    ref = f"R{row.report}"
    title = None if row.exempt else row.title
    what = "due" if row.exempt else "call-in window closes" if window else _label(row.clock)
    event = CalendarDay(
        uid=uid("follow-up", f"{ref}-{row.number}", sign), kind="window" if window else "due", report=ref,
        summary=f"{_ref(row)}: {what}{f' – {title}' if title else ''}", first=day, last=day,
        description=None if row.exempt else _description(row), cancelled=ended,
        tentative=not window and row.ended is None and (row.suspended or row.paused),
        changed=instant_from(row.at), sequence=row.version,
    )  # fmt: skip
    yield event
    if window and row.in_force and not row.exempt:
        force = date.fromisoformat(row.in_force)
        yield msgspec.structs.replace(
            event, uid=uid("in-force", f"{ref}-{row.number}", sign), kind="in_force", first=force, last=force,
            summary=f"{_ref(row)}: decision in force{f' – {title}' if title else ''}",
        )  # fmt: skip


def _description(row: DueDay) -> str:
    said = []
    if row.owner:
        said.append(f"Owed by: {row.owner}.")
    if row.body:
        said.append(f"For: {row.body}.")
    if row.recommendation:
        said.append(f"Recommendation {row.recommendation}.")
    if row.agreed and row.due and row.agreed != row.due:
        said.append(f"The day first set was {said_long(date.fromisoformat(row.due))}.")
    if row.ended:
        on = f" on {said_day(date.fromisoformat(row.ended_on))}" if row.ended_on else ""
        said.append(f"{_said(row.ended)}{on}.")
    elif row.suspended:
        said.append("It waits while the decision is called in.")
    elif row.paused:
        said.append("It is paused.")
    return "\n".join(said)


def _ref(row: DueDay) -> str:
    return f"R{row.report} ({row.reference})" if row.reference else f"R{row.report}"


def _title(exempt: bool, title: str, reference: str | None) -> str:
    return (reference or "not for publication") if exempt else title


def _label(clock: str) -> str:
    rule = RULES.get(Clock(clock))
    return rule.label.lower() if rule else "promise"


def _said(word: str | None) -> str:
    return (word or "Status not known").replace("_", " ").capitalize()
