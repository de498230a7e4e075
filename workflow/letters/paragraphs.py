"""The form of a letter: paragraphs, headings, quotations, lists and kept lines, as plain text and for HTML.

A template for the words writes them as people do in a plain letter: a line with `---` under it is a heading, `> `
begins a quotation, `- ` a line of a list, `| ` a line that stays a line of its own; everything else is a paragraph,
and an empty line ends it.
"""

import re
from textwrap import fill
from typing import Literal

import msgspec

WIDTH = 72
"""How many columns a plain letter has."""

_MARKS = {"> ": "quote", "- ": "list", "| ": "lines"}


class Block(msgspec.Struct, frozen=True):
    """A part of a letter: one text, or the lines of a list or of a signature."""

    kind: Literal["paragraph", "heading", "quote", "list", "lines"]
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """Its words as one line."""
        return " ".join(self.lines)


def blocks(written: str) -> tuple[Block, ...]:
    """The parts of a letter that a template wrote."""
    found = []
    for part in re.split(r"\n[ \t]*\n", written):
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        if not lines:
            continue
        if len(lines) > 1 and re.fullmatch(r"-{3,}", lines[1]):
            found.append(Block("heading", (lines[0],)))
            lines = lines[2:]
        found += _of(lines)
    return tuple(found)


def plain(parts: tuple[Block, ...]) -> str:
    """The letter as plain text, wrapped, with one empty line between its parts and a line end at its end."""
    return "\n\n".join(_plain(part) for part in parts) + "\n"


def _of(lines: list[str]) -> list[Block]:
    """The parts of neighbouring lines: those that begin alike belong together."""
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        kind = _MARKS.get(line[:2], "paragraph")
        words = line[2:].strip() if kind != "paragraph" else line
        if found and found[-1][0] == kind:
            found[-1][1].append(words)
        else:
            found.append((kind, [words]))
    return [Block(kind, tuple(words)) for kind, words in found]  # type: ignore[arg-type]


def _plain(part: Block) -> str:
    if part.kind == "heading":
        said = _wrapped(part.text)
        return f"{said}\n{'-' * max(len(line) for line in said.split(chr(10)))}"
    if part.kind == "quote":
        return _wrapped(part.text, "    ")
    if part.kind == "list":
        return "\n".join(_wrapped(line, "  ", "- ") for line in part.lines)
    if part.kind == "lines":
        return "\n".join(part.lines)
    return _wrapped(part.text)


def _wrapped(text: str, indent: str = "", first: str | None = None) -> str:
    """Wrapped to the width; a word longer than a line, such as an address, stays whole."""
    return fill(
        text,
        WIDTH,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=len(text) > 5000,
        break_on_hyphens=False,
    )
