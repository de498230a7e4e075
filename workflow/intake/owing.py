"""The promises and the earlier minutes of a story, brought to a report: added once, and let go with their paper."""

from collections.abc import Iterator

from db.tx import Tx
from states.acts import CorrectAct, FollowUpAct, LinkAct, Source, SourceAct
from states.case import Case, FollowUp, decode_case
from states.days import On
from states.errors import Refused
from states.words import Clock, Ended, Move
from workflow.desk import Desk
from workflow.engine import act_on
from workflow.evened import evened
from workflow.importers.reading import Promise
from workflow.intake.facts import recommendation_meant
from workflow.intake.names import FROM_A_PAPER
from workflow.intake.stood import Record, record_of
from workflow.intake.story import Event, Promised, Story, same_promise


def owe(desk: Desk, tx: Tx, report: int, story: Story) -> list[str]:
    """Adds the promises and links that are new, strikes those that no paper makes any more; what was done."""
    record = record_of(tx, report)
    did = list(_promises(desk, tx, report, story, record))
    did += _links(desk, tx, report, story, record)
    did += _kept(desk, tx, report, story, record_of(tx, report))
    return did


def _case(tx: Tx, report: int) -> Case:
    row = tx.report(report)
    return decode_case(row.folded) if row else Case()


def _promises(desk: Desk, tx: Tx, report: int, story: Story, record: Record) -> Iterator[str]:
    wanted, here = list(story.promises), list[Promised]()
    for stood in record.promises:
        act = stood.entry.act
        if not isinstance(act, FollowUpAct) or act.do != "add":
            continue
        made = Promise(act.due, act.condition, act.owner, act.quote or "")
        twin = next((w for w in wanted if same_promise(w.promise, made) or same_promise(made, w.promise)), None)
        case = _case(tx, report)
        if twin is not None and not (stood.ours and _otherwise(twin, act, stood.entry.on, case, desk)):
            wanted.remove(twin)
            here.append(twin)
        elif stood.ours:
            act_on(desk, tx, report, CorrectAct(stood.entry.number, FROM_A_PAPER, papers=True))
    _proves_no_more(desk, tx, report, {s for w in story.promises for s in w.sources})
    for one in here:  # only now: words that stood on an entry which was struck are added anew
        yield from _proved(desk, tx, report, one)
    refused = [e.act for e in record.refused if isinstance(e.act, FollowUpAct)]
    for one in wanted:
        if any(evened(act.quote) == evened(one.promise.quote) for act in refused):
            continue
        add = FollowUpAct(
            "add", owner=one.promise.owner, due=one.promise.due, condition=one.promise.condition,
            quote=one.promise.quote, recommendation=_meant(_case(tx, report), one), papers=True, sources=one.sources,
        )  # fmt: skip
        try:
            act_on(desk, tx, report, add, on=_not_ahead(one.made_on, desk))
        except Refused:
            continue
        yield "promise"


def _meant(case: Case, one: Promised) -> int:
    """The recommendation that a promise is for; 0 for none."""
    return (recommendation_meant(case, one.asked, None) or 0) if one.asked else 0


def _otherwise(twin: Promised, act: FollowUpAct, on: On, case: Case, desk: Desk) -> bool:
    """Whether papers now tell a promise in other words, for another day or recommendation, or as made on another."""
    told = twin.promise
    now = told.quote, told.due, told.owner, told.condition, _meant(case, twin), _not_ahead(twin.made_on, desk)
    return now != (act.quote, act.due, act.owner, act.condition, act.recommendation, on)


def _proves_no_more(desk: Desk, tx: Tx, report: int, told: set[Source]) -> None:
    """Strikes the words that papers brought for a promise and that they do not say of this report any more."""
    for entry in record_of(tx, report).sources:
        if isinstance(entry.act, SourceAct):
            of_papers = [s for s in entry.act.sources if s.sha256 and s.about == "promise"]
            if any(s not in told for s in of_papers):
                act_on(desk, tx, report, CorrectAct(entry.number, FROM_A_PAPER, papers=True))


