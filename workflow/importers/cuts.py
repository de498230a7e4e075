"""Where a page cuts its minutes off: whether what stands above the cut is whole."""

import re

from workflow.importers.text import Span

_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")


def ended(text: str, end: int, cut: int) -> bool:
    """Whether the words that end at a place came to their end before the cut: a full stop, then an empty line."""
    return text[end - 1 : end] == "." and _EMPTY_LINE.search(text, end, cut) is not None


def finished(text: str, edge: int, spans: list[Span]) -> bool:
    """Whether what was resolved came to its end before the page cut the text off at `edge`: more was said behind it."""
    if not spans:
        return False
    last = max(span.end for span in spans)
    return last < edge and text[last - 1 : last] == "."
