"""From one item of a paper to the events it claims, by what the paper is and whose business the item was."""

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

import msgspec

from states.acts import Source
from states.days import On
from states.facts import MakerKind
from states.words import SCRUTINISING, BodyKind, Move
from workflow.evened import evened, straight
from workflow.importers.reading import CallIn, Decision, Document, Item, Resolution, Step
from workflow.intake.claims import OFFICERS, Claim, Proposed

KindOf = Callable[[str], BodyKind | None]
"""The kind of a body, as it is on record, else as its own name says."""

MINUTED = frozenset({"agenda_and_minutes", "agenda_item", "minute", "decision", "decision_list"})
"""The papers that are a meeting's, or a decision maker's, own."""

_DECIDING = {
    BodyKind.EXECUTIVE: MakerKind.EXECUTIVE, BodyKind.COUNCIL: MakerKind.COUNCIL, BodyKind.AREA: MakerKind.COMMITTEE,
    BodyKind.REGULATORY: MakerKind.COMMITTEE,
}  # fmt: skip
_NOTED = re.compile(
    r"(?:that\s+)?(?:(?:the|this|a)\s+)?[^.;]{0,160}?\b(?:be|is|are|was|were|has been)\s+(?:received\s+and\s+)?noted\b"
    r"[^.;]{0,60}[.;]?(?:\s+and)?$|(?:that\s+|to\s+)?(?:the\s+\w+\s+)?notes?\b[^;]{0,160}$",
    re.I,
)
_PERSON = re.compile(r"\b(?:Cabinet Member|Leader|Portfolio Holder|Councillor|Cllr|Mrs?|Ms|Director|Officer)\b")


class Setting(msgspec.Struct, frozen=True):
    """Where an item stands: its paper, whose business it was and when, and how bodies are told apart."""

    document: Document
    item: Item
    body: str | None
    on: On
    minute: str | None
    kind: BodyKind | None
    kind_of: KindOf

    @property
    def minuted(self) -> bool:
        """Whether the paper is the body's own."""
        return self.document.kind in MINUTED

    def source(self, quote: str, about: str) -> Source:
        """Words of this paper."""
        return Source(self.document.path, quote, about, self.document.sha256)


def claims_of(at: Setting) -> Iterator[Claim]:
    """The events an item claims, in no order."""
    item = at.item
    steps = [_step(at, step) for step in item.steps]
    yield from steps
    if item.call_in is not None:
        yield _called_in(at, item.call_in)
    if item.decision is not None and not item.decision.proposed:
        yield _decided(at, item.decision)
    for window in item.consultation:
        if window.closes is not None:
            facts = {"consultation_opens": window.opens, "consultation_closes": window.closes}
            quoted = (at.source(window.quote, "consultation"),)
            yield Claim(Move.CONSULT, On.day(window.closes), None, _known(facts), sources=quoted)
    yield from _listed(at)
    yield from _business(at, [step for step in steps if step.first_hand])


def _known(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value is not None and value != ()}


def _business(at: Setting, own_steps: list[Claim]) -> Iterator[Claim]:
    """What a body did with the item itself: considered, recommended, decided, or noted it."""
    item, document = at.item, at.document
    proposals = () if item.made_by == "officers" else tuple(proposed(at))
    sources = limbs(at, but=[source.quote for one in proposals for source in one.sources])
    note = document.kind == "briefing_note"
    heard = item.made_by != "officers" and document.kind != "call_in" and item.decision is None
    heard = heard and (at.kind in SCRUTINISING if at.kind else at.minuted or bool(document.considered_by or proposals))
    if heard and not own_steps and document.kind != "agenda":
        yield _heard(at, sources)
        if _only_noted(item) and not item.promises:
            yield Claim(Move.NOTED, at.on, at.body, _known({"minute": at.minute}), edition=at.minuted)
    elif own_steps and at.minuted:
        yield Claim(Move.LIST, at.on, at.body, _known({"minute": at.minute}), met=True, edition=True)
    elif at.minuted and at.kind and at.kind in _DECIDING and item.decision is None and item.made_by != "officers":
        yield _resolved(at, at.kind)
    if proposals:
        made_on = On.day(document.date) if note and document.date else at.on
        facts = _known({"paper_dated": document.date if note else None})
        yield Claim(Move.RECOMMEND, made_on, at.body, facts, proposals=proposals, edition=at.minuted)


