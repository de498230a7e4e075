"""What a move still wants, in the words in which people are asked for it; nobody has to know the names of the facts.

`sentence` is what everybody reads: command line, terminal UI and `explain`. `way` is for the command line alone: how
the fact is given there.
"""

from collections.abc import Sequence
from typing import get_args, get_type_hints

from msgspec import Meta

from states.facts import Facts
from states.words import Move, said

_WORDS = {
    "on": "on which day",
    "why": "why",
    "title": "what the report is called",
    "scrutiny_body": "which scrutiny body will consider it",
    "meeting": "at which meeting",
    "consultation_closes": "on which day the consultation closes",
    "recommendations": "at least one recommendation: its words, from whom, to whom",
    "responses": "the answer to at least one recommendation",
    "signs": "which recommendations are watched further, and which are discharged",
    "received_on": "on which day it was received",
    "grounds": "on which grounds",
    "referred_by": "which body referred it back",
    "released_by": "which body let it go",
    "until_meeting|until_day": "at which meeting of Council, or on which day, it will be heard",
    "meeting|written": "at which meeting, or that it was in writing",
}
"""Words of needs that stand better in a sentence than the fact's own description."""

_UNTIL = {
    "until_day": "a day",
    "until_meeting": "a meeting",
    "until_months": "a number of months",
    "until_condition": "a condition in words",
}

_OPTIONS = {
    (Move.DRAFT, "title"): "TITLE",
    (Move.DRAFT, "scrutiny_body"): "--body BODY",
    (Move.RESPOND, "responses"): "matters respond REF 1=accepted --by WHOM",
    (Move.SIGN_OFF, "signs"): "matters sign-off REF 1=discharged --meeting M3",
}
"""What stands in for a fact on the command line where it is not NAME=VALUE."""


def words(need: str) -> str:
    """A need of a move's row in words: `who decided`; for one of several, such as `until_day|until_meeting`, those."""
    if need in _WORDS:
        return _WORDS[need]
    names = need.split("|")
    if all(name in _UNTIL for name in names):
        *some, last = [_UNTIL[name] for name in names]
        return f"until when: {', '.join(some)} or {last}"
    return " or ".join(_WORDS.get(name, _DESCRIBED[name]) for name in names)


def sentence(move: Move, needs: Sequence[str]) -> str:
    """What a move still wants, in one sentence, such as: To decide, say who decided; what was decided."""
    return f"To {said(move)}, say {'; '.join(map(words, needs))}."


def way(move: str, need: str) -> str:
    """How the command line takes what a move still wants: `--fact maker=…`."""
    for (its, name), option in _OPTIONS.items():
        if (its, name) == (move, need):
            return option
    name = need.partition("|")[0]
    if name in ("on", "why"):
        return f"--{name} {'DATE' if name == 'on' else 'WORDS'}"
    return f"--fact {name}=…"


_DESCRIBED = {
    name: next(str(m.description) for m in get_args(hint)[1:] if isinstance(m, Meta))
    for name, hint in get_type_hints(Facts, include_extras=True).items()
    if hasattr(hint, "__metadata__")
}
