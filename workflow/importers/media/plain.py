"""Plain text. Marks of bold type and of headings that a converter left (`**RESOLVED**`, `## Roads`) go, as tags do."""

import re

from workflow.importers.media import Opened
from workflow.importers.text import decode

_BOLD = re.compile(r"(?<![*\\])\*\*(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*])\*\*(?!\*)")
_HEADING = re.compile(r"^ {0,3}#{1,6} +(?=\S)", re.M)


def read(data: bytes, name: str) -> Opened:
    """The characters of a plain-text file. BadInput where it holds bytes that no text has."""
    return Opened(_HEADING.sub("", _BOLD.sub(r"\1", decode(data))))
