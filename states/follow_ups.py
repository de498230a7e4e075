"""Opening, ending and suspending follow-ups of a case. Each function takes a case and returns the next one."""

from collections.abc import Callable
from datetime import date, timedelta

from msgspec.structs import replace

from states.acts import Entry
from states.case import Case, FollowUp, Gap
from states.rule_book import DateBook
from states.rules import NOT_ENTERED
from states.words import WINDOWS, Clock, Ended, Implementation

ANSWERS = frozenset({Clock.EXECUTIVE_RESPONSE, Clock.PARTNER_RESPONSE})
"""The clocks of an answer owed to a recommendation."""

OWED_STILL = ANSWERS | {Clock.ACTION_DUE, Clock.PROMISE}
"""What stays owed when a report is withdrawn: answers, actions and promises."""

SUSPENDED_BY_CALL_IN = frozenset({Clock.ACTION_DUE, Clock.UPDATE_DUE})
"""What waits while a decision is called in."""


def start(
    case: Case,
    book: DateBook,
    entry: Entry,
    day: date,
    clock: Clock,
    begins: date | None,
    *,
    about: int = 0,
    due: date | None = None,
    figure: int | None = None,
    before: bool = False,
    owner: str | None = None,
    condition: str | None = None,
    quote: str | None = None,
    note: str | None = None,
    quiet: bool = False,
    tag: str = "",
) -> Case:
    """Opens the follow-up of a clock that `entry` starts on `day`.

    The clock counts from `begins`; or its date is `due`; without either it has no date and waits on `condition`.
    """
    dated = book.date(
        clock, entry.number, begins, about=about, due=due, figure=figure, before=before, note=note, tag=tag
    )
    opened = FollowUp(
        dated.number,
        dated.key,
        clock,
        entry.number,
        day,
        start=dated.start,
        due=dated.due,
        in_force=dated.in_force,
        note=dated.note,
        figure=dated.figure,
        body=case.body.name if case.body else None,
        owner=owner,
        recommendation=about,
        condition=condition,
        quote=quote,
        quiet=quiet or (getattr(entry.act, "backdated", False) and old_already(dated.due, day, entry.entered_on)),
    )
    return replace(case, follow_ups=(*case.follow_ups, opened))


OLD = timedelta(28)
"""So long before it was entered something without a day was asked for, to be old already."""


def old_already(due: date | None, opened_on: date, entered_on: date) -> bool:
    """Whether something was late, or had no day and was asked for long ago, when it was entered."""
    return due < entered_on if due is not None else opened_on < entered_on - OLD


_UNKNOWN = {
    Clock.CALL_IN_WINDOW: "until when it could be called in",
    Clock.CALL_IN_HEARING: "by when the call-in was to be heard",
    Clock.RECONSIDERATION: "by when it was to be reconsidered",
}
BY_CONSTITUTION = tuple(_UNKNOWN)
"""The clocks whose length is the constitution's. Each is also the name of the gap that papers leave without it."""


def start_by_constitution(
    case: Case, book: DateBook, entry: Entry, day: date, clock: Clock, begins: date | None, *, papers: bool,
    owner: str | None = None, condition: str | None = None,
) -> Case:  # fmt: skip
    """Opens the follow-up of a clock whose length is the constitution's.

    From `papers`, while nobody has entered that figure, it has no date, which is a gap; a window is not opened at all.
    """
    if not papers:
        return start(case, book, entry, day, clock, begins, owner=owner, condition=condition)
    window = clock in WINDOWS
    dated = book.date(clock, entry.number, begins, owed=not window, papers=True, tag="/due" if window else "")
    if dated.note == NOT_ENTERED:
        gap = Gap(entry.number, clock.value, f"{_UNKNOWN[clock]} is not known: {NOT_ENTERED}")
        case, condition = replace(case, gaps=(*case.gaps, gap)), NOT_ENTERED
        if window:
            return case
    return start(case, book, entry, day, clock, begins, owner=owner, condition=condition, quiet=True)


def stop(
    case: Case,
    entry: int,
    day: date,
    which: Callable[[FollowUp], bool],
    *,
    ended: Ended = Ended.KEPT,
    why: str | None = None,
) -> Case:
    """Ends every open follow-up that `which` picks, on `day`, by entry `entry`."""
    changed = False
    kept = []
    for follow_up in case.follow_ups:
        if follow_up.ended is None and which(follow_up):
            follow_up = replace(follow_up, ended=ended, ended_on=day, ended_entry=entry, ended_why=why, suspended=False)
            changed = True
        kept.append(follow_up)
    return replace(case, follow_ups=tuple(kept)) if changed else case


def open_again(case: Case, which: Callable[[FollowUp], bool]) -> Case:
    """Takes the end back from every follow-up that `which` picks."""
    follow_ups = tuple(
        replace(f, ended=None, ended_on=None, ended_entry=0, ended_why=None) if which(f) else f for f in case.follow_ups
    )
    return case if follow_ups == case.follow_ups else replace(case, follow_ups=follow_ups)


def stop_clocks(case: Case, entry: int, day: date, *clocks: Clock, ended: Ended = Ended.KEPT) -> Case:
    """Ends every open follow-up of these clocks."""
    return stop(case, entry, day, lambda f: f.clock in clocks, ended=ended)


REPORTED = "reported complete"
"""Why an action ended that an update calls complete. Only its committee discharges the recommendation."""


def done_or_not(case: Case, entry: int, day: date) -> Case:
    """Ends the actions whose recommendations are reported complete, and takes up again those that are so no longer."""
    complete = {r.number for r in case.recommendations if r.implementation is Implementation.COMPLETE}
    case = open_again(case, lambda f: f.ended_why == REPORTED and f.recommendation not in complete)
    return stop(
        case, entry, day, lambda f: f.clock is Clock.ACTION_DUE and f.recommendation in complete, why=REPORTED
    )  # fmt: skip


def suspend(case: Case, suspended: bool) -> Case:
    """Suspends what waits while a decision is called in, or lets it go on. Council's own hearing does not wait."""
    council = case.call_in.referred_entry if case.call_in else 0
    follow_ups = tuple(
        replace(f, suspended=suspended)
        if f.clock in SUSPENDED_BY_CALL_IN and f.ended is None and f.suspended != suspended and f.entry != council
        else f
        for f in case.follow_ups
    )
    return case if follow_ups == case.follow_ups else replace(case, follow_ups=follow_ups)


def still_open(case: Case, day: date) -> tuple[FollowUp, ...]:
    """What is still owed on a day; a window whose last day has passed is not."""
    return tuple(f for f in case.follow_ups if f.open_on(day))
