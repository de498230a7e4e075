"""Papers that tell one and the same minute, and where they differ: its day, the words of a recommendation.

Each difference is told in a sentence, the same whichever paper was read first, and waits for a person.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations
from pathlib import PurePath

from msgspec.structs import replace

from states.acts import Source
from workflow.evened import evened
from workflow.intake.agreeing import same_minute
from workflow.intake.claims import Finding, Proposed
from workflow.intake.story import proposal_key
from workflow.intake.titles import bare_title, same_title

_NEAR = timedelta(days=31)
"""No further apart are two days of which one is a slip: the same words later are another meeting's."""

_LONGEST = 160
"""So many letters of a recommendation are shown where two wordings stand beside one another."""


def on_one_day(findings: Sequence[Finding]) -> tuple[list[Finding], tuple[str, ...]]:
    """The findings with every minute on one day, and a sentence for each that its papers date differently.

    The same number, title and recommendations or promises under two days near one another are one minute, of which one
    paper has the wrong day. The earliest paper's day is taken.
    """
    told: list[Finding] = []
    says: list[str] = []
    for one in sorted(findings, key=lambda f: f.nearest):
        first = next((other for other in told if _slipped(other, one)), None)
        if first is None:
            told.append(one)
            continue
        says.append(
            f"Minute {one.minute} stands in papers under two days: {first.on} ({_name(first)}) and {one.on} "
            f"({_name(one)}). The first is taken. Take the paper with the wrong day back (matters undo-import), or say "
            "what is made of it."
        )
        claims = tuple(replace(claim, on=first.on) if claim.on == one.on else claim for claim in one.claims)
        told.append(replace(one, on=first.on, claims=claims))
    return told, tuple(dict.fromkeys(says))


def reworded(findings: Sequence[Finding]) -> Iterator[str]:
    """A sentence for each recommendation of a minute that its papers word differently; both wordings stand."""
    seen: set[frozenset[object]] = set()
    for one, other in combinations(sorted(findings, key=lambda f: f.nearest), 2):
        if not _one_minute(one, other):
            continue
        for ours, theirs in _differing(one, other):
            pair = frozenset((proposal_key(ours), proposal_key(theirs)))
            if pair not in seen:
                seen.add(pair)
                yield (
                    f"Papers of one minute word a recommendation differently: “{_shown(ours)}” ({_name(one)}) or "
                    f"“{_shown(theirs)}” ({_name(other)}). Both are on the record. Take the wrong paper back (matters "
                    "undo-import), or say what is made of it."
                )


def other_titles(findings: Sequence[Finding], title: str) -> tuple[Source, ...]:
    """The words of papers that call a report otherwise than it is called, so that it is found by those too."""
    return tuple(
        Source(one.path, one.title, "title", one.sha256)
        for one in sorted(findings, key=lambda f: f.nearest) if not same_title(one.title, title)
    )  # fmt: skip


def _differing(one: Finding, other: Finding) -> Iterator[tuple[Proposed, Proposed]]:
    """The recommendations of one number, maker and addressee that stand in either paper in its own words only."""
    ours, theirs = ({proposal_key(p) for p in f.made} for f in (one, other))
    for a in one.made:
        for b in other.made:
            same_place = a.number == b.number and proposal_key(a)[2:] == proposal_key(b)[2:]
            if not same_place or a.officers or b.officers or proposal_key(a) in theirs or proposal_key(b) in ours:
                continue
            short, long = sorted((evened(a.text).rstrip(" .;…"), evened(b.text)), key=len)
            if not long.startswith(short.rstrip(" .;…")):  # a page that breaks off says nothing else
                yield a, b


def _one_minute(one: Finding, other: Finding) -> bool:
    """Whether two papers tell the same item of the same meeting."""
    if not (one.single and other.single and one.body and other.body) or evened(one.body) != evened(other.body):
        return False
    if one.on.exact is None or one.on != other.on or one.sha256 == other.sha256:
        return False
    if one.minute and other.minute:
        return same_minute(one.minute, other.minute)
    return bare_title(one.title) == bare_title(other.title)


def _slipped(one: Finding, other: Finding) -> bool:
    """Whether two papers tell the same minute under two days."""
    if not (one.single and other.single and one.minute and one.body and other.body) or one.minute != other.minute:
        return False
    if one.on.exact is None or other.on.exact is None or one.on == other.on:
        return False
    same = evened(one.body) == evened(other.body) and bare_title(one.title) == bare_title(other.title)
    if not same or abs(one.on.exact - other.on.exact) > _NEAR:
        return False
    made = {proposal_key(p) for p in one.made}
    owed = {evened(p.quote) for p in one.promises}
    return bool(made or owed) and made == {proposal_key(p) for p in other.made} and (
        owed == {evened(p.quote) for p in other.promises}
    )  # fmt: skip


def _shown(one: Proposed) -> str:
    words = one.text.rstrip(" ;.")
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"


def _name(one: Finding) -> str:
    return PurePath(one.path).name
