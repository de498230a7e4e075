"""What refuses a move: order and identity, never anything that merely should not have happened.

A guard looks at the case and the day, a check also at the facts given. Each returns nothing, or the sentence the
user will read; command line, terminal UI and `explain` show that same sentence.
"""

from collections import Counter
from collections.abc import Callable
from datetime import date

from states import recommendation as axes
from states.case import Case, FollowUp
from states.days import On, said_day
from states.facts import Body, Facts, Reconsidered, Ruling
from states.follow_ups import still_open
from states.words import SCRUTINISING, MeetingStatus, Response, SignOff, said

Guard = Callable[[Case, date | None], str | None]
Check = Callable[[Case, Facts, On], str | None]


def _numbers(numbers: list[int]) -> str:
    words = ", ".join(map(str, numbers))
    return f"Recommendation {words} is" if len(numbers) == 1 else f"Recommendations {words} are"


def all_discharged(case: Case, day: date | None) -> str | None:
    """Every recommendation must be discharged by a committee."""
    waiting = [r.number for r in case.real if r.sign_off is not SignOff.DISCHARGED]
    them = "it" if len(waiting) == 1 else "them"
    return f"{_numbers(waiting)} not discharged; sign {them} off first." if waiting else None


def nothing_owed(case: Case, day: date | None) -> str | None:
    """No follow-up may be open, other than windows."""
    owed = [f for f in still_open(case, day or date.max) if not f.window]
    if not owed:
        return None
    named = Counter(map(_named, owed))
    shown = [f"{name} ({many} times)" if many > 1 else name for name, many in list(named.items())[:_LISTED]]
    rest = len(named) - len(shown)
    more = f"; and {rest} more" if rest > 0 else ""
    count = "1 follow-up is" if len(owed) == 1 else f"{len(owed)} follow-ups are"
    each = "it" if len(owed) == 1 else "each"
    return f"{count} still open: {'; '.join(shown)}{more}. Say of {each} whether it was kept, overtaken or dropped."


_LISTED = 12
"""How many kinds of open follow-ups a sentence names, each with its day."""


def _named(follow_up: FollowUp) -> str:
    due = f" by {said_day(follow_up.counts)}" if follow_up.counts else " without a date"
    return f"{said(follow_up.clock)}{due}"


def window_over(case: Case, day: date | None) -> str | None:
    """The call-in window must be over, or have never been open."""
    for follow_up in case.follow_ups:
        if follow_up.window and follow_up.ended is None and follow_up.due and day and follow_up.due >= day:
            return f"The call-in window is open until {said_day(follow_up.due)}."
    return None


def can_be_called_in(case: Case, day: date | None) -> str | None:
    """The decision must be one that can be called in, and not have been called in before."""
    decision = case.decision
    if decision is None:
        return "No decision is entered that could be called in."
    if decision.callable is False or decision.waived_by:
        because = decision.why_not_callable or (
            f"{decision.waived_by} agreed to waive it" if decision.waived_by else ""
        )
        return f"The decision cannot be called in{': ' + because.rstrip('.') if because else ''}."
    if any(c.decision == decision.entry and c.ruled is not Ruling.INVALID for c in case.call_ins):
        return "The decision has been called in before; one decision is called in once."
    if decision.final:
        return "The decision was reconsidered and is final; it cannot be called in again."
    return None


def not_published(case: Case, day: date | None) -> str | None:
    """A decision is published once; a wrong day is amended."""
    if case.decision and case.decision.published_on:
        return f"The decision was published on {said_day(case.decision.published_on)}; amend that entry if it is wrong."
    return None


def has_recommendations(case: Case, day: date | None) -> str | None:
    """There must be a recommendation to answer or to sign off."""
    return None if case.real else "There is no recommendation."


def closes_in_time(case: Case, facts: Facts, on: On) -> str | None:
    """The consultation must have closed on or before the day."""
    opens, closes = facts.consultation_opens, facts.consultation_closes
    if opens and closes and opens > closes:
        return f"The consultation cannot close on {said_day(closes)}: it opens on {said_day(opens)}."
    if closes and on.last and closes > on.last:
        return f"The consultation closes on {said_day(closes)}; it is consulted on that day or later, not by {on}."
    return None


def meeting_to_come(case: Case, facts: Facts, on: On) -> str | None:
    """A report is listed for a meeting that is to be held."""
    meeting = facts.meeting
    if meeting is None:
        return None
    if meeting.status is MeetingStatus.CANCELLED:
        return f"The meeting ({meeting}) is cancelled."
    if meeting.on.last and on.first and meeting.on.last < on.first:
        return f"The meeting ({meeting}) was over by {on}; list it for one to come, or date the listing earlier."
    return None


def meeting_held(case: Case, facts: Facts, on: On) -> str | None:
    """The meeting must have been held, and on the day given."""
    meeting = facts.meeting
    if meeting is None:
        return None
    if meeting.status is not MeetingStatus.HELD:
        return f"The meeting ({meeting}) is {meeting.status or 'not known to have been held'}; hold it first."
    if meeting.on.exact and on.exact and meeting.on.exact != on.exact:
        return f"The meeting was on {meeting.on}, not on {on}."
    return None