def _heard(at: Setting, sources: tuple[Source, ...]) -> Claim:
    document = at.document
    facts = _known({"minute": at.minute, "outcome_cut_off": at.item.outcome == "truncated" if at.minuted else None})
    if document.considered_quote:
        sources = (at.source(document.considered_quote, "meeting"), *sources)
    return Claim(Move.SCRUTINISE, at.on, at.body, facts, sources=sources, met=True, edition=at.minuted)


def _resolved(at: Setting, kind: BodyKind) -> Claim:
    """A deciding body's minute: a decision where it resolved anything but to note, else no more than its agenda."""
    item = at.item
    facts = _known({"minute": at.minute})
    if item.outcome not in ("resolved", "decided", "recommended") or not item.resolutions or _only_noted(item):
        return Claim(Move.LIST, at.on, at.body, facts, met=True, edition=True)
    asked = {limb.to for limb in item.resolutions}
    to = next(iter(asked)) if len(asked) == 1 else None
    decided = f"asks {to}: {_text(item)}" if to and evened(to) != evened(at.body) else _text(item)
    facts |= {"maker": at.body, "maker_kind": _DECIDING[kind].value, "decided": decided}
    return Claim(
        Move.DECIDE, at.on, at.body, facts, sources=limbs(at), met=True, edition=True, reference=item.reference
    )


def _only_noted(item: Item) -> bool:
    """Whether all that came of it is that it was noted."""
    if item.outcome == "noted":
        return True
    return item.outcome == "resolved" and bool(item.resolutions) and all(_NOTED.match(r.text) for r in item.resolutions)


def limbs(at: Setting, about: str = "resolution", but: Collection[str] = ()) -> tuple[Source, ...]:
    """The words of what was resolved, or is proposed, limb by limb, without those whose quotations are in `but`."""
    told = enumerate(at.item.resolutions, start=1)
    return tuple(at.source(r.quote, f"{about} {n}") for n, r in told if r.quote not in but)


def _text(item: Item) -> str | None:
    """What was decided, in the paper's own words."""
    texts = [straight(r.text) for r in item.resolutions]
    return "; ".join(text.rstrip(" ;.") for text in texts) if len(texts) > 1 else next(iter(texts), None)


def proposed(at: Setting) -> Iterator[Proposed]:
    """The recommendations, each from a body to another; what a body only resolved for itself is none."""
    item = at.item
    officers = item.made_by == "officers"
    for place, limb in enumerate(item.resolutions, start=1):
        to, from_ = put_to(item, limb), item.from_
        if officers and (from_ is None or at.kind_of(from_) is not BodyKind.OFFICER):
            from_ = OFFICERS
        if not to or not from_ or evened(to) == evened(from_):
            continue
        number = limb.number if isinstance(limb.number, int) else place
        yield Proposed(straight(limb.text), from_, to, number, (at.source(limb.quote, ""),), officers)


def put_to(item: Item, limb: Resolution) -> str | None:
    """Whom a limb is put to; where other limbs of its item say whom they are for, one that does not is for nobody."""
    return limb.to or (None if any(each.to for each in item.resolutions) else item.to)


def _listed(at: Setting) -> Iterator[Claim]:
    """What an agenda, or a decision that is still to come, says: on which meeting's agenda it is."""
    document, item = at.document, at.item
    if document.kind == "agenda" and (at.on.exact or at.body):
        facts: dict[str, Any] = {"item_number": item.agenda or item.minute, "to_follow": item.to_follow or None}
        facts["agenda_published_on"] = document.issued
        yield Claim(Move.LIST, at.on, at.body, _known(facts), met=True)
    if item.decision is not None and item.decision.proposed:
        for meeting in document.meetings:
            if meeting.date is not None and meeting.body:
                yield Claim(Move.LIST, On.day(meeting.date), meeting.body, met=True, first_hand=False)


