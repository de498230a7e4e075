"""Working back from a Cabinet meeting: the last day for each step under every clock, and what is already impossible."""

from collections.abc import Iterable
from datetime import date

import msgspec

from states.clocks import Count, count
from states.days import said_day
from states.rule_book import RuleBook
from states.words import Clock
from states.working_days import Calendar


class Step(msgspec.Struct, frozen=True):
    """One step of a plan. `last_day` is the last on which it can be done; `reasons` say why it no longer can."""

    step: str
    clock: str | None
    last_day: date
    practical_day: date
    possible: bool
    reasons: tuple[str, ...]
    counts: str
    authority: str
    note: str | None = None


def plan(
    cabinet: date, today: date, rules: RuleBook, *, key: bool | None = None, private: bool = False,
    scrutiny: Iterable[date] = (),
) -> list[Step]:  # fmt: skip
    """Every step towards a Cabinet meeting on a day, earliest last day first, and what follows the decision.

    `key` None is not known: the notice is then shown as if it were a key decision. `scrutiny` are the days of the
    scrutiny meetings to come; without them the plan says by when one would have to be held.
    """
    then = rules.on(cabinet)
    calendar = then.calendar()

    def back(clock: Clock, from_day: date) -> Count:
        return count(clock, from_day, calendar, then, before=True)

    agenda = back(Clock.AGENDA_PUBLICATION, cabinet)
    deadline = back(Clock.REPORT_DEADLINE, agenda.last_day)
    steps = []
    if key is not False:
        notice = _step("give the 28 days' notice of a key decision", back(Clock.KEY_DECISION_NOTICE, cabinet), today)
        if not notice.possible:
            notice = msgspec.structs.replace(notice, reasons=(*notice.reasons, _otherwise(back, cabinet, today)))
        steps.append(notice)
    if private:
        steps.append(_step("give notice of a private meeting", back(Clock.PRIVATE_MEETING_NOTICE, cabinet), today))
        further = back(Clock.PRIVATE_MEETING_FURTHER_NOTICE, cabinet)
        steps.append(_step("give the further notice of a private meeting", further, today))
    steps += _scrutiny(deadline.last_day, scrutiny, today, calendar, back)
    steps.append(_step("hand the report in for Cabinet's agenda", deadline, today))
    steps.append(_step("publish Cabinet's agenda", agenda, today))
    steps.append(_given("Cabinet decides", cabinet, today, calendar))
    window = count(Clock.CALL_IN_WINDOW, cabinet, calendar, then)
    steps.append(_step("call-in window closes, if the decision is published the same day", window, today))
    steps.append(
        msgspec.structs.replace(
            _given("the decision comes into force, unless called in", window.in_force, today, calendar),
            note=window.provisional,
        )
    )
    return sorted(steps, key=lambda s: s.last_day)


def _step(what: str, counted: Count, today: date) -> Step:
    late = counted.last_day < today
    reasons = (f"The last day was {said_day(counted.last_day)}; it is {said_day(today)}.",) if late else ()
    return Step(what, counted.clock, counted.last_day, counted.practical_day, not late, reasons, counted.counts,
                counted.authority, counted.provisional)  # fmt: skip


def _given(what: str, day: date, today: date, calendar: Calendar) -> Step:
    reasons = [f"That day has passed; it is {said_day(today)}."] if day < today else []
    why = calendar.why_skipped(day, True)
    note = f"{said_day(day)} is no working day: {why}" if why and what == "Cabinet decides" else None
    return Step(what, None, day, day, not reasons, tuple(reasons), "the day itself", "the plan", note)


def _otherwise(back: object, cabinet: date, today: date) -> str:
    counted = back(Clock.GENERAL_EXCEPTION, cabinet)  # type: ignore[operator]
    if counted.last_day >= today:
        return (
            f"General exception is still possible: notice to the scrutiny chair by {said_day(counted.last_day)} "
            f"({counted.authority})."
        )
    return "General exception is too late as well; special urgency needs the scrutiny chair's agreement (reg. 11)."


def _scrutiny(deadline: date, meetings: Iterable[date], today: date, calendar: Calendar, back: object) -> list[Step]:
    """Scrutiny comes before the report goes in, and its own agenda five clear days before that."""
    in_time = [day for day in meetings if today <= day <= deadline]
    held = max(in_time) if in_time else calendar.practical(deadline, True)
    agenda = back(Clock.AGENDA_PUBLICATION, held)  # type: ignore[operator]
    late = held < today
    heard = Step(
        "scrutiny considers it and recommends", None, held, held, not late,
        (f"It would have had to be by {said_day(held)}; it is {said_day(today)}.",) if late else (),
        "before the report goes in for Cabinet's agenda", "so that Cabinet has the recommendations before it",
        "a scrutiny meeting is arranged for that day" if in_time else "no scrutiny meeting is arranged by then",
    )  # fmt: skip
    published = _step("publish the scrutiny agenda", agenda, today)
    closes = Step(
        "close the consultation, so that scrutiny has its outcome", None, published.last_day, published.practical_day,
        published.possible, published.reasons, "before the scrutiny agenda goes out", "so that its outcome is known",
    )  # fmt: skip
    return [closes, published, heard]
