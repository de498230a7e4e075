"""From what people type or a file holds to the facts of a move: read strictly, each error a sentence.

`NAME=VALUE` and JSON give the same facts. Days are British (`7 March 2017`, `next thu`) or ISO; bodies and meetings
are looked up and frozen.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from states.british_dates import parse_day, parse_on
from states.days import On
from states.errors import BadInput
from states.facts import Answer, Body, Facts, Progress, Proposal, Signed, Sitting
from states.words import Move, said
from workflow.corrections import facts_of
from workflow.lookups import Lookup

_TYPES: dict[str, Any] = get_type_hints(Facts)
_YES = {"yes", "y", "true", "1"}
_NO = {"no", "n", "false", "0"}


def pairs(texts: Iterable[str]) -> dict[str, object]:
    """`["title=Libraries", "key=no"]` as a mapping. A fact given twice becomes a list. BadInput without `=`."""
    found: dict[str, object] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        name = name.strip().replace("-", "_")
        if not equals or not name:
            raise BadInput(f'“{text}” is no fact; write NAME=VALUE, such as title="Libraries Update".')
        if name in found:
            before = found[name]
            found[name] = [*before, value] if isinstance(before, list) else [before, value]
        else:
            found[name] = value
    return found


def read_facts(move: Move, given: Mapping[str, object], lookup: Lookup, today: date) -> Facts:
    """The facts of a move. BadInput for a fact it does not know (with the closest it does) or a value that is wrong."""
    knows = facts_of(move)
    values: dict[str, object] = {}
    for name, value in given.items():
        if value is None:
            continue
        if name not in knows:
            close = get_close_matches(name, knows, 1)
            hint = f" Did you mean {close[0]}?" if close else ""
            raise BadInput(f"{said(move).capitalize()} has no fact “{name}”.{hint} It has: {', '.join(sorted(knows))}.")
        values[name] = _value(name, _bare(_TYPES[name]), value, lookup, today)
    return Facts(**values)  # type: ignore[arg-type]


def _bare(kind: Any) -> Any:
    """`T | None` as T."""
    if get_origin(kind) in (Union, UnionType):
        return next(arg for arg in get_args(kind) if arg is not type(None))
    return kind


def _value(name: str, kind: Any, value: object, lookup: Lookup, today: date) -> object:
    if get_origin(kind) is tuple:
        return _several(name, get_args(kind)[0], value, lookup, today)
    if kind is Body:
        return lookup.body(_text(name, value))
    if kind is Sitting:
        return lookup.sitting(_text(name, value))
    if kind is date:
        return parse_day(_text(name, value), today)
    if kind is On:
        return parse_on(_text(name, value), today) if isinstance(value, str) else _convert(name, value, On)
    if kind is bool:
        return _yes_or_no(name, value)
    if kind is int:
        return _convert(name, value, int)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _word(name, kind, _text(name, value))
    return _text(name, value).strip()


def _several(name: str, kind: Any, value: object, lookup: Lookup, today: date) -> tuple[object, ...]:
    structs = kind in _STRUCTS
    value = _read(name, value) if isinstance(value, str) and (structs or value.lstrip().startswith("[")) else value
    items = value if isinstance(value, list | tuple) else [value]
    if structs:
        items = [_read(name, item) if isinstance(item, str) else item for item in items]
        return tuple(_struct(name, kind, item, lookup, today) for item in items)
    if kind is str:
        apart = _EACH if isinstance(value, tuple) else _SEVERAL
        parts = (part.strip() for item in items for part in apart[name == "callers"].split(str(item)))
        items = [part for part in parts if part]
    if kind is int:
        items = [part for item in items for part in (str(item).replace(",", " ").split())]
    return tuple(_value(name, kind, item, lookup, today) for item in items)


def _read(name: str, text: str) -> object:
    """What JSON somebody typed says; words that are none stay words."""
    if not text.lstrip().startswith(("[", "{")):
        return text
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        raise BadInput(f"{name}: “{text[:60]}” is no JSON ({error}).") from None


_SEVERAL = (re.compile(r";|\n"), re.compile(r"[;,\n]| and "))
"""What parts several texts written as one; names may be parted by commas too."""

_EACH = (re.compile(r"\n"), re.compile(r"[;\n]"))
"""The same where each has a line of its own, as in a form (a tuple): what stands on one is hardly parted again."""

_STRUCTS = (Proposal, Answer, Progress, Signed)


def _struct(name: str, kind: Any, item: object, lookup: Lookup, today: date) -> object:
    if isinstance(item, str):
        item = _short(name, kind, item)
    if not isinstance(item, dict):
        raise BadInput(f"{name}: each is an object such as {_EXAMPLES[kind]}.")
    hints = get_type_hints(kind)
    fields = {f.encode_name: f.name for f in msgspec.structs.fields(kind)}
    values: dict[str, object] = {}
    for key, value in item.items():
        if key not in fields:
            raise BadInput(f"{name}: there is no “{key}” in it; it has {', '.join(fields)}.")
        if value is not None:
            values[fields[key]] = _value(f"{name}: {key}", _bare(hints[fields[key]]), value, lookup, today)
    missing = [f.encode_name for f in msgspec.structs.fields(kind) if f.required and f.name not in values]
    if missing:
        raise BadInput(f"{name}: {', '.join(missing)} is missing; write {_EXAMPLES[kind]}.")
    return kind(**values)


_EXAMPLES: dict[Any, str] = {
    Proposal: '{"text": "…", "from": "Scrutiny Board (2)", "to": "Cabinet"}',
    Answer: '{"recommendation": 1, "answer": "accepted", "by": "Cabinet", "on": "2017-03-20"} or 1=accepted',
    Progress: '{"recommendation": 1, "implementation": "on_track"} or 1=on_track',
    Signed: '{"recommendation": 1, "sign_off": "discharged"} or 1=discharged',
}
_SHORT = {Answer: "answer", Progress: "implementation", Signed: "sign_off"}


def _short(name: str, kind: Any, text: str) -> object:
    """`2=accepted` for what has a number and a word."""
    number, equals, word = text.replace(":", "=").partition("=")
    if kind not in _SHORT or not equals or not number.strip().isdigit():
        raise BadInput(f"{name}: “{text}” is not understood; write {_EXAMPLES[kind]}.")
    return {"recommendation": int(number), _SHORT[kind]: word.strip()}


def _text(name: str, value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise BadInput(f"{name}: one value is wanted, not {value!r}.")
    return str(value)


def _yes_or_no(name: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    word = _text(name, value).strip().lower()
    if word in _YES or word in _NO:
        return word in _YES
    raise BadInput(f"{name}: “{value}” is neither yes nor no.")


def _word(name: str, kind: type[StrEnum], text: str) -> StrEnum:
    wanted = text.strip().lower().replace(" ", "_").replace("-", "_")
    try:
        return kind(wanted)
    except ValueError:
        words = [said(word) for word in kind]
        close = get_close_matches(text.strip().lower(), words, 1)
        hint = f" Did you mean “{close[0]}”?" if close else ""
        raise BadInput(f"{name}: “{text}” is none of: {', '.join(words)}.{hint}") from None


def _convert(name: str, value: object, kind: Any) -> object:
    try:
        found = msgspec.convert(value, kind, strict=False)
    except msgspec.ValidationError:
        raise BadInput(f"{name}: “{value}” is not a whole number.") from None
    if isinstance(found, int) and abs(found) >= _LARGEST:
        raise BadInput(f"{name}: {found} is too large a number.")
    return found


_LARGEST = 1_000_000_000


def move_named(text: str) -> Move:
    """The move of a name, written `call_in`, `call-in` or `call in`. BadInput gives the closest, and all."""
    wanted = text.strip().lower().replace("-", "_").replace(" ", "_")
    try:
        return Move(wanted)
    except ValueError:
        close = get_close_matches(wanted, list(Move), 1)
        hint = f" Did you mean “{said(close[0])}”?" if close else ""
        raise BadInput(f"There is no move “{text}”.{hint} The moves: {', '.join(map(said, Move))}.") from None
