"""The numbers Word puts before paragraphs: they stand nowhere in the text and are counted here as Word counts them."""

from collections.abc import Mapping

import msgspec

from workflow.importers.media.packed import Packed, whole

_LEVELS = 9


class Level(msgspec.Struct):
    """One level of a list: its first number, how it is written (`%1.%2`), in which figures, and its left edge."""

    start: int = 1
    text: str = ""
    figures: str = "decimal"
    legal: bool = False
    left: float = 0.0
    style: str = ""


class Numbers:
    """The lists of a document, and how far each has been counted."""

    def __init__(self, packed: Packed, part: str | None) -> None:
        self._levels: dict[str, list[Level]] = {}
        self._lists: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counted: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        if part is not None and part in packed:
            _Definitions(self._levels, self._lists, self._starts).read(packed, part)

    def level_of(self, number: str, style: str) -> int:
        """The level that belongs to a paragraph style in a list; 0 without one."""
        levels = self._levels.get(self._lists.get(number, ""), [])
        return next((place for place, level in enumerate(levels) if style and level.style == style), 0)

    def left(self, number: str, level: int) -> float:
        """The left edge of a level, in points."""
        found = self._level(number, level)
        return found.left if found else 0.0

    def next(self, number: str, level: int) -> str:
        """Counts one on in a list, and gives what is printed before the paragraph: `4.2`, `(a)`, `•`."""
        found = self._level(number, level)
        if found is None:
            return ""
        levels = self._levels[self._lists[number]]
        counted = self._counted.setdefault(self._lists[number], [None] * _LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for place in self._starts.get(number, {}):
                counted[place] = None
        now = counted[level]
        counted[level] = self._start(number, level, levels) if now is None else now + 1
        for below in range(level + 1, _LEVELS):
            counted[below] = None
        if found.figures == "bullet":
            return "•"
        if found.figures == "none":
            return ""
        label = found.text
        for place in range(level + 1):
            if f"%{place + 1}" in label:
                value = counted[place]
                value = self._start(number, place, levels) if value is None else value
                figures = "decimal" if found.legal else levels[place].figures
                label = label.replace(f"%{place + 1}", figured(value, figures))
        return label.strip()

    def _start(self, number: str, level: int, levels: list[Level]) -> int:
        return self._starts.get(number, {}).get(level, levels[level].start)

    def _level(self, number: str, level: int) -> Level | None:
        levels = self._levels.get(self._lists.get(number, ""), [])
        return levels[level] if 0 <= level < len(levels) else None


class _Definitions:
    """Reads the part that defines the lists."""

    def __init__(
        self, levels: dict[str, list[Level]], lists: dict[str, str], starts: dict[str, dict[int, int]]
    ) -> None:
        self.levels, self.lists, self.starts = levels, lists, starts
        self.abstract: str | None = None
        self.number: str | None = None
        self.level = Level()
        self.place = 0

    def read(self, packed: Packed, part: str) -> None:
        packed.parse(part, self._start, self._end)

    def _start(self, name: str, values: Mapping[str, str]) -> None:
        value = values.get("val", "")
        if name == "w:abstractNum":
            self.abstract, self.number = values.get("abstractNumId", ""), None
            self.levels[self.abstract] = [Level() for _ in range(_LEVELS)]
        elif name == "w:num":
            self.number, self.abstract = values.get("numId", ""), None
        elif name == "w:abstractNumId" and self.number is not None:
            self.lists[self.number] = value
        elif name == "w:lvlOverride":
            self.place = whole(values.get("ilvl"))
        elif name == "w:startOverride" and self.number is not None:
            self.starts.setdefault(self.number, {})[min(max(self.place, 0), _LEVELS - 1)] = whole(value, 1)
        elif name == "w:lvl":
            self.place = whole(values.get("ilvl"))
            self.level = Level()
            if self.abstract is not None and 0 <= self.place < _LEVELS:
                self.levels[self.abstract][self.place] = self.level
        else:
            self._of_level(name, value, values)

    def _of_level(self, name: str, value: str, values: Mapping[str, str]) -> None:
        level = self.level
        if name == "w:start":
            level.start = whole(value, 1)
        elif name == "w:numFmt":
            level.figures = value
        elif name == "w:lvlText":
            level.text = value[:50]
        elif name == "w:isLgl":
            level.legal = value not in ("0", "false")
        elif name == "w:pStyle":
            level.style = value
        elif name == "w:ind":
            level.left = whole(values.get("left") or values.get("start")) / 20

    def _end(self, name: str) -> None:
        if name == "w:lvl":
            self.level = Level()


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def figured(value: int, figures: str) -> str:
    """A number as Word writes it, in `decimal`, `lowerLetter` (26 is z, 27 aa, 28 bb), `upperRoman` or others."""
    upper = figures.startswith("upper")
    if figures.endswith("Letter") and 0 < value <= 780:
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters.upper() if upper else letters
    if figures.endswith("Roman") and 0 < value < 4000:
        written, rest = "", value
        for worth, sign in _ROMAN:
            written += sign * (rest // worth)
            rest %= worth
        return written.upper() if upper else written
    if figures == "decimalZero":
        return f"{value:02d}"
    if figures == "ordinal":
        last = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
        return f"{value}{last}"
    return str(value)
