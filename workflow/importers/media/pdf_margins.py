"""Running heads, feet and page numbers, left out so that what crosses a page is whole."""

import re
from collections import Counter

from workflow.importers.media.pdf_lines import Row

_NUMBER = re.compile(r"[-–—\s]*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s.]*", re.I)
_BLANK_PAGE = re.compile(r"\W*this page (?:is|has been) (?:intentionally |deliberately )?left blank\W*", re.I)
_NAME = re.compile(r"[A-Za-z][A-Za-z’',&() ]{5,}")
_DIGITS = re.compile(r"\d+")
_DEEP = 3
_HEAD = 0.12
_FOOT = 0.88
_LEAST = 3


def without_margins(pages: list[list[Row]]) -> list[list[Row]]:
    """The pages without what repeats at their heads and feet. A running head stays where it first stands."""
    repeated = _repeated(pages)
    seen: set[str] = set()
    first = " ".join(row.text for row in pages[0]).casefold() if pages else ""
    kept: list[list[Row]] = []
    for page in pages:
        heads, feet = _edges(page)
        out: set[int] = set()
        for at in heads | feet:
            key = _key(page[at])
            if _NUMBER.fullmatch(page[at].text) or (
                key in repeated and (at in feet or key in seen or (kept and _told(page[at], first)))
            ):
                out.add(at)
            elif key in repeated:
                seen.add(key)
        kept.append([row for at, row in enumerate(page) if at not in out and not _BLANK_PAGE.fullmatch(row.text)])
    return kept


def _repeated(pages: list[list[Row]]) -> set[str]:
    """What stands at the edges of at least three pages and of a third of all, or heads every page but the first."""
    counts: Counter[str] = Counter()
    for page in pages:
        heads, feet = _edges(page)
        counts.update({_key(page[at]) for at in heads | feet})
    least = max(_LEAST, len(pages) / 3)
    return {key for key, count in counts.items() if count >= least} | _behind_the_first(pages)


def _behind_the_first(pages: list[list[Row]]) -> set[str]:
    """What stands highest on every page but the first, which has a title instead."""
    tops = [min((row for row in page if row.table < 0), key=lambda row: row.depth, default=None) for page in pages[1:]]
    keys = {_key(row) if row is not None and row.depth < _HEAD else "" for row in tops}
    return keys - {""} if len(tops) > 1 and len(keys) == 1 else set()


def _told(row: Row, first: str) -> bool:
    """Whether a running head tells nothing that the first page does not: `Harbour Board – 4 March` under its title."""
    name = _NAME.match(" ".join(row.text.split()))
    return name is not None and name[0].strip().casefold() in first


def _edges(page: list[Row]) -> tuple[set[int], set[int]]:
    """The places of the lines in a page's head and foot: the outermost three, no further in than a tenth."""
    order = sorted((at for at, row in enumerate(page) if row.table < 0), key=lambda at: page[at].depth)
    heads = {at for at in order[:_DEEP] if page[at].depth < _HEAD}
    return heads, {at for at in order[-_DEEP:] if page[at].depth > _FOOT and at not in heads}


def _key(row: Row) -> str:
    """What a line says with its figures evened, so that page 3's foot is page 4's."""
    return _DIGITS.sub("#", " ".join(row.text.split()))
