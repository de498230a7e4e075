"""The council's rules, entered with a day of effect: first which open dates would move, then the change itself."""

from collections.abc import Iterator
from datetime import date

import msgspec

from db.tx import Tx
from states.acts import Entry, RecountAct
from states.case import Case, decode_case
from states.days import On, instant_text
from states.fold import fold
from states.follow_ups import BY_CONSTITUTION
from states.rules import CouncilRules, rules_to
from workflow.desk import Desk
from workflow.engine import act_on


class Moving(msgspec.Struct, frozen=True):
    """An open date that a change of rules moves."""

    report: str
    title: str
    number: int
    clock: str
    was: date | None
    becomes: date | None


def preview(desk: Desk, rules: CouncilRules, since: date) -> list[Moving]:
    """The open dates that would move if these rules counted from a day on; nothing is changed."""
    with desk.trying() as tx:
        return _apply(desk, tx, rules, since, "a trial")


def apply(desk: Desk, rules: CouncilRules, since: date, why: str) -> list[Moving]:
    """Enters the rules, counted from a day on, and counts every open date again; those that moved."""
    with desk.writing() as tx:
        return _apply(desk, tx, rules, since, why)


def _apply(desk: Desk, tx: Tx, rules: CouncilRules, since: date, why: str) -> list[Moving]:
    values = {"from_day": since, "values": rules_to(rules)}
    tx.put("rules", values, who=desk.who, now=desk.now(), on=On.day(since) if since <= desk.today else On(), why=why)
    moved: list[Moving] = []
    for number, case in list(_counted(tx)):
        moved += _moving(number, case, desk, tx, why)
    return moved


def _counted(tx: Tx) -> Iterator[tuple[int, Case]]:
    for (number,) in tx.ask(_COUNTED).fetchall():
        row = tx.report(number)
        if row is not None:
            yield number, decode_case(row.folded)


def _moving(number: int, case: Case, desk: Desk, tx: Tx, why: str) -> list[Moving]:
    """The open dates of one report that its entries, counted again, would give otherwise; they are entered.

    What papers left open for want of a figure is counted too, and is told where it is still open.
    """
    recount = Entry(tx.head().entry + 1, instant_text(desk.now()), desk.who, On(), RecountAct(why))
    before = {f.key: f.due for f in case.follow_ups}
    after = fold([*tx.entries(number), recount], desk.rules(tx)).case
    changes = [
        Moving(f"R{number}", case.title, f.number, f.clock, before.get(f.key), f.due)
        for f in after.follow_ups
        if f.ended is None and before.get(f.key) != f.due and (f.key in before or f.open_on(desk.today))
    ]
    if changes or len(case.gaps) != len(after.gaps):
        act_on(desk, tx, number, recount.act)
    return changes


_COUNTED = (
    "SELECT report FROM follow_up WHERE ended IS NULL AND start IS NOT NULL UNION SELECT report FROM gap "
    f"WHERE name IN ({', '.join(repr(clock.value) for clock in BY_CONSTITUTION)}) ORDER BY report"
)