def meeting_scrutinises(case: Case, facts: Facts, on: On) -> str | None:
    """The meeting must be of a scrutiny or advisory body; where its body is not known, that is a gap."""
    body = facts.meeting.body if facts.meeting else None
    if body is None or body.kind is None or body.kind in SCRUTINISING:
        return None
    article = "an" if body.kind[0] in "aeio" else "a"
    return f"{body.name} is {article} {said(body.kind)} body; a report is scrutinised by a scrutiny or advisory body."


def proposals_whole(case: Case, facts: Facts, on: On) -> str | None:
    """Each recommendation has its words, and goes from one body to another."""
    for proposal in facts.recommendations:
        if not proposal.text.strip():
            return "A recommendation has no words; give its text."
        if not proposal.from_.name.strip() or not proposal.to.name.strip():
            return f"The recommendation “{proposal.text[:40]}” needs the body it is from and the body it is to."
        if proposal.from_.name == proposal.to.name:
            return f"The recommendation “{proposal.text[:40]}” is from and to the same body, {proposal.to.name}."
    return None


def answers_fit(case: Case, facts: Facts, on: On) -> str | None:
    """Each answer names a recommendation there is, what was answered, and by whom."""
    for answer in facts.responses:
        found = case.recommendation(answer.recommendation)
        if found is None or found.proposal:
            return f"There is no recommendation {answer.recommendation}."
        if answer.answer is Response.AWAITING:
            return f"Recommendation {found.number}: awaiting is no answer."
        if not answer.by:
            return f"Recommendation {found.number}: say by whom it was answered."
        sentence = axes.refuse("response", found.number, found.response, answer.answer)
        if sentence:
            return sentence
    return None


def answers_dated(case: Case, facts: Facts, on: On) -> str | None:
    """Each answer has its day, its own or the entry's. Asked at a desk only: papers may leave it out."""
    undated = (a.recommendation for a in facts.responses if a.on.last is None and on.last is None)
    number = next(undated, None)
    return f"Recommendation {number}: say on which day it was answered." if number is not None else None


def progress_fits(case: Case, facts: Facts, on: On) -> str | None:
    """Each report of progress names a recommendation there is, and a step its axis allows."""
    for progress in facts.progress:
        found = case.recommendation(progress.recommendation)
        if found is None or found.proposal:
            return f"There is no recommendation {progress.recommendation}."
        sentence = axes.refuse("implementation", found.number, found.implementation, progress.implementation)
        if sentence:
            return sentence
    return None


def signs_fit(case: Case, facts: Facts, on: On) -> str | None:
    """A sign-off is an act of the body that recommended it, or of its successor."""
    for signed in facts.signs:
        found = case.recommendation(signed.recommendation)
        if found is None or found.proposal:
            return f"There is no recommendation {signed.recommendation}."
        body = facts.meeting.body if facts.meeting else None
        if body is not None and not _same_or_successor(body, found.from_):
            return (
                f"Recommendation {found.number} is {found.from_.name}'s; "
                f"{body.name} is neither that body nor its successor. If it came after it, say so first: "
                f"matters body succeed {_written(found.from_)} --by {_written(body)}"
            )
        sentence = axes.refuse("sign_off", found.number, found.sign_off, signed.sign_off)
        if sentence:
            return sentence
    return None


def _written(body: Body) -> str:
    """A body as a command takes it."""
    return f"B{body.ref}" if body.ref else f'"{body.name}"'


def _same_or_successor(body: Body, made_by: Body) -> bool:
    return made_by.name in (body.name, *body.formerly) or bool(body.ref and body.ref == made_by.ref)


HAPPENED = (
    "received_on", "notice_given_on", "paper_dated", "agenda_published_on", "key_notice_given_on",
    "general_exception_on", "published_on", "ruled_on",
)  # fmt: skip
"""The facts that are days on which something did happen; none of them can lie ahead of the day it is entered."""


def nothing_ahead(facts: Facts, today: date) -> tuple[str, ...]:
    """Every sentence about a day that is said to have been, and has not come yet."""
    days = [(name.replace("_", " "), getattr(facts, name)) for name in HAPPENED]
    for answer in facts.responses:
        days.append((f"the answer to recommendation {answer.recommendation}", answer.on.first))
        days.append((f"the publication of the answer to recommendation {answer.recommendation}", answer.published_on))
    return tuple(
        f"{what[0].upper()}{what[1:]}: {said_day(day)} has not come yet." for what, day in days if day and day > today
    )


def months_sane(case: Case, facts: Facts, on: On) -> str | None:
    """Months ahead are between one and ten years' worth."""
    if facts.until_months is not None and not 1 <= facts.until_months <= 120:
        return f"{facts.until_months} months is no time to wait; give from 1 to 120."
    return None


def day_known(case: Case, facts: Facts, on: On) -> str | None:
    """A decision has a day, or at least the month it fell in."""
    return None if on.last else "Say on which day it was decided; a month will do."


def exact_day(case: Case, facts: Facts, on: On) -> str | None:
    """Publication has its very day."""
    return None if on.exact else "Say on which day it was published."


def amended_has_text(case: Case, facts: Facts, on: On) -> str | None:
    """A decision that was amended has its new words."""
    if facts.reconsidered is Reconsidered.AMENDED and not facts.decided:
        return "Say what was decided instead."
    return None


def follow_ups_there(case: Case, facts: Facts, on: On) -> str | None:
    """The follow-ups named are there and open."""
    for number in facts.follow_ups:
        found = case.follow_up(number)
        if found is None or found.ended:
            return f"There is no open follow-up {number}."
    return None
