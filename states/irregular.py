"""What happened although it should not have: entered with its reason, counted, never refused.

Each check looks at the case before the move and returns nothing, or the sentence for the list of irregularities.
"""

from collections.abc import Callable
from datetime import date

from states.acts import Entry, MoveAct
from states.case import Case, Irregularity
from states.days import said_day
from states.facts import Facts, Ruling
from states.rule_book import DateBook
from states.words import Clock, Move

Irregular = Callable[[Case, Entry, MoveAct, DateBook], str | None]


def agenda_late(case: Case, entry: Entry, act: MoveAct, book: DateBook) -> str | None:
    """Five clear days' agenda: Local Government Act 1972 s.100B; the chair may give a reason for urgency."""
    f = act.facts
    held = f.meeting.on.exact if f.meeting else None
    if held is None or f.agenda_published_on is None:
        return None
    last = book.date(Clock.AGENDA_PUBLICATION, entry.number, held, before=True, owed=False, tag="/due").due
    if last is None or f.agenda_published_on <= last:
        return None
    return f"the agenda was published on {said_day(f.agenda_published_on)}; the last day was {said_day(last)}"


def unconsulted(case: Case, entry: Entry, act: MoveAct, book: DateBook) -> str | None:
    """Scrutinised although the consultation it required was not over."""
    if case.consultation_required and not any(c.over for c in case.consultations):
        return "it was scrutinised without the consultation that was required"
    return None


def key_notice_short(case: Case, entry: Entry, act: MoveAct, book: DateBook) -> str | None:
    """28 days' notice of a key decision, or general exception with five clear days: SI 2012/2089 regs 9 and 10."""
    f = act.facts
    decided = entry.on.exact
    if decided is None or f.special_urgency_agreed_by or not (f.key if f.key is not None else case.key):
        return None
    if f.general_exception_on:
        return _short(book, Clock.GENERAL_EXCEPTION, entry, decided, f.general_exception_on, "general exception notice")
    if f.key_notice_given_on:
        return _short(
            book, Clock.KEY_DECISION_NOTICE, entry, decided, f.key_notice_given_on, "notice of a key decision"
        )
    return None


def _short(book: DateBook, clock: Clock, entry: Entry, decided: date, noticed: date, what: str) -> str | None:
    last = book.date(clock, entry.number, decided, before=True, owed=False, tag="/due").due
    if last is None or noticed <= last:
        return None
    return f"the {what} was given on {said_day(noticed)}; the last day was {said_day(last)}"


def called_in_late(case: Case, entry: Entry, act: MoveAct, book: DateBook) -> str | None:
    """A call-in received after its window, which the constitution sets."""
    received, published = act.facts.received_on, case.decision.published_on if case.decision else None
    if received is None or published is None:
        return None
    windows = (f.due for f in case.follow_ups if f.clock is Clock.CALL_IN_WINDOW and f.start == published)
    last = next(windows, None)
    if last is None:  # it was not known whether it could be called in, so no window was opened
        papers = act.papers
        last = book.date(Clock.CALL_IN_WINDOW, entry.number, published, owed=False, papers=papers, tag="/due").due
    if last is not None and received > last:
        return f"the call-in was received on {said_day(received)}; the window's last day was {said_day(last)}"
    return None


def too_few_callers(case: Case, entry: Entry, act: MoveAct, book: DateBook) -> str | None:
    """Fewer callers than the constitution asks for. A paper is not held to a figure that only stands in for it."""
    if act.papers and act.stand_in:
        return None
    count, needed = len(act.facts.callers), act.callers_needed
    return f"{count} called it in; {needed} are asked for{_stand_in(act)}" if count < needed else None


def too_few_groups(case: Case, entry: Entry, act: MoveAct, book: DateBook) -> str | None:
    """Callers from fewer political groups than the constitution asks for."""
    groups, needed = act.facts.groups, act.groups_needed
    if groups is None or groups >= needed or (act.papers and act.stand_in):
        return None
    number = "1 political group" if groups == 1 else f"{groups} political groups"
    return f"the callers come from {number}; {needed} are asked for{_stand_in(act)}"


def published_first(case: Case, entry: Entry, act: MoveAct, book: DateBook) -> str | None:
    """A decision published before it was made."""
    published, decided = act.facts.published_on, entry.on.first
    if published and decided and published < decided:
        return f"it was published on {said_day(published)}, before it was decided ({entry.on})"
    return None


def received_first(case: Case, entry: Entry, act: MoveAct, book: DateBook) -> str | None:
    """Recommendations received, or notified, before they were made."""
    made = entry.on.first
    for what, day in (("received", act.facts.received_on), ("given notice of", act.facts.notice_given_on)):
        if day and made and day < made:
            return f"the recommendations were {what} on {said_day(day)}, before they were made ({entry.on})"
    return None


def answered_by_another(case: Case, entry: Entry, act: MoveAct, book: DateBook) -> str | None:
    """An answer by somebody other than the body the recommendation went to."""
    for answer in act.facts.responses:
        asked = case.recommendation(answer.recommendation)
        if asked and answer.by and not _one_of(answer.by, asked.to.name):
            return f"recommendation {asked.number} went to {asked.to.name} and was answered by {answer.by}"
    return None


def _one_of(by: str, asked: str) -> bool:
    """Whether the one who answered is the body asked, or plainly of it, as a Cabinet Member is of Cabinet."""
    return by.casefold() in asked.casefold() or asked.casefold() in by.casefold()


def _stand_in(act: MoveAct) -> str:
    return " (your constitution's figure is not entered)" if act.stand_in else " by the constitution"


IRREGULAR: dict[Move, tuple[tuple[str, Irregular, str], ...]] = {
    Move.SCRUTINISE: (
        ("agenda_late", agenda_late, "urgency_reason"),
        ("unconsulted", unconsulted, "why_unconsulted"),
    ),
    Move.RECOMMEND: (("received_first", received_first, "why"),),
    Move.RESPOND: (("answered_by_another", answered_by_another, "why"),),
    Move.DECIDE: (("key_notice_short", key_notice_short, "why"), ("published_first", published_first, "why")),
    Move.CALL_IN: (
        ("called_in_late", called_in_late, "why"),
        ("too_few_callers", too_few_callers, "why"),
        ("too_few_groups", too_few_groups, "why"),
    ),
}
"""By move: the irregularity's name, its check, and the fact that holds its reason (`why`: the entry's own)."""


def of_move(case: Case, entry: Entry, act: MoveAct, book: DateBook) -> tuple[Irregularity, ...]:
    """The irregularities of an entry, each with its reason where one was given."""
    if act.facts.ruled is Ruling.INVALID:
        return ()  # the ruling has dealt with it
    found = []
    for name, check, reason in IRREGULAR.get(Move(act.move), ()):
        says = check(case, entry, act, book)
        if says:
            found.append(Irregularity(entry.number, name, says, _reason(act, act.facts, reason)))
    return tuple(found)


def _reason(act: MoveAct, facts: Facts, name: str) -> str | None:
    return act.why if name == "why" else getattr(facts, name) or act.why


def out_of_order(entry: Entry, reasons: tuple[str, ...], why: str | None) -> Irregularity:
    """A move that stands although, by what is known now, it could not have come where it comes."""
    return Irregularity(entry.number, "order", " ".join(reasons), why)
