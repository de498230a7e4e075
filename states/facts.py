"""Every fact a move can carry, on one page. The names are those of `--fact`, of the JSON and of `explain`'s needs.

A fact that is not known is left out (None): it becomes a gap, never a guess. Bodies and meetings arrive here
already looked up and frozen, so that an entry of the journal carries all it needs to be read again alone.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from states.days import On
from states.words import BodyKind, Implementation, MeetingStatus, Response, SignOff


class Body(msgspec.Struct, frozen=True, omit_defaults=True):
    """A body as it was when the entry was made. `ref` is its number in the store (0: known by name only).

    `formerly` names the bodies it succeeded: what they asked for, it may sign off.
    """

    name: str
    kind: BodyKind | None = None
    scrutiny: bool = False
    health: bool = False
    ref: int = 0
    formerly: tuple[str, ...] = ()


class Sitting(msgspec.Struct, frozen=True, omit_defaults=True):
    """A meeting as it was when the entry was made. `ref` is its number in the store (0: not in the store)."""

    body: Body | None = None
    on: On = On()
    status: MeetingStatus | None = None
    ref: int = 0

    def __str__(self) -> str:
        return f"{self.body.name if self.body else 'a body not named'}, {self.on}"


class Proposal(msgspec.Struct, frozen=True, omit_defaults=True, rename={"from_": "from"}):
    """A recommendation as made: from one body to another, in its own words. `number` is given when it is entered."""

    text: str
    from_: Body
    to: Body
    number: int = 0


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was answered to one recommendation, by whom, on which day."""

    recommendation: int
    answer: Response
    by: str | None = None
    on: On = On()
    reasons: str | None = None
    published_on: date | None = None
    text_agreed: str | None = None
    action_by: date | None = None
    owner: str | None = None


class Progress(msgspec.Struct, frozen=True, omit_defaults=True):
    """How far the action on one recommendation has come."""

    recommendation: int
    implementation: Implementation
    note: str | None = None


