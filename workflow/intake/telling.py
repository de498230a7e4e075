"""A report's story out of findings: which claims are of one event, and what each hearing was."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from states.acts import Source
from states.days import On
from states.words import Move
from workflow.evened import evened
from workflow.intake.agreeing import Settled, meets, narrowed, said, settled
from workflow.intake.answers_told import editions, told_once
from workflow.intake.chain import chain
from workflow.intake.claims import Claim, Finding
from workflow.intake.editions import on_one_day, other_titles, reworded
from workflow.intake.story import Event, Spoken, Story, merged, numbered, promised, proposal_key, ties
from workflow.intake.titles import title_of


class Known(msgspec.Struct, frozen=True):
    """What people entered at a desk, as far as papers must fit it: the days of its decisions and recommendations."""

    decided: tuple[date, ...] = ()
    recommended: tuple[date, ...] = ()


def story(findings: Iterable[Finding], known: Known, today: date) -> Story:
    """The story that findings of one report tell together. Without findings there is none."""
    found, slips = on_one_day(tuple(findings))
    if not found:
        return Story()
    spoken = [(claim, finding) for finding in found for claim in finding.claims]
    by_move: dict[Move, list[Spoken]] = {}
    for one in spoken:
        by_move.setdefault(one[0].move, []).append(one)
    reference = next((f.reference for f in found if f.reference), None)
    called: list[Event] = []
    waits: tuple[str, ...] = ()
    for place, ref in enumerate(dict.fromkeys(f.reference for f in found if f.reference) or (None,)):
        told, more = chain(by_move, ref, first=place == 0)
        called, waits = [*called, *told], (*waits, *more)
    recommended = _recommended(by_move.get(Move.RECOMMEND, []))
    hearings = _hearings(by_move.get(Move.SCRUTINISE, []))
    heard, called = _placed(hearings, recommended, called, known)
    over, to_come = _consulted(by_move.get(Move.CONSULT, []), today)
    events = [*over, *heard, *recommended, *called, *_answered(by_move)]
    events += _listed(by_move.get(Move.LIST, []), events)
    events += _noted(by_move.get(Move.NOTED, []), events, any(f.promises for f in found))
    events.sort(key=_order)
    beginning = _begun(found, reference, to_come)
    differs = (*slips, *reworded(found))
    return Story(told_once(numbered((beginning, *events))), promised(found), ties(found), waits, differs)


_STEP = {move: place for place, move in enumerate(Move)}


def _order(event: Event) -> tuple[date, int, str]:
    return event.on.last or date.max, _STEP[event.move], evened(event.body)


def _begun(found: Sequence[Finding], reference: str | None, to_come: Event | None) -> Event:
    """How the report begins: its title, its body, its reference, and what officers put forward."""
    officers = [f for f in found if f.proposals]
    days = [f.day for f in officers if f.day]
    spoken = [(Claim(Move.DRAFT, proposals=f.proposals), f) for f in officers]
    event = merged(Move.DRAFT, spoken) if spoken else Event(Move.DRAFT)
    title = title_of(found)
    sources = (*other_titles(found, title.value), *_put_forward(found))
    event = replace(event, on=On.day(min(days)) if days else On(), sources=sources)
    facts: dict[str, Settled] = {"title": title}
    scrutiny = next((f.scrutiny for f in found if f.scrutiny), None)
    key = settled("key", (said(Claim(Move.DRAFT), f, f.key) for f in found if f.key is not None))
    facts |= {"scrutiny_body": Settled(scrutiny)} if scrutiny else {}
    facts |= {"reference": Settled(reference)} if reference else {}
    facts |= {"key": key} if key else {}
    if to_come is not None:
        facts |= {n: v for n, v in to_come.facts.items() if n in ("consultation_opens", "consultation_closes")}
    return replace(event, facts=facts)


def _put_forward(found: Sequence[Finding]) -> Iterator[Source]:
    """The words of what papers propose to decide, those of the earliest paper first."""
    for finding in sorted(found, key=lambda f: f.nearest):
        yield from finding.proposed


def _clusters(spoken: Iterable[Spoken]) -> list[list[Spoken]]:
    """Claims of meetings, those of one meeting together; one without a day joins the only one it can be of."""
    ordered = sorted(spoken, key=lambda s: (s[0].on.exact is None, s[0].on.last or date.max, s[1].nearest))
    groups: list[list[Spoken]] = []
    for one in ordered:
        could = [group for group in groups if all(_one_meeting(one[0], other[0]) for other in group)]
        if len(could) > 1 and one[0].on.exact is None:
            could = [group for group in could if any(_shares(one[1], other[1]) for other in group)]
        if len(could) == 1 or (could and one[0].on.exact):
            could[0].append(one)
        else:
            groups.append([one])
    return groups


def _one_meeting(one: Claim, other: Claim) -> bool:
    same_body = one.body is None or other.body is None or evened(one.body) == evened(other.body)
    if one.on.exact and other.on.exact:
        return same_body and one.on == other.on
    return same_body and meets(one.on, other.on)


def _shares(one: Finding, other: Finding) -> bool:
    """Whether two findings make one recommendation."""
    return bool({proposal_key(p) for p in one.made} & {proposal_key(p) for p in other.made})


def _hearings(spoken: list[Spoken]) -> list[Event]:
    """The meetings that considered it. What one edition cuts off, a fuller one of the same meeting fills."""
    events = []
    for group in _clusters(spoken):
        event = merged(Move.SCRUTINISE, group)
        editions = [claim for claim, _ in group if claim.edition]
        cut = bool(editions) and all(claim.facts.get("outcome_cut_off") for claim in editions)
        event = event.saying(outcome_cut_off=cut or None)
        events.append(replace(event, on=narrowed(claim.on for claim, _ in group)))
    return events


def _recommended(spoken: list[Spoken]) -> list[Event]:
    """The occasions on which recommendations were made; a note's own day is when, and stands for receipt."""
    groups: list[list[Spoken]] = []
    for one in sorted(spoken, key=lambda s: s[1].nearest):
        homes = [group for group in groups if any(_one_occasion(one[0], other[0]) for other in group)]
        joined = [one, *(other for group in homes for other in group)]
        groups = [group for group in groups if group not in homes] + [joined]
    events = []
    for group in groups:
        event = merged(Move.RECOMMEND, group)
        noted = sorted(claim.facts["paper_dated"] for claim, _ in group if "paper_dated" in claim.facts)
        if noted:
            event = replace(event.saying(paper_dated=noted[0]), on=On.day(noted[0]), choices=())
        events.append(event)
    return events


