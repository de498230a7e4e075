"""A web page of no known system as running text, so that minutes and notes put on a council's own site are read too."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from workflow.importers.moderngov.parts import Web
from workflow.importers.reading import Paper

_VOTES = re.compile(r"recorded votes?\b", re.I)


def as_running(paper: Paper) -> Paper | None:
    """The page's main part as running text, its places unchanged; None for what is no web page."""
    web = Web.of(paper)
    if web is None or paper.medium != "html":
        return None
    part = web.whole
    text = "\n" * part.start + paper.text[part.start : part.end]
    for start, end in _votes(web):
        text = text[:start] + "\n" * (min(end, part.end) - start) + text[end:]
    return replace(
        paper,
        medium="text",
        text=text,
        lines=tuple(row for row in paper.lines if part.start <= row.start < part.end),
        cells=tuple(cell for cell in paper.cells if part.start <= cell.start < part.end),
    )


def is_bare(paper: Paper) -> bool:
    """Whether a web page has kept nothing of how its system set it: no heading, none of the system's own names."""
    web = Web.of(paper)
    if web is None or paper.medium != "html":
        return False
    return is_own(paper) and not any(each.tag == "h1" for each in web.laid.places)


def is_own(paper: Paper) -> bool:
    """Whether a web page has none of a committee system's own names: a council set it by itself."""
    web = Web.of(paper)
    if web is None or paper.medium != "html":
        return False
    return not any("mg" in (each.get("class") or "") for each in web.laid.places)


def _votes(web: Web) -> Iterator[tuple[int, int]]:
    """Where tables of recorded votes stand: what was voted on is said again in them, and is no second resolution."""
    for caption in web.laid.places:
        if caption.tag == "caption" and _VOTES.match(web.words(caption)) and caption.getparent() in web.laid.places:
            yield web.laid.places[caption.getparent()]
