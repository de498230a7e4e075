"""Text from outside, made harmless before it is drawn.

What stands in the database was once in a paper somebody sent. On the screen it can do nothing but be read: it never
goes through markup, and no control character, no escape code and no mark that turns the direction of reading gets
through. Everything that draws such text calls `plain`, or `text` for a piece of Textual's content.
"""

from functools import lru_cache

from textual.content import Content

LONGEST = 2_000
"""The most characters of one text that are ever drawn."""

READ = 50_000
"""The most characters of a text that was opened to be read."""

ONE_LINE = 300
"""The most characters of a text that stands on one line, such as a title in a list."""


@lru_cache(maxsize=4096)
def plain(value: str | None, longest: int = ONE_LINE) -> str:
    """A text on one line without anything that is not read: cut with … after so many characters.

    Control characters that Python counts as spaces end as a space.
    """
    if not value:
        return ""
    cut = value[: longest * 2 + 100]
    if not cut.isascii() or not cut.isprintable():
        cut = "".join(c for c in cut if c.isprintable() or c.isspace())
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


def _shortened(words: str, longest: int) -> str:
    return words[: longest - 1].rstrip() + "…"
