"""One report that turns out to be two: what belongs to the other is told of a report of its own.

Recommendations take their answers and follow-ups with them, and share the journey they were made on; entries move.
The journal keeps both; struck, the split has never been.
"""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from states.acts import Entry, FollowUpAct, GiveAct, MeetingAct, MoveAct, TakeAct
from states.case import Case
from states.days import On
from states.errors import BadInput, NotFound
from states.facts import Body, Facts
from states.sharing import told
from states.standing import standing
from states.words import Move
from workflow.desk import Desk
from workflow.engine import Moved, act_on, move_in
from workflow.merging import standing_case
from workflow.records.words import line, reason


class Split(msgspec.Struct, frozen=True):
    """A split as it was done: what it made of the report that was one, and of the new one."""

    left: Moved
    new: Moved


def split(
    desk: Desk, ref: int, title: str | None, why: str | None, *, entries: Iterable[int] = (),
    recommendations: Iterable[int] = (), body: Body | None = None,
) -> Split:  # fmt: skip
    """Makes a report of its own of some entries, or of some recommendations with all that belongs to them.

    `body` is the scrutiny body of the new report, where it is not that of the other one. Where nobody knows either, it
    is not known of both.
    """
    why = reason(why, f"R{ref}: say why it is split (--why).")
    title = line(title)
    if not title:
        raise BadInput(f"R{ref}: say what the new report is called (--title).")
    chosen, numbers = sorted(set(entries)), sorted(set(recommendations))
    if not chosen and not numbers:
        raise BadInput(f"R{ref}: say which entries, or which recommendations, become a report of their own.")
    with desk.writing() as tx:
        case = standing_case(tx, ref)
        events = [entry for _, entry in standing(told(tx.entries(ref)))]
        _known(ref, case, events, chosen, numbers)
        shared = _journey(events, chosen) if numbers else []
        numbers = sorted({*numbers, *_made_by(case, chosen)})
        follow_ups = _owed(case, chosen, numbers)
        chosen = sorted({*chosen, *_own_acts(events, follow_ups, numbers)})
        beginning = _beginning(case, title, body)
        new = move_in(
            desk, tx, None, Move.DRAFT, beginning, on=_begun(case), why=why, papers=beginning.scrutiny_body is None
        )
        gave = act_on(
            desk, tx, ref,
            GiveAct(new.ref, why, entries=tuple(chosen), recommendations=tuple(numbers), follow_ups=follow_ups),
        )  # fmt: skip
        meetings = [e.number for e in told(tx.entries(ref)) if isinstance(e.act, MeetingAct)]
        took = act_on(
            desk, tx, new.ref,
            TakeAct(
                ref, gave.entry, why, entries=tuple(sorted({*chosen, *shared, *meetings})),
                recommendations=tuple((n, n) for n in numbers), follow_ups=tuple((n, n) for n in follow_ups),
            ),
        )  # fmt: skip
        return Split(gave, replace(took, before=new.before))


def _known(ref: int, case: Case, events: list[Entry], chosen: list[int], numbers: list[int]) -> None:
    there = {entry.number for entry in events}
    for number in chosen:
        if number not in there:
            raise NotFound(f"R{ref} has no standing entry {number} of its own to give. See: matters history R{ref}")
    begun = next((e.number for e in events if isinstance(e.act, MoveAct) and e.act.move == Move.DRAFT), 0)
    if begun in chosen:
        raise BadInput(f"R{ref}: entry {begun} began the report and stays with it.")
    strange = [n for n in numbers if case.recommendation(n) is None]
    if strange:
        raise NotFound(f"R{ref} has no recommendation {', '.join(map(str, strange))}.")


def _journey(events: list[Entry], chosen: list[int]) -> list[int]:
    """The moves that both reports have lived through; what begins the report is its own."""
    return [
        e.number for e in events if isinstance(e.act, MoveAct) and e.act.move != Move.DRAFT and e.number not in chosen
    ]


def _made_by(case: Case, chosen: list[int]) -> set[int]:
    return {r.number for r in case.recommendations if r.entry in chosen}


def _owed(case: Case, chosen: list[int], numbers: list[int]) -> tuple[int, ...]:
    """The follow-ups that go: those of the recommendations, and those that the entries opened."""
    return tuple(f.number for f in case.follow_ups if f.recommendation in numbers or f.entry in chosen)


def _own_acts(events: list[Entry], follow_ups: tuple[int, ...], numbers: list[int]) -> set[int]:
    """What was done to the follow-ups that go, and what was added for the recommendations that go."""
    return {
        e.number
        for e in events
        if isinstance(e.act, FollowUpAct)
        and (e.act.number in follow_ups if e.act.do != "add" else e.act.recommendation in numbers)
    }


def _beginning(case: Case, title: str, body: Body | None) -> Facts:
    """How the new report begins: as the other one, under its own title."""
    return Facts(
        title=title, scrutiny_body=body or case.body, portfolio=case.portfolio, lead_officer=case.lead_officer,
        key=case.key, origin=case.origin, exempt=case.exempt or None, referring_member=case.referring_member,
        consultation_required=case.consultation_required,
    )  # fmt: skip


def _begun(case: Case) -> On:
    return On(None, case.first_on) if case.first_on else On()
