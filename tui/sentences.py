"""What a person reads on the screens of what went wrong: the same sentence as everywhere, without the command line."""

import re

from states.errors import MattersError, StoreError
from workflow.settings import masked

_LEADING = r"(?:\s(?:List them with|See|Add one with|What was entered(?: and struck)?))?"
_COMMAND = re.compile(_LEADING + r": matters [a-z].*$", re.S)
_OPTION = re.compile(r" \(--[a-z-]+\)")
"""The end of a sentence that names a command to type: whoever sits at the screens has keys for it."""


def sentence(error: Exception) -> str:
    """What a person reads of an error: ours are sentences already; any other is written to the log, which is named."""
    if isinstance(error, StoreError):
        return masked(str(error))
    if isinstance(error, MattersError):
        return _ended(_OPTION.sub("", _COMMAND.sub("", masked(str(error)))))
    from workflow.cli.trouble import written

    place = written(error)
    where = f" What a programmer needs to know is in {place}." if place else ""
    return f"Something went wrong that should not have ({type(error).__name__}).{where}"


def _ended(words: str) -> str:
    return words if not words or words[-1] in ".!?”…" else f"{words}."
