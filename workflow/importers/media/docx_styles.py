"""The paragraph styles of a Word document: their names as people see them, size, weight, edge and numbering."""

from collections.abc import Mapping

import msgspec

from workflow.importers.media.packed import Packed, whole

_DEEPEST = 12


class Style(msgspec.Struct):
    """A style as far as it says something itself; None where it leaves that to the one it is based on."""

    name: str = ""
    based_on: str = ""
    bold: bool | None = None
    size: float | None = None
    left: float | None = None
    number: str | None = None
    level: int | None = None


class Styles:
    """The styles of a document by their ids, each complete with what it takes from those it is based on."""

    def __init__(self, packed: Packed, part: str | None) -> None:
        self._own: dict[str, Style] = {}
        self._whole: dict[str, Style] = {}
        self._default = Style(bold=False, size=10.0, left=0.0)
        self._usual = ""
        self._now: Style | None = None
        self._in_paragraph = False
        if part is not None and part in packed:
            packed.parse(part, self._start, self._end)

    def of(self, style: str) -> Style:
        """The whole of a style; of the document's usual one where there is none of that id."""
        style = style if style in self._own else self._usual
        if style not in self._whole:
            self._whole[style] = self._made_whole(style)
        return self._whole[style]

    def _made_whole(self, style: str) -> Style:
        own = self._own.get(style, Style())
        found = msgspec.structs.replace(own)
        above = own.based_on
        for _ in range(_DEEPEST):
            if above not in self._own:
                break
            _fill(found, self._own[above])
            above = self._own[above].based_on
        _fill(found, self._default)
        return found

    def _start(self, name: str, values: Mapping[str, str]) -> None:
        value = values.get("val", "")
        if name == "w:style":
            self._now = Style()
            if values.get("type", "paragraph") == "paragraph":
                self._own[values.get("styleId", "")] = self._now
                if values.get("default") in ("1", "true", "on"):
                    self._usual = values.get("styleId", "")
        elif name == "w:docDefaults":
            self._now = self._default
        elif self._now is not None:
            _set(self._now, name, value, values)

    def _end(self, name: str) -> None:
        if name in ("w:style", "w:docDefaults"):
            self._now = None


def _set(style: Style, name: str, value: str, values: Mapping[str, str]) -> None:
    if name == "w:name":
        style.name = value[:1].upper() + value[1:100]
    elif name == "w:basedOn":
        style.based_on = value
    elif name == "w:b":
        style.bold = value not in ("0", "false", "off")
    elif name == "w:sz":
        style.size = whole(value, 20) / 2
    elif name == "w:ind":
        style.left = whole(values.get("left") or values.get("start")) / 20
    elif name == "w:numId":
        style.number = value
    elif name == "w:ilvl":
        style.level = whole(value)


def _fill(style: Style, above: Style) -> None:
    """What a style leaves open is as in the one above it."""
    for field in ("bold", "size", "left", "number", "level"):
        if getattr(style, field) is None:
            setattr(style, field, getattr(above, field))
