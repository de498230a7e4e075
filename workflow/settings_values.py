"""What a setting may be: a reader for each kind of value, and the sentences for what cannot be read.

A reader takes where the value stands (`[mail] port`) and the value, and returns it as the program uses it, or raises
BadInput. `section` reads a whole section and refuses every key nobody knows by its name.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from datetime import date, time
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from states.errors import BadInput
from workflow.settings import readable_by_others

Reader = Callable[[str, Any], Any]
"""Takes where a value stands and the value; returns what it means. BadInput where it means nothing."""


def section(where: str, values: object, readers: Mapping[str, Reader]) -> dict[str, Any]:
    """The settings of one section, each read by its reader.

    Raises:
        BadInput: it is no section, has a key nobody knows, or a value that cannot be read.
    """
    if not isinstance(values, Mapping):
        raise BadInput(f"{where} must be a section with settings in it, not {kind(values)}.")
    read = {}
    for key, value in values.items():
        reader = readers.get(key)
        if reader is None:
            raise BadInput(f"{where} has no setting “{key}”.{closest(str(key), readers)}")
        read[key] = reader(f"{where} {key}", value)
    return read


def closest(name: str, names: Mapping[str, Any] | tuple[str, ...]) -> str:
    """` Did you mean “host”?`, or the names there are."""
    close = get_close_matches(name.lower(), list(names), n=1)
    return f" Did you mean “{close[0]}”?" if close else f" It can be: {', '.join(names)}."


def kind(value: object) -> str:
    """What somebody gave, in words a person uses."""
    kinds = {bool: "true or false", int: "a whole number", float: "a number with a point", str: "text", list: "a list"}
    return kinds.get(type(value), "a section" if isinstance(value, Mapping) else f"a {type(value).__name__}")


def as_written(value: object) -> str:
    """A value as somebody wrote it in the file, days and times as they stand there."""
    return str(value) if isinstance(value, (date, time)) else repr(value)


def text(where: str, value: object) -> str:
    """One line of text."""
    said = lines(where, value)
    if re.search(r"[\x00-\x1f\x7f\x85\u2028\u2029]", said):
        raise BadInput(f"{where} must be one line, without control characters.")
    return said


def lines(where: str, value: object) -> str:
    """Text of one line or several."""
    if not isinstance(value, str):
        raise BadInput(f"{where} must be text, not {kind(value)}.")
    said = value.strip()
    if not said:
        raise BadInput(f"{where} is empty. Write it, or take the line out.")
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f]", said.replace("\r\n", "\n")):
        raise BadInput(f"{where} has control characters in it.")
    return said.replace("\r\n", "\n")


def switch(where: str, value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise BadInput(f"{where} must be true or false, not {kind(value)}.")
    return value


def whole(low: int, high: int) -> Reader:
    """A whole number from `low` to `high`."""

    def read(where: str, value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise BadInput(f"{where} must be a whole number, not {kind(value)}.")
        if not low <= value <= high:
            raise BadInput(f"{where} must be from {low} to {high}, not {value}.")
        return value

    return read


def one_of(*words: str) -> Reader:
    """One of a few words, in any case."""

    def read(where: str, value: object) -> str:
        if not isinstance(value, str) or value.strip().lower() not in words:
            said = " or ".join(f"“{word}”" for word in words)
            raise BadInput(f"{where} must be {said}, not {value!r}.")
        return value.strip().lower()

    return read


def list_of(reader: Reader) -> Reader:
    """A list; a single value stands for a list of one. Doubles are left out."""

    def read(where: str, value: object) -> tuple[Any, ...]:
        items = value if isinstance(value, list) else [value]
        return tuple(dict.fromkeys(reader(where, item) for item in items))

    return read


def time_of_day(where: str, value: object) -> str:
    """A time such as `08:00`; never in the hour that the clocks go over twice, or not at all."""
    if not isinstance(value, str) or not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value):
        raise BadInput(f'{where} must be a time in quotes, such as "08:00", not {as_written(value)}.')
    if "00:59" <= value < "02:00":
        raise BadInput(f"{where} must not be from 00:59 to 01:59: the clocks change then. Choose another time.")
    return value


def address(where: str, value: object) -> str:
    """An e-mail address: one @, something on both sides, no spaces."""
    said = text(where, value)
    if not re.fullmatch(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+", said):
        raise BadInput(f"{where} must be an e-mail address such as “scrutiny@example.gov.uk”, not “{said}”.")
    return said


def domain(where: str, value: object) -> str:
    """The part of an address behind the @, in small letters."""
    said = text(where, value).lower().removeprefix("@").rstrip(".")
    if not re.fullmatch(r"[^\s@<>,;:\"()\[\]\\/*]+", said):
        raise BadInput(f"{where}: a domain is written like “example.gov.uk”, not {value!r}.")
    return said


def path_beside(file: str) -> Reader:
    """A path; one that is not absolute is looked for beside the settings file `file`."""

    def read(where: str, value: object) -> str:
        return str(Path(file).absolute().parent / Path(text(where, value)).expanduser())

    return read


def secret(variable: str, file: str | None, what: str) -> str | None:
    """A secret: what the environment says under `variable`, else the first line of `file`; None where neither is.

    Raises:
        BadInput: the file is not there, is empty, or can be read by others. The secret itself is in no sentence.
    """
    said = os.environ.get(variable, "").strip()
    if said or file is None:
        return said or None
    try:
        if readable_by_others(file):
            raise BadInput(f"{file} holds {what} and others can read it. Make it yours alone: chmod 600 {file}")
        found = Path(file).read_text("utf-8").strip()
    except OSError as error:
        raise BadInput(f"{file}, which should hold {what}, cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise BadInput(f"{file}, which should hold {what}, is no text.") from None
    if not found or "\n" in found:
        raise BadInput(f"{file} must hold {what}, alone, on one line.")
    return found
