"""What happened to a message, entry by entry, in words: laid out, released by whom, sent, refused, tried again."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from states.days import said_day
from workflow.views.records import Past

_BECAME = {
    "sent": "sent", "later": "not taken yet, to be tried again", "refused": "refused for good",
    "unknown": "not known whether it arrived", "withdrawn": "withdrawn",
}  # fmt: skip


def in_words(found: Iterable[Past]) -> dict[int, str]:
    """What each entry about a message did to it, by the entry's number. Entries about anything else are left out."""
    told: dict[int, str] = {}
    before: dict[str, dict[str, Any]] = {}
    for past in found:
        values = past.facts.get("values")
        if past.record.startswith("L") and past.move == "record" and isinstance(values, dict):
            told[past.entry] = _did(before.get(past.record), values)
            before[past.record] = values
    return told


def _did(was: dict[str, Any] | None, now: dict[str, Any]) -> str:
    day, by = said_day(date.fromisoformat(now["day"])), f"by {now['released_by']}"
    if was is None:
        return f"laid out for {day}" if now["status"] == "laid_out" else f"to go on {day}"
    moved = {name for name in now if now[name] != was.get(name)}
    if "tries" in moved or now["status"] == "withdrawn" or (now["status"] == "unknown" and "status" in moved):
        again = f" (try {now['tries']}, under the same Message-ID)" if now["tries"] > 1 and "tries" in moved else ""
        return f"{_BECAME.get(now['status'], now['status'])}{again}{_after(now['said'])}"
    if "status" in moved and now["status"] == "released":
        return f"to be tried once more, {by}" if was["status"] == "refused" else f"released {by}"
    if "status" in moved and now["status"] == "laid_out":
        return "held: its release was taken back"
    return "; ".join(_changes(moved, was, now)) or "changed"


def _changes(moved: set[str], was: dict[str, Any], now: dict[str, Any]) -> Iterable[str]:
    if "settled" in moved:
        yield f"settled{_after(now['settled'])}"
    if "person" in moved:
        yield f"given to P{now['person']}"
    if "day" in moved:
        yield f"put to {said_day(date.fromisoformat(now['day']))}"
    if "items" in moved:
        yield from _lines(_items(was), _items(now))
    if "note" in moved:
        yield "a note was put before it" if now["note"] else "its note was taken out"
    if moved & {"subject", "words"}:
        yield "words of a person's own" if now["subject"] or now["words"] else "the template's words again"


def _lines(was: dict[tuple[Any, ...], Any], now: dict[tuple[Any, ...], Any]) -> Iterable[str]:
    """Lines that came, and lines that are left out now."""
    came = [f"R{key[0]}.{key[1]}" for key in now if key not in was]
    if came:
        yield f"took up {', '.join(dict.fromkeys(came))}"
    for why in ("struck", "ended", "passed_over"):
        out = [f"R{key[0]}.{key[1]}" for key, left in now.items() if left == why and was.get(key) != why]
        if out:
            word = {"struck": "struck", "ended": "no longer owed", "passed_over": "a newer stage stands for it"}[why]
            yield f"{', '.join(dict.fromkeys(out))}: {word}"


def _items(values: dict[str, Any]) -> dict[tuple[Any, ...], Any]:
    """The lines of a message by what they ask, each with why it is left out, or None."""
    return {tuple(line[:4]): line[4] if len(line) > 4 else None for line in json.loads(values["items"])}


def _after(text: str | None) -> str:
    return f": {text}" if text else ""
