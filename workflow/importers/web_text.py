"""A web page of no known system as running text, so that minutes and notes put on a council's own site are read too."""

from msgspec.structs import replace

from workflow.importers.moderngov.parts import Web
from workflow.importers.reading import Paper


def as_running(paper: Paper) -> Paper | None:
    """The page's main part as running text, its places unchanged; None for what is no web page."""
    web = Web.of(paper)
    if web is None:
        return None
    part = web.whole
    text = "\n" * part.start + paper.text[part.start : part.end]
    return replace(
        paper,
        medium="text",
        text=text,
        lines=tuple(row for row in paper.lines if part.start <= row.start < part.end),
        cells=tuple(cell for cell in paper.cells if part.start <= cell.start < part.end),
    )
