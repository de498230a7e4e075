"""The small forms of meetings and topics: each asks what its verb needs, and nothing else."""

from typing import TYPE_CHECKING

from states.errors import BadInput
from tui.dialogs.offering import new_body
from tui.dialogs.picker import Picker
from tui.dialogs.small import Ask, Small, Values
from tui.safe import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from workflow.desk import Desk
    from workflow.engine import Moved
    from workflow.records.resting import Changed
    from workflow.views.diary import Meets
    from workflow.views.fields import Choice

NEW = "New meeting"

_WHY = Ask("why", "Why")


def _title(verb: str, meets: "Meets") -> str:
    return f"{verb} · {meets.meeting} {meets.body or 'a body not named'}, {meets.on}"


def changed(desk: "Desk", done: "Changed") -> list[str]:
    """What became of a meeting, and the dates that move with it; of one that will not be, what waited for it."""
    from workflow.cli.outcome import shift_line
    from workflow.records.resting import waiting

    lines = [f"{done.sitting}: {done.sitting.status}.", *map(shift_line, done.dates)]
    if done.sitting.status in _NOT_HELD:
        with desk.reading() as tx:
            lines += [f"Waited for it: R{w.report} · {w.title} · {w.how}." for w in waiting(tx, done.meeting)]
    return lines


_NOT_HELD = ("cancelled", "adjourned")


def moved(desk: "Desk", done: "Moved") -> list[str]:
    """What became of a report."""
    from workflow.cli.outcome import lines

    return [f"R{done.ref} · {done.after.title}", *(line for line in lines(desk, done) if _of_note(line))]


def _of_note(line: str) -> bool:
    """Whether a line is about what happened, not about which command comes next."""
    return "matters " not in line and not line.startswith("Next:")


def new(bodies: tuple[str, ...], body: str = "") -> Small:
    """A meeting of a body."""

    def verb(desk: "Desk", values: Values) -> "Changed":
        from states.british_dates import parse_on
        from workflow.filled import body_ref
        from workflow.lookups import Lookup
        from workflow.records import meetings
        from workflow.records.resting import Changed

        if not values["body"]:
            raise BadInput("A meeting is of a body: give its name.")
        if not values["on"]:
            raise BadInput("Say when it is; a month, or “not known”, will do.")
        with desk.writing() as tx:
            ref = meetings.add(
                desk, body_ref(desk, tx, values["body"], values["kind"]), parse_on(values["on"], desk.today),
                time=values["time"], venue=values["venue"], note=values["note"], tx=tx,
            )  # fmt: skip
            return Changed(ref, Lookup(tx).sitting(f"M{ref}"), ())

    asks = [
        Ask("body", "Body", body, "Scrutiny Board (2)", known=bodies),
        Ask("on", "On", example="next thu, 3 March 2027, March 2027", day=True, span=True),
        Ask("time", "Time", example="14:00"),
        Ask("venue", "Where"),
        Ask("note", "Note"),
        new_body(),
    ]
    return Small(NEW, "", asks, verb, changed)


def move(meets: "Meets") -> Small:
    """Another day, time or place."""

    def verb(desk: "Desk", values: Values) -> "Changed":
        from workflow.records import meetings

        to = _day(desk, values["to"], "Say to which day it is moved.")
        return meetings.move(
            desk, meets.number, to, time=values["time"], venue=values["venue"], why=values["why"] or None,
            expected=meets.version,
        )  # fmt: skip

    asks = [
        Ask("to", "To", example="next thu", day=True), Ask("time", "Time", plain(meets.time), "14:00"),
        Ask("venue", "Where", plain(meets.venue)), _WHY,
    ]  # fmt: skip
    return Small(_title("Move", meets), "What rests on the meeting moves with it.", asks, verb, changed)


def cancel(meets: "Meets") -> Small:
    """It will not be; of one that is said to have been held, that it was not."""

    def verb(desk: "Desk", values: Values) -> "Changed":
        from states.words import MeetingStatus
        from workflow.records import meetings

        if held:
            why = _reason(values, "Say why it is taken back.")
            status = MeetingStatus.CANCELLED
            return meetings.put_right(desk, meets.number, why, status=status, expected=meets.version)
        return meetings.cancel(desk, meets.number, _reason(values, "Say why it is cancelled."), expected=meets.version)

    held = meets.status == "held"
    says = "It is not taken up again: another one is added. What was on its agenda wants another meeting."
    if held:
        says = "It stands here as held: take it back if it was not, or nobody needs it. What was entered at it stays."
    return Small(_title("Take back" if held else "Cancel", meets), says, [_WHY], verb, changed)


