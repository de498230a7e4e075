"""What each move asks beyond what it needs: left unknown, it becomes a gap with the sentence here. Never a guess."""

from collections.abc import Callable

import msgspec

from states.acts import Entry, MoveAct
from states.case import Case, Gap
from states.facts import Facts, MakerKind, given
from states.follow_ups import ANSWERS
from states.words import Move, State

When = Callable[[Case, Facts], bool]


class Ask(msgspec.Struct, frozen=True):
    """One fact a move asks for, the sentence while it is unknown, and when it is asked at all."""

    name: str
    says: str
    when: When | None = None


def _required(case: Case, facts: Facts) -> bool:
    return bool(case.consultation_required) and not any(c.over for c in case.consultations)


def _unscrutinised(case: Case, facts: Facts) -> bool:
    return case.state in (State.DRAFTED, State.CONSULTED) and _executive(case, facts)


def _executive(case: Case, facts: Facts) -> bool:
    """Whether the decision is one of the executive, which alone has key decisions and call-in (LGA 2000 s.9F)."""
    return facts.maker_kind not in (MakerKind.COUNCIL, MakerKind.COMMITTEE)


def _key_without_word(case: Case, facts: Facts) -> bool:
    key = facts.key if facts.key is not None else case.key
    return bool(key) and not (facts.general_exception_on or facts.special_urgency_agreed_by)


def _key_unasked(case: Case, facts: Facts) -> bool:
    """Whether it is not known, and was not missed before: one gap is enough for one question."""
    return case.key is None and not any(gap.name == "key" for gap in case.gaps)


def _answers_owed(case: Case, facts: Facts) -> bool:
    return any(f.clock in ANSWERS for f in case.follow_ups) or any(p.from_.scrutiny for p in facts.recommendations)


def closed(case: Case) -> tuple[Gap, ...]:
    """The gaps of a case without those that a later move has filled: whether it is a key decision."""
    return case.gaps if case.key is None else tuple(gap for gap in case.gaps if gap.name != "key")


ASKS: dict[Move, tuple[Ask, ...]] = {
    Move.DRAFT: (
        Ask("scrutiny_body", "which scrutiny body it was is not known"),
        Ask("lead_officer", "the lead officer is not known"),
        Ask("portfolio", "the portfolio is not known"),
        Ask("key", "whether it is a key decision is not known"),
        Ask("consultation_required", "whether consultation is required is not known"),
        Ask("origin", "where it came from is not known"),
        Ask("exempt", "whether it is exempt is not known"),
        Ask("referring_member", "which councillor referred it is not known", lambda c, f: "refer" in (f.origin or "")),
    ),
    Move.CONSULT: (Ask("consultation_outcome", "what people said is not on file"),),
    Move.SCRUTINISE: (
        Ask("minute", "the minute number is not known"),
        Ask("agenda_published_on", "the day the agenda was published is not known"),
        Ask("why_unconsulted", "why it was scrutinised without the consultation required is not known", _required),
    ),
    Move.NOTED: (Ask("minute", "the minute number is not known"),),
    Move.RECOMMEND: (
        Ask("received_on", "the day of receipt is not known", _answers_owed),
        Ask("notice_given_on", "no written notice is on file", _answers_owed),
    ),
    Move.DECIDE: (
        Ask("maker", "who decided is not known"),
        Ask("decided", "what was decided is not known"),
        Ask("why_not_scrutinised", "why scrutiny did not come first is not known", _unscrutinised),
        Ask("key", "whether it was a key decision is not known", _key_unasked),
        Ask("key_notice_given_on", "the 28 days' notice of a key decision is not on file", _key_without_word),
        Ask("callable", "whether it could be called in is not known", _executive),
        Ask("why_not_callable", "why it cannot be called in is not known", lambda c, f: f.callable is False),
    ),
    Move.CALL_IN: (
        Ask("received_on", "the day the call-in was received is not known"),
        Ask("callers", "who called it in is not known"),
        Ask("grounds", "on which grounds it was called in is not known"),
        Ask("ruled", "whether it was ruled valid is not known"),
        Ask("ruled_by", "who ruled on it is not known", lambda c, f: f.ruled is not None),
        Ask("ruled_on", "the day of the ruling is not known"),
        Ask("groups", "from how many political groups the callers came is not known"),
    ),
    Move.REFER_TO_COUNCIL: (
        Ask("until_day", "which meeting of Council it was referred to is not known", lambda c, f: not f.until_meeting),
    ),
    Move.RELEASE: (Ask("in_force_on", "the day it came into force is not known"),),
    Move.UPDATE: (Ask("progress", "how far each recommendation has come is not known", lambda c, f: bool(c.real)),),
    Move.SIGN_OFF: (Ask("minute", "the minute number is not known"),),
}
"""What leaves a gap, by move. Publication that is still to come is awaited, not missing."""


def of_move(case: Case, entry: Entry, act: MoveAct) -> tuple[Gap, ...]:
    """The gaps an entry leaves, seen from the case as it stood before the move."""
    move = Move(act.move)
    found = [
        Gap(entry.number, ask.name, ask.says)
        for ask in ASKS.get(move, ())
        if not given(act.facts, ask.name) and (ask.when is None or ask.when(case, act.facts))
    ]
    if entry.on.exact is None and move is not Move.DRAFT:
        found.append(Gap(entry.number, "on", _day_says(entry)))
    if act.facts.outcome_cut_off:
        found.append(Gap(entry.number, "outcome", "the outcome is cut off on its page"))
    says = _body_says(move, act.facts)
    if says:
        found.append(Gap(entry.number, "body", says))
    return tuple(found)


def _body_says(move: Move, facts: Facts) -> str | None:
    body = facts.meeting.body if facts.meeting else None
    if move in (Move.SCRUTINISE, Move.SIGN_OFF) and facts.meeting and (body is None or body.kind is None):
        return "which body it was is not known"
    if move is Move.RECOMMEND:
        strange = {p.to.name for p in facts.recommendations if p.to.kind is None and p.from_.scrutiny}
        if strange:
            return f"what kind of body {' and '.join(sorted(strange))} is, is not known, so no clock starts"
    return None


def _day_says(entry: Entry) -> str:
    return f"the day is not known, only {entry.on}" if entry.on.last else "the day is not known"
