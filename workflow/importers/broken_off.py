"""Papers that break off in the middle of what was resolved, as a copy does that was taken of a part of a page."""

import re

from msgspec.structs import replace

from workflow.importers.reading import Document, Paper, Warning
from workflow.importers.text import fold

_DANGLES = re.compile(
    r"\s(?:a|an|the|of|to|for|and|or|in|on|at|by|with|from|that|which|its|their|be|is|are|this|as|into|between)$"
)


def with_break(paper: Paper, document: Document) -> Document:
    """The document, with a warning where its last limb ends with the paper and cannot be whole."""
    if paper.medium != "text" or _DANGLES.search(paper.text[-200:].rstrip()) is None:
        return document
    end = fold(paper.text[-4_000:])
    for item in document.items:
        for limb in item.resolutions[-1:]:
            if end.endswith(limb.quote):
                says = "The paper breaks off in the middle of what was resolved: what follows is not known."
                doubt = Warning("truncated_minutes", says, limb.quote)
                return replace(document, warnings=(*document.warnings, doubt))
    return document
