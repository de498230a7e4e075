"""What each move does to the case, besides its state: one function a move, in the order of the table.

Every function takes the case, the entry, its move act, the day it took place and the date book, and returns the
next case. Nothing here refuses; `states.guards` has done that.
"""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from states import recommendation as axes
from states.acts import Entry, MoveAct
from states.answers import respond
from states.call_in import call_in, reconsider, refer_back, refer_to_council, release
from states.case import Case, Consultation, Decision, Recommendation
from states.clocks_started import after_acceptance, response_clock, until, update_due, waits_for
from states.facts import MakerKind
from states.follow_up_acts import put_off
from states.follow_ups import OWED_STILL, done_or_not, start, start_by_constitution, stop, stop_clocks
from states.listings import SIGNED_OFF, agendas_over, deciding, heard, list_it
from states.rule_book import DateBook
from states.words import BodyKind, Clock, Ended, Move, SignOff

Effect = Callable[[Case, Entry, MoveAct, date, DateBook], Case]


def draft(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """A report is begun: its own facts, officers' proposals, and the consultation if it is known."""
    f = act.facts
    case = replace(
        case, title=f.title or "", body=f.scrutiny_body, reference=f.reference, topic=f.topic, portfolio=f.portfolio,
        lead_officer=f.lead_officer, key=f.key, consultation_required=f.consultation_required, origin=f.origin,
        referring_member=f.referring_member, exempt=bool(f.exempt),
    )  # fmt: skip
    case = _with_proposals(case, entry, act)
    if f.consultation_opens or f.consultation_closes:
        planned = Consultation(entry.number, f.consultation_opens, f.consultation_closes)
        case = replace(case, consultations=(planned,))
    if f.consultation_closes:
        case = start(
            case, book, entry, day, Clock.CONSULTATION_CLOSE, None, due=f.consultation_closes, owner=f.lead_officer,
            quiet=act.papers,
        )  # fmt: skip
    return case


def _with_proposals(case: Case, entry: Entry, act: MoveAct) -> Case:
    made = tuple(
        Recommendation(
            p.number, p.text, p.from_, p.to, entry.number, entry.on,
            received_on=act.facts.received_on, notice_given_on=act.facts.notice_given_on,
            proposal=p.from_.kind is BodyKind.OFFICER,
        )
        for p in act.facts.recommendations
    )  # fmt: skip
    return replace(case, recommendations=(*case.recommendations, *made)) if made else case


def consult(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """People were consulted: the consultation planned is over, or this one is entered."""
    f = act.facts
    rest = tuple(c for c in case.consultations if c.over)
    planned = next((c for c in case.consultations if not c.over), None)
    opens = f.consultation_opens or (planned.opens if planned else None)
    done = Consultation(entry.number, opens, f.consultation_closes, f.consultation_outcome, over=True)
    case = replace(case, consultations=(*rest, done))
    return stop_clocks(case, entry.number, day, Clock.CONSULTATION_CLOSE)


def scrutinise(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """A meeting considered it: its listing there is heard, or one is entered; that meeting's clocks stop."""
    return heard(case, entry, act, day, "scrutinised")


def noted(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """It was noted and is closed: what the report itself still waited for stops."""
    places = [place for place, listing in enumerate(case.listings) if listing.outcome]
    if places:
        last = case.listings[places[-1]]
        noted_at = replace(last, minute=act.facts.minute or last.minute, outcome="noted")
        case = replace(case, listings=(*case.listings[: places[-1]], noted_at, *case.listings[places[-1] + 1 :]))
    return stop(case, entry.number, day, lambda f: f.clock not in OWED_STILL, ended=Ended.OVERTAKEN)


def hear_again(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """The body wants to hear again: by a day, at a meeting, months after an event, or on a condition."""
    return until(case, entry, act, day, book)


def recommend(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """Recommendations are made: each starts the clock of its answer, by who made it and who must answer."""
    case = _with_proposals(case, entry, act)
    for proposal in act.facts.recommendations:
        case = response_clock(case, entry, act, proposal, day, book)
    return case


def defer(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """It is put off: an agreed day stands beside the rule's own, which stays."""
    f = act.facts
    agreed = f.until_day or (f.until_meeting.on.exact if f.until_meeting else None)
    return put_off(case, entry, f.follow_ups, agreed, f.until_condition if agreed else waits_for(f), act.why)


def decide(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """The decision is made. It answers no recommendation: the response clocks run on."""
    f = act.facts
    decision = Decision(
        entry.number, entry.on, f.maker or "", f.maker_kind or MakerKind.EXECUTIVE, f.decided or "", f.key, f.callable,
        f.why_not_callable, f.waived_by, f.published_on, f.in_force_on,
    )  # fmt: skip
    case = replace(case, decisions=(*case.decisions, decision), key=f.key if f.key is not None else case.key)
    case = stop_clocks(
        case, entry.number, day, Clock.KEY_DECISION_NOTICE, Clock.PRIVATE_MEETING_NOTICE,
        Clock.PRIVATE_MEETING_FURTHER_NOTICE,
    )  # fmt: skip
    case = agendas_over(heard(case, entry, act, day, "decided"), entry, day, deciding(day))
    executive = decision.maker_kind not in (MakerKind.COUNCIL, MakerKind.COMMITTEE)
    if f.published_on is None and executive:  # SI 2012/2089 regs 12-13: the executive's are published one by one
        case = start(
            case, book, entry, day, Clock.AWAITING_PUBLICATION, None, owner="proper officer", quiet=act.papers,
            condition="the decision is published",
        )  # fmt: skip
    elif f.published_on is not None:
        case = _window(case, entry, act, day, book, f.published_on)
    accepted = tuple(r for r in case.real if r.response in ("accepted", "accepted_in_part"))
    return after_acceptance(case, entry, act, accepted, day, book)


def publish(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """The decision is published: its window opens, if it can be called in."""
    published = entry.on.exact
    if published is None or not case.decisions:
        return case
    case = replace(case, decisions=(*case.decisions[:-1], replace(case.decisions[-1], published_on=published)))
    case = stop_clocks(case, entry.number, day, Clock.AWAITING_PUBLICATION)
    return _window(case, entry, act, day, book, published)


def _window(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook, published: date) -> Case:
    decision = case.decision
    if decision is None or not decision.callable or decision.waived_by or decision.final:
        return case
    return start_by_constitution(case, book, entry, day, Clock.CALL_IN_WINDOW, published, papers=act.papers)


def update(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """The body hears how it goes: implementation for each recommendation, and the next update unless all is done.

    What is reported complete owes its action no more; it is discharged by no one but the committee.
    """
    f = act.facts
    told = {p.recommendation: p.implementation for p in f.progress}
    case = heard(case, entry, act, day, "updated")
    case = replace(
        case,
        recommendations=tuple(
            replace(r, implementation=axes.step("implementation", r.implementation, told[r.number]))
            if r.number in told and not axes.refuse("implementation", r.number, r.implementation, told[r.number])
            else r
            for r in case.recommendations
        ),
    )
    case = done_or_not(stop_clocks(case, entry.number, day, Clock.UPDATE_DUE), entry.number, day)
    watched = any(r.sign_off is not SignOff.DISCHARGED for r in case.real)
    return update_due(case, entry, act, day, book) if watched or f.next_update_on else case


def sign_off(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """The committee keeps watching, or discharges.

    What a discharged recommendation still owed is owed no more. That is overtaken, not kept: what was reported done
    has ended before.
    """
    f = act.facts
    said = {s.recommendation: s.sign_off for s in f.signs}
    case = heard(case, entry, act, day, SIGNED_OFF)
    case = replace(
        case,
        recommendations=tuple(
            replace(
                r, sign_off=axes.step("sign_off", r.sign_off, said[r.number]), signed_at=f.meeting, sign_minute=f.minute
            )
            if r.number in said and not axes.refuse("sign_off", r.number, r.sign_off, said[r.number])
            else r
            for r in case.recommendations
        ),
    )
    gone = {number for number, word in said.items() if word is SignOff.DISCHARGED}
    case = stop(case, entry.number, day, lambda x: x.recommendation in gone, ended=Ended.OVERTAKEN, why="discharged")
    if case.real and all(r.sign_off is SignOff.DISCHARGED for r in case.real):
        case = stop(
            case, entry.number, day, lambda x: x.clock is Clock.UPDATE_DUE, ended=Ended.OVERTAKEN, why="all discharged"
        )
    return case


def close(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """Nothing is owed any more; a window that is over has lapsed."""
    return stop_clocks(case, entry.number, day, Clock.CALL_IN_WINDOW, ended=Ended.LAPSED)


def reopen(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """It is taken up again, and the body will hear of it."""
    return until(case, entry, act, day, book)


def withdraw(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """It is withdrawn: its own clocks stop; answers, actions and promises owed stay until discharged."""
    return stop(case, entry.number, day, lambda f: f.clock not in OWED_STILL, ended=Ended.OVERTAKEN, why=act.why)


EFFECTS: dict[Move, Effect] = {
    Move.DRAFT: draft, Move.LIST: list_it, Move.CONSULT: consult, Move.SCRUTINISE: scrutinise, Move.NOTED: noted,
    Move.HEAR_AGAIN: hear_again, Move.RECOMMEND: recommend, Move.RESPOND: respond, Move.DEFER: defer,
    Move.DECIDE: decide, Move.PUBLISH: publish, Move.CALL_IN: call_in, Move.REFER_BACK: refer_back,
    Move.REFER_TO_COUNCIL: refer_to_council, Move.RECONSIDER: reconsider, Move.RELEASE: release,
    Move.UPDATE: update, Move.SIGN_OFF: sign_off, Move.CLOSE: close, Move.REOPEN: reopen, Move.WITHDRAW: withdraw,
}  # fmt: skip
"""What each move does, by move."""