class Signed(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the committee said of one recommendation: keep watching, or discharged."""

    recommendation: int
    sign_off: SignOff


class MakerKind(StrEnum):
    """Who can decide."""

    EXECUTIVE = "executive"
    CABINET_MEMBER = "cabinet_member"
    COMMITTEE = "committee"
    COUNCIL = "council"
    OFFICER = "officer"


class Ruling(StrEnum):
    """What the proper officer ruled on a call-in."""

    VALID = "valid"
    INVALID = "invalid"


class Reconsidered(StrEnum):
    """What became of a decision that was reconsidered."""

    TO_COUNCIL = "to_council"
    CONFIRMED = "confirmed"
    AMENDED = "amended"
    RESCINDED = "rescinded"


class Released(StrEnum):
    """How a call-in ended without the decision being sent back."""

    NO_COMMENT = "no_comment"
    COMMENTS = "comments"
    WITHDRAWN_BY_CALLERS = "withdrawn_by_callers"
    NOT_HEARD_IN_TIME = "not_heard_in_time"
    OVERTAKEN = "overtaken"


def _fact(words: str) -> Meta:
    return Meta(description=words)


class Facts(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The facts of one move. Days are calendar days; `description` of each field is what people are asked."""

    title: Annotated[str | None, _fact("what the report is called")] = None
    scrutiny_body: Annotated[Body | None, _fact("the scrutiny body that will consider it")] = None
    reference: Annotated[str | None, _fact("the reference the papers use, such as 24/00093")] = None
    topic: Annotated[str | None, _fact("the topic on the work programme it grows from, such as T4")] = None
    lead_officer: Annotated[str | None, _fact("the post that leads on it")] = None
    portfolio: Annotated[str | None, _fact("the Cabinet portfolio it belongs to")] = None
    key: Annotated[bool | None, _fact("whether it is a key decision")] = None
    consultation_required: Annotated[bool | None, _fact("whether people must be consulted first")] = None
    consultation_opens: Annotated[date | None, _fact("the day the consultation opens")] = None
    consultation_closes: Annotated[date | None, _fact("the last day of the consultation")] = None
    consultation_outcome: Annotated[str | None, _fact("a line on what people said")] = None
    origin: Annotated[str | None, _fact("where it came from: work programme, referral, petition …")] = None
    referring_member: Annotated[str | None, _fact("the councillor who referred it")] = None
    exempt: Annotated[bool | None, _fact("whether it is exempt (Schedule 12A, not for publication)")] = None
    meeting: Annotated[Sitting | None, _fact("the meeting, such as M3")] = None
    to_follow: Annotated[bool | None, _fact("whether the report will follow after the agenda")] = None
    item_number: Annotated[str | None, _fact("its number on the agenda")] = None
    minute: Annotated[str | None, _fact("the minute number, such as 34/16")] = None
    agenda_published_on: Annotated[date | None, _fact("the day the agenda was published")] = None
    urgency_reason: Annotated[str | None, _fact("the chair's reason for taking it without five clear days")] = None
    outcome_cut_off: Annotated[bool | None, _fact("whether the outcome is cut off on its page")] = None
    why_unconsulted: Annotated[str | None, _fact("why it is scrutinised without the consultation required")] = None
    recommendations: Annotated[tuple[Proposal, ...], _fact("each recommendation: text, from, to")] = ()
    received_on: Annotated[date | None, _fact("the day it was received: the recommendations, or the call-in")] = None
    notice_given_on: Annotated[date | None, _fact("the day written notice was given (s.9FE)")] = None
    paper_dated: Annotated[date | None, _fact("the note's own day, which stands for receipt until confirmed")] = None
    crime_and_disorder: Annotated[bool | None, _fact("whether it is a crime-and-disorder report")] = None
    responses: Annotated[tuple[Answer, ...], _fact("each answer: recommendation, answer, by, on")] = ()
    progress: Annotated[tuple[Progress, ...], _fact("each recommendation's implementation")] = ()
    signs: Annotated[tuple[Signed, ...], _fact("each sign-off: recommendation, keep_watching or discharged")] = ()
    follow_ups: Annotated[tuple[int, ...], _fact("the numbers of the follow-ups meant")] = ()
    until_day: Annotated[date | None, _fact("until which day")] = None
    until_meeting: Annotated[Sitting | None, _fact("until which meeting")] = None
    until_months: Annotated[int | None, _fact("how many months after the event")] = None
    until_event: Annotated[str | None, _fact("months after which event; left out: after this move")] = None
    until_condition: Annotated[str | None, _fact("until which condition, in its own words")] = None
    maker: Annotated[str | None, _fact("who decided")] = None
    maker_kind: Annotated[MakerKind | None, _fact("what kind of maker decided")] = None
    decided: Annotated[str | None, _fact("what was decided")] = None
    why_not_scrutinised: Annotated[str | None, _fact("why scrutiny did not come first")] = None
    key_notice_given_on: Annotated[date | None, _fact("the day the 28 days' notice of a key decision was given")] = None
    general_exception_on: Annotated[date | None, _fact("the day general exception notice was given (reg. 10)")] = None
    special_urgency_agreed_by: Annotated[str | None, _fact("who agreed to special urgency (reg. 11)")] = None
    callable: Annotated[bool | None, _fact("whether the decision can be called in")] = None
    why_not_callable: Annotated[str | None, _fact("why it cannot be called in")] = None
    waived_by: Annotated[str | None, _fact("who agreed that call-in shall not apply")] = None
    published_on: Annotated[date | None, _fact("the day the decision was published")] = None
    next_update_on: Annotated[date | None, _fact("the day the next update is due")] = None
    callers: Annotated[tuple[str, ...], _fact("who called it in")] = ()
    groups: Annotated[int | None, _fact("from how many political groups the callers come")] = None
    grounds: Annotated[tuple[str, ...], _fact("the grounds of the call-in")] = ()
    ruled: Annotated[Ruling | None, _fact("whether it was ruled valid")] = None
    ruled_by: Annotated[str | None, _fact("who ruled")] = None
    ruled_on: Annotated[date | None, _fact("the day it was ruled on")] = None
    referred_by: Annotated[str | None, _fact("the body that referred it back")] = None
    asked: Annotated[str | None, _fact("what the maker is asked to reconsider")] = None
    reconsidered: Annotated[Reconsidered | None, _fact("what became of it")] = None
    released_by: Annotated[str | None, _fact("the body that let it go")] = None
    release_outcome: Annotated[Released | None, _fact("how the call-in ended")] = None
    comments: Annotated[str | None, _fact("what the body commented")] = None
    in_force_on: Annotated[date | None, _fact("the day the decision comes into force")] = None
    written: Annotated[bool | None, _fact("whether the update was a written one, without a meeting")] = None


NO_FACTS = Facts()


def given(facts: Facts, name: str) -> bool:
    """Whether a fact is known: neither None nor an empty list."""
    value = getattr(facts, name)
    return value is not None and value != ()
