"""The clocks: each rule that gives a follow-up its date is one row of `RULES`, and `count` reads the row.

To add a clock: give it a name in `states.words.Clock` and a row below; nothing else needs to know.

Every clock counts forwards (`matters clock NAME --from DAY`); one that says what it counts back from can also answer
"by when at the latest, for that meeting?" (`--before DAY`). The start is never counted, except where the law says
"beginning with". Statutory last days do not move off a weekend: the working day before is shown beside them.
Statutory clocks use England's working days; the council's own also its closure days and Saturdays.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from typing import Any

import msgspec

from states.bank_holidays import FIRST_YEAR, LAST_YEAR
from states.days import said_long
from states.errors import BadInput
from states.rules import CouncilRules
from states.words import WINDOWS, Clock
from states.working_days import Calendar, Skipped, months_after


class Unit(StrEnum):
    """What a clock counts."""

    CLEAR_WORKING = "clear working days"
    """Whole working days with neither the start nor the event among them."""
    CLEAR_CALENDAR = "clear days"
    """Whole days of any kind with neither the start nor the event among them."""
    WORKING = "working days"
    """The last of them is the day itself."""
    MONTHS_BEGINNING = "months beginning with"
    """Months of which the start is the first day: they end the day before the corresponding date, or with the month."""
    MONTHS = "months"
    """To the corresponding date, or the month's last day; with the figure 0 the date itself."""


class Rule(msgspec.Struct, frozen=True):
    """One clock: what starts it, how long it is, how it counts, by whose authority, who may change it."""

    clock: Clock
    label: str
    """How a heading names it."""
    starts: str
    """What the day it starts on is the day of, counting forwards."""
    counts: str
    """The rule in words; `{n}` stands for the figure."""
    unit: Unit
    figure: int | None
    """The length, when the rule itself fixes it."""
    authority: str
    figure_from: str | None = None
    """The setting that holds the length instead, such as `call_in.days`."""
    before: str | None = None
    """What it counts back from; None: it only counts forwards."""
    then: str = "it is late from"
    """What the day after the last day means, counting forwards; nothing worth saying when empty."""
    statutory: bool = True
    """Law: closure days and Saturdays of the council do not touch it."""
    settable: bool = False
    """Whether a council, a committee or an agreement may set another figure."""

    @property
    def direction(self) -> str:
        """`forwards`, or `backwards` for a clock that can also be counted back from the event it protects."""
        return "backwards" if self.before else "forwards"

    @property
    def window(self) -> bool:
        """Whether it lapses and is never overdue."""
        return self.clock in WINDOWS


_CONSTITUTION, _COMMITTEE = "the council's constitution", "the committee"

