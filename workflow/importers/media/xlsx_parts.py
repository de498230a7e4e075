"""What the cells of a workbook refer to: shared strings, and the formats by which a number is a date."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

import msgspec

from states.errors import BadInput
from workflow.importers.media.packed import Packed, whole
from workflow.importers.text import MAX_BYTES

_MOST_STRINGS = 500_000
_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_PERCENTS = frozenset({9, 10})
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]|_.|\*.')


class Sheet(msgspec.Struct, frozen=True):
    """A sheet of a workbook: its name, its part, whether people see it."""

    name: str
    part: str
    shown: bool


class Book:
    """The sheets of a workbook, and what its cells mean."""

    def __init__(self, packed: Packed) -> None:
        main = packed.main("xl/workbook.xml")
        related = packed.related(main)
        self.sheets: list[Sheet] = []
        self.from_1904 = False
        self.strings: list[str] = []
        self._formats: dict[int, str] = {}
        self._cells: list[int] = []

        def start(name: str, values: Mapping[str, str]) -> None:
            if name == "x:workbookPr":
                self.from_1904 = values.get("date1904") in ("1", "true")
            elif name == "x:sheet":
                kind, part = related.get(values.get("id", ""), ("", ""))
                if kind == "worksheet":
                    self.sheets.append(Sheet(values.get("name", ""), part, values.get("state", "visible") == "visible"))

        packed.parse(main, start)
        parts = dict(related.values())
        if parts.get("sharedStrings", "") in packed:
            _Strings(self.strings).read(packed, parts["sharedStrings"])
        if parts.get("styles", "") in packed:
            self._styles(packed, parts["styles"])

    def _styles(self, packed: Packed, part: str) -> None:
        inside = [False]

        def start(name: str, values: Mapping[str, str]) -> None:
            if name == "x:numFmt":
                self._formats[whole(values.get("numFmtId"), -1)] = values.get("formatCode", "")[:200]
            elif name == "x:cellXfs":
                inside[0] = True
            elif name == "x:xf" and inside[0]:
                self._cells.append(whole(values.get("numFmtId")))

        def end(name: str) -> None:
            if name == "x:cellXfs":
                inside[0] = False

        packed.parse(part, start, end)

    def shown(self, value: str, style: str) -> str:
        """A number as people see it: a day as 2025-03-04, a share as 75%, others without figures that nobody wrote."""
        try:
            number = float(value)
        except ValueError:
            return value
        place = whole(style, -1)
        kind = self._cells[place] if 0 <= place < len(self._cells) else 0
        code = _NOT_SHOWN.sub("", self._formats.get(kind, "")).lower()
        if kind in _DATES or (code != "general" and re.search(r"[dmyhs]", code)):
            day = self._day(number)
            if day is not None:
                return day
        if kind in _PERCENTS or "%" in code:
            return f"{number * 100:.10g}%"
        return f"{number:.15g}"

    def _day(self, number: float) -> str | None:
        """A day counted as Excel counts, with its time where it has one; None where there is no such day."""
        if not 0 < number < 2_958_466:
            return None
        first = date(1904, 1, 1) if self.from_1904 else date(1899, 12, 30 if number >= 60 else 31)
        try:
            found = datetime.combine(first, time.min) + timedelta(seconds=round(number * 86_400))
        except OverflowError:
            return None
        return found.date().isoformat() if found.time() == time.min else found.isoformat(" ", "minutes")


class _Strings:
    """Reads the shared strings, without the spellings by sound."""

    def __init__(self, strings: list[str]) -> None:
        self.strings = strings
        self.pieces: list[str] = []
        self.letters = 0
        self.in_text = False
        self.sounds = 0

    def read(self, packed: Packed, part: str) -> None:
        packed.parse(part, self._start, self._end, self._text)

    def _start(self, name: str, values: Mapping[str, str]) -> None:
        if name == "x:si":
            self.pieces = []
        elif name == "x:rPh":
            self.sounds += 1
        self.in_text = name == "x:t" and not self.sounds

    def _end(self, name: str) -> None:
        if name == "x:si":
            self.strings.append("".join(self.pieces))
            if len(self.strings) > _MOST_STRINGS or self.letters > MAX_BYTES:
                raise BadInput("It holds more text than a paper of a council can have; it is not read. Split it.")
        elif name == "x:rPh":
            self.sounds -= 1
        self.in_text = False

    def _text(self, words: str) -> None:
        if self.in_text:
            self.pieces.append(words)
            self.letters += len(words)
            if self.letters > MAX_BYTES:
                raise BadInput("It holds more text than a paper of a council can have; it is not read. Split it.")
