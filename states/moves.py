"""The report machine as a table that can be read aloud: one row a move. The table alone decides.

To add a move: its name in `states.words.Move`, a row here, what it does in `states.effects`. `docs/machines.md` is
made from these rows, and every state × every move is tested against them.
"""

import msgspec

from states import guards as g
from states.facts import Facts, Reconsidered, Ruling
from states.guards import Check, Guard
from states.words import OPEN_STATES, Clock, Move, State

S, C = State, Clock
_UNTIL = "until_day|until_meeting|until_months|until_condition"
_AGENDA = (C.AGENDA_PUBLICATION, C.REPORT_DEADLINE)
_NOTICES = (C.KEY_DECISION_NOTICE, C.PRIVATE_MEETING_NOTICE, C.PRIVATE_MEETING_FURTHER_NOTICE)
_OWN = (C.CONSULTATION_CLOSE, *_AGENDA, *_NOTICES, C.AWAITING_PUBLICATION, C.CALL_IN_WINDOW, C.CALL_IN_HEARING,
        C.RECONSIDERATION, C.UPDATE_DUE)  # fmt: skip
_AFTER_RECOMMENDING = frozenset({S.RECOMMENDED, S.CABINET_DECIDED, S.UPDATED})


class Row(msgspec.Struct, frozen=True):
    """One move: from which states, to which (None: it stays), what it needs, what stands in the way, which clocks.

    `needs` and `asks` name facts (`on` and `why` are those of the entry); `a|b` means one of them. What is asked may
    stay unknown: `states.gaps` says which of it then leaves a gap. `turns` holds,
    for moves that can end in several states, each state with what decides it, first match first; `onward` the states
    from which a move that otherwise stays does lead on; `ends` the clocks that only one outcome stops besides.
    """

    move: Move
    sources: frozenset[State]
    target: State | None
    says: str
    needs: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    guards: tuple[Guard, ...] = ()
    checks: tuple[Check, ...] = ()
    starts: tuple[Clock, ...] = ()
    stops: tuple[Clock, ...] = ()
    turns: tuple[tuple[str, State | None], ...] = ()
    onward: tuple[tuple[State, State], ...] = ()
    ends: tuple[tuple[str, tuple[Clock, ...]], ...] = ()

    def leads_to(self, standing: State | None, facts: Facts) -> State:
        """The state this move leads to from `standing`, with these facts."""
        target = dict(self.onward).get(standing, self.target) if standing else self.target
        for outcome, turn in self.turns:
            if outcome in (facts.ruled, facts.reconsidered):
                target = turn
                break
        return target or standing or S.DRAFTED