def adjourn(meets: "Meets") -> Small:
    """To another day, or until further notice."""

    def verb(desk: "Desk", values: Values) -> "Changed":
        from workflow.records import meetings

        to = _day(desk, values["to"], "") if values["to"] else None
        why = _reason(values, "Say why it is adjourned.")
        return meetings.adjourn(desk, meets.number, why, to=to, expected=meets.version)

    asks = [_WHY, Ask("to", "To", empty="until further notice", day=True)]
    return Small(_title("Adjourn", meets), "", asks, verb, changed)


def hold(meets: "Meets") -> Small:
    """It was held, on its day."""

    def verb(desk: "Desk", values: Values) -> "Changed":
        from workflow.records import meetings

        day = _day(desk, values["day"], "") if values.get("day") else None
        return meetings.hold(desk, meets.number, day=day, expected=meets.version)

    asks = [] if meets.on.exact else [Ask("day", "Held on", example="3 March 2027", day=True)]
    return Small(_title("Held", meets), "The meeting was held. Its round can begin.", asks, verb, changed)


def minutes(meets: "Meets") -> Small:
    """Where the minutes stand."""

    def verb(desk: "Desk", values: Values) -> "Changed":
        from workflow.lookups import Lookup, numbered
        from workflow.records import meetings
        from workflow.records.resting import Changed

        at = numbered(values["at"], "M") if values["at"] else None
        if values["at"] and at is None:
            raise BadInput(f"“{values['at']}” is no meeting; write M4.")
        with desk.writing() as tx:
            meetings.minutes(desk, meets.number, values["status"], at=at, why=values["why"] or None, tx=tx)
            return Changed(meets.number, Lookup(tx).sitting(meets.meeting), ())

    asks = [
        Ask("status", "Minutes are", meets.minutes,
            choices=(("draft", "draft"), ("confirmed", "confirmed"), ("corrected", "corrected"))),
        Ask("at", "At meeting", example="M4, the meeting that confirmed them"),
        Ask("why", "What was corrected"),
    ]  # fmt: skip
    return Small(_title("Minutes", meets), "", asks, verb)


def shift(meets: "Meets", report: str, title: str, to: "Meets | None") -> Small:
    """A report from this meeting's agenda to another's."""

    def verb(desk: "Desk", values: Values) -> "Moved":
        from workflow.lookups import numbered
        from workflow.records import agendas

        other = numbered(values["to"], "M")
        if other is None:
            raise BadInput("Say to which meeting, such as M4; 5 Meetings has their numbers.")
        return agendas.move(desk, int(report[1:]), meets.number, other, why=values["why"] or None)

    says = f"{report} · {title}" + (f" → {to.body}, {to.on}" if to else "")
    asks = [Ask("to", "To meeting", to.meeting if to else "", "M4"), _WHY]
    return Small(_title("Move from", meets), says, asks, verb, moved)


def take(meets: "Meets", ref: str = "", title: str = "") -> Small:
    """A report, or a topic that becomes one, on the agenda."""

    def verb(desk: "Desk", values: Values) -> "Moved":
        from workflow.lookups import numbered, report_ref
        from workflow.records import agendas

        text = values["ref"]
        topic = numbered(text, "T") if text[:1] in "Tt" and text else None
        if topic is not None:
            return agendas.take_topic(desk, meets.number, topic)
        if not text:
            raise BadInput("Say which report (R3), or which topic (T4).")
        with desk.reading() as tx:
            report = report_ref(tx, text)
        return agendas.take(desk, meets.number, report, item=values["item"] or None)

    asks = [Ask("ref", "Report or topic", ref, "R3, T4 or 24/00093"), Ask("item", "Item number", example="5")]
    return Small(_title("On the agenda of", meets), title, asks, verb, moved)


def taken(meets: "Meets", choices: "Sequence[Choice]") -> Picker:
    """What may go on its agenda, to choose from: what could be on it first, then every other open report."""
    return Picker(_title("On the agenda of", meets), choices, says="A report, or a topic that becomes one.")


def _day(desk: "Desk", text: str, sentence: str) -> "date":
    from states.british_dates import parse_day

    if not text:
        raise BadInput(sentence)
    return parse_day(text, desk.today)


def _reason(values: Values, sentence: str) -> str:
    if not values["why"]:
        raise BadInput(sentence)
    return values["why"]
