"""The days of a letter, to be put into a calendar: one all-day event for each thing that has a day."""

from datetime import datetime, time

from states.days import said_long
from states.zone import LONDON
from workflow.calendar_out.days import CalendarDay, uid
from workflow.calendar_out.ics import written
from workflow.letters.digest import Digest, Owed
from workflow.letters.told import line

_SAID = {
    "coming": "wanted for scrutiny",
    "late": "wanted for scrutiny",
    "escalation": "wanted for scrutiny",
    "window": "call-in window closes",
    "in_force": "decision in force",
}


def dates(digest: Digest) -> bytes | None:
    """The days of a digest as an iCalendar file; None where nothing in it has a day.

    The events are those of `matters calendar`, by the same UIDs, so that who has both has each once.
    """
    stamp = digest.at or datetime.combine(digest.day, time.min, LONDON)
    found = [_event(each, digest, stamp) for each in digest.owed]
    events = [event for event in found if event is not None]
    return written(events) if events else None


def _event(owed: Owed, digest: Digest, stamp: datetime) -> CalendarDay | None:
    in_force = owed.section == "in_force"
    day = owed.in_force if in_force else owed.day
    if day is None:
        return None
    kind = "in-force" if in_force else "follow-up"
    title = None if owed.exempt else line(owed.title, 120)
    return CalendarDay(
        uid=uid(kind, f"{owed.report}-{owed.number}", digest.calendar),
        summary=f"{owed.report}: {_SAID.get(owed.section, 'to ask about')}{f' – {title}' if title else ''}",
        kind="in_force" if in_force else "window" if owed.section == "window" else "due",
        first=day,
        last=day,
        changed=stamp,
        sequence=owed.sequence,
        description=None if owed.exempt else f"{said_long(day)}. Ask {digest.reply_to[0] or digest.reply_to[1]}.",
    )
