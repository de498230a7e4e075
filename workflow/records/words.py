"""What is typed into a record: names, times, addresses. Each is evened or refused with a sentence."""

import re

from states.errors import BadInput

_REFERENCE = re.compile(r"[A-Z]?\s?\d{1,9}", re.IGNORECASE)
_TIME = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?\s*([ap])?\.?(?:m\.?)?", re.IGNORECASE)
_ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+")
_LONGEST = 300


def named(what: str, text: str) -> str:
    """A name on one line with its spaces evened.

    BadInput when it is empty, too long, on several lines, or would be taken for a number.
    """
    if len(text.strip().splitlines()) > 1:
        raise BadInput(f"“{' '.join(text.split())[:40]}” stands on several lines; write {what.lower()}'s name on one.")
    name = " ".join(text.split())
    if not name:
        raise BadInput(f"{what} wants a name.")
    if len(name) > _LONGEST or not name.isprintable():
        raise BadInput(f"“{name[:40]}…” is no name: it is longer than {_LONGEST} letters, or holds some that are none.")
    if _REFERENCE.fullmatch(name):
        raise BadInput(f"“{name}” would be taken for a number; give {what.lower()} a name in words.")
    return name


def line(text: str | None) -> str | None:
    """A line of words with its spaces evened, or None when there are none."""
    return " ".join(text.split()) or None if text else None


def time_of_day(text: str | None) -> str | None:
    """`2.00 pm`, `14:00` or `2pm` as `14:00`. BadInput for anything else."""
    if text is None or not text.strip():
        return None
    match = _TIME.fullmatch(text.strip())
    if match and (match[2] or match[3]):
        hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        elif half:
            hour = 99
        if hour < 24 and minute < 60:
            return f"{hour:02d}:{minute:02d}"
    raise BadInput(f"“{text.strip()}” is no time of day; write it like 14:00 or 2.00 pm.")


def address(text: str) -> str:
    """An e-mail address, one and nothing else. BadInput for lines, commas, spaces and anything no mailbox has."""
    found = text.strip(" ")
    if not _ADDRESS.fullmatch(found) or ".." in found or len(found) > 254 or found.startswith("."):
        shown = "".join(letter if letter.isprintable() else "·" for letter in found[:60])
        raise BadInput(f"“{shown}” is no e-mail address; write one, like jane.smith@example.gov.uk.")
    return found


def reason(text: str | None, sentence: str) -> str:
    """The reason given. BadInput with the sentence when there is none."""
    found = line(text)
    if not found:
        raise BadInput(sentence)
    return found
