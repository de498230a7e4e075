"""Asking about one thing now, because a person says so: to those whom the schedule would ask, and nobody else."""

from datetime import date

from db import queries_reminders as reads
from db.rows_reminders import Standing
from db.tx import Tx
from states.days import said_day
from states.errors import NotFound, Refused
from states.schedule import Whom
from states.words import Clock
from workflow.desk import Desk
from workflow.reminders.batch import message_id
from workflow.reminders.checking import day_of
from workflow.reminders.enabling import enabled
from workflow.reminders.owners import Asked
from workflow.reminders.plan import Planner
from workflow.reminders.roll import Roll
from workflow.reminders.sending import Carrier, Went
from workflow.reminders.sweeps import carry_out
from workflow.settings_sending import Sending


def ask_now(
    desk: Desk, settings: Sending, report: int, number: int, *, carrier: Carrier | None = None
) -> tuple[Went, ...]:
    """Sends one reminder about one follow-up now; what became of each letter. Once a day, and not past a release.

    Raises:
        NotFound: there is no such follow-up.
        Refused: nothing may leave, it is not owed now, nobody may be written to, or it was asked today already.
    """
    with desk.writing() as tx:
        claimed = claim(desk, tx, settings, report, number)
        planned = tx.head().entry
    return carry_out(desk, settings, claimed, planned, carrier=carrier)


def claim(desk: Desk, tx: Tx, settings: Sending, report: int, number: int) -> list[int]:
    """Claims the letters that `ask_now` sends; their numbers. NotFound and Refused as there."""
    asked, stage, due = _asking(desk, tx, settings, report, number)
    made = []
    for one in asked:
        values = {
            "person": one.holder.person, "kind": "reminder", "day": desk.today, "status": "released",
            "released_by": desk.who, "message_id": message_id(settings), "items": [[report, number, stage, due]],
            "tries": 0,
        }  # fmt: skip
        made.append(tx.put("message", values, who=desk.who, now=desk.now(), why="asked now"))
    return made


def who_is_asked(desk: Desk, settings: Sending, report: int, number: int) -> tuple[str, ...]:
    """The names of those whom `ask_now` would write to. NotFound and Refused as there; nothing is claimed."""
    with desk.reading() as tx:
        return tuple(one.holder.name for one in _asking(desk, tx, settings, report, number)[0])


def _asking(desk: Desk, tx: Tx, settings: Sending, report: int, number: int) -> tuple[tuple[Asked, ...], str, str]:
    """Who is asked, at which stage, about which day."""
    found = tx.one(reads.STANDING, ref=report, number=number)
    if found is None:
        raise NotFound(f"R{report} has no follow-up {number}. See them with: matters show R{report}")
    today = desk.today
    late = found.due is not None and found.due < today.isoformat()
    stage = f"{'late' if late else 'before'}-asked-{today}"
    due = day_of(found) or today.isoformat()
    asked = _whom(desk, tx, settings, found)
    why = _why_not(tx, found, today)
    if why or isinstance(asked, str):
        raise Refused(f"R{report}.{number}", "remind", (why or str(asked),))
    for one in asked:
        if _claimed(tx, report, number, stage, due, one.holder.person):
            raise Refused(f"R{report}.{number}", "remind", (f"{one.holder.name} was asked about it today already.",))
    return asked, stage, due


def _whom(desk: Desk, tx: Tx, settings: Sending, found: Standing) -> tuple[Asked, ...] | str:
    """Who is asked, or the sentence why nobody is."""
    planner = Planner(tx, desk.today, settings.reminders, desk.rules(tx).on(desk.today), Roll(tx, desk.today, settings))
    if planner.rows[Clock(found.clock)].to is not Whom.OWES:
        return "Whoever owes it is never written to by a machine; write yourself."
    asked = planner.owners.of(Whom.OWES, found.owner, found.lead_officer)
    if asked.at_desk or not asked.asked:
        return f"Nobody can be written to: {'; '.join(asked.why) or 'nobody is on file as owing it'}."
    return asked.asked


def _why_not(tx: Tx, found: Standing, today: date) -> str | None:
    """Why it is not asked about now."""
    if not enabled(tx).enabled:
        return "Nothing leaves until somebody says: matters remind enable"
    if found.ended is not None:
        return "It is not owed any more."
    if found.quiet:
        return "It came from a paper and nobody has adopted it yet: matters follow-up adopt"
    if found.waits and found.due is None:
        return "It waits: it is paused, or suspended by a call-in."
    if found.snoozed_until is not None and found.snoozed_until > today.isoformat():
        return f"It is left alone until {said_day(date.fromisoformat(found.snoozed_until))}."
    return None


def _claimed(tx: Tx, report: int, number: int, stage: str, due: str, person: int) -> bool:
    return any(
        (row.stage, row.due, row.person, row.left_out) == (stage, due, person, None)
        for row in tx.all(reads.WENT, ref=report, number=number)
    )
