"""Text from outside, made harmless before it is drawn.

What stands in the database was once in a paper somebody sent. On the screen it can do nothing but be read: it never
goes through markup, and no control character, no escape code and no mark that turns the direction of reading gets
through. Everything that draws such text calls `plain`, or `text` for a piece of Textual's content.
"""

import unicodedata
from functools import lru_cache

from textual.content import Content

LONGEST = 2_000
"""The most characters of one text that are ever drawn."""

READ = 50_000
"""The most characters of a text that was opened to be read."""

ONE_LINE = 300
"""The most characters of a text that stands on one line, such as a title in a list."""

_LINES = {"\n", "\r", "\t", "\v", "\f", "\u0085", "\u2028", "\u2029"}
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


@lru_cache(maxsize=4096)
def plain(value: str | None, longest: int = ONE_LINE) -> str:
    """A text on one line without anything that is not read: cut with … after so many characters."""
    if not value:
        return ""
    cut = value[: longest * 2 + 100]
    if not cut.isascii() or not cut.isprintable():
        cut = "".join(" " if c in _LINES else c for c in cut if c in _LINES or _readable(c))
    words = " ".join(cut.split())
    return (
        words if len(words) <= longest and len(value) == len(value[: longest * 2 + 100]) else _shortened(words, longest)
    )


def lines(value: str | None, longest: int = LONGEST) -> str:
    """A text that may have several lines, each made harmless; cut with … after so many characters."""
    if not value:
        return ""
    made = "\n".join(plain(line, longest) for line in value[: longest * 2].splitlines())
    return made if len(made) <= longest else _shortened(made, longest)


def text(value: str | None, style: str = "", longest: int = ONE_LINE) -> Content:
    """A text as content that holds no markup, in a style of ours."""
    return Content.styled(plain(value, longest), style)


def _readable(character: str) -> bool:
    """Whether a character is one that is read, not one that commands."""
    return unicodedata.category(character) not in _UNSEEN


def _shortened(words: str, longest: int) -> str:
    return words[: longest - 1].rstrip() + "…"
