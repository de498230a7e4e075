"""The words of the field, each list closed: what a report, a body, an answer can be.

The values are what the database, the JSON and the journal hold; `said()` is what people read.
"""

from enum import StrEnum


def said(word: str) -> str:
    """The word as people write it: `cabinet_decided` becomes `Cabinet decided`, `call_in` becomes `call in`."""
    if word == State.CABINET_DECIDED:
        return "Cabinet decided"
    if word == "cabinet_member":
        return "Cabinet Member"
    return word.replace("_", " ")


class State(StrEnum):
    """Where a report stands. The first six are the journey; three more are what real life adds."""

    DRAFTED = "drafted"
    CONSULTED = "consulted"
    SCRUTINISED = "scrutinised"
    RECOMMENDED = "recommended"
    CABINET_DECIDED = "cabinet_decided"
    UPDATED = "updated"
    CALLED_IN = "called_in"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


OPEN_STATES = frozenset(State) - {State.CLOSED, State.WITHDRAWN}
"""A report is open while it is neither closed nor withdrawn."""


class Move(StrEnum):
    """What can be done to a report. Each is one row of the table in `states.moves`."""

    DRAFT = "draft"
    LIST = "list"
    CONSULT = "consult"
    SCRUTINISE = "scrutinise"
    NOTED = "noted"
    HEAR_AGAIN = "hear_again"
    RECOMMEND = "recommend"
    RESPOND = "respond"
    DEFER = "defer"
    DECIDE = "decide"
    PUBLISH = "publish"
    CALL_IN = "call_in"
    REFER_BACK = "refer_back"
    REFER_TO_COUNCIL = "refer_to_council"
    RECONSIDER = "reconsider"
    RELEASE = "release"
    UPDATE = "update"
    SIGN_OFF = "sign_off"
    CLOSE = "close"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"


class BodyKind(StrEnum):
    """What kind of body meets, decides or answers."""

    SCRUTINY = "scrutiny"
    TASK_GROUP = "task_group"
    JOINT_SCRUTINY = "joint_scrutiny"
    EXECUTIVE = "executive"
    COUNCIL = "council"
    AREA = "area"
    REGULATORY = "regulatory"
    ADVISORY = "advisory"
    OFFICER = "officer"
    PARTNER = "partner"


SCRUTINISING = frozenset({BodyKind.SCRUTINY, BodyKind.TASK_GROUP, BodyKind.JOINT_SCRUTINY, BodyKind.ADVISORY})
"""Bodies before which a report can be scrutinised."""


class MeetingStatus(StrEnum):
    """Where a meeting stands."""

    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    ADJOURNED = "adjourned"
    HELD = "held"


class Response(StrEnum):
    """The answer to a recommendation. Deferred is still awaiting an answer."""

    AWAITING = "awaiting"
    ACCEPTED = "accepted"
    ACCEPTED_IN_PART = "accepted_in_part"
    REJECTED = "rejected"
    DEFERRED = "deferred"


class Implementation(StrEnum):
    """How far the action has come, as officers tell it. It discharges nothing."""

    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    SLIPPING = "slipping"
    COMPLETE = "complete"
    PAUSED = "paused"
    NOT_FEASIBLE = "not_feasible"
    SUPERSEDED = "superseded"


class SignOff(StrEnum):
    """What the committee has said of a recommendation, with its meeting and minute."""

    NONE = "none"
    KEEP_WATCHING = "keep_watching"
    DISCHARGED = "discharged"


class Clock(StrEnum):
    """The rules that give follow-ups their dates (`states.clocks` holds each rule)."""

    EXECUTIVE_RESPONSE = "executive_response"
    PARTNER_RESPONSE = "partner_response"
    AGENDA_PUBLICATION = "agenda_publication"
    KEY_DECISION_NOTICE = "key_decision_notice"
    GENERAL_EXCEPTION = "general_exception"
    PRIVATE_MEETING_NOTICE = "private_meeting_notice"
    PRIVATE_MEETING_FURTHER_NOTICE = "private_meeting_further_notice"
    REPORT_DEADLINE = "report_deadline"
    CALL_IN_WINDOW = "call_in_window"
    CALL_IN_HEARING = "call_in_hearing"
    RECONSIDERATION = "reconsideration"
    AWAITING_PUBLICATION = "awaiting_publication"
    CONSULTATION_CLOSE = "consultation_close"
    ACTION_DUE = "action_due"
    UPDATE_DUE = "update_due"
    PROMISE = "promise"


AWAITED = {
    Clock.EXECUTIVE_RESPONSE: "response",
    Clock.PARTNER_RESPONSE: "response",
    Clock.AGENDA_PUBLICATION: "agenda goes out",
    Clock.KEY_DECISION_NOTICE: "notice of the key decision",
    Clock.GENERAL_EXCEPTION: "general exception notice",
    Clock.PRIVATE_MEETING_NOTICE: "notice of the private meeting",
    Clock.PRIVATE_MEETING_FURTHER_NOTICE: "further notice, private meeting",
    Clock.REPORT_DEADLINE: "report to be in",
    Clock.CALL_IN_WINDOW: "call-in window closes",
    Clock.CALL_IN_HEARING: "call-in to be heard",
    Clock.RECONSIDERATION: "reconsideration",
    Clock.AWAITING_PUBLICATION: "decision to be published",
    Clock.CONSULTATION_CLOSE: "consultation closes",
    Clock.ACTION_DUE: "action",
    Clock.UPDATE_DUE: "update",
    Clock.PROMISE: "promise",
}
"""What is awaited while a clock runs, as a desk says it."""

WINDOWS = frozenset({Clock.CALL_IN_WINDOW})
"""Windows lapse and are never overdue; every other clock is a duty and can be late."""


class Ended(StrEnum):
    """How a follow-up ended."""

    KEPT = "kept"
    OVERTAKEN = "overtaken"
    DROPPED = "dropped"
    LAPSED = "lapsed"


COUNCIL = "Council"
"""Who owes the hearing of a call-in that was referred to full Council."""

HEARING = "call-in before Council"
"""What is awaited then."""


def council_hears(clock: str, owner: str | None) -> bool:
    """Whether an update that is due is Council's hearing of a call-in, and no report back to a committee."""
    return clock == Clock.UPDATE_DUE and owner == COUNCIL