RULES: Mapping[Clock, Rule] = {
    rule.clock: rule
    for rule in (
        Rule(Clock.EXECUTIVE_RESPONSE, "Executive response",
             "the day the report or, if later, the written notice was received",
             "{n} months beginning with the day of receipt", Unit.MONTHS_BEGINNING, 2,
             "Local Government Act 2000 s.9FE"),
        Rule(Clock.PARTNER_RESPONSE, "Partner response", "the day of the request",
             "{n} days after the request (law for health bodies; with other partners a date is agreed)",
             Unit.CLEAR_CALENDAR, 28, "SI 2013/218 reg. 22; s.9FF", settable=True),
        Rule(Clock.AGENDA_PUBLICATION, "Agenda publication", "the day of issue",
             "{n} clear days (working days) between issue and meeting", Unit.CLEAR_WORKING, 5,
             "committees and Council: Local Government Act 1972 s.100B; executive: SI 2012/2089 regs 6–7",
             before="the meeting", then="the earliest day for the meeting is"),
        Rule(Clock.KEY_DECISION_NOTICE, "Key decision notice", "the day the notice is published",
             "{n} clear days (of any kind) between notice and decision", Unit.CLEAR_CALENDAR, 28,
             "SI 2012/2089 reg. 9", before="the decision", then="the earliest day for the decision is"),
        Rule(Clock.GENERAL_EXCEPTION, "General exception", "the day the notice is made available",
             "{n} clear days (working days) between notice and decision", Unit.CLEAR_WORKING, 5,
             "SI 2012/2089 reg. 10", before="the decision", then="the earliest day for the decision is"),
        # Regulation 5 says "28 clear days" and "five clear days" and defines neither: the long notice is counted in
        # days of any kind, as for a key decision; the short one in working days, as for the agenda it goes out with.
        Rule(Clock.PRIVATE_MEETING_NOTICE, "Private meeting notice", "the day the notice is published",
             "{n} clear days (of any kind) between notice and private meeting", Unit.CLEAR_CALENDAR, 28,
             "SI 2012/2089 reg. 5(2)", before="the private meeting", then="the earliest day for the meeting is"),
        Rule(Clock.PRIVATE_MEETING_FURTHER_NOTICE, "Private meeting further notice", "the day the notice is published",
             "{n} clear days (working days) between further notice and private meeting", Unit.CLEAR_WORKING, 5,
             "SI 2012/2089 reg. 5(4)", before="the private meeting", then="the earliest day for the meeting is"),
        # Forwards: a report handed in on that day can be published on `last_day`. Back: from the publication day.
        Rule(Clock.REPORT_DEADLINE, "Report deadline", "the day the report is handed in",
             "{n} working days from handing in to agenda publication, which is the last of them", Unit.WORKING, None,
             "the council", "updates.report_deadline_days", before="agenda publication", then="",
             statutory=False, settable=True),
        Rule(Clock.CALL_IN_WINDOW, "Call-in window", "the day of publication",
             "{n} clear working days after publication", Unit.CLEAR_WORKING, None, _CONSTITUTION, "call_in.days",
             then="unless it is called in, the decision can be put into effect from", statutory=False, settable=True),
        Rule(Clock.CALL_IN_HEARING, "Call-in hearing", "the day of the call-in's receipt or validity",
             "{n} working days after {hearing_from}", Unit.WORKING, None, _CONSTITUTION, "call_in.hearing_days",
             statutory=False, settable=True),
        Rule(Clock.RECONSIDERATION, "Reconsideration", "the day it was referred back",
             "{n} working days after referral back", Unit.WORKING, None, _CONSTITUTION,
             "call_in.reconsideration_days", statutory=False, settable=True),
        Rule(Clock.AWAITING_PUBLICATION, "Awaiting publication", "the date given",
             "{n} months after the event", Unit.MONTHS, 0, _COMMITTEE, statutory=False, settable=True),
        Rule(Clock.CONSULTATION_CLOSE, "Consultation close", "the date given",
             "{n} months after the event", Unit.MONTHS, 0, _COMMITTEE, statutory=False, settable=True),
        Rule(Clock.ACTION_DUE, "Action due", "the date given",
             "{n} months after the event", Unit.MONTHS, 0, _COMMITTEE, statutory=False, settable=True),
        Rule(Clock.UPDATE_DUE, "Update due", "the event the update follows",
             "{n} months after the event", Unit.MONTHS, None, _COMMITTEE, "updates.months",
             statutory=False, settable=True),
    )
}  # fmt: skip
"""Every clock that can be counted, in the order of the year's work. A promise has only the date its words give."""


class Count(msgspec.Struct, frozen=True):
    """A date, and how it was arrived at. `as_json` and `paragraph` say it to programs and to people."""

    clock: Clock
    start: date
    """The day counted from (or back from)."""
    last_day: date
    """The last day that counts: the window's last, the last on which a duty is in time, the last clear day."""
    in_force: date
    """The day after: when the decision takes effect, the meeting may be held, or the duty is late."""
    practical_day: date
    """The last day, or the working day before it when it is none."""
    counts: str
    skipped: Skipped
    """The days passed over between start and last day, earliest first, each with its reason."""
    authority: str
    provisional: str | None = None
    """A sentence when the figure is a stand-in for the constitution's."""


def clock_named(name: str) -> Clock:
    """The clock of a name, written `call_in_window` or `call-in window`. BadInput gives the closest and the list."""
    wanted = "_".join(name.lower().replace("-", " ").replace("_", " ").split())
    if wanted in RULES:
        return Clock(wanted)
    if wanted == Clock.PROMISE:
        raise BadInput("A promise is not counted: its date is the one its own words give.")
    close = get_close_matches(wanted, RULES, n=1)
    hint = f" Did you mean {close[0]}?" if close else ""
    raise BadInput(f"There is no clock “{name}”.{hint} The clocks are: {', '.join(RULES)}.")


