"""Meetings: added, moved, adjourned, cancelled, held, and their minutes.

What changes a meeting is entered, in the same transaction, on every report that is listed at it or waits for it, so
that the dates that rest on it move with it.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from db.tx import Tx
from states.days import On, said_day
from states.errors import BadInput, NotFound, Refused
from states.facts import Sitting
from states.words import MeetingStatus
from workflow.desk import Desk
from workflow.lookups import Lookup
from workflow.records.resting import Changed, tell
from workflow.records.words import line, reason, time_of_day

MINUTES = ("draft", "confirmed", "corrected")
"""Where minutes can stand once there are any."""

_TO_COME = (MeetingStatus.SCHEDULED, MeetingStatus.ADJOURNED)


def add(
    desk: Desk, body: int | None, on: On = On(), *, time: str | None = None, venue: str | None = None,  # noqa: B008
    reference: str | None = None, note: str | None = None, status: MeetingStatus = MeetingStatus.SCHEDULED,
    why: str | None = None, tx: Tx | None = None,
) -> int:  # fmt: skip
    """Adds a meeting of a body on a day, in a span of days, or on a day not known; its number."""
    time = time_of_day(time)
    with desk.writing(tx) as tx:
        if body is not None:
            Lookup(tx).frozen(body)
            _no_other(tx, body, on, time)
        if status is MeetingStatus.HELD and on.first and on.first > desk.today:
            raise BadInput(f"A meeting on {on} cannot have been held: that day has not come yet.")
        values = {
            "body": body, "day": on.first or on.last, "day_last": on.last, "time": time, "venue": line(venue),
            "status": status, "reference": line(reference), "note": line(note),
        }  # fmt: skip
        return tx.put("meeting", values, who=desk.who, now=desk.now(), why=line(why))


def move(
    desk: Desk, meeting: int, to: date, *, time: str | None = None, venue: str | None = None, why: str | None = None,
    on: date | None = None, expected: int | None = None, tx: Tx | None = None,
) -> Changed:  # fmt: skip
    """Moves a meeting that is to come to another day; the day it was moved from stays known."""
    with desk.writing(tx) as tx:
        row = _to_come(tx, meeting, "move")
        values: dict[str, Any] = {"day": to, "day_last": to}
        if row["day"] and row["day"] != to.isoformat():
            values["moved_from"] = row["day"]
        values |= {k: v for k, v in {"time": time_of_day(time), "venue": line(venue)}.items() if v}
        return _change(desk, tx, meeting, values, on or desk.today, why, expected)


def cancel(
    desk: Desk, meeting: int, why: str | None, *, on: date | None = None, expected: int | None = None,
    tx: Tx | None = None,
) -> Changed:  # fmt: skip
    """Cancels a meeting that is to come, with a reason. It is not taken up again: another one is added."""
    why = reason(why, f"M{meeting}: say why it is cancelled (--why).")
    with desk.writing(tx) as tx:
        _to_come(tx, meeting, "cancel")
        return _change(desk, tx, meeting, {"status": MeetingStatus.CANCELLED}, on or desk.today, why, expected)


def adjourn(
    desk: Desk, meeting: int, why: str | None, *, to: date | None = None, on: date | None = None,
    expected: int | None = None, tx: Tx | None = None,
) -> Changed:  # fmt: skip
    """Adjourns a meeting that is to come, or was begun: to a day where that is known."""
    why = reason(why, f"M{meeting}: say why it is adjourned (--why).")
    with desk.writing(tx) as tx:
        row = _to_come(tx, meeting, "adjourn")
        values: dict[str, Any] = {"status": MeetingStatus.ADJOURNED}
        if to is not None:
            values |= {"day": to, "day_last": to, "moved_from": row["day"]}
        return _change(desk, tx, meeting, values, on or desk.today, why, expected)


def hold(
    desk: Desk, meeting: int, *, day: date | None = None, why: str | None = None, expected: int | None = None,
    tx: Tx | None = None,
) -> Changed:  # fmt: skip
    """The meeting was held: on its day, or on `day` where that was not known. Not before the day has come."""
    with desk.writing(tx) as tx:
        row = _to_come(tx, meeting, "hold")
        planned = Lookup(tx).sitting_of(row).on
        held = day or planned.exact
        if held is None:
            raise Refused(f"M{meeting}", "hold", (f"Its day is not known ({planned}); say on which day it was held.",))
        if day and planned.exact and planned.exact != day:
            sentence = f"It is on {planned}, not on {said_day(day)}; move it first if it was held that day."
            raise Refused(f"M{meeting}", "hold", (sentence,))
        if held > desk.today:
            raise Refused(f"M{meeting}", "hold", (f"It is on {said_day(held)}; hold it once that day has come.",))
        values = {"status": MeetingStatus.HELD, "day": held, "day_last": held}
        return _change(desk, tx, meeting, values, held, why, expected)


def put_right(
    desk: Desk, meeting: int, why: str | None, *, day: date | None = None, status: MeetingStatus | None = None,
    expected: int | None = None, tx: Tx | None = None,
) -> Changed:  # fmt: skip
    """Corrects what was entered wrongly of a meeting: its day, or what became of it."""
    why = reason(why, f"M{meeting}: say why it is corrected (--why).")
    with desk.writing(tx) as tx:
        row = _row(tx, meeting)
        values: dict[str, Any] = {"day": day, "day_last": day} if day else {}
        if status:
            values["status"] = status
        if not values:
            raise BadInput(f"M{meeting}: say what is wrong: its day, or its status.")
        then = day or (date.fromisoformat(row["day_last"]) if row["day_last"] else None)
        if (status or row["status"]) == MeetingStatus.HELD and (then is None or then > desk.today):
            raise Refused(f"M{meeting}", "correct", ("It cannot have been held: its day has not come, or is unknown.",))
        held = then if status is MeetingStatus.HELD and row["status"] != status else None
        return _change(desk, tx, meeting, values, held, why, expected)


def minutes(
    desk: Desk, meeting: int, status: str, *, at: int | None = None, why: str | None = None, tx: Tx | None = None
) -> int:
    """Says where the minutes stand: draft; confirmed, at which later meeting; corrected, why."""
    if status not in MINUTES:
        raise BadInput(f"Minutes are {', '.join(MINUTES)}, not “{status}”.")
    with desk.writing(tx) as tx:
        row = _row(tx, meeting)
        held = Lookup(tx).sitting_of(row)
        if held.status is not MeetingStatus.HELD:
            raise Refused(f"M{meeting}", "minutes", (f"The meeting ({held}) was not held; it has no minutes.",))
        if status == "corrected":
            why = reason(why, f"M{meeting}: say what was corrected (--why).")
        values: dict[str, Any] = {"minutes": status}
        if at is not None:
            later = Lookup(tx).sitting_of(_row(tx, at))
            if at == meeting or (later.on.last and held.on.first and later.on.last < held.on.first):
                raise Refused(
                    f"M{meeting}", "minutes", (f"They cannot be {status} at M{at} ({later}), which is no later.",)
                )
            said = f"Minutes {status} at M{at} ({later})."
            values["note"] = f"{row['note']} {said}" if row["note"] else said
        return tx.put("meeting", values, ref=meeting, who=desk.who, now=desk.now(), why=line(why))


def version(tx: Tx, meeting: int) -> int:
    """The version of a meeting that somebody looks at, for `expected`."""
    return int(_row(tx, meeting)["version"])


def _row(tx: Tx, meeting: int) -> dict[str, Any]:
    row = tx.get("meeting", meeting)
    if row is None:
        raise NotFound(f"There is no meeting M{meeting}. List them with: matters meetings")
    return row


def _to_come(tx: Tx, meeting: int, verb: str) -> dict[str, Any]:
    row = _row(tx, meeting)
    if row["status"] not in _TO_COME:
        sitting = Lookup(tx).sitting_of(row)
        hint = "add another one" if row["status"] == MeetingStatus.CANCELLED else "correct it if that is wrong"
        raise Refused(f"M{meeting}", verb, (f"The meeting ({sitting}) is {row['status']}; {hint}.",))
    return row


def _no_other(tx: Tx, body: int, on: On, time: str | None) -> None:
    if on.exact is None:
        return
    for row in tx.find("meeting", body=body, day=on.exact, gone=False):
        if row["status"] != MeetingStatus.CANCELLED and row["day_last"] == row["day"] and row["time"] in (time, None):
            sitting = Lookup(tx).sitting_of(row)
            raise Refused(f"M{row['ref']}", "add", (f"It is that meeting already ({sitting}).",))


def _change(
    desk: Desk, tx: Tx, meeting: int, values: dict[str, Any], on: date | None, why: str | None, expected: int | None
) -> Changed:
    """Writes the record, and tells every report that rests on the meeting, when the meeting is another for it."""
    if on is not None and on > desk.today:
        raise Refused(f"M{meeting}", "change", (f"{said_day(on)} has not come yet; enter it on that day.",))
    sitting: Callable[[], Sitting] = lambda: Lookup(tx).sitting_of(_row(tx, meeting))  # noqa: E731
    before = sitting()
    when = On.day(on) if on else On()
    tx.put(
        "meeting", values, ref=meeting, who=desk.who, now=desk.now(), on=when, why=line(why), expected_version=expected
    )
    after = sitting()
    return tell(desk, tx, meeting, after, when) if after != before else Changed(meeting, after, ())