def _decided(at: Setting, decision: Decision) -> Claim:
    document, item = at.document, at.item
    maker = decision.maker or at.body
    kind = decision.maker_kind or maker_kind(maker, at.kind_of)
    day = decision.decided_on or item.date or document.date
    facts = _known({
        "maker": maker, "maker_kind": kind, "decided": _text(item), "key": decision.key, "callable": decision.callable,
        "why_not_callable": decision.why_not_callable, "published_on": decision.published,
        "in_force_on": decision.in_force, "minute": at.minute,
    })  # fmt: skip
    quoted = (at.source(decision.quote, "decision"),) if decision.quote else ()
    met = kind in (MakerKind.EXECUTIVE, MakerKind.COMMITTEE, MakerKind.COUNCIL)
    return Claim(
        Move.DECIDE, On.day(day) if day else at.on, at.body or maker, facts, sources=(*quoted, *limbs(at)), met=met,
        edition=met, reference=decision.reference or item.reference,
    )  # fmt: skip


def maker_kind(maker: str | None, kind_of: KindOf) -> str | None:
    """What kind of maker a name says: a person's post before a body."""
    if maker is None:
        return None
    if re.search(r"\b(?:Cabinet Member|Leader|Portfolio Holder)\b", maker):
        return MakerKind.CABINET_MEMBER
    kind = kind_of(maker)
    if kind is BodyKind.OFFICER:
        return MakerKind.OFFICER
    return _DECIDING.get(kind) if kind else None


def _called_in(at: Setting, call_in: CallIn) -> Claim:
    groups = len(set(call_in.groups)) if len(call_in.groups) > 1 else None
    facts = _known({
        "received_on": call_in.received, "callers": call_in.callers, "grounds": call_in.grounds, "groups": groups,
        "ruled": call_in.ruled, "ruled_by": call_in.ruled_by, "ruled_on": call_in.ruled_on,
    })  # fmt: skip
    told = ((call_in.quote, "call-in"), (call_in.ruling, "ruling"))
    quoted = tuple(at.source(words, about) for words, about in told if words)
    on = On.day(call_in.received) if call_in.received else On()
    own = at.document.kind == "call_in"
    return Claim(Move.CALL_IN, on, None, facts, sources=quoted, first_hand=own, reference=call_in.decision)


def _step(at: Setting, step: Step) -> Claim:
    """Something that happened to a decision on its way, as this paper tells it."""
    on = On.day(step.on) if step.on else On()
    own = at.minuted and step.on is not None and step.on == at.on.exact and evened(step.body) == evened(at.body)
    words = _text(at.item) if own else None
    facts: dict[str, Any] = {
        "decide": {"maker": step.body, "maker_kind": maker_kind(step.body, at.kind_of)},
        "call_in": {},
        "scrutinise": {},
        "refer_back": {"referred_by": step.body, "asked": words or straight(step.quote)},
        "refer_to_council": {},
        "reconsider": {"reconsidered": step.result, "decided": words or straight(step.quote)},
        "release": {
            "released_by": step.body, "release_outcome": step.result,
            "comments": (words or straight(step.quote)) if step.result == "comments" else None,
        },
    }[step.move]  # fmt: skip
    facts = _known(facts | ({"minute": at.minute} if own and step.move not in ("decide", "call_in") else {}))
    met = step.body is not None and not _PERSON.search(step.body) and step.move not in ("decide", "call_in")
    return Claim(
        Move(step.move), on, step.body, facts, sources=(at.source(step.quote, step.move.replace("_", " ")),), met=met,
        first_hand=own, edition=own, reference=step.decision,
    )  # fmt: skip