def count(
    clock: Clock,
    start: date,
    calendar: Calendar,
    rules: CouncilRules,
    *,
    before: bool = False,
    figure: int | None = None,
) -> Count:
    """Count a clock from `start`, or back from it with `before=True`, and say how.

    Forwards, the last clear day is `last_day` and the earliest meeting day `in_force`. Back, `last_day` is the last day
    on which to publish, always a working day where working days are counted: an agenda has to lie open in an office.
    `figure` replaces the rule's length, in its unit (days or months), where somebody may set it.
    BadInput: the clock is not in the table, only counts forwards, its length is law; a figure or day out of range.
    """
    rule = RULES.get(clock)
    if rule is None:
        return count(clock_named(clock), start, calendar, rules, before=before, figure=figure)
    if before and rule.before is None:
        raise BadInput(f"{rule.label} only counts forwards, from {rule.starts}; it cannot be counted back.")
    authority, provisional = rule.authority, None
    if figure is not None:
        authority = _check(rule, figure)
        n = figure
    elif rule.figure_from is None:
        n = rule.figure or 0
    else:
        n, provisional = rules.figure(rule.figure_from)
    if not FIRST_YEAR <= start.year <= LAST_YEAR:
        raise BadInput(f"Days can be counted from {FIRST_YEAR} to {LAST_YEAR}, not in the year {start.year}.")
    own, unit = not rule.statutory, rule.unit
    skipped: Skipped = ()
    if unit is Unit.CLEAR_WORKING or unit is Unit.WORKING:
        if before:
            last, skipped = calendar.before_working(start, n + (unit is Unit.CLEAR_WORKING), own)
        else:
            last, skipped = calendar.add_working(start, n, own)
    elif unit is Unit.CLEAR_CALENDAR:
        last = start - _DAY * (n + 1) if before else start + _DAY * n
    else:
        last = months_after(start, n)
        if unit is Unit.MONTHS_BEGINNING and last.day == start.day:
            last -= _DAY
    call_in = rules.call_in
    counts = _sentence(rule.counts, n, unit is Unit.MONTHS and not n, call_in.hearing_from or "receipt")
    if call_in.cut_off and clock is Clock.CALL_IN_WINDOW:
        counts = f"{counts}, until {call_in.cut_off} on the last day"
    return Count(
        clock, start, last, last + _DAY, calendar.practical(last, own), counts, skipped, authority, provisional
    )


def as_json(count: Count) -> dict[str, Any]:
    """The count as every `--format json` gives it: ISO days; `note` is null unless the figure is a stand-in."""
    return {
        "clock": str(count.clock),
        "from": count.start.isoformat(),
        "last_day": count.last_day.isoformat(),
        "in_force": count.in_force.isoformat(),
        "practical_day": count.practical_day.isoformat(),
        "counts": count.counts,
        "skipped": [{"date": day.isoformat(), "why": why} for day, why in count.skipped],
        "authority": count.authority,
        "note": count.provisional,
    }


def paragraph(count: Count) -> str:
    """The count in plain English, to be pasted into an e-mail: rule, start, days passed over and why, law."""
    rule = RULES[count.clock]
    back = count.last_day < count.start and rule.before is not None
    said = [f"{rule.label}: {count.counts}."]
    if back:
        said.append(f"Counted back from {rule.before} on {said_long(count.start)}.")
    else:
        said.append(f"Counted from {said_long(count.start)}, {rule.starts}.")
    if count.skipped:
        passed = "; ".join(f"{said_long(day)}{_reason(why)}" for day, why in count.skipped)
        said.append(f"Passed over: {passed}.")
    said.append(f"The last day is {said_long(count.last_day)}.")
    if count.practical_day != count.last_day:
        said.append(f"That is not a working day, so in practice it is {said_long(count.practical_day)}.")
    then = "it is late from" if back else rule.then
    if then:
        said.append(f"{then[0].upper()}{then[1:]} {said_long(count.in_force)}.")
    said.append(f"Authority: {count.authority}.")
    if count.provisional:
        said.append(f"Note: {count.provisional}.")
    return " ".join(said)


_DAY = timedelta(days=1)
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@lru_cache(maxsize=512)
def _sentence(counts: str, n: int, plain: bool, hearing_from: str) -> str:
    """The rule's words with the figure in them; small numbers are written out, and one day is no days."""
    if plain:
        return "the date itself"
    text = counts.format(n=_NUMBERS[n] if n < len(_NUMBERS) else n, hearing_from=hearing_from)
    return text.replace("days", "day").replace("months", "month") if n == 1 else text


def _reason(why: str) -> str:
    """A reason behind a day that is already named with its weekday."""
    return "" if why in ("Saturday", "Sunday") else f" ({why})"


def _check(rule: Rule, figure: int) -> str:
    """The authority of a figure somebody gave, if it may be given and makes sense."""
    if not rule.settable:
        raise BadInput(f"{rule.label} is set by law ({rule.authority}) and cannot be given another length.")
    lowest = 0 if rule.unit is Unit.MONTHS or rule.unit is Unit.WORKING else 1
    if not lowest <= figure <= 1200:
        raise BadInput(f"{rule.label}: the figure must be from {lowest} to 1200, not {figure}.")
    return f"by agreement; in law {rule.authority}" if rule.statutory else rule.authority
