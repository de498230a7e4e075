"""Where a page cuts its minutes off: whether what stands above the cut is whole."""

import re

from workflow.importers.text import Span

_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
_SECTION_WITHIN = re.compile(r"(?<=[.;:)])[^\S\n]+Minutes:[^\S\n]+(?=[A-Z])")
_TOLD_AFTER = re.compile(
    r"(?<=[a-z0-9)]\.)[^\S\n]+"
    r"(?=\(See\b|(?:Proposed|Moved)(?: by)?:? (?:Cllr|Councillor)\b"
    r"|(?:No|There|(?:The )?Councillors?|Cllrs?|Members|The (?:Chair(?:man)?|meeting|motion|vote))\b"
    r"[^.]{0,120}?\b(?:was|were|had|thanked|asked|abstained|voted|left|declared|closed|ended|concluded|finished)\b)"
)


def ended(text: str, end: int, cut: int) -> bool:
    """Whether the words that end at a place came to their end before the cut: a full stop, then an empty line."""
    return text[end - 1 : end] == "." and _EMPTY_LINE.search(text, end, cut) is not None


def finished(text: str, edge: int, spans: list[Span]) -> bool:
    """Whether what was resolved came to its end before the page cut the text off at `edge`: more was said behind it."""
    if not spans:
        return False
    last = max(span.end for span in spans)
    return last < edge and text[last - 1 : last] == "."


def section_within(text: str, start: int, end: int) -> int:
    """Where "Minutes:" begins in the middle of a line, as in a row of a copied table; `end` where it does not."""
    section = _SECTION_WITHIN.search(text, start, end)
    return section.start() if section else end


def told_after(text: str, start: int, end: int) -> int:
    """Where a sentence that tells what happened stands behind what was resolved, on its line; `end` where none does."""
    told = _TOLD_AFTER.search(text, start, end)
    return told.start() if told else end
