"""What people type in a round, as facts: until when, by when."""

import re
from datetime import date

from states.british_dates import parse_day
from states.errors import BadInput
from workflow.round import Promise, stretch_after

_MONTHS = re.compile(r"(\d{1,3}) months?(?:\s+after\s+(.+))?", re.IGNORECASE)


def until(text: str, today: date, *, months: bool) -> dict[str, object]:
    """A day, a meeting such as M5, `6 months`, `6 months after it opens`, or a condition in its own words."""
    match = _MONTHS.fullmatch(text) if months else None
    if match:
        return {"until_months": match[1]} | ({"until_event": match[2]} if match[2] else {})
    if re.fullmatch(r"[Mm]\s?\d+", text):
        return {"until_meeting": text}
    try:
        return {"until_day": parse_day(text, today).isoformat()}
    except BadInput:
        return {"until_condition": text}


def promise(quote: str, owner: str, when: str, today: date) -> Promise:
    """Something promised: by a day where the words are one, else on the condition they say.

    A stretch of time (`in three months`) is no day: it stays in its words, and says when to ask after it.
    """
    if not when:
        return Promise(quote, owner or None)
    if stretch_after(when, today) is not None:
        return Promise(quote, owner or None, condition=when)
    try:
        return Promise(quote, owner or None, due=parse_day(when, today))
    except BadInput:
        return Promise(quote, owner or None, condition=when)
