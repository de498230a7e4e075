"""The words in a tracker's cells: days, answers, how far something has come. What is not said in so many words is None.

A colour is no such word: what amber means, each council has settled for itself.
"""

import re
from datetime import date
from typing import Literal

import msgspec

from states.british_dates import find_days, parse_day
from states.errors import BadInput
from workflow.importers.text import fold

_END = r"(?=\s*(?:[-–—:.,;(/]|$))"
_ANSWERS: tuple[tuple[Literal["accepted", "accepted_in_part", "rejected", "deferred"], str], ...] = (
    ("accepted_in_part", r"(?:partially|partly|part)[ -](?:accepted|agreed|supported)|(?:accepted|agreed|supported)"
                         r"(?: in part| partially| partly| with amendments?)"),
    ("rejected", r"rejected|not (?:accepted|agreed|approved|supported)|declined|refused|disagreed?|reject"),
    ("deferred", r"deferred"),
    ("accepted", r"(?:fully )?(?:accepted|agreed|approved|supported)(?: in full| fully)?|accept|agree"),
)  # fmt: skip
_SPEAKS = re.compile(r"(?i)\b(?:accept|agree|approv|support|reject|refus|declin|defer)(?:s|d|ed|ing|able)?\b")
_YES_NO = {"yes": "accepted", "y": "accepted", "no": "rejected", "n": "rejected"}
_STAGES: tuple[
    tuple[
        Literal["not_started", "on_track", "slipping", "complete", "paused", "not_feasible", "superseded"], str
    ], ...
] = (
    ("not_started", r"not (?:yet )?(?:started|begun|commenced)"),
    ("not_feasible", r"not (?:feasible|possible|achievable)|cannot be (?:implemented|done|achieved)"),
    ("on_track", r"on (?:track|target|schedule)"),
    ("slipping", r"slipp(?:ing|ed)|delayed|behind(?: schedule)?|off (?:track|target)|overdue"),
    ("complete", r"(?:fully )?(?:completed?|implemented|achieved|delivered|done)|100%"),
    ("paused", r"paused|on hold|suspended"),
    ("superseded", r"superseded|replaced"),
)  # fmt: skip
_SIGNED: tuple[tuple[Literal["keep_watching", "discharged"], str], ...] = (
    ("keep_watching", r"(?:continue|keep|retain|remain|carry on)(?: to)?(?: be)?(?: monitor(?:ing|ed)?| watch(?:ing)?| "
                      r"on (?:the )?tracker| open)?|monitor|not (?:discharged|signed off)|keep watching"),
    ("discharged", r"discharged?|signed off|(?:agreed )?(?:to )?(?:be )?removed?(?: from (?:the )?tracker)?"),
)  # fmt: skip


class When(msgspec.Struct, frozen=True):
    """When, as a cell has it: a day, or words. `doubtful`: the words may mean a day that could not be read."""

    day: date | None = None
    words: str | None = None
    doubtful: bool = False


def when(cell: str) -> When:
    """The day a cell says, times of day put aside. A month alone, `ongoing` and the like stay words."""
    words = fold(cell)
    if not words:
        return When()
    try:
        return When(parse_day(words), words)
    except BadInput:
        found = find_days(words)
    if len(found) == 1 and found[0].day is not None and found[0].problem is None:
        return When(found[0].day, words)
    month = len(found) == 1 and found[0].span is not None and found[0].problem is None
    return When(None, words, not month and re.search(r"[0-9]", words) is not None)


def answer_in(cell: str, heading: str) -> Literal["accepted", "accepted_in_part", "rejected", "deferred"] | None:
    """The answer a cell begins with; `Yes` and `No` only under a heading that asks whether it was accepted."""
    words = fold(cell).lower()
    if re.search(r"accept|agree", heading, re.I) and words.rstrip(".") in _YES_NO:
        return "accepted" if words.startswith("y") else "rejected"
    return next((answer for answer, pattern in _ANSWERS if re.match(f"(?:{pattern}){_END}", words)), None)


def is_hedged(cell: str) -> bool:
    """Whether words speak of accepting or not, and what was answered is not certain: `Agreed in principle`."""
    return answer_in(cell, "") is None and _SPEAKS.search(fold(cell)) is not None


def stage_in(
    cell: str,
) -> Literal["not_started", "on_track", "slipping", "complete", "paused", "not_feasible", "superseded"] | None:
    """How far something has come by the words a cell begins with."""
    words = fold(cell).lower()
    return next((stage for stage, pattern in _STAGES if re.match(f"(?:{pattern}){_END}", words)), None)


def signed_in(cell: str, heading: str) -> Literal["keep_watching", "discharged"] | None:
    """What the committee said of it, by the words a cell begins with."""
    words = fold(cell).lower()
    if re.search(r"sign|discharge", heading, re.I) and words.rstrip(".") in ("yes", "y"):
        return "discharged"
    return next((said for said, pattern in _SIGNED if re.match(f"(?:{pattern}){_END}", words)), None)


def number_in(cell: str) -> int | str | None:
    """A recommendation's number, as it is printed."""
    words = fold(cell)
    if re.fullmatch(r"[0-9]{1,6}", words):
        return int(words)
    return words[:40] or None
