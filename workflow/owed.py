"""What is done to follow-ups from the desk: each verb is one transaction, one entry."""

import re

from db.tx import Tx
from states.acts import FollowUpAct
from states.case import decode_case
from states.days import On
from states.errors import BadInput, NotFound
from workflow.desk import Desk
from workflow.engine import Moved, act_on
from workflow.lookups import report_ref

_NUMBERED = re.compile(r"(.+?)[. ](\d{1,6})")


def do(
    desk: Desk, ref: int, act: FollowUpAct, *, on: On | None = None, expected: int | None = None, tx: Tx | None = None
) -> Moved:
    """Does something to a follow-up, today unless said: add, done, assign, extend, pause, resume, snooze, adopt."""
    with desk.writing(tx) as tx:
        return act_on(desk, tx, ref, act, on=on if on is not None else On.day(desk.today), expected=expected)


def adopt(desk: Desk, ref: int, numbers: tuple[int, ...] = (), *, tx: Tx | None = None) -> list[Moved]:
    """Adopts follow-ups that came from papers, so that they are reminded of; without numbers all of a report's."""
    with desk.writing(tx) as tx:
        row = tx.report(ref)
        if row is None:
            raise NotFound(f"There is no report R{ref}. List them with: matters reports")
        quiet = [f.number for f in decode_case(row.folded).follow_ups if f.quiet and f.ended is None]
        if not numbers and not quiet:
            raise NotFound(f"R{ref} has no follow-up that waits to be adopted.")
        return [do(desk, ref, FollowUpAct("adopt", number), tx=tx) for number in numbers or quiet]


def named(tx: Tx, report: str, number: str | None = None) -> tuple[int, int]:
    """A report and a follow-up's number from `R3` and `2`, from `R3.2`, or from `R3 2`. 0 when none is named."""
    if number is None:
        match = _NUMBERED.fullmatch(report.strip())
        if match:
            report, number = match[1], match[2]
    if number is not None and not number.isdigit():
        raise BadInput(f"“{number}” is no number of a follow-up; write R3 2, or R3.2.")
    return report_ref(tx, report), int(number or 0)
