"""What a template is told: plain records of harmless words, made from a digest. `docs/letters.md` lists them.

Everything that came from outside is one line without control characters and of a bearable length. Of an exempt report
nothing is told but its reference and its day, whatever the digest holds.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import PurePath
from typing import Any

import msgspec

from states.clocks import RULES
from states.days import On, said_long
from states.words import Clock
from workflow.cli.out import safe
from workflow.letters.digest import Digest, Owed, WantedFor

IN_FULL = 12
"""So many things are told of in full in one letter; the others have a line each."""

LISTED = 400
"""So many things have at least a line of their own; beyond it they are counted."""


class Meeting(msgspec.Struct, frozen=True):
    """The meeting a thing is wanted for; its body with its article, days in words."""

    body: str
    day: str | None
    papers_by: str | None


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """One thing, for a template: every day in words, None where something is not known."""

    ref: str
    """`R3`."""
    reference: str | None = None
    """The papers' own, such as 24/00093."""
    section: str
    """coming, late, window, in_force, chase or escalation."""
    stage: str
    clock: str
    """The clock's name, such as `update_due`."""
    exempt: bool
    title: str | None = None
    label: str | None = None
    """The clock as people call it: `executive response`."""
    body: str | None = None
    """The board, with its article: `the Health Board`, `Cabinet`."""
    owner: str | None = None
    """The post that owes it."""
    day: str | None = None
    """The day that counts."""
    first_day: str | None = None
    """The day that was set first, where another was agreed."""
    days_late: int = 0
    in_force: str | None = None
    recommendation: int | None = None
    quote: str | None = None
    """The promise's own words, else the recommendation's."""
    source: str | None = None
    condition: str | None = None
    minute: str | None = None
    made_on: str | None = None
    """`on Friday 3 March 2017`, `in March 2017`."""
    meeting: Meeting | None = None
    law: str | None = None
    """The law that sets the day; only where notice was given."""
    law_day: str | None = None
    """The day it sets, where that is not the day that counts."""
    asked: tuple[str, ...] = ()
    """The days on which this was asked already."""


_OWN: dict[str, None] = dict.fromkeys(("recommendation", "quote", "source", "condition", "minute", "made_on"))
"""What things that are told of together may each have of their own."""


class Told(msgspec.Struct, frozen=True):
    """A report in a letter, with the things of it."""

    ref: str
    reference: str | None
    title: str | None
    exempt: bool
    things: tuple[Thing, ...]

    @property
    def groups(self) -> tuple[tuple[Thing, ...], ...]:
        """The things in groups: those asked of the same person by the same day, in the same way, stand together."""
        found: dict[Thing, list[Thing]] = {}
        for thing in self.things:
            found.setdefault(msgspec.structs.replace(thing, **_OWN), []).append(thing)
        return tuple(tuple(group) for group in found.values())

    @property
    def heading(self) -> str:
        """Its title and its reference; of an exempt report the reference alone."""
        ref = f"{self.ref}, {self.reference}" if self.reference else self.ref
        return ref if self.exempt or not self.title else f"{self.title} ({ref})"


def told(digest: Digest) -> dict[str, Any]:
    """Everything a template may speak of, by the names it knows it by."""
    owed = sorted(digest.owed, key=_order)
    full = [_thing(each, digest.day) for each in owed[:IN_FULL]]
    rest = [_thing(each, digest.day) for each in owed[IN_FULL:LISTED]]
    return {
        "name": line(digest.name, 200) or "colleague",
        "council": line(digest.council, 200),
        "today": said_long(digest.day),
        "kind": digest.kind,
        "level": digest.level,
        "to_coordinator": digest.to_coordinator,
        "reports": _by_report(full),
        "things": tuple(full),
        "rest": tuple(rest),
        "more": max(len(owed) - LISTED, 0),
        "count": len(owed),
        "late": sum(each.section == "late" for each in owed),
        "asked": min((len(each.asked_before) for each in owed), default=0),
        "undated": sum(each.section == "chase" for each in owed),
        "asks": sum(each.section not in ("window", "in_force") for each in owed),
        "refs": tuple(dict.fromkeys(each.report for each in owed)),
        "copies": _lines(name or address for name, address in digest.copies),
        "reply_to": line(digest.reply_to[0] or digest.reply_to[1], 200),
        "signed": _lines(digest.signed.splitlines()),
        "note": safe(digest.note, lines=True).strip()[:20_000] if digest.note else None,
    }


