"""The council's own rules: what its constitution and its officers fixed, as the four settings tables say it.

`[council]`, `[call_in]`, `[working_days]` and `[updates]` become one frozen `CouncilRules`. A figure that is the
constitution's has no default that reads as law: it is None until the council enters it, a stand-in is used for the
arithmetic meanwhile, and every date made with it says so. To add a setting: a field here, its reader in `_READERS`.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from difflib import get_close_matches
from operator import attrgetter
from typing import Any, Literal

import msgspec

from states.bank_holidays import FIRST_YEAR, LAST_YEAR
from states.errors import BadInput
from states.working_days import Calendar


class CallIn(msgspec.Struct, frozen=True):
    """What the constitution says of call-in. None is a figure the council has not entered."""

    days: int | None = None
    """Clear working days of the window after publication."""
    callers: int | None = None
    """How many members it takes."""
    groups: int | None = None
    """From at least so many political groups."""
    cut_off: str | None = None
    """The time on the last day by which a call-in must be in, `17:00`."""
    hearing_days: int | None = None
    """Working days within which it is heard."""
    hearing_from: Literal["receipt", "validity"] | None = None
    """Whether those run from its receipt (also when not entered) or from its being ruled valid."""
    reconsideration_days: int | None = None
    """Working days within which the decision maker reconsiders."""


class Updates(msgspec.Struct, frozen=True):
    """The council's own habits; these defaults claim to be nothing more."""

    months: int = 6
    """Calendar months from an event to the next update to the committee."""
    report_deadline_days: int = 5
    """Working days before agenda publication by which reports are in."""


class CouncilRules(msgspec.Struct, frozen=True):
    """Everything a council may set that moves a date or a minute number."""

    name: str | None = None
    """The council's name, for papers and headings."""
    annual_meetings: dict[int, date] = {}
    """The day of the annual meeting by year: when the municipal year turned. Never changed in place."""
    call_in: CallIn = CallIn()
    working_days: Calendar = Calendar()
    updates: Updates = Updates()

    def calendar(self) -> Calendar:
        """The calendar these rules make: one object, so that its pages are made once."""
        return self.working_days

    def figure(self, path: str) -> tuple[int, str | None]:
        """The figure a settings path such as `call_in.days` gives, and the sentence to show when it is a stand-in.

        The sentence is None when the council entered the figure or it is no constitution's. BadInput: no such figure.
        """
        read = _FIGURES.get(path)
        if read is None:
            raise BadInput(f"There is no figure “{path}” in the council's rules.{_closest(path, _FIGURES)}")
        value: int | None = read(self)
        if value is not None:
            return value, None
        return STAND_INS[path], _PROVISIONAL[path]


STAND_INS = {
    "call_in.days": 5,
    "call_in.callers": 3,
    "call_in.groups": 1,
    "call_in.hearing_days": 10,
    "call_in.reconsideration_days": 10,
}
"""What the arithmetic uses for a constitution's figure nobody has entered. Not law, and never shown without a note."""

NOT_ENTERED = "your constitution's figure is not entered"
"""Why a date is open that papers start, or stands on a stand-in."""

_PROVISIONAL = {path: f"{NOT_ENTERED}; using {n}" for path, n in STAND_INS.items()}
_FIGURES: dict[str, Callable[[Any], int | None]] = {
    path: attrgetter(path) for path in (*STAND_INS, "updates.months", "updates.report_deadline_days")
}


def rules_from(mapping: Mapping[str, Any]) -> CouncilRules:
    """The rules that the four settings tables say; give only these (`TABLES`), as TOML or JSON reads them.

    Days may be dates or ISO text. BadInput, naming table and key, for an unknown name, a wrong type, a figure out of
    range, a time that is none, an annual meeting in another year, a day both added and struck from the bank holidays.
    """
    read: dict[str, dict[str, Any]] = {}
    for table, values in mapping.items():
        if table not in _READERS:
            raise BadInput(f"There is no table [{table}] in the council's rules.{_closest(str(table), _READERS)}")
        if not isinstance(values, Mapping):
            raise BadInput(f"[{table}] must be a table of settings, not {_kind(values)}.")
        read[table] = {}
        for key, value in values.items():
            reader = _READERS[table].get(key)
            if reader is None:
                raise BadInput(f"[{table}] has no setting “{key}”.{_closest(str(key), _READERS[table])}")
            read[table][key] = reader(f"[{table}] {key}", value)
    days = read.get("working_days", {})
    if "holidays" in days:
        days["extra_holidays"] = days.pop("holidays")
    calendar = Calendar(**days)
    for day, _ in calendar.extra_holidays:
        if day in calendar.not_holidays:
            raise BadInput(f"[working_days] {day.isoformat()} stands both in holidays and in not_holidays.")
    return CouncilRules(
        **read.get("council", {}),
        call_in=CallIn(**read.get("call_in", {})),
        working_days=calendar,
        updates=Updates(**read.get("updates", {})),
    )


