"""A recommendation's three axes, three small machines that are never mixed: response, implementation, sign-off.

An officer saying "complete" discharges nothing; a committee's minute does. Each table can be read aloud:
from this word, to any of these.
"""

from enum import StrEnum
from typing import TypeVar

from transitions import Machine

from states.words import Implementation, Response, SignOff, said

_ANSWERED = (Response.ACCEPTED, Response.ACCEPTED_IN_PART, Response.REJECTED)
_UNDER_WAY = (
    Implementation.ON_TRACK,
    Implementation.SLIPPING,
    Implementation.PAUSED,
    Implementation.COMPLETE,
    Implementation.NOT_FEASIBLE,
    Implementation.SUPERSEDED,
)

RESPONSES: dict[Response, tuple[Response, ...]] = {
    Response.AWAITING: (*_ANSWERED, Response.DEFERRED),
    Response.DEFERRED: (*_ANSWERED, Response.DEFERRED),
    Response.ACCEPTED: _ANSWERED,
    Response.ACCEPTED_IN_PART: _ANSWERED,
    Response.REJECTED: _ANSWERED,
}
"""An answer may be revised; what was answered does not become unanswered."""

IMPLEMENTATIONS: dict[Implementation, tuple[Implementation, ...]] = {
    Implementation.NOT_STARTED: (Implementation.NOT_STARTED, *_UNDER_WAY),
    Implementation.ON_TRACK: _UNDER_WAY,
    Implementation.SLIPPING: _UNDER_WAY,
    Implementation.PAUSED: _UNDER_WAY,
    Implementation.COMPLETE: _UNDER_WAY,
    Implementation.NOT_FEASIBLE: _UNDER_WAY,
    Implementation.SUPERSEDED: (Implementation.SUPERSEDED,),
}
"""What was called complete may turn out not to be; what is superseded stays so."""

SIGN_OFFS: dict[SignOff, tuple[SignOff, ...]] = {
    SignOff.NONE: (SignOff.KEEP_WATCHING, SignOff.DISCHARGED),
    SignOff.KEEP_WATCHING: (SignOff.KEEP_WATCHING, SignOff.DISCHARGED),
    SignOff.DISCHARGED: (),
}
"""A discharge stands; a mistaken one is corrected in the journal, with its reason."""

_Word = TypeVar("_Word", bound=StrEnum)


class _Standing:
    """The small plain object a machine moves: nothing but the word it stands at."""

    __slots__ = ("state",)

    def __init__(self, state: str) -> None:
        self.state = state


def _machine(table: dict[_Word, tuple[_Word, ...]]) -> Machine:
    steps = [
        {"trigger": str(to), "source": str(source), "dest": str(to)} for source, row in table.items() for to in row
    ]
    return Machine(
        model=None, states=[str(word) for word in table], transitions=steps, initial=None, auto_transitions=False
    )


AXES: dict[str, tuple[Machine, str]] = {
    "response": (_machine(RESPONSES), "answered"),
    "implementation": (_machine(IMPLEMENTATIONS), "reported as"),
    "sign_off": (_machine(SIGN_OFFS), "signed off as"),
}
"""The three shared machines, by axis, with the word that a refusal uses."""


def refuse(axis: str, number: int, standing: StrEnum, to: StrEnum) -> str | None:
    """Nothing when the step may be taken, else the sentence why not."""
    machine, verb = AXES[axis]
    if machine.get_transitions(str(to), str(standing), str(to)):
        return None
    return f"Recommendation {number} is {said(standing)}; it cannot be {verb} {said(to)}."


def step(axis: str, standing: _Word, to: _Word) -> _Word:
    """Takes a step that `refuse` allows."""
    machine, _ = AXES[axis]
    model = _Standing(str(standing))
    machine.events[str(to)].trigger(model)
    return type(to)(model.state)


def word(response: Response, implementation: Implementation, sign_off: SignOff) -> str:
    """The one word shown for a recommendation, derived from its three axes."""
    if sign_off is SignOff.DISCHARGED:
        return "discharged"
    if response in (Response.AWAITING, Response.DEFERRED, Response.REJECTED):
        return said(response)
    if implementation is Implementation.NOT_STARTED:
        return said(response)
    return said(implementation)
