"""Which clocks a move starts, and from when: the follow-ups that a listing, a recommendation or a decision brings."""

from collections.abc import Iterable
from datetime import date

from states.acts import Entry, MoveAct
from states.case import Case, Recommendation
from states.facts import Facts, Proposal, Sitting
from states.follow_ups import done_or_not, start
from states.rule_book import DateBook
from states.words import BodyKind, Clock

_IF_NOTICE = "if this paper counts as the notice"


def listed(case: Case, entry: Entry, meeting: Sitting, day: date, book: DateBook, *, papers: bool) -> Case:
    """What must be out before a meeting: its agenda, the report, and for the executive the notices.

    A meeting whose day is not known dates nothing: each waits for the meeting to be dated. A listing from papers has
    no report deadline, which is the council's own default; read after the meeting, it waits for nothing.
    """
    held = meeting.on.exact
    if papers and held is not None and held < entry.entered_on:
        return case
    condition = None if held else "the meeting's day is not known"

    def before(case: Case, clock: Clock, from_day: date | None, owner: str | None) -> Case:
        return start(
            case, book, entry, day, clock, from_day, before=True, owner=owner, condition=condition, quiet=papers
        )

    case = before(case, Clock.AGENDA_PUBLICATION, held, "proper officer")
    if not papers:
        case = before(case, Clock.REPORT_DEADLINE, case.follow_ups[-1].due, case.lead_officer)
    if meeting.body and meeting.body.kind is BodyKind.EXECUTIVE:
        if case.key is not False:
            case = before(case, Clock.KEY_DECISION_NOTICE, held, "proper officer")
        if case.exempt:
            case = before(case, Clock.PRIVATE_MEETING_NOTICE, held, "proper officer")
            case = before(case, Clock.PRIVATE_MEETING_FURTHER_NOTICE, held, "proper officer")
    return case


def clock_of(from_: BodyKind | None, to: BodyKind | None, scrutiny: bool) -> Clock | None:
    """Which clock an answer has, by who recommends and who must answer; None: no law gives it one.

    Local Government Act 2000 s.9FE: from a body with scrutiny powers to the authority or its executive.
    Section 9FF and SI 2013/218 reg. 22: to partners.
    """
    if not scrutiny or from_ is BodyKind.OFFICER:
        return None
    if to in (BodyKind.EXECUTIVE, BodyKind.COUNCIL):
        return Clock.EXECUTIVE_RESPONSE
    return Clock.PARTNER_RESPONSE if to is BodyKind.PARTNER else None


def response_clock(case: Case, entry: Entry, act: MoveAct, proposal: Proposal, day: date, book: DateBook) -> Case:
    """Starts the clock of one recommendation's answer.

    It counts from receipt or, if later, the written notice (s.9FE); without them from the paper's own day, marked so.
    A crime-and-disorder report has none under s.9FE. Other partners than health bodies have no date in law.
    """
    f = act.facts
    clock = clock_of(proposal.from_.kind, proposal.to.kind, proposal.from_.scrutiny)
    if clock is None or f.crime_and_disorder:
        return case
    received = f.received_on or f.paper_dated or (None if act.papers else entry.on.exact)
    begins = max(received, f.notice_given_on) if received and f.notice_given_on else f.notice_given_on or received
    condition = None if begins else "the day of receipt is not known"
    note = None
    if f.notice_given_on is None and begins and clock is Clock.EXECUTIVE_RESPONSE:
        note = _IF_NOTICE
    if clock is Clock.PARTNER_RESPONSE and not proposal.to.health:
        begins, condition, note = None, "a day to be agreed: no law gives a date", None
    return start(
        case, book, entry, day, clock, begins, about=proposal.number, owner=proposal.to.name, condition=condition,
        quote=proposal.text, note=note, quiet=act.papers,
    )  # fmt: skip


def after_acceptance(
    case: Case, entry: Entry, act: MoveAct, accepted: Iterable[Recommendation], day: date, book: DateBook
) -> Case:
    """An action for each recommendation accepted, and the body's next update.

    Before it is decided, only what was promised with a day. A follow-up that is open already is not opened twice, and
    one that is reported complete ends with it. A move from papers starts no default.
    """
    decided = case.decision is not None
    any_accepted = False
    for recommendation in accepted:
        any_accepted = decided
        if any(f.clock is Clock.ACTION_DUE and f.recommendation == recommendation.number for f in case.follow_ups):
            continue
        answer = recommendation.answers[-1] if recommendation.answers else None
        if not decided and (answer is None or answer.action_by is None):
            continue
        case = start(
            case, book, entry, day, Clock.ACTION_DUE, None, about=recommendation.number,
            due=answer.action_by if answer else None,
            owner=(answer.owner if answer else None) or case.lead_officer or recommendation.to.name,
            condition=None if answer and answer.action_by else "no day was given for the action",
            quote=recommendation.words, quiet=act.papers,
        )  # fmt: skip
    case = done_or_not(case, entry.number, day)
    waiting = any(f.clock is Clock.UPDATE_DUE and f.ended is None for f in case.follow_ups)
    if (any_accepted or act.facts.next_update_on) and not waiting:
        case = update_due(case, entry, act, day, book)
    return case


def update_due(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """The next update: on the day given, else after the council's number of months (never from a paper)."""
    given = act.facts.next_update_on
    begins = None if given or act.papers else entry.on.exact
    if given is None and begins is None:
        return case
    return start(case, book, entry, day, Clock.UPDATE_DUE, begins, due=given, owner=case.lead_officer, quiet=act.papers)


def until(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook, *, owner: str | None = None) -> Case:
    """An update due by a day, at a meeting, some months after an event, or on a condition in its own words."""
    f = act.facts
    due = f.until_day or (f.until_meeting.on.exact if f.until_meeting else None)
    begins = entry.on.exact if f.until_months and not f.until_event and due is None else None
    condition = f.until_condition if due or begins else waits_for(f)
    return start(
        case, book, entry, day, Clock.UPDATE_DUE, begins, due=due, figure=f.until_months if begins else None,
        owner=owner or case.lead_officer, condition=condition, quiet=act.papers,
    )  # fmt: skip


def waits_for(facts: Facts) -> str | None:
    """What is waited for when there is no day: the condition, the event or the meeting, in words."""
    if facts.until_condition:
        return facts.until_condition
    if facts.until_months:
        return f"{facts.until_months} months after {facts.until_event or 'a day not known'}"
    return f"at the meeting of {facts.until_meeting}" if facts.until_meeting else None
