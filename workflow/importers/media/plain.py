"""Plain text."""

from workflow.importers.media import Opened
from workflow.importers.text import decode


def read(data: bytes, name: str) -> Opened:
    """The characters of a plain-text file. BadInput where it holds bytes that no text has."""
    return Opened(decode(data))
