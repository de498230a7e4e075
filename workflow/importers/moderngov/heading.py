"""Whose meeting a page is of, when, and whether it took place: `Cabinet - Thursday, 6th March, 2025 10.00 am`."""

import re
from datetime import date
from itertools import islice
from typing import Literal

import msgspec

from states.british_dates import find_days
from workflow.importers.moderngov.parts import Mark, Web, named
from workflow.importers.reading import Meeting, Warning
from workflow.importers.sitting_line import alone, find_sitting
from workflow.importers.text import fold

Status = Literal["held", "cancelled", "scheduled"]

_LEAD = re.compile(
    r"^(?:(?:printed |draft |public )?(?:agenda|minutes|decisions|meeting|papers)(?:,? (?:and|decisions|minutes))*"
    r"(?: (?:for|of)(?: the)?)?(?:\s*[-–:]\s*|\s+(?=[A-Z])))+|^the\s+(?=[A-Z])",
    re.I,
)
_TAIL = re.compile(r"[\s,–-]+(?:on|held on|held|at|meeting|:)?[\s,–-]*$", re.I)
_OF = re.compile(r"\bmeeting of (?:the )?(?P<body>.+?),?\s+(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d)", re.I)
_ITEM = re.compile(r"\(item\s+(?P<number>[\w./]{1,9}?)[.:]?\)", re.I)
_HEADINGS = 6
_TIME = re.compile(r"\b\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]\.?m\b\.?|noon)|\b\d{1,2}[.:]\d{2}\b(?!/)", re.I)
_CANCELLED = re.compile(r"\b(?:cancelled|canceled|abandoned|meeting (?:will )?not (?:take|taking) place)\b", re.I)
_ELSEWHEN = re.compile(r"\b(?:postponed|moved|rescheduled|re-arranged|rearranged|adjourned|inquorate|deferred)\b", re.I)


class Sitting(msgspec.Struct, frozen=True):
    """A body and the day it met or is to meet; `doubt` is a word such as "postponed" that is neither."""

    body: str | None = None
    day: date | None = None
    cancelled: bool = False
    doubt: str | None = None
    item: str | None = None
    """The number of the item, where the words are of one item at that meeting."""
    time: str | None = None


def read_sitting(words: str) -> Sitting:
    """The sitting that a line tells of, whether the day stands before the body or behind it."""
    text = fold(words)
    welsh = find_sitting(text) if "ydd " in text[:200] else None
    if welsh:
        return Sitting(welsh.body, welsh.day, welsh.cancelled)
    number = _ITEM.search(text)
    of = _OF.search(text)
    day = next((found for found in find_days(text) if found.day), None)
    cancelled = _CANCELLED.search(text) is not None
    elsewhen = _ELSEWHEN.search(text, day.end if day else 0)
    if day is None:
        body = _LEAD.sub("", text)
    elif of:
        body = of["body"]
    else:
        before = _TAIL.sub("", _LEAD.sub("", text[: day.start]))
        body = (
            before
            if len(before) > 2
            else re.split(r"\s+\(item\b|,\s", text[day.end :].lstrip(" ,–-"), maxsplit=1, flags=re.I)[0]
        )
        body = re.sub(r"^\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?)?[\s,–-]*", "", body)
    body = _TAIL.sub("", _CANCELLED.sub("", body)).strip(" ,–-:(")
    body = body if "(" in body else body.rstrip(" )")
    time = _TIME.search(text, day.end) if day else None
    return Sitting(
        alone(body) or None, day.day if day else None, cancelled, elsewhen[0].lower() if elsewhen else None,
        number["number"] if number else None, fold(time[0]) if time else None,
    )  # fmt: skip


def page_sitting(web: Web) -> Sitting:
    """The sitting that a meeting's page is of: by its heading, else by what the page says of itself in its head."""
    found = read_sitting(web.subtitle)
    headings = (web.words(each) for each in web.laid.places if each.tag in ("h1", "h2", "h3"))
    for said in (*islice(headings, _HEADINGS), web.laid.head.get("dc.title"), web.laid.head.get("title")):
        if found.day and found.body:
            break
        other = read_sitting(said) if said else Sitting()
        if other.day:
            day, body = found.day or other.day, found.body if found.body and found.day else other.body or found.body
            found = msgspec.structs.replace(found, day=day, body=body)
    whole = web.whole
    rows = [web.page.text[row.start : row.end] for row in web.lines(whole.start, min(whole.end, whole.start + 4_000))]
    said_so = any(_CANCELLED.search(row) for row in rows[:25] if len(row) < 200 and not re.search(r"\bif\b", row))
    return msgspec.structs.replace(
        found, cancelled=found.cancelled or (said_so and web.first("mgItemNumberCell") is None)
    )


def met(sitting: Sitting, status: Status | None, *, place: str | None, time: str | None = None) -> Meeting:
    """The meeting that a page is of."""
    return Meeting(sitting.body, sitting.day, status, time=time or sitting.time, venue=place)


def venue(web: Web, marks: list[Mark]) -> str | None:
    """Where a meeting is, by its label, without the link to directions."""
    at = named(marks, "venue|location|place")
    words = web.value(at) if at else None
    return re.sub(r"\s*\bView directions.*$", "", words).rstrip(" .") or None if words else None


def status_of(sitting: Sitting, *, held: bool) -> Status | None:
    """What became of a meeting; `held` says that the page shows what was done at it."""
    if sitting.cancelled:
        return "cancelled"
    if sitting.doubt:
        return None
    return "held" if held else "scheduled"


def doubtful(sitting: Sitting) -> list[Warning]:
    """The warning for a meeting that was put off: it was not held on that day, and is not cancelled either."""
    if sitting.doubt is None:
        return []
    return [Warning("meeting_put_off", f"The page says that the meeting was {sitting.doubt}; its status is left open.")]
