"""The thread: reports tied through the years by "further to minute …", from the earliest to the latest."""

from datetime import date

import msgspec

from db import queries
from states.case import Case, decode_case
from states.days import On
from states.words import Move
from workflow.lookups import told_as
from workflow.views.look import Look
from workflow.views.report import case_of


class Tied(msgspec.Struct, frozen=True):
    """One step of a thread: a report, on the day it was first heard, or a minute that no report is known for.

    `how` is `itself`, `minute` (a minute number proves it), `made` (a person tied it) or `suggested`. `on` is the day
    where it is known to the day; `when` says as much as is known.
    """

    report: str | None
    title: str | None
    minute: str | None
    body: str | None
    on: date | None
    how: str
    quote: str | None = None
    when: str | None = None


def thread(look: Look, ref: str) -> list[Tied]:
    """Everything tied to a report, directly and through others, earliest first; what is only suggested is marked."""
    start, case = case_of(look, ref)
    seen: dict[int, Tied] = {start: _report(start, case, "itself")}
    loose: dict[tuple[str | None, str | None], Tied] = {}
    waiting = [start]
    while waiting:
        number = waiting.pop()
        row = look.tx.report(number)
        if row is None:
            continue
        case = decode_case(row.folded)
        for tied, how, minute in _neighbours(look, number, case, loose):
            other = look.tx.report(tied)
            if tied not in seen and other is not None:
                seen[tied] = _report(tied, decode_case(other.folded), how, minute)
                waiting.append(tied)
    dated = [(_heard(look, number), tied) for number, tied in seen.items()]
    dated += [(_by_minute(tied.minute), tied) for tied in loose.values()]
    return [tied for _, tied in sorted(dated, key=lambda d: (d[0], d[1].minute or "", d[1].report or ""))]


def _heard(look: Look, number: int) -> date:
    """Where a report stands in the thread: the last day it can first have been heard."""
    row = look.tx.report(number)
    case = decode_case(row.folded) if row else Case()
    heard = next((r.took_place for r in case.reached if r.move == Move.SCRUTINISE), case.first_on)
    return heard or date.max


def _by_minute(minute: str | None) -> date:
    """Where a minute without a report stands: at the turn of its municipal year; without one, last."""
    year = minute.rpartition("/")[2] if minute and "/" in minute else ""
    return date(2000 + int(year[-2:]), 5, 15) if year.isdigit() else date.max


def _report(number: int, case: Case, how: str, minute: str | None = None) -> Tied:
    own = next((x.minute for x in case.listings if x.minute), None)
    heard = next(
        (r.on for r in case.reached if r.move == Move.SCRUTINISE), case.reached[0].on if case.reached else On()
    )
    return Tied(
        f"R{number}", case.title, own or minute, case.body.name if case.body else None, heard.exact, how,
        when=str(heard) if heard.last else None,
    )  # fmt: skip


def _neighbours(
    look: Look, number: int, case: Case, loose: dict[tuple[str | None, str | None], Tied]
) -> list[tuple[int, str, str | None]]:
    found: list[tuple[int, str, str | None]] = []
    for earlier in case.earlier:
        if earlier.report:
            found.append((told_as(look.tx, earlier.report), "made", earlier.minute))
        if earlier.minute is None:
            continue
        under = look.tx.all(queries.MINUTES, minute=earlier.minute)
        owners = [m.report for m in under if _one_body(m.body, earlier.body)]
        found += [(owner, "minute", earlier.minute) for owner in owners if owner != number]
        if not owners and not earlier.report:
            key = (earlier.minute, earlier.body)
            loose.setdefault(key, Tied(None, None, earlier.minute, earlier.body, None, "minute", earlier.quote))
    for listing in case.listings:
        if listing.minute:
            body = listing.meeting.body.name if listing.meeting.body else None
            later = look.tx.all(queries.LINKS, minute=listing.minute)
            found += [(k.report, "minute", None) for k in later if k.report != number and _one_body(body, k.body)]
    for one in (number, *case.took):
        found += [(k.report, "made", None) for k in look.tx.all(queries.LINKS, earlier=one) if k.report != number]
    return found


def _one_body(one: str | None, other: str | None) -> bool:
    """Whether two names may be of one body: a minute number counts per body; where neither is known it may not."""
    return one is not None and other is not None and one.casefold() == other.casefold()
