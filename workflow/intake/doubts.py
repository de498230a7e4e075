"""What waits for a person because of papers: contradictions, what cannot be entered yet, what nobody proves.

Each contradiction is raised once, with all that is said. It is answered by choosing; it goes by itself when the papers
no longer contradict one another.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import PurePath
from typing import Any, get_type_hints

import msgspec
from msgspec import Meta

from db.chain import canonical
from db.tx import Tx
from states.days import On, said_day
from states.facts import Facts
from states.words import Move, said
from workflow.desk import Desk
from workflow.intake.agreeing import Choice
from workflow.intake.names import FROM_A_PAPER
from workflow.intake.reconciling import Told

CONFLICT = "conflicting_source"
"""The code of a contradiction."""

WAITS = "cannot_be_entered"
"""The code of what papers say and what cannot be entered before something else is known."""

NO_LONGER = "no longer so: other papers were read since"
"""What is said of a doubt that went by itself."""


class Doubt(msgspec.Struct, frozen=True):
    """Something a paper says that is doubtful; it changes nothing until a person answers."""

    code: str
    message: str
    quote: str | None = None
    fact: str | None = None
    choices: tuple["Offer", ...] = ()


class Offer(msgspec.Struct, frozen=True):
    """One of the values a person can choose: as it is kept, in words, and where it stands."""

    value: Any
    words: str
    papers: tuple[tuple[str, str, str], ...] = ()
    """Path, quotation and digest of each paper that says so; empty: it was entered at a desk."""


class About(msgspec.Struct, frozen=True):
    """What a contradiction is about: the fact of a move on a report, or of a meeting."""

    move: str
    name: str


def doubts_of(told: Told) -> list[Doubt]:
    """What waits for a person on a report that was brought to its papers."""
    found = [Doubt(WAITS, sentence) for sentence in dict.fromkeys(told.waits)]
    found += [Doubt(CONFLICT, sentence) for sentence in told.story.differs]
    for event in told.story.events:
        for name, settled in event.facts.items():
            if settled.choices:
                found.append(_contradiction(event.move, name, settled.choices))
        if event.choices:
            found.append(_contradiction(event.move, "on", event.choices))
    for odd in told.against:
        papers = tuple((s.path, s.quote, s.sha256) for s in odd.event.sources)
        known = next((d for d in found if d.fact == f"{odd.move.value}.{odd.name}"), None)
        others = known.choices if known else (Offer(kept(odd.want), _words(odd.want), papers),)
        asked_now = _asked(odd.move, odd.name, (Offer(kept(odd.have), _words(odd.have)), *others))
        found = [*(d for d in found if d is not known), asked_now]
    return found


def _contradiction(move: Move, name: str, choices: Sequence[Choice]) -> Doubt:
    offers = tuple(
        Offer(kept(c.value), _words(c.value), tuple((s.path, s.quote, s.sha256) for s in c.sources)) for c in choices
    )
    return _asked(move, name, offers)


def _asked(move: Move, name: str, offers: tuple[Offer, ...]) -> Doubt:
    said_so = "; ".join(f"{o.words} ({papers_of(o)})" for o in offers)
    message = f"Papers do not agree on {asked(move, name)}: {said_so}. The first stands until somebody chooses."
    return Doubt(CONFLICT, message, fact=f"{move.value}.{name}", choices=offers)


def papers_of(offer: Offer) -> str:
    """The papers that say something, by their names, or that it was entered at the desk."""
    names = dict.fromkeys(PurePath(path).name for path, _, _ in offer.papers)
    return ", ".join(names) if names else "entered at the desk"


_HINTS = get_type_hints(Facts, include_extras=True)
_DAYS = {Move.DECIDE: "the day it was decided", Move.CALL_IN: "the day it was called in"}


def asked(move: Move, name: str) -> str:
    """A fact in the words in which people are asked for it."""
    if name == "on":
        return _DAYS.get(move, f"the day of “{said(move)}”")
    meta = next((m for m in getattr(_HINTS.get(name), "__metadata__", ()) if isinstance(m, Meta)), None)
    return (meta.description if meta else None) or said(name)


def kept(value: Any) -> Any:
    """A value of a fact as a choice keeps it."""
    if isinstance(value, On):
        return value.exact.isoformat() if value.exact else None
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "name") and hasattr(value, "ref"):
        return value.name
    return list(value) if isinstance(value, tuple) else value


def _words(value: Any) -> str:
    if isinstance(value, date):
        return said_day(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple | list):
        return " and ".join(map(str, value))
    if hasattr(value, "name") and hasattr(value, "ref"):
        return str(value.name)
    return said(str(value)) if hasattr(value, "value") else str(value)


_OF_A_MEETING = ("day", "status")
"""What papers can disagree on about a meeting."""


def meeting_doubt(meeting: int, name: str, what: str, values: Iterable[str]) -> Doubt:
    """A contradiction about a meeting: its day, or what became of it."""
    offers = tuple(Offer(v, said_day(date.fromisoformat(v)) if name == "day" else v) for v in values)
    said_so = " or ".join(o.words for o in offers)
    message = f"Papers do not agree on {what}: {said_so} (M{meeting}). The first stands until somebody chooses."
    return Doubt(CONFLICT, message, fact=f"M{meeting}.{name}", choices=offers)


def raise_doubts(
    desk: Desk, tx: Tx, paper: int | None, report: int | None, doubts: Sequence[Doubt], *, of: Sequence[int] = (),
    meeting: int = 0,
) -> list[Doubt]:  # fmt: skip
    """Brings the warnings of a report, or of a meeting, to what is doubtful now; those that are raised just now.

    `of` are the reports that are told here too. What a person has answered is not asked again, unless more is said.
    """
    stored = [row for row in _stored(tx, report, of, meeting) if row["code"] in (CONFLICT, WAITS)]
    fresh: list[Doubt] = []
    seen: set[int] = set()
    answered: set[int] = set()
    for doubt in doubts:
        rows = [row for row in _about(stored, doubt, doubts) if row["ref"] not in seen]
        waits = [int(row["ref"]) for row in rows if not row["settled"]]
        seen.update(waits[:1])  # raised on two reports that are one now, it is asked once
        by_people = [row for row in rows if row["settled"] and row["settled"] != NO_LONGER]
        answered.update(int(row["ref"]) for row in by_people)
        if any(_values(row) >= _offered(doubt) for row in by_people):
            continue
        waiting = next((row for row in rows if not row["settled"]), None)
        values = {
            "document": paper, "report": report, "code": doubt.code, "message": doubt.message, "quote": doubt.quote,
            "fact": doubt.fact, "choices": canonical(doubt.choices) if doubt.choices else None, "settled": None,
        }  # fmt: skip
        again = waiting or next((row for row in rows if row["settled"] == NO_LONGER), None)
        seen.update([int(again["ref"])] if again else [])
        if again is None or again["settled"]:
            fresh.append(doubt)
        if again is None:
            tx.put("warning", values, who=desk.who, now=desk.now(), why=FROM_A_PAPER)
        elif any(again[name] != value for name, value in values.items() if name not in ("document", "report")):
            kept = values | {"document": again["document"], "report": again["report"]}
            tx.put("warning", kept, ref=again["ref"], who=desk.who, now=desk.now(), why=FROM_A_PAPER)
    for row in stored:
        over = not row["settled"] or (row["settled"] != NO_LONGER and row["taken"] is None)
        if over and row["ref"] not in seen | answered:
            tx.put("warning", {"settled": NO_LONGER}, ref=row["ref"], who=desk.who, now=desk.now(), why=FROM_A_PAPER)
    return fresh


def _stored(tx: Tx, report: int | None, of: Sequence[int], meeting: int) -> list[dict[str, Any]]:
    if meeting:
        return [row for name in _OF_A_MEETING for row in tx.find("warning", fact=f"M{meeting}.{name}", report=None)]
    return [row for ref in dict.fromkeys((report, *of)) if ref for row in tx.find("warning", report=ref)]


def _about(stored: Sequence[dict[str, Any]], doubt: Doubt, doubts: Sequence[Doubt]) -> list[dict[str, Any]]:
    """The warnings that are of a doubt; of two on one fact, as two decisions of one report have, each has its own."""
    rows = [row for row in stored if row["code"] == doubt.code and _same(row, doubt)]
    twins = [_offered(d) for d in doubts if d.fact and d.fact == doubt.fact and d is not doubt]
    if not twins:
        return rows
    return [r for r in rows if _values(r) == _offered(doubt)] or [r for r in rows if _values(r) not in twins]


def _same(row: dict[str, Any], doubt: Doubt) -> bool:
    return bool(row["fact"] == doubt.fact) if doubt.fact else bool(row["message"] == doubt.message)


def offers_of(choices: str | None) -> tuple[Offer, ...]:
    """The choices of a warning, as they were kept."""
    return msgspec.json.decode(choices, type=tuple[Offer, ...]) if choices else ()


def _values(row: dict[str, Any]) -> set[str]:
    return {o.words for o in offers_of(row["choices"])}


def _offered(doubt: Doubt) -> set[str]:
    return {o.words for o in doubt.choices}
