"""Where a report stands, what may happen next, what stands in the way, and where every date comes from."""

from datetime import date

from db.replay import rule_book
from states import clocks, report
from states.case import Case, FollowUp
from states.days import said_day, said_long
from states.facts import NO_FACTS
from states.moves import ROWS, TABLE
from states.rule_book import RuleBook
from states.words import Clock, Move, said
from workflow.views.look import Look
from workflow.views.records import Explained, Possible
from workflow.views.report import case_of


def explain(look: Look, ref: str) -> Explained:
    """The report's state, each move with every sentence why not, each open date with its rule, start and authority."""
    number, case = case_of(look, ref)
    rules = rule_book(look.tx)
    owed = [f for f in case.follow_ups if f.open_on(look.day) and f.due is not None]
    undated = [f for f in case.follow_ups if f.ended is None and f.due is None]
    dates = tuple(_date(f, rules, look.day) for f in owed)
    moves = tuple(_possible(case, move, look.day) for move in (row.move for row in TABLE) if move is not Move.DRAFT)
    return Explained(
        f"R{number}", str(case.state), moves, dates, case.title,
        (_standing(case, number), *_could(moves), *_paragraphs([*owed, *undated], rules)),
    )  # fmt: skip


def _possible(case: Case, move: Move, day: date) -> Possible:
    row = ROWS[move]
    reasons = report.in_the_way(case, move, day)
    to = row.leads_to(case.state, NO_FACTS)
    return Possible(move, to, not reasons, row.needs, reasons, row.asks)


def _date(f: FollowUp, rules: RuleBook, today: date) -> dict[str, object]:
    """An open date in the shape of `clock`, with what it is for and who owes it."""
    counted = _count(f, rules)
    about: dict[str, object] = {
        "number": f.number, "owner": f.owner, "recommendation": f.recommendation or None, "agreed": f.agreed,
        "days_late": (today - f.counts).days if f.counts and not f.window else None, "note": f.note,
    }  # fmt: skip
    if counted is not None:
        return {**clocks.as_json(counted), **about}
    rule = clocks.RULES.get(f.clock)
    given: dict[str, object] = {
        "clock": f.clock, "from": f.start, "last_day": f.due, "in_force": f.in_force, "practical_day": f.due,
        "counts": "the date itself", "skipped": [], "authority": rule.authority if rule else "the words of the promise",
    }  # fmt: skip
    return {**given, **about}


def _count(f: FollowUp, rules: RuleBook) -> clocks.Count | None:
    """How the date was counted: None where it was given, or where the rules in force now would give another."""
    if f.start is None or f.clock is Clock.PROMISE or f.due is None:
        return None
    then = rules.on(f.start)
    before = f.due < f.start
    counted = clocks.count(f.clock, f.start, then.calendar(), then, before=before, figure=f.figure)
    return counted if counted.last_day == f.due else None


def _standing(case: Case, number: int) -> str:
    reached = None
    for step in reversed(case.reached):
        if step.state != case.state:
            break
        reached = step
    since = f" since {reached.on}" if reached and reached.on.last else ""
    body = f", before {case.body.name}" if case.body and case.body.name else ""
    return f"R{number}, “{case.title}”, is {said(str(case.state))}{since}{body}."


def _could(moves: tuple[Possible, ...]) -> tuple[str, ...]:
    can = [said(m.move) for m in moves if m.possible]
    return (f"It may now: {', '.join(can)}.",) if can else ("No move is possible now.",)


def _paragraphs(owed: list[FollowUp], rules: RuleBook) -> list[str]:
    """One paragraph for each date; follow-ups that differ only in their recommendation share one."""
    alike: dict[tuple[object, ...], list[FollowUp]] = {}
    for f in owed:
        quote = f.quote if f.clock is Clock.PROMISE else None
        alike.setdefault((f.clock, f.start, f.due, f.agreed, f.owner, f.note, f.figure, quote), []).append(f)
    return [_paragraph(same, rules) for same in alike.values()]


def paragraph(f: FollowUp, rules: RuleBook) -> str:
    """Where the date of one follow-up comes from, as a paragraph."""
    return _paragraph([f], rules)


def _paragraph(same: list[FollowUp], rules: RuleBook) -> str:
    f = same[0]
    numbers = [x.recommendation for x in same if x.recommendation]
    about = f", {_listed('recommendation', numbers)}" if numbers else ""
    counted = _count(f, rules)
    if counted is not None:
        words = clocks.paragraph(counted)
    else:
        label = clocks.RULES[f.clock].label if f.clock in clocks.RULES else "Promise"
        waits = f"; it waits for this: {f.condition}" if f.condition else ""
        words = f"{label}: due on {said_long(f.due)}, the date itself." if f.due else f"{label}: no date{waits}."
        if f.quote and f.clock is Clock.PROMISE:
            words += f" In its own words: “{f.quote}”"
    note = f" This is the date {f.note}." if f.note and f.note not in words else ""
    agreed = f" Agreed instead: {said_day(f.agreed)}." if f.agreed else ""
    owner = f" {f.owner} owes it." if f.owner else ""
    return f"{_listed('follow-up', [x.number for x in same]).capitalize()}{about}. {words}{note}{agreed}{owner}"


def _listed(what: str, numbers: list[int]) -> str:
    """`recommendation 2`, `recommendations 1, 2 and 4`."""
    if len(numbers) == 1:
        return f"{what} {numbers[0]}"
    return f"{what}s {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"
