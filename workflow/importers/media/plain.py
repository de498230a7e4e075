"""Plain text. Marks of bold type that a converter left (`**RESOLVED**`) are mark-up, as tags are: they go."""

import re

from workflow.importers.media import Opened
from workflow.importers.text import decode

_BOLD = re.compile(r"(?<![*\\])\*\*(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*])\*\*(?!\*)")


def read(data: bytes, name: str) -> Opened:
    """The characters of a plain-text file. BadInput where it holds bytes that no text has."""
    return Opened(_BOLD.sub(r"\1", decode(data)))
