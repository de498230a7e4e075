"""The filter line of the long lists: `overdue body:"Scrutiny Board (2)" due<2026-12-01 libraries`, read and completed.

Pure: what is typed becomes a `Wanted`, or a sentence. Which names a list takes stands in `NAMES` and `FLAGS`.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from difflib import get_close_matches
from typing import Any, NamedTuple

import msgspec

from states.errors import BadInput
from states.words import Clock, State, said

LONGEST = 500
"""The most characters a filter line may have."""

NAMES: Mapping[str, str] = {
    "body": "the scrutiny body",
    "officer": "the lead officer",
    "portfolio": "the portfolio",
    "state": "the report's state",
    "owner": "who owes it",
    "clock": "what is owed",
    "ref": "a report's number or its reference in the papers",
    "due": "the day something is due: due<1/12/2026, due>today",
}
"""What can be asked of a list by name, each with what it is."""

ALSO: Mapping[str, str] = {"who": "owner"}
"""Names that mean the same as another, as the columns are headed."""

FLAGS: Mapping[str, Mapping[str, str]] = {
    "reports": {
        "overdue": "something is late",
        "week": "something is due within seven days",
        "open": "neither closed nor withdrawn",
        "over": "closed or withdrawn",
        "undated": "open, and nothing is dated",
    },
    "follow_ups": {
        "overdue": "late",
        "week": "due within seven days",
        "undated": "without a day",
        "ended": "kept, lapsed or withdrawn",
        "all": "open and ended",
    },
}
"""The words that stand for themselves, by list. To search for one of them as a word, put it in quotes."""

_PIECE = re.compile(
    r'\s*((?P<name>[A-Za-z_]+)(?P<sign><=|>=|[:<>=]))?("(?P<quoted>[^"]*)(?P<end>"|$)|(?P<plain>[^\s"]+))?'
)


class Wanted(msgspec.Struct, frozen=True):
    """What a filter line asks for. Days are inclusive; `words` are searched everywhere in a report."""

    body: str | None = None
    officer: str | None = None
    portfolio: str | None = None
    state: str | None = None
    owner: str | None = None
    clock: str | None = None
    ref: str | None = None
    from_day: date | None = None
    until: date | None = None
    flags: frozenset[str] = frozenset()
    words: str = ""

    @property
    def names(self) -> bool:
        """Whether it names anybody or anything that must be known here."""
        return any((self.body, self.officer, self.portfolio, self.owner))


class Piece(NamedTuple):
    """A part of the line: where it stands, the name and sign before its value, the value, whether it is in quotes."""

    start: int
    end: int
    name: str
    sign: str
    value: str
    quoted: bool
    whole: bool = True


def pieces(line: str) -> list[Piece]:
    """The parts of a line. Any text has parts; whether they mean something is for `wanted`."""
    found: list[Piece] = []
    at = 0
    while at < len(line):
        match = _PIECE.match(line, at)
        if match is None or match.end() == at:
            break
        start = at + len(match[0]) - len(match[0].lstrip())
        at = match.end()
        quoted = match["quoted"] is not None
        value = match["quoted"] if quoted else match["plain"] or ""
        if match["name"] or value or quoted:
            whole = not quoted or match["end"] == '"'
            found.append(Piece(start, at, (match["name"] or "").lower(), match["sign"] or "", value, quoted, whole))
    return found


def wanted(line: str, what: str, today: date) -> Wanted:
    """What a filter line asks of `reports` or `follow_ups`.

    Raises:
        BadInput: a name, a value or a day in it is none; the sentence says which, and what there is.
    """
    if len(line) > LONGEST:
        raise BadInput(f"A filter has at most {LONGEST} characters.")
    told: dict[str, Any] = {}
    days: dict[str, Any] = {}
    flags: set[str] = set()
    words: list[str] = []
    for piece in pieces(line):
        if not piece.whole:
            raise BadInput(f'The quote “"{piece.value}” is not closed: put a " at its end.')
        if piece.name == "due":
            _day(piece, today, days)
        elif piece.name:
            name = _name(piece)
            value = _value(piece, name)
            if told.setdefault(name, value) != value:
                raise BadInput(f"“{name}:” is said twice: {told[name]} and {value}. Say one of them.")
        elif not piece.quoted and piece.value.lower() in FLAGS[what]:
            flags.add(piece.value.lower())
        else:
            words.append(piece.value)
    if "ended" in flags and flags & {"overdue", "week", "undated"}:
        raise BadInput("What has ended is neither late nor due any more: leave out one of the two.")
    if "week" in flags:
        days.setdefault("from_day", today)
        days["until"] = min(days.get("until", date.max), today + timedelta(days=7))
    return Wanted(**told, **days, flags=frozenset(flags), words=" ".join(" ".join(words).split()))


def _name(piece: Piece) -> str:
    if piece.name in ALSO:
        piece = piece._replace(name=ALSO[piece.name])
    if piece.name not in NAMES:
        close = get_close_matches(piece.name, NAMES, 1)
        hint = f"Did you mean “{close[0]}:”?" if close else f"There are {', '.join(f'{name}:' for name in NAMES)}."
        raise BadInput(f"There is no filter “{piece.name}{piece.sign}”. {hint} Words with a colon go into quotes.")
    if piece.sign not in (":", "="):
        raise BadInput(f"Only days have an order: write {piece.name}:{piece.value}")
    return piece.name


def _value(piece: Piece, name: str) -> str:
    value = " ".join(piece.value.split())
    if not value:
        raise BadInput(f"Say after “{name}:” {NAMES[name]}, in quotes if it has spaces.")
    if name == "state":
        return _word(value, name, {str(state): said(state) for state in State})
    if name == "clock":
        return _word(value, name, {str(clock): said(clock) for clock in Clock})
    return value


def _word(value: str, name: str, known: Mapping[str, str]) -> str:
    """One of our own words, by its spelling or by how it is said."""
    asked = value.casefold().replace(" ", "_")
    for word, spoken in known.items():
        if asked in (word, spoken.casefold().replace(" ", "_")):
            return word
    begins = [word for word in known if word.startswith(asked)]
    if len(begins) == 1:
        return begins[0]
    close = get_close_matches(asked, known, 1)
    hint = f"Did you mean {close[0]}?" if close else f"There are {', '.join(known)}."
    raise BadInput(f"There is no {name} “{value}”. {hint}")


def _day(piece: Piece, today: date, days: dict[str, Any]) -> None:
    from states.british_dates import parse_day

    if not piece.value:
        raise BadInput("Say a day: due<2026-12-01, due>today, due:1/12/2026.")
    try:
        day = parse_day(piece.value.replace("_", " "), today)
    except BadInput as error:
        if piece.quoted or not piece.value.isdigit():
            raise
        raise BadInput(f'{error} A day with spaces stands in quotes: due<"31 Jan 2027".') from None
    one = timedelta(days=1)
    try:
        if piece.sign in (">", ">="):
            days["from_day"] = max(days.get("from_day", date.min), day + one if piece.sign == ">" else day)
        elif piece.sign in ("<", "<="):
            days["until"] = min(days.get("until", date.max), day - one if piece.sign == "<" else day)
        else:
            days["from_day"] = days["until"] = day
    except OverflowError:
        raise BadInput(f"“{piece.value}” is too far away.") from None


def quoted(value: str) -> str:
    """A value as it is written on the line: in quotes where it must be."""
    bare = value.replace('"', "")
    return f'"{bare}"' if not bare or re.search(r"[\s:<>=]", bare) else bare


def suggestions(line: str, at: int, what: str, known: Mapping[str, Iterable[str]]) -> list[str]:
    """The lines that the piece under the cursor may become, the likeliest first; `known` are the values by name."""
    piece = next((p for p in pieces(line) if p.start < at <= p.end), None)
    before, after = (line[: piece.start], line[piece.end :]) if piece else (line[:at], line[at:])
    if piece is not None and piece.name and piece.name != "due":
        values = dict(known)
        values |= {"state": [str(s) for s in State], "clock": [str(c) for c in Clock]}
        given = list(values.get(ALSO.get(piece.name, piece.name), ()))
        asked = piece.value.casefold()
        begin = [value for value in given if value.casefold().startswith(asked)]
        inside = [value for value in given if asked in value.casefold() and value not in begin]
        made = [f"{piece.name}:{quoted(value)}" for value in (*begin, *inside)]
    else:
        asked = piece.value.casefold() if piece else ""
        if piece is not None and (piece.quoted or piece.name):
            return []
        words = (*FLAGS[what], *(f"{name}:" if name != "due" else "due<" for name in NAMES))
        made = [word for word in words if word.startswith(asked)]
    return [f"{before}{one}{after}" for one in made[:50] if one != line[len(before) : len(line) - len(after)]]
