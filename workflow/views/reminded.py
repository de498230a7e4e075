"""What went out about a report, as it stands in its history: who was reminded of what, and when."""

from itertools import groupby

from db import queries_reminders as reads
from db.rows_reminders import Went
from states.days import instant_from, london_day
from states.words import said
from workflow.views.look import Look
from workflow.views.records import Past

_DID = {"reminder": "reminded", "chase": "reminded", "in_force": "told", "escalation": "taken further"}
_HOW = {
    "sent": "", "unknown": "; whether it arrived is not known", "later": "; it has not gone yet",
    "refused": "; it was refused",
}  # fmt: skip


_STEPS = {"1": "to the officer again", "2": "to the director", "3": "from the chair"}


def reminded(look: Look, report: int) -> list[Past]:
    """What went out about a report by the day looked at, one entry a message: to whom, at which stage of what."""
    rows = [
        row for row in look.tx.all(reads.WENT, ref=report)
        if row.left_out is None and row.status in _HOW and row.day <= look.day.isoformat()
        and (row.status != "later" or row.said)
    ]  # fmt: skip
    return [_past(list(group)) for _, group in groupby(rows, key=lambda row: row.message)]


def _past(rows: list[Went]) -> Past:
    first = rows[0]
    what = "; ".join(f"{_what(row)}, {stage(row.stage)}" for row in rows)
    return Past(
        entry=first.entry, at=first.at, who=first.who, move=_DID[first.kind], from_=None, to=None,
        on=london_day(instant_from(first.sent_at)).isoformat() if first.sent_at else first.day,
        why=f"{first.name}: {what}{_HOW[first.status]}",
        facts={
            "message": f"L{first.message}", "person": f"P{first.person}", "name": first.name, "status": first.status,
            "follow_ups": [row.number for row in rows], "stages": [row.stage for row in rows],
        },
        record=f"L{first.message}",
    )  # fmt: skip


def _what(row: Went) -> str:
    about = f" to recommendation {row.recommendation}" if row.recommendation else ""
    return f"{said(row.clock or 'follow-up')}{about}"


def stage(name: str) -> str:
    """A stage in words: `14 days before`, `late`. How often something was asked is not in it: it may not have gone."""
    desk = ", at the co-ordinator's desk" if name.startswith("chase-") and not name[6:].isdigit() else ""
    word, _, rest = (name.removeprefix("chase-") if desk else name).partition("-")
    if rest.startswith("asked-"):
        return "late, asked now by a person" if word == "late" else "asked now by a person"
    words = {
        "before": f"{rest} days before", "working": f"{rest} working days before",
        "deadline": f"{rest} working days before the report deadline", "late": "late",
        "chase": "to be chased", "window": "the window closes", "in": "now in force",
        "escalate": _STEPS.get(rest, "taken further"),
    }  # fmt: skip
    return f"{words.get(word, name)}{desk}"