def line(text: str | None, most: int) -> str | None:
    """A text as one harmless line of at most so many characters, cut at a word with … where it is longer."""
    if text is None:
        return None
    said = " ".join(safe(text[: most * 4]).split())
    if len(said) > most:
        cut = said[: most - 1]
        space = cut.rfind(" ")
        said = f"{cut[:space] if space > most // 2 else cut}…"
    return said or None


_FIRST = ("escalation", "late", "window", "coming", "chase", "in_force")


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(said for text in texts if (said := line(text, 200)))


def _order(owed: Owed) -> tuple[Any, ...]:
    """What is late first, then what closes, what is to come, and what is only to be known; each by its day."""
    number = owed.report[1:]
    return (_FIRST.index(owed.section), owed.day or date.max, int(number) if number.isdigit() else 0, owed.number)


def _by_report(things: list[Thing]) -> tuple[Told, ...]:
    """The reports in the order of their most urgent thing."""
    found: dict[str, list[Thing]] = {}
    for thing in things:
        found.setdefault(thing.ref, []).append(thing)
    return tuple(
        Told(ref, of[0].reference, next((t.title for t in of if t.title), None), any(t.exempt for t in of), tuple(of))
        for ref, of in found.items()
    )


def _thing(owed: Owed, today: date) -> Thing:
    day = said_long(owed.day) if owed.day else None
    base = Thing(
        ref=owed.report, reference=line(owed.reference, 60), section=owed.section, stage=owed.stage,
        clock=str(owed.clock), exempt=owed.exempt, day=day,
        days_late=owed.days_late, in_force=said_long(owed.in_force) if owed.in_force else None,
        asked=tuple(said_long(each) for each in owed.asked_before[-3:]),
    )  # fmt: skip
    if owed.exempt:
        return base
    law_day = owed.statute if owed.notice_given and owed.authority else None
    return msgspec.structs.replace(
        base,
        title=line(owed.title, 200),
        label=_label(owed.clock),
        body=_the(line(owed.body, 200)),
        owner=line(owed.owner, 200),
        first_day=said_long(owed.due) if owed.agreed and owed.due and owed.agreed != owed.due else None,
        recommendation=owed.recommendation or None,
        quote=line(owed.quote or owed.recommendation_text, 1200),
        source=line(PurePath(owed.source.replace("\\", "/")).name, 200) if owed.source else None,
        condition=line(owed.condition, 600),
        minute=line(owed.minute, 60),
        made_on=_made(owed.made_on),
        meeting=_meeting(owed.wanted_for, today),
        law=line(owed.authority, 200) if law_day else None,
        law_day=said_long(law_day) if law_day and law_day != owed.day else None,
    )


def _meeting(wanted: WantedFor | None, today: date) -> Meeting | None:
    """The meeting; the last day for its papers only while it has not passed."""
    if wanted is None:
        return None
    papers = wanted.papers_by if wanted.papers_by and wanted.papers_by >= today else None
    return Meeting(
        _the(line(wanted.body, 200)) or "the committee",
        said_long(wanted.day) if wanted.day else None,
        said_long(papers) if papers else None,
    )


def _made(on: date | On | None) -> str | None:
    if on is None:
        return None
    if isinstance(on, date):
        return f"on {said_long(on)}"
    if on.exact:
        return f"on {said_long(on.exact)}"
    if on.first is None or on.last is None or on.first.year != on.last.year:
        return None
    return f"in {on.first:%B %Y}" if on.first.month == on.last.month else f"in {on.first.year}"


def _the(body: str | None) -> str | None:
    """A body as it stands in a sentence: with its article, but for Cabinet and the like."""
    if body is None or body.lower() in ("cabinet", "council", "full council"):
        return body
    return f"the {body[4:] if body.lower().startswith('the ') else body}"


def _label(clock: Clock) -> str:
    rule = RULES.get(clock)
    return rule.label.lower() if rule else "promise"
