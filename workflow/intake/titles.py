"""What a report is called, when papers call it differently."""

import re
from collections.abc import Sequence

from states.acts import Source
from states.words import Move
from workflow.evened import evened
from workflow.intake.agreeing import Choice, Said, Settled, same_minute
from workflow.intake.claims import Finding

_REFERENCE = re.compile(r"^(?:decision\s+(?:no\.?\s*)?)?\d{2,4}/\d{2,6}\s*[-–:.]?\s*", re.I)

_WHO = r"(?:the )?(?:(?:draft|formal) )?(?:(?:cabinet|executive|council)(?: member)?(?:'s)? )?"
_BODY = r"[^-:(]{0,80}?\b(?:committee|panel|board|commission|group|forum|scrutiny)(?: \(\d\))?(?:'s)?"
_OF = rf"(?: (?:of|from|by) (?:the )?{_BODY})?"
_FORWARDED = re.compile(r"^(?:(?:re|fw|fwd) ?: ?)+")
_ANSWERS_TO = re.compile(
    rf"^{_WHO}(?:response|reply|answer)s? to (?:the )?(?:{_BODY} ?)?(?:recommendations?{_OF})?"
    r"(?: ?[-:] ?| (?:on|regarding|about|concerning) |(?= ))(?:the )?(?=\S)"
)
_ANSWERED = re.compile(
    rf" ?[-:(] ?{_WHO}(?:response|reply|answer)s?(?: to (?:the )?(?:{_BODY} ?)?(?:recommendations?)?{_OF})?\)?$"
)
_ASKED_OF = re.compile(rf" ?[-:(] ?(?:the )?(?:scrutiny )?recommendations?{_OF}\)?$")
"""What a title says beside its matter: that the paper was sent on, that it answers, whose recommendations it has."""


def title_of(findings: Sequence[Finding]) -> Settled:
    """The title of the nearest paper; a choice where two papers of one item or one decision call it differently."""
    first = findings[0]
    named = _REFERENCE.sub("", first.title).strip() or first.title
    groups: list[list[Finding]] = [[first]]
    for other in findings[1:]:
        home = next((g for g in groups if same_title(g[0].title, other.title)), None)
        if home is not None:
            home.append(other)
        elif any(_one_item(other, known) or _one_record(other, known) for group in groups for known in group):
            groups.append([other])
    if len(groups) == 1:
        return Settled(named)
    choices = tuple(
        Choice(_REFERENCE.sub("", g[0].title).strip() or g[0].title, tuple(_said(f).source for f in g)) for g in groups
    )
    return Settled(named, choices)


def same_title(one: str, other: str) -> bool:
    """Whether two titles say the same: evened, without a reference before them, or one within the other."""
    a, b = bare_title(one), bare_title(other)
    return a == b or (min(len(a), len(b)) > _TELLING and (a in b or b in a))


def bare_title(title: str) -> str:
    """A title as it is compared: evened, without the reference before it, its words alone."""
    return re.sub(r"\W+", " ", evened(_REFERENCE.sub("", title))).strip()


def matter_of(title: str) -> str:
    """What a title is about, as `bare_title`: without that the paper answers, or whose recommendations it has."""
    words = evened(_REFERENCE.sub("", title))
    for around in (_FORWARDED, _ANSWERS_TO, _ANSWERED, _ASKED_OF):
        words = around.sub("", words)
    return re.sub(r"\W+", " ", words).strip() or bare_title(title)


_TELLING = 12
"""From so many letters on, a title inside another is the same."""


def _one_item(one: Finding, other: Finding) -> bool:
    """Whether two findings are of the same item of the same meeting: its minute number proves it."""
    if not (one.single and other.single) or not one.minute or not other.minute:
        return False
    same_body = evened(one.body) == evened(other.body)
    return same_body and one.on.exact == other.on.exact and same_minute(one.minute, other.minute)


def _one_record(one: Finding, other: Finding) -> bool:
    """Whether two findings are both the record of one decision: its reference proves it."""
    if one.reference is None or one.reference != other.reference or one.sha256 == other.sha256:
        return False
    return _is_record(one) and _is_record(other)


def _is_record(one: Finding) -> bool:
    """Whether a finding is a record of decision, and not a minute or a report that tells of one."""
    records = (claim for claim in one.claims if claim.move is Move.DECIDE and claim.first_hand)
    return one.single and any(source.about == "decision" for claim in records for source in claim.sources)


def _said(finding: Finding) -> Said:
    return Said(finding.title, Source(finding.path, finding.title, "title", finding.sha256), finding.nearest)
