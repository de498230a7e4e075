"""A report on agendas: listed at a meeting, heard there, and what had to be out before that meeting."""

from collections.abc import Callable
from datetime import date
from functools import partial

from msgspec.structs import replace

from states.acts import Entry, MoveAct
from states.case import Case, FollowUp, Listing
from states.clocks_started import listed
from states.facts import Sitting
from states.follow_ups import open_again, stop
from states.rule_book import DateBook
from states.words import SCRUTINISING, Clock, Ended, MeetingStatus

BEFORE_A_MEETING = frozenset({Clock.AGENDA_PUBLICATION, Clock.REPORT_DEADLINE})
"""What every meeting wants beforehand; the notices of an executive meeting are answered by the decision."""


HELD = "the meeting was held"
"""Why what was wanted before a meeting ended, where nothing else ended it."""

SIGNED_OFF = "signed off"
"""What a sign-off says of its meeting, unless more was done there."""


def list_it(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """It goes on an agenda: what must be out before that meeting gets its dates, unless the meeting is cancelled."""
    f = act.facts
    if f.meeting is None:
        return case
    listing = Listing(
        entry.number, f.meeting, f.item_number, to_follow=bool(f.to_follow), agenda_published_on=f.agenda_published_on
    )
    case = listed(replace(case, listings=(*case.listings, listing)), entry, f.meeting, day, book, papers=act.papers)
    if f.agenda_published_on is not None:
        case = _published(case, entry, f.agenda_published_on, f.meeting)
    if f.meeting.status is MeetingStatus.CANCELLED:
        why = "the meeting was cancelled"
        return stop(case, entry.number, day, lambda x: x.entry == entry.number, ended=Ended.OVERTAKEN, why=why)
    return case


def heard(case: Case, entry: Entry, act: MoveAct, day: date, outcome: str) -> Case:
    """A meeting dealt with it: its listing there is heard, or one is entered; what was wanted for it is over."""
    meeting = act.facts.meeting
    if meeting is None:
        return case
    f = act.facts
    listings = list(case.listings)
    for place, listing in enumerate(listings):
        if _same(listing.meeting, meeting) and (listing.outcome is None or outcome != "scrutinised"):
            listings[place] = replace(
                listing, meeting=_known(listing.meeting, meeting), minute=f.minute or listing.minute,
                outcome=listing.outcome or outcome if outcome == SIGNED_OFF else outcome,
                agenda_published_on=f.agenda_published_on or listing.agenda_published_on,
            )  # fmt: skip
            break
    else:
        new = Listing(
            entry.number, meeting, minute=f.minute, outcome=outcome, agenda_published_on=f.agenda_published_on
        )
        listings.append(new)
    case = replace(case, listings=tuple(listings))
    if f.agenda_published_on is not None:
        case = _published(case, entry, f.agenda_published_on, meeting)
    return agendas_over(case, entry, day, lambda sitting: _same(sitting, meeting))


def _known(listed: Sitting, met: Sitting) -> Sitting:
    """The meeting at which it was heard: one that is on record stays known where whoever heard it is not said."""
    return replace(listed, status=met.status) if listed.ref and not met.ref else met


def _published(case: Case, entry: Entry, published: date, meeting: Sitting) -> Case:
    """The agenda was out on that day: where that was in time, what was owed was kept."""
    listed_by = {listing.entry for listing in case.listings if _same(listing.meeting, meeting)}
    return stop(
        case, entry.number, published,
        lambda f: f.clock is Clock.AGENDA_PUBLICATION and f.entry in listed_by and f.due is not None
        and published <= f.due,
    )  # fmt: skip


def _same(one: Sitting, other: Sitting) -> bool:
    if one.ref and other.ref:
        return one.ref == other.ref
    names = {sitting.body.name for sitting in (one, other) if sitting.body}
    return one.on == other.on and len(names) < 2


def agendas_over(case: Case, entry: Entry, day: date, which: Callable[[Sitting], bool]) -> Case:
    """Agenda and report deadline of the meetings that `which` picks are no longer waited for: the meeting is over."""
    listed_by = {listing.entry for listing in case.listings if which(listing.meeting)}
    return stop(
        case, entry.number, day, lambda f: f.clock in BEFORE_A_MEETING and f.entry in listed_by,
        ended=Ended.OVERTAKEN, why="the meeting is over",
    )  # fmt: skip


def held_over(case: Case, before: date | None = None) -> Case:
    """Once a meeting was held its agenda and report are waited for no more, whatever became of the report there.

    With `before`, of the meetings held before that day: what is entered for the day of the meeting itself comes first.
    What was kept stays kept.
    """
    for listing in case.listings:
        held = _held_on(listing)
        if held is not None and (before is None or held < before):
            wanted = partial(_wanted_for, listing.entry)
            case = stop(case, listing.entry, held, wanted, ended=Ended.OVERTAKEN, why=HELD)
    return case


def _wanted_for(listing: int, follow_up: FollowUp) -> bool:
    return follow_up.entry == listing and follow_up.clock in BEFORE_A_MEETING


def not_yet_over(case: Case, day: date) -> Case:
    """Takes `held_over` back for the meetings of that day or later, so that one more event of that day can be told."""
    again = {listing.entry for listing in case.listings if (held := _held_on(listing)) is not None and held >= day}
    return open_again(case, lambda f: f.ended_why == HELD and f.entry in again) if again else case


def _held_on(listing: Listing) -> date | None:
    return listing.meeting.on.last if listing.meeting.status is MeetingStatus.HELD else None


def past(day: date) -> Callable[[Sitting], bool]:
    """Picks the meetings whose day has come, by that day."""
    return lambda sitting: sitting.on.last is not None and sitting.on.last <= day


def deciding(day: date) -> Callable[[Sitting], bool]:
    """Picks the meetings whose day has come, and those that decide; a scrutiny meeting to come is still wanted."""
    met = past(day)
    return lambda sitting: (
        met(sitting) or bool(sitting.body and sitting.body.kind and sitting.body.kind not in SCRUTINISING)
    )
