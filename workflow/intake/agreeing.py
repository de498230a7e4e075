"""Whether what two papers say of one fact agrees, and what stands while it does not.

More said is no contradiction: the fuller stands. Where two say different things, what the earliest paper says stands,
whichever was read first, until a person chooses.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import msgspec

from states.acts import Source
from states.days import On
from workflow.evened import evened
from workflow.intake.claims import Claim, Finding


class Said(msgspec.Struct, frozen=True):
    """One value of a fact, and where it stands. `nearest` puts what papers say in order, the earliest paper first."""

    value: Any
    source: Source
    nearest: tuple[Any, ...]


class Choice(msgspec.Struct, frozen=True):
    """One of the values that papers give for one fact, with the papers that give it."""

    value: Any
    sources: tuple[Source, ...]


class Settled(msgspec.Struct, frozen=True):
    """What a fact is taken to be; `choices` are all that is said, where papers contradict one another."""

    value: Any
    choices: tuple[Choice, ...] = ()


def said(claim: Claim, finding: Finding, value: Any) -> Said:
    """A value as a claim gives it, with the first words that claim rests on."""
    source = next(iter(claim.sources), None) or Source(finding.path, "", "", finding.sha256)
    return Said(value, source, (*finding.nearest, not claim.first_hand))


def settled(name: str, values: Iterable[Said]) -> Settled | None:
    """What a fact is, from all that is said of it; None when nothing is."""
    groups: list[list[Said]] = []
    agree = AGREE.get(name, _equal)
    for one in sorted(values, key=lambda s: s.nearest):
        home = next((group for group in groups if agree(group[0].value, one.value)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    if not groups:
        return None
    best = [_fullest(name, group) for group in groups]
    if len(groups) == 1 or name in NEVER_CONTRADICTS:
        return Settled(best[0])
    choices = tuple(
        Choice(value, tuple(dict.fromkeys(s.source for s in group))) for value, group in zip(best, groups, strict=True)
    )
    return Settled(best[0], choices)


def _fullest(name: str, group: list[Said]) -> Any:
    """Of values that agree, the one that says most; of equals the nearest."""
    full = FULLER.get(name)
    return group[0].value if full is None else max(group, key=lambda s: full(s.value)).value


def _equal(one: Any, other: Any) -> bool:
    return bool(evened(one) == evened(other)) if isinstance(one, str) and isinstance(other, str) else bool(one == other)


_TITLES = frozenset("mr mrs ms miss mx dr sir dame lord lady cllr councillor councillors county the rev prof".split())
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def surname(name: str) -> str:
    """The last word of a person's name, what stands in brackets and behind a comma left out."""
    bare = re.sub(r"\([^)]*\)", " ", name).partition(",")[0]
    found = [word for word in _WORD.findall(bare.casefold()) if word not in _TITLES]
    return found[-1] if found else evened(name)


def same_people(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two lists name the same people, by their surnames; who is named less fully is still the same."""
    return {surname(name) for name in one} == {surname(name) for name in other}


_OFFICE = frozenset("cabinet member members executive the for of and leader deputy council portfolio holder".split())


def same_maker(one: str, other: str) -> bool:
    """Whether two names can be of one maker: one says no more than the kind, or all that one says the other says."""
    a, b = (set(_WORD.findall(evened(name))) - _TITLES for name in (one, other))
    bare_a, bare_b = a - _OFFICE, b - _OFFICE
    if evened(one) == evened(other) or a <= b or b <= a:
        return True
    return not bare_a or not bare_b or bare_a <= bare_b or bare_b <= bare_a


def _same_decided(one: str, other: str) -> bool:
    a, b = _bare(one), _bare(other)
    return a == b or a in b or b in a


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", evened(text))


def same_minute(one: str, other: str) -> bool:
    """Whether `300` and `300/24` are one minute number."""
    return one == other or (("/" in one) != ("/" in other) and one.partition("/")[0] == other.partition("/")[0])


def _same_grounds(one: Iterable[str], other: Iterable[str]) -> bool:
    return True


def _same_words(one: str, other: str) -> bool:
    return evened(one) in evened(other) or evened(other) in evened(one)


AGREE: dict[str, Callable[[Any, Any], bool]] = {
    "callers": same_people, "maker": same_maker, "decided": _same_decided, "minute": same_minute,
    "grounds": _same_grounds, "ruled_by": _same_words, "released_by": _same_words, "referred_by": _same_words,
    "reconsidered": lambda one, other: one == other or {one, other} == {"to_council", "confirmed"},
    "maker_kind": lambda one, other: one == other or "executive" in (one, other),
}  # fmt: skip
"""When two values of a fact say the same; for all other facts, when they are equal."""

FULLER: dict[str, Callable[[Any], Any]] = {
    "minute": lambda value: "/" in value,
    "callers": lambda value: sum(map(len, value)),
    "grounds": len,
    "maker": len,
    "decided": len,
    "ruled_by": len,
    "reconsidered": lambda value: value == "to_council",
    "maker_kind": lambda value: value != "executive",
}
"""Which of two values that agree says more."""

NEVER_CONTRADICTS = frozenset({"asked", "comments", "item_number", "to_follow", "outcome_cut_off", "written"})
"""Facts of which papers tell parts: what the nearest says stands, and nobody has to choose."""


def meets(one: On, other: On) -> bool:
    """Whether something can have happened on both: the days they leave open overlap."""
    first = max(one.first or date.min, other.first or date.min)
    last = min(one.last or date.max, other.last or date.max)
    return first <= last


def narrowed(days: Iterable[On]) -> On:
    """What is known of a day from several papers: the day where one says it, else what all of them leave open."""
    known = list(days)
    exact = sorted(on.exact for on in known if on.exact)
    if exact:
        return On.day(exact[0])
    first = max((on.first for on in known if on.first), default=None)
    last = min((on.last for on in known if on.last), default=None)
    return On(first, last) if not (first and last) or first <= last else On()