def rules_to(rules: CouncilRules) -> dict[str, Any]:
    """The rules as settings tables of JSON's types, without what is not entered; `rules_from` reads them back."""
    calendar = rules.working_days
    tables = {
        "council": {
            "name": rules.name,
            "annual_meetings": {str(year): day.isoformat() for year, day in sorted(rules.annual_meetings.items())},
        },
        "call_in": msgspec.structs.asdict(rules.call_in),
        "working_days": {
            "saturdays": calendar.saturdays,
            "closures": [day.isoformat() for day in sorted(calendar.closures)],
            "holidays": {day.isoformat(): name for day, name in calendar.extra_holidays},
            "not_holidays": [day.isoformat() for day in sorted(calendar.not_holidays)],
        },
        "updates": msgspec.structs.asdict(rules.updates),
    }
    kept = {t: {k: v for k, v in values.items() if v not in (None, [], {})} for t, values in tables.items()}
    return {table: values for table, values in kept.items() if values}


def _closest(name: str, names: Mapping[str, Any]) -> str:
    """` Did you mean “days”?`, or the names there are."""
    close = get_close_matches(name, names, n=1)
    return f" Did you mean “{close[0]}”?" if close else f" It can be: {', '.join(names)}."


def _kind(value: object) -> str:
    """What somebody gave, in words a person uses."""
    kinds = {bool: "true or false", int: "a whole number", float: "a number with a point", str: "text", list: "a list"}
    return kinds.get(type(value), "a table" if isinstance(value, Mapping) else f"a {type(value).__name__}")


def _whole(low: int, high: int) -> Callable[[str, object], int]:
    """A reader of whole numbers from low to high."""

    def read(where: str, value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise BadInput(f"{where} must be a whole number, not {_kind(value)}.")
        if not low <= value <= high:
            raise BadInput(f"{where} must be from {low} to {high}, not {value}.")
        return value

    return read


def _text(where: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadInput(f"{where} must be text, not {_kind(value) if not isinstance(value, str) else 'empty'}.")
    return value.strip()


def _switch(where: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise BadInput(f"{where} must be true or false, not {_kind(value)}.")
    return value


def _time(where: str, value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value):
        given = str(value) if isinstance(value, time) else repr(value)
        raise BadInput(f'{where} must be a time in quotes, such as "17:00", not {given}.')
    return value


def _hearing_from(where: str, value: object) -> str:
    if value not in ("receipt", "validity"):
        raise BadInput(f"{where} must be “receipt” or “validity”, not {value!r}.")
    return str(value)


def _day(where: str, value: object) -> date:
    day = value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise BadInput(f"{where}: there is no day {value}.") from None
    if not isinstance(day, date) or isinstance(day, datetime):
        raise BadInput(f"{where}: a day is written like 2026-12-29, not {value!r}.")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadInput(f"{where}: {day.isoformat()} is outside {FIRST_YEAR} to {LAST_YEAR}.")
    return day


def _days(where: str, value: object) -> frozenset[date]:
    if not isinstance(value, (list, tuple)):
        raise BadInput(f"{where} must be a list of days, not {_kind(value)}.")
    return frozenset(_day(where, item) for item in value)


def _named_days(where: str, value: object) -> tuple[tuple[date, str], ...]:
    if not isinstance(value, Mapping):
        raise BadInput(f"{where} must be a table of days and names, not {_kind(value)}.")
    return tuple(sorted((_day(where, day), _text(f"{where} {day}", name)) for day, name in value.items()))


def _meetings(where: str, value: object) -> dict[int, date]:
    if not isinstance(value, Mapping):
        raise BadInput(f"{where} must be a table of years and days, not {_kind(value)}.")
    read = {}
    for year, item in sorted(value.items(), key=lambda pair: str(pair[0])):
        day = _day(where, item)
        if str(year) != str(day.year):
            raise BadInput(f"{where}: the year {year} and the day {day.isoformat()} do not agree.")
        read[day.year] = day
    return read


_READERS: dict[str, dict[str, Callable[[str, Any], Any]]] = {
    "council": {"name": _text, "annual_meetings": _meetings},
    "call_in": {
        "days": _whole(1, 30),
        "callers": _whole(1, 100),
        "groups": _whole(1, 20),
        "cut_off": _time,
        "hearing_days": _whole(1, 60),
        "hearing_from": _hearing_from,
        "reconsideration_days": _whole(1, 120),
    },
    "working_days": {"saturdays": _switch, "closures": _days, "holidays": _named_days, "not_holidays": _days},
    "updates": {"months": _whole(1, 60), "report_deadline_days": _whole(0, 60)},
}

TABLES = tuple(_READERS)
"""The settings tables that are the council's rules and live in its database, not in a person's settings."""