def _one_occasion(one: Claim, other: Claim) -> bool:
    keys = {proposal_key(p) for p in one.proposals}
    if any(proposal_key(p) in keys for p in other.proposals):
        return True
    return one.on.exact is not None and one.on == other.on and evened(one.body) == evened(other.body)


def _placed(
    hearings: list[Event], recommended: list[Event], called: list[Event], known: Known
) -> tuple[list[Event], list[Event]]:
    """What each hearing was: a scrutiny, an update on what was decided or recommended before, or part of a call-in."""
    before = [e.on.exact for e in (*recommended, *called) if e.move in (Move.RECOMMEND, Move.DECIDE) and e.on.exact]
    first = min((*before, *known.decided, *known.recommended), default=None)
    heard: list[Event] = []
    steps = list(called)
    for event in hearings:
        at = next((n for n, step in enumerate(steps) if step.move in _AT_A_MEETING and _same_place(step, event)), None)
        if at is not None:
            minute = {"minute": event.facts["minute"]} if "minute" in event.facts else {}
            step = steps[at]
            sources = tuple(dict.fromkeys((*step.sources, *event.sources)))
            steps[at] = replace(step, facts=minute | step.facts, sources=sources, met=True)
        elif first is not None and event.on.first is not None and event.on.first > first:
            heard.append(replace(event.saying(outcome_cut_off=None), move=Move.UPDATE))
        else:
            heard.append(event)
    return heard, steps


_AT_A_MEETING = frozenset({Move.REFER_BACK, Move.REFER_TO_COUNCIL, Move.RELEASE, Move.RECONSIDER, Move.DECIDE})


def _same_place(one: Event, other: Event) -> bool:
    if one.on.exact is None or one.on != other.on:
        return False
    return one.body is None or other.body is None or evened(one.body) == evened(other.body)


def _consulted(spoken: list[Spoken], today: date) -> tuple[list[Event], Event | None]:
    """The consultations that are over, and the one still to come or open."""
    by_close: dict[date, list[Spoken]] = {}
    for one in spoken:
        by_close.setdefault(one[0].facts["consultation_closes"], []).append(one)
    events = [merged(Move.CONSULT, group) for _, group in sorted(by_close.items())]
    over = [e for e in events if e.on.last and e.on.last <= today]
    return over, next((e for e in events if e not in over), None)


def _answered(by_move: dict[Move, list[Spoken]]) -> list[Event]:
    """Answers and progress, by the day they were given on."""
    events = []
    for move in (Move.RESPOND, Move.UPDATE):
        groups: dict[tuple[On, str], list[Spoken]] = {}
        for one in by_move.get(move, []):
            groups.setdefault((one[0].on, evened(one[0].body) if move is Move.RESPOND else ""), []).append(one)
        for group in groups.values():
            event = merged(move, group)
            dated = event.on.exact or move is Move.RESPOND
            events += [event] if dated else [replace(event, progress=layer) for layer in editions(event.progress)]
    return events


def _listed(spoken: list[Spoken], events: list[Event]) -> list[Event]:
    """On which agendas it stood. A meeting whose minutes only name the item is told by what else happened there."""
    found = []
    for group in _clusters(spoken):
        event = merged(Move.LIST, group)
        weak = all(claim.edition for claim, _ in group)
        if weak and any(_same_place(event, other) for other in events):
            continue
        out = event.says("agenda_published_on")
        on = On.day(out) if out and (event.on.last is None or out <= event.on.last) else On(None, event.on.last)
        found.append(replace(event.saying(minute=None), on=on, held=event.on))
    return found


def _noted(spoken: list[Spoken], events: list[Event], promises: bool) -> list[Event]:
    """It was noted, and that is all: only where nothing else came of it, then or later."""
    others = [e for e in events if e.move not in (Move.SCRUTINISE, Move.LIST, Move.CONSULT)]
    if not spoken or promises or others:
        return []
    last = max((e for e in events if e.move is Move.SCRUTINISE), key=_order, default=None)
    group = [one for one in spoken if last and _one_meeting(one[0], Claim(Move.NOTED, last.on, last.body))]
    return [replace(merged(Move.NOTED, group), on=last.on)] if group and last else []
