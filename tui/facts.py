"""The facts of an entry as people read them: British days, names instead of records, our words instead of codes."""

import re
from collections.abc import Callable

from states.words import said
from tui import wording

_CODE = re.compile(r"[a-z]+(?:_[a-z]+)*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_AXES = {"answer", "implementation", "sign_off"}
_INSIDE = {"amends", "strikes"}
"""Facts that say which entry is meant, not what happened."""


def label(name: str) -> str:
    """What a fact is called in the forms: `decision maker` for `maker`."""
    from workflow.views.fields import SAYS, field

    return field(name).label if name in SAYS and name not in _GROUPS else name.replace("_", " ")


_GROUPS = {"responses", "progress", "signs", "recommendations"}


def told(facts: dict[str, object]) -> list[tuple[str, str]]:
    """Each fact of an entry with its name, in the order in which it was entered."""
    return [(label(name), text) for name, value in facts.items() if name not in _INSIDE and (text := shown(value))]


def shown(value: object) -> str:
    """One fact as people read it; nothing for nothing."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(filter(None, map(shown, value)))
    if isinstance(value, dict):
        return _record(value)
    text = "" if value is None else str(value)
    if _DAY.fullmatch(text):
        return wording.on(text)
    return said(text) if _CODE.fullmatch(text) else text


def _record(value: dict[str, object]) -> str:
    """A meeting, a body, a recommendation, what was said of one, a day or a span; anything else name by name."""
    for has, says in _RECORDS:
        if has in value:
            return says(value)
    return ", ".join(f"{name.replace('_', ' ')} {text}" for name, part in value.items() if (text := shown(part)))


def _of_one(value: dict[str, object]) -> str:
    axis = next((shown(value[name]) for name in _AXES if name in value), "")
    rest = {k: v for k, v in value.items() if k not in _AXES | {"recommendation", "by", "on"}}
    parts = [f"{value['recommendation']} {axis}", f"by {value['by']}" if value.get("by") else "", _record(rest)]
    return ", ".join(filter(None, parts))


def _meeting(value: dict[str, object]) -> str:
    name = f"M{value['ref']}" if value.get("ref") else ""
    return " · ".join(filter(None, (shown(value.get("on")), shown(value.get("body")), name)))


def _recommendation(value: dict[str, object]) -> str:
    between = f" ({shown(value['from'])} to {shown(value['to'])})" if "from" in value and "to" in value else ""
    number = f"{value['number']} " if value.get("number") else ""
    return f"{number}{value['text']}{between}"


def _span(value: dict[str, object]) -> str:
    first, last = wording.on(value.get("first")), wording.on(value.get("last"))
    return last if first == last else f"{first} to {last}" if value.get("first") else f"by {last}"


_RECORDS: tuple[tuple[str, Callable[[dict[str, object]], str]], ...] = (
    ("recommendation", _of_one),
    ("text", _recommendation),
    ("status", _meeting),
    ("name", lambda value: str(value["name"])),
    ("last", _span),
)
"""What shows of which kind a record is, and how that kind is read."""
