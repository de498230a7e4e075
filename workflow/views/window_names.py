"""The names that stand in the columns of the long lists: to complete a filter, to find the one meant."""

import msgspec

from db import queries_windows as reads
from states.errors import BadInput
from workflow.views.filters import Wanted
from workflow.views.look import Look


def values(look: Look, name: str) -> list[str]:
    """The values a filter's name can have here: bodies, officers, portfolios, owners."""
    query = reads.VALUES.get(name)
    return [row.value for row in look.tx.all(query, limit=2000)] if query else []


def known(look: Look) -> dict[str, list[str]]:
    """The values of every name, for completion."""
    return {name: values(look, name) for name in reads.VALUES}


def resolved(look: Look, wanted: Wanted) -> Wanted:
    """The same, its names as the database spells them: any part of one will do, if it is the only one with that part.

    Raises:
        BadInput: there is no such name here, or there are several.
    """
    changes: dict[str, str] = {}
    for name in reads.VALUES:
        asked = getattr(wanted, name)
        if asked is None:
            continue
        there = values(look, name)
        if asked in there:
            continue
        alike = [value for value in there if _even(value) == _even(asked)] or [
            value for value in there if _even(asked) in _even(value)
        ]
        if len(alike) != 1:
            from difflib import get_close_matches

            close = alike[:4] or get_close_matches(asked, there, 2)
            hint = f" Did you mean {' or '.join(f'“{one}”' for one in close)}?" if close else ""
            says = "several have that in their name" if alike else "nobody has that name here"
            raise BadInput(f"{name}:{asked} – {says}.{hint}")
        changes[name] = alike[0]
    return msgspec.structs.replace(wanted, **changes) if changes else wanted


def _even(text: str) -> str:
    """A name as it is compared: without case, and without the quotes that a filter line cannot hold."""
    return " ".join(text.casefold().replace('"', "").split())