def _proved(desk: Desk, tx: Tx, report: int, one: Promised) -> Iterator[str]:
    """The words of other papers for a promise that is there."""
    known = {(s.path, s.quote, s.about) for _, s in _case(tx, report).sources}
    for source in one.sources:
        if (source.path, source.quote, source.about) not in known:
            act_on(desk, tx, report, SourceAct((source,)))
            yield "source"


def _not_ahead(on: On, desk: Desk) -> On:
    if on.first and on.first > desk.today:
        return On(None, desk.today)
    return on


def _links(desk: Desk, tx: Tx, report: int, story: Story, record: Record) -> Iterator[str]:
    wanted = {(t.earlier.minute, t.earlier.body): t for t in story.ties}
    for entry in record.links:
        act = entry.act
        tie = wanted.get((act.minute or "", act.body)) if isinstance(act, LinkAct) else None
        if isinstance(act, LinkAct) and (tie is None or (tie.earlier.quote, tie.path) != (act.quote, act.path)):
            act_on(desk, tx, report, CorrectAct(entry.number, FROM_A_PAPER, papers=True))
    known = {(e.minute, e.body) for e in _case(tx, report).earlier}
    for (minute, body), tie in wanted.items():
        if (minute, body) not in known:
            act_on(desk, tx, report, LinkAct(minute, body, 0, tie.earlier.quote, tie.path))
            yield "link"


def _kept(desk: Desk, tx: Tx, report: int, story: Story, record: Record) -> Iterator[str]:
    """A promise that a body would take the matter up on a day is kept where papers tell that it did."""
    follow_ups = {f.number: f for f in _case(tx, report).follow_ups}
    promised = {w.promise.quote: w for w in story.promises}
    for stood in record.stood:
        act = stood.entry.act
        if not isinstance(act, FollowUpAct) or act.do != "done" or not stood.ours:
            continue
        owed = follow_ups.get(act.number)
        told = promised.get(owed.quote or "") if owed else None
        if owed is None or not _still(stood.entry.on, act, owed, told, story, desk):
            act_on(desk, tx, report, CorrectAct(stood.entry.number, FROM_A_PAPER, papers=True))
    for follow_up in follow_ups.values():
        if follow_up.clock is not Clock.PROMISE or follow_up.ended is not None or not follow_up.quiet:
            continue
        told = promised.get(follow_up.quote or "")
        if told and told.done:
            act = FollowUpAct("done", follow_up.number, ended=Ended.KEPT, why=_COMPLETE, papers=True)
            act_on(desk, tx, report, act, on=_not_ahead(told.done, desk))
            yield "done"
            continue
        event = next((e for e in story.events if _keeps(e, follow_up, told)), None)
        if event is not None:
            why = f"{event.body} took it up"
            act = FollowUpAct("done", follow_up.number, ended=Ended.KEPT, why=why, papers=True)
            act_on(desk, tx, report, act, on=event.on)
            yield "done"


def _still(on: On, act: FollowUpAct, owed: FollowUp, told: Promised | None, story: Story, desk: Desk) -> bool:
    """Whether papers still tell that a promise was kept, and in the same way: a paper's own word goes first."""
    if told and told.done:
        return act.why == _COMPLETE and on == _not_ahead(told.done, desk)
    return act.why != _COMPLETE and any(_keeps(event, owed, told) for event in story.events)


_COMPLETE = "The paper says that it is complete"


def _keeps(event: Event, follow_up: FollowUp, told: Promised | None) -> bool:
    """Whether the body that owes a promise, or to which it was made, took the matter up on the day it is due."""
    day = event.on.exact
    if event.move in (Move.DRAFT, Move.LIST) or day is None or day != follow_up.due or day < follow_up.opened_on:
        return False
    body = evened(event.body)
    names = [evened(follow_up.owner), evened(told.promise.to if told else None)]
    return bool(body) and any(n and (n in body or body in n or (_COUNCIL in n and _COUNCIL in body)) for n in names)


_COUNCIL = "council"
