"""What Word documents and spreadsheets are made of: XML parts in a zip file, read piece by piece, with limits.

A part is unpacked as it is parsed and never held whole. Document types and entities are refused, whatever they declare;
nothing outside the file is ever looked at.
"""

import io
import re
import zlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from states.errors import BadInput

MOST_UNPACKED = 64 * 1024 * 1024
"""The longest part that is read, in bytes, unpacked."""

TIGHTEST = 200
"""How many times its packed size a part of some length may unpack to: papers reach 60, bombs 1,000."""

_SOME_LENGTH = 4 * 1024 * 1024
_MOST_PARTS = 10_000
_MOST_ELEMENTS = 1_500_000
_PIECE = 64 * 1024
_BROKEN = "It is damaged: it cannot be unpacked. Open it in the program that made it and save it again."

_SPACES = (
    ("wordprocessingml/2006/main", "w"), ("wordprocessingml/main", "w"), ("spreadsheetml/2006/main", "x"),
    ("spreadsheetml/main", "x"), ("markup-compatibility/2006", "mc"),
)  # fmt: skip

Start = Callable[[str, Mapping[str, str]], None]
"""Told of an element's beginning: its name (`w:` or `x:` before it where it is Word's or Excel's own) and values."""

Told = Callable[[str], None]
"""Told of an element's end by its name, or of text."""


class Packed:
    """An Office file, opened. BadInput where it is no zip file, or a locked one."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except (BadZipFile, ValueError, OSError, NotImplementedError, UnicodeError, EOFError):
            raise BadInput(_BROKEN) from None
        if len(self._zip.filelist) > _MOST_PARTS:
            raise BadInput(_too_much())

    def __contains__(self, part: str) -> bool:
        return part in self._zip.NameToInfo

    def main(self, usual: str) -> str:
        """The part that is the document itself: as the file says, else the `usual` one."""
        found = [target for kind, target in self.related("").values() if kind == "officeDocument"]
        return next((target for target in found if target in self), usual)

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part refers to within the file: its id there, with the last word of its kind and the other's name."""
        folder, name = str(PurePosixPath(part).parent), PurePosixPath(part).name
        folder = "" if folder == "." else f"{folder}/"
        found: dict[str, tuple[str, str]] = {}

        def start(_: str, values: Mapping[str, str]) -> None:
            target, kind = values.get("Target"), values.get("Type", "")
            if target and values.get("TargetMode") != "External":
                whole = target[1:] if target.startswith("/") else _plain(f"{folder}{target}")
                found[values.get("Id", "")] = (kind.rpartition("/")[2], whole)

        rels = f"{folder}_rels/{name}.rels"
        if rels in self:
            self.parse(rels, start)
        return found

    def parse(
        self,
        part: str,
        start: Start,
        end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
    ) -> None:
        """Tells of every element of a part, and of the text between them.

        Raises:
            BadInput: the part is not there, is damaged, declares entities, or is longer than papers are.
        """
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse
        elements = 0

        def begin(name: str, values: dict[str, str]) -> None:
            nonlocal elements
            elements += 1
            if elements > _MOST_ELEMENTS:
                raise BadInput(_too_much())
            if "}" in "".join(values):
                values = {_local(key): value for key, value in values.items()}
            start(_short(name), values)

        parser.StartElementHandler = begin
        if end is not None:
            parser.EndElementHandler = lambda name: end(_short(name))
        if text is not None:
            parser.CharacterDataHandler = text
        try:
            about = self._zip.getinfo(part)
            most = max(_SOME_LENGTH, min(MOST_UNPACKED, about.compress_size * TIGHTEST))
            length = 0
            with self._zip.open(about) as stream:
                while piece := stream.read(_PIECE):
                    length += len(piece)
                    if length > most:
                        raise BadInput(_too_much())
                    parser.Parse(piece)
            parser.Parse(b"", True)
        except expat.ExpatError:
            raise BadInput(_BROKEN) from None
        except RuntimeError:  # what zipfile raises for a part with a password
            raise BadInput("It is locked with a password. Save it without one and import that.") from None
        except (BadZipFile, KeyError, OSError, EOFError, ValueError, NotImplementedError, zlib.error):
            raise BadInput(_BROKEN) from None


def whole(text: str | None, otherwise: int = 0) -> int:
    """A whole number as XML has it; `otherwise` where it is none, or an absurd one."""
    return int(text) if text is not None and re.fullmatch(r"-?[0-9]{1,9}", text) else otherwise


def _refuse(*_: object) -> None:
    raise BadInput("It declares XML entities, which no program that makes papers does; it is not read.")


def _too_much() -> str:
    return "It would unpack to far more than a paper holds; it is not read."


def _plain(path: str) -> str:
    """A path in the file without `..`."""
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


@lru_cache(4096)
def _short(name: str) -> str:
    space, _, local = name.rpartition("}")
    return next((f"{mark}:{local}" for end, mark in _SPACES if space.endswith(end)), local)


@lru_cache(4096)
def _local(name: str) -> str:
    return name.rpartition("}")[2]
