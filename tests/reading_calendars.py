"""A strict reading of iCalendar for tests, by hand from RFC 5545: whatever is not as it says is an error."""

import re
from typing import NamedTuple

NAME = re.compile(r"[A-Z0-9-]+")
VALUES = {
    "DTSTAMP": r"\d{8}T\d{6}Z",
    "LAST-MODIFIED": r"\d{8}T\d{6}Z",
    "SEQUENCE": r"\d+",
    "STATUS": "CONFIRMED|TENTATIVE|CANCELLED",
    "TRANSP": "OPAQUE|TRANSPARENT",
}
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES"}


class Line(NamedTuple):
    """A content line, unfolded."""

    name: str
    params: dict[str, str]
    value: str


class Read(NamedTuple):
    """An event: its lines by name."""

    lines: dict[str, Line]

    def __getitem__(self, name: str) -> str:
        return self.lines[name].value

    @property
    def day(self) -> str:
        """The day it begins, `2026-12-08`."""
        value = self["DTSTART"]
        return f"{value[:4]}-{value[4:6]}-{value[6:8]}"


def strictly(data: bytes) -> list[Read]:
    """The events of a file. AssertionError: the file is not as RFC 5545 says."""
    assert data.endswith(b"\r\n"), "3.1: every line ends with CR LF"
    physical = data[:-2].split(b"\r\n")
    for line in physical:
        assert b"\r" not in line, "3.1: no CR inside a line"
        assert b"\n" not in line, "3.1: no LF inside a line"
        assert len(line) <= 75, "3.1: lines of 75 octets at most"
        line.decode("utf-8")
        assert not re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", line), "3.3.11: no control characters"
    lines = [_line(line) for line in b"\r\n".join(physical).replace(b"\r\n ", b"").decode("utf-8").split("\r\n")]
    assert (lines[0].name, lines[0].value) == ("BEGIN", "VCALENDAR")
    assert (lines[-1].name, lines[-1].value) == ("END", "VCALENDAR")
    open_parts: list[tuple[str, list[Line]]] = []
    events: list[Read] = []
    zones = set()
    for line in lines:
        if line.name == "BEGIN":
            open_parts.append((line.value, []))
        elif line.name == "END":
            name, own = open_parts.pop()
            assert name == line.value, "3.4: parts are closed in order"
            if name == "VCALENDAR":
                once(own, {"VERSION", "PRODID"})
            elif name == "VTIMEZONE":
                zones.add(once(own, {"TZID"})["TZID"].value)
            elif name == "VEVENT":
                assert [part for part, _ in open_parts] == ["VCALENDAR"], "3.6: events are no parts of parts"
                events.append(_event(own, zones))
        else:
            open_parts[-1][1].append(line)
    assert not open_parts
    uids = [event["UID"] for event in events]
    assert len(uids) == len(set(uids)), "3.8.4.7: UIDs are unique"
    return events


def once(lines: list[Line], wanted: set[str]) -> dict[str, Line]:
    """The lines by name: none twice, those that must be there."""
    found = {line.name: line for line in lines}
    assert len(found) == len(lines), "properties stand once"
    assert wanted <= set(found)
    return found


def _event(lines: list[Line], zones: set[str]) -> Read:
    found = once(lines, {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "STATUS"})
    for name, form in VALUES.items():
        assert name not in found or re.fullmatch(form, found[name].value), f"{name}: {found[name].value}"
    for name in TEXTS & set(found):
        bare = re.sub(r"\\[\\;,nN]", "", found[name].value)
        assert not set(bare) & set("\\;,"), f"3.3.11: {name} is escaped"
    start = found["DTSTART"]
    if start.params.get("VALUE") == "DATE":
        end = found["DTEND"]
        assert end.params == start.params
        assert re.fullmatch(r"\d{8}", start.value)
        assert end.value > start.value, "3.8.2.2: the end is later"
    else:
        assert start.params["TZID"] in zones, "3.2.19: the zone stands in the file, before it is used"
        assert re.fullmatch(r"\d{8}T\d{6}", start.value)
    return Read(found)


def _line(text: str) -> Line:
    head, colon, value = "", "", ""
    quoted = False
    for at, letter in enumerate(text):
        quoted ^= letter == '"'
        if letter == ":" and not quoted:
            head, colon, value = text[:at], letter, text[at + 1 :]
            break
    assert colon, f"3.1: a content line has a colon: {text[:40]}"
    name, *params = head.split(";")
    assert NAME.fullmatch(name), f"3.1: a name: {name[:40]}"
    return Line(name, dict(param.split("=", 1) for param in params), value)
