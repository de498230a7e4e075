"""What a command that changes a report says it did: state, follow-ups started and ended, gaps, irregularities, next."""

from argparse import Namespace
from typing import Any

from states.case import FollowUp
from workflow.cli import out
from workflow.desk import Desk
from workflow.engine import Moved
from workflow.records.resting import Shifted
from workflow.views.outcome import (
    Told,
    moves,
    named,
    new_gaps,
    new_irregularities,
    possible,
    practical,
    shift_line,
    shifts,
    tell,
)

__all__ = ["as_json", "lines", "moves", "named", "shift_line", "show"]

_BEGINS = {
    "state": "State", "changes": "Changes", "starts": "Starts", "ends": "Ends", "moves": "Moves", "gap": "Gap",
    "irregular": "Irregular", "note": "Look again", "next": "Next",
}  # fmt: skip


def show(args: Namespace, desk: Desk, moved: Moved, done: str) -> int:
    """Prints what an act did, as sentences or as one JSON object; `done` says it in the past tense. The exit code."""
    if getattr(args, "format", "table") == "json":
        out.record(as_json(desk, moved, dry_run=getattr(args, "dry_run", False)))
        return 0
    if getattr(args, "dry_run", False):
        out.tell("This is what would happen; nothing was changed.")
    case = moved.after
    out.say(f"R{moved.ref} · {case.title} · {done}")
    for line in lines(desk, moved):
        out.say(line)
    return 0


def lines(desk: Desk, moved: Moved) -> list[str]:
    """Everything there is to say of an act, a line each, with the commands that fill in what is missing."""
    ref = f"R{moved.ref}"
    told = tell(desk, moved)
    last_gap = next((one for one in reversed(told) if one.kind == "gap"), None)
    said_so = []
    for one in told:
        said_so.append(f"{_BEGINS[one.kind]}: {one.says}")
        if one is last_gap:
            said_so.append(f"  Fill in what you know: matters amend {ref} NAME=VALUE --entry {moved.entry} --why …")
        if one.fact:
            said_so.append(f"  Enter the reason with: {_reason_hint(ref, one)}")
    return said_so


def _reason_hint(ref: str, odd: Told) -> str:
    """The command that enters the reason of an irregularity."""
    if odd.fact == "why":
        return f'matters settle {ref} {odd.key} --why "…"'
    entry = odd.key.partition(":")[0]
    return f'matters amend {ref} {odd.fact}="…" --entry {entry} --why "…"'


def as_json(desk: Desk, moved: Moved, *, dry_run: bool = False) -> dict[str, Any]:
    """What an act did, in the shape scripts rely on."""
    case = moved.after
    return {
        "report": f"R{moved.ref}",
        "title": case.title,
        "entry": moved.entry,
        "from": moved.before.state,
        "state": case.state,
        "opened": [_follow_up(desk, moved, f) for f in moved.opened],
        "ended": [_follow_up(desk, moved, f) for f in moved.ended],
        "moved": [shift_as_json(change) for change in shifts(moved)],
        "gaps": [{"key": g.key, "name": g.name, "says": g.says} for g in new_gaps(moved)],
        "irregularities": [
            {"key": i.key, "name": i.name, "says": i.says, "why": i.why} for i in new_irregularities(moved)
        ],
        "next": [move.value for move in possible(case, desk.today)],
        "dry_run": dry_run,
    }


def shift_as_json(change: Shifted) -> dict[str, Any]:
    """A date that moved, for scripts."""
    return {
        "report": f"R{change.report}",
        "title": change.title,
        "number": change.number,
        "clock": change.clock.value,
        "was": change.was,
        "now": change.now,
    }


def _follow_up(desk: Desk, moved: Moved, f: FollowUp) -> dict[str, Any]:
    day = practical(desk, f)
    return {
        "report": f"R{moved.ref}",
        "number": f.number,
        "title": moved.after.title,
        "clock": f.clock.value,
        "body": f.body,
        "owner": f.owner,
        "due": f.due,
        "agreed": f.agreed,
        "practical_day": day,
        "days_late": (desk.today - f.counts).days if f.counts else None,
        "recommendation": f.recommendation or None,
        "condition": f.condition,
        "note": f.note,
        "exempt": moved.after.exempt,
        "ended": f.ended,
    }
