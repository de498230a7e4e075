"""The lists: what is overdue, what falls due, promises without a day, reports, gaps, irregularities, meetings."""

from datetime import date, timedelta
from typing import Literal

from msgspec.structs import replace

from db import finding, queries, queries_records, rows
from workflow.views.look import Look
from workflow.views.records import Known, Listed, Owed, Promised

Against = Literal["agreed", "statute"]
"""Which day lateness is counted from: the one agreed, or the rule's own. Both are always shown."""


def overdue(
    look: Look, against: Against = "agreed", *, limit: int | None = None, body: str | None = None,
    owner: str | None = None,
) -> list[Owed]:  # fmt: skip
    """What is owed and late on the day, the longest first. Windows lapse and are never overdue."""
    query = queries.OVERDUE if against == "agreed" else queries.OVERDUE_STATUTE
    found = look.tx.all(query, limit=limit, day=look.day, body=body, owner=owner)
    return [_owed(row, look.day) for row in found]


def due(
    look: Look, within: int, *, limit: int | None = None, body: str | None = None, owner: str | None = None
) -> list[Owed]:
    """What falls due from the day on, within so many days, windows that close and dated promises among it."""
    until = look.day + timedelta(days=within)
    found = look.tx.all(queries.DUE, limit=limit, from_day=look.day, to_day=until, body=body, owner=owner)
    return [_owed(row, look.day) for row in found]


def _owed(row: rows.Owed, day: date) -> Owed:
    counts = date.fromisoformat(row.counts)
    return Owed(
        f"R{row.report}", row.title, row.clock, row.body, row.owner, _day(row.due), _day(row.agreed),
        (day - counts).days, row.recommendation, row.exempt, row.follow_up, row.note,
    )  # fmt: skip


def promises(look: Look, *, limit: int | None = None, body: str | None = None) -> list[Promised]:
    """What is owed and has no day: never dropped, never given an invented date; the next to chase first."""
    return [
        Promised(f"R{row.report}", row.title, row.quote, row.condition, row.owner, _day(row.chase_on), row.clock,
                 row.follow_up, row.recommendation or None)
        for row in look.tx.all(queries.PROMISES, limit=limit, body=body)
    ]  # fmt: skip


def reports(
    look: Look, *, state: str | None = None, body: str | None = None, portfolio: str | None = None,
    officer: str | None = None, words: str | None = None, only_open: bool = False, limit: int | None = None,
) -> list[Listed]:  # fmt: skip
    """The reports, by number, as far as the filters given let them through."""
    found = look.tx.all(
        queries.REPORTS, limit=limit, state=state, body=body, portfolio=portfolio, officer=officer,
        text=queries.like(words) if words else None, open="open" if only_open else None,
    )  # fmt: skip
    return [
        Listed(f"R{r.report}", r.title, r.state, r.body, r.portfolio, r.lead_officer, _day(r.next_due)) for r in found
    ]


def gaps(look: Look, *, report: int | None = None, body: str | None = None, limit: int | None = None) -> list[Known]:
    """What is not known and not settled."""
    found = look.tx.all(queries.GAPS, limit=limit, ref=report, body=body)
    return [_of_which(look, row) if row.name in ("on", "body") else _known(row) for row in found]


def _of_which(look: Look, row: rows.Doubt) -> Known:
    """A day or a body that is not known, and of which move it is."""
    from states.case import Case, Gap, decode_case, says_of

    report = look.tx.report(row.report)
    case = decode_case(report.folded) if report else Case()
    return replace(_known(row), says=says_of(case, Gap(row.entry, row.name, row.says)))


def irregularities(
    look: Look, *, report: int | None = None, body: str | None = None, limit: int | None = None
) -> list[Known]:
    """What should not have happened so, with its reason where there is one."""
    return [_known(row) for row in look.tx.all(queries.IRREGULARITIES, limit=limit, ref=report, body=body)]


def _known(row: rows.Doubt) -> Known:
    return Known(f"R{row.report}", row.title, f"{row.entry}:{row.name}", row.name, row.says, row.why, row.settled)


def meetings(
    look: Look, *, body: str | None = None, first: date | None = None, last: date | None = None,
    limit: int | None = None,
) -> list[rows.MeetingLine]:  # fmt: skip
    """The meetings, by day, with how many reports are on each agenda."""
    return look.tx.all(queries_records.MEETINGS, limit=limit, body=body, from_day=first, to_day=last)


def agenda(look: Look, meeting: int) -> list[rows.AgendaLine]:
    """What is on a meeting's agenda, and what became of it."""
    return look.tx.all(queries_records.AGENDA, meeting=meeting)


def programme(look: Look, *, limit: int | None = None) -> list[rows.TopicLine]:
    """The topics on the work programme."""
    return look.tx.all(queries_records.PROGRAMME, limit=limit)


def find(look: Look, words: str, *, limit: int | None = None) -> list[rows.Found]:
    """Where words stand: titles, recommendations, quotes, minutes, promises and topics, whatever begins so."""
    found = finding.find(look.tx, words, limit=limit or 1000)[:limit]
    return [rows.Found(one.kind, one.report, one.title, one.words, one.exempt) for one in found]


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