TABLE: tuple[Row, ...] = (
    Row(
        Move.DRAFT, frozenset(), S.DRAFTED, "a report is begun",
        needs=("title", "scrutiny_body"),
        asks=("lead_officer", "portfolio", "key", "consultation_required", "origin", "exempt", "referring_member",
              "reference", "topic", "consultation_opens", "consultation_closes", "recommendations"),
        checks=(g.proposals_whole,), starts=(C.CONSULTATION_CLOSE,),
    ),
    Row(
        Move.LIST, OPEN_STATES, None, "it goes on a meeting's agenda",
        needs=("meeting",), asks=("to_follow", "item_number", "agenda_published_on"), checks=(g.meeting_to_come,),
        starts=(*_AGENDA, *_NOTICES),
    ),
    Row(
        Move.CONSULT, frozenset({S.DRAFTED, S.SCRUTINISED}), S.CONSULTED, "people were consulted",
        needs=("consultation_closes",), asks=("consultation_opens", "consultation_outcome"), checks=(g.closes_in_time,),
        stops=(C.CONSULTATION_CLOSE,),
    ),
    Row(
        Move.SCRUTINISE, frozenset({S.DRAFTED, S.CONSULTED, S.SCRUTINISED}), S.SCRUTINISED,
        "a scrutiny body considered it", needs=("meeting",),
        asks=("minute", "agenda_published_on", "urgency_reason", "why_unconsulted",
              "outcome_cut_off"), checks=(g.meeting_held, g.meeting_scrutinises),
        stops=_AGENDA,
    ),
    Row(
        Move.NOTED, frozenset({S.SCRUTINISED}), S.CLOSED, "it was noted, and that is all",
        asks=("minute",), guards=(g.all_discharged,),
        stops=(C.CONSULTATION_CLOSE, *_AGENDA, *_NOTICES),
    ),
    Row(
        Move.HEAR_AGAIN, frozenset({S.SCRUTINISED}), S.UPDATED, "the body will hear of it again",
        needs=(_UNTIL,), asks=("until_event", "minute"), checks=(g.months_sane,), starts=(C.UPDATE_DUE,),
    ),
    Row(
        Move.RECOMMEND, frozenset({S.SCRUTINISED}) | _AFTER_RECOMMENDING, None, "recommendations are made",
        needs=("recommendations",), asks=("received_on", "notice_given_on", "paper_dated", "crime_and_disorder",
              "minute"),
        checks=(g.proposals_whole,),
        starts=(C.EXECUTIVE_RESPONSE, C.PARTNER_RESPONSE), onward=((S.SCRUTINISED, S.RECOMMENDED),),
    ),
    Row(
        Move.RESPOND, _AFTER_RECOMMENDING | {S.CALLED_IN}, None, "recommendations are answered",
        needs=("responses",), asks=("next_update_on",), guards=(g.has_recommendations,),
        checks=(g.answers_fit, g.answers_dated),
        starts=(C.ACTION_DUE, C.UPDATE_DUE), stops=(C.EXECUTIVE_RESPONSE, C.PARTNER_RESPONSE),
    ),
    Row(
        Move.DEFER, OPEN_STATES, None, "it is put off; an agreed day stands beside the rule's own",
        needs=("why", "until_day|until_meeting|until_condition"), asks=("follow_ups",), checks=(g.follow_ups_there,),
    ),
    Row(
        Move.DECIDE, frozenset({S.DRAFTED, S.CONSULTED, S.SCRUTINISED, S.RECOMMENDED, S.UPDATED}),
        S.CABINET_DECIDED, "the decision is made", needs=("maker", "maker_kind", "on", "decided"),
        asks=("why_not_scrutinised", "key", "key_notice_given_on", "general_exception_on", "special_urgency_agreed_by",
              "callable", "why_not_callable", "waived_by", "published_on", "in_force_on", "next_update_on",
              "meeting", "minute"),
        checks=(g.day_known,), starts=(C.AWAITING_PUBLICATION, C.CALL_IN_WINDOW, C.ACTION_DUE, C.UPDATE_DUE),
        stops=(*_AGENDA, *_NOTICES),
    ),
    Row(
        Move.PUBLISH, frozenset({S.CABINET_DECIDED}), None, "the decision is published",
        needs=("on",), guards=(g.not_published,), checks=(g.exact_day,), starts=(C.CALL_IN_WINDOW,),
        stops=(C.AWAITING_PUBLICATION,),
    ),
    Row(
        Move.CALL_IN, frozenset({S.CABINET_DECIDED}), S.CALLED_IN, "the decision is called in",
        needs=("received_on", "callers", "grounds", "ruled", "ruled_by"), asks=("ruled_on", "groups"),
        guards=(g.can_be_called_in,), starts=(C.CALL_IN_HEARING,), stops=(C.CALL_IN_WINDOW, C.AWAITING_PUBLICATION),
        turns=((Ruling.INVALID, None),),
    ),
    Row(
        Move.REFER_BACK, frozenset({S.CALLED_IN}), None, "the maker is asked to think again",
        needs=("referred_by", "asked"), asks=("meeting", "minute"), checks=(g.meeting_held,),
        starts=(C.RECONSIDERATION,), stops=(C.CALL_IN_HEARING, *_AGENDA),
    ),
    Row(
        Move.REFER_TO_COUNCIL, frozenset({S.CALLED_IN}), None, "it is referred to full Council",
        needs=("until_meeting|until_day",), asks=("meeting", "minute"), checks=(g.meeting_held,),
        starts=(C.UPDATE_DUE,), stops=(C.CALL_IN_HEARING, *_AGENDA),
    ),
    Row(
        Move.RECONSIDER, frozenset({S.CALLED_IN}), None, "the maker has thought again",
        needs=("reconsidered", "on"), asks=("decided", "meeting", "minute"),
        checks=(g.day_known, g.amended_has_text, g.meeting_held),
        stops=(C.RECONSIDERATION, *_AGENDA, C.UPDATE_DUE), ends=((Reconsidered.RESCINDED, _OWN),),
        turns=((Reconsidered.TO_COUNCIL, None), (Reconsidered.CONFIRMED, S.CABINET_DECIDED),
               (Reconsidered.AMENDED, S.CABINET_DECIDED), (Reconsidered.RESCINDED, S.WITHDRAWN)),
    ),
    Row(
        Move.RELEASE, frozenset({S.CALLED_IN}), S.CABINET_DECIDED, "the call-in is over, the decision stands",
        needs=("released_by", "release_outcome"), asks=("in_force_on", "comments", "meeting", "minute"),
        checks=(g.meeting_held,),
        stops=(C.CALL_IN_HEARING, C.RECONSIDERATION, *_AGENDA, C.UPDATE_DUE),
    ),
    Row(
        Move.UPDATE, _AFTER_RECOMMENDING, S.UPDATED, "the body hears how it goes",
        needs=("meeting|written",), asks=("progress", "next_update_on", "minute"),
        checks=(g.meeting_held, g.progress_fits),
        starts=(C.UPDATE_DUE,), stops=(C.UPDATE_DUE, C.ACTION_DUE, *_AGENDA),
    ),
    Row(
        Move.SIGN_OFF, _AFTER_RECOMMENDING, None, "the body keeps watching, or discharges",
        needs=("signs", "meeting"), asks=("minute",), guards=(g.has_recommendations,),
        checks=(g.meeting_held, g.signs_fit),
        stops=(C.EXECUTIVE_RESPONSE, C.PARTNER_RESPONSE, C.ACTION_DUE, C.PROMISE, C.UPDATE_DUE, *_AGENDA),
    ),
    Row(
        Move.CLOSE, frozenset({S.CABINET_DECIDED, S.UPDATED}), S.CLOSED, "nothing is owed any more",
        guards=(g.all_discharged, g.nothing_owed, g.window_over), stops=(C.CALL_IN_WINDOW,),
    ),
    Row(
        Move.REOPEN, frozenset({S.CLOSED, S.WITHDRAWN}), S.UPDATED, "it is taken up again",
        needs=("why", _UNTIL), asks=("until_event",), checks=(g.months_sane,), starts=(C.UPDATE_DUE,),
    ),
    Row(
        Move.WITHDRAW, OPEN_STATES, S.WITHDRAWN, "it is withdrawn",
        needs=("why",), stops=_OWN,
    ),
)  # fmt: skip

ROWS: dict[Move, Row] = {row.move: row for row in TABLE}
"""The table by move."""
