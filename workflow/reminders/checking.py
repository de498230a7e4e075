"""Looking again just before a message leaves: what was answered, put off or handed over meanwhile does not go out."""

from datetime import date

from db import queries_reminders as reads
from db.reminding import FREE
from db.rows_reminders import MessageLine, Standing
from db.tx import Tx
from states import schedule
from states.days import said_day
from states.schedule import Stage, Whom
from states.words import Clock
from workflow.reminders.batch import Line, going, leave_out, lines_of
from workflow.reminders.plan import AT_DESK, Item, Planner, plain_stage


class Checked:
    """A message's lines after a second look; `changed` when one was left out, `why` the sentences.

    `others` are those to whom a line that was left out belongs now, person by person.
    """

    def __init__(self, lines: list[Line]) -> None:
        self.lines, self.why, self.others = lines, list[str](), dict[int, list[Item]]()

    @property
    def changed(self) -> bool:
        """Whether a line was left out."""
        return bool(self.why)

    @property
    def left(self) -> list[Line]:
        """What is still to go."""
        return going(self.lines)


def check(planner: Planner, message: MessageLine) -> Checked:
    """Leaves out what is not so any more. What may have arrived already stays claimed; else it may be asked again."""
    checked = Checked(lines_of(message))
    word = "ended" if message.status == "unknown" else FREE
    for line in checked.left:
        why = _why_not(planner, message, line, checked.others if word == FREE else {})
        if why is not None:
            leave_out(line, word)
            checked.why.append(f"R{line[0]}.{line[1]} {why}")
    return checked


def _why_not(planner: Planner, message: MessageLine, line: Line, others: dict[int, list[Item]]) -> str | None:
    report, number, name, due = line[:4]
    found = planner.tx.one(reads.STANDING, ref=report, number=number)
    if found is None:
        return "is not on file any more"
    if found.ended is not None:
        day = f" since {said_day(date.fromisoformat(found.ended_on))}" if found.ended_on else ""
        return f"is not owed any more{day}: {found.ended}"
    if found.quiet:
        return "is not adopted"
    if found.snoozed_until is not None and found.snoozed_until > planner.day.isoformat():
        return f"is left alone until {said_day(date.fromisoformat(found.snoozed_until))}"
    if found.waits and found.due is None:
        return "waits: it is paused, or suspended by a call-in"
    if day_of(found) != due:
        return "is due on another day now"
    if name.startswith("escalate-"):
        return None
    stage = stage_of(planner, found, plain_stage(name), due)
    if stage is not None and stage.until is not None and planner.day > stage.until:
        return "has passed its day"
    to = stage.to if stage is not None else Whom.OWES
    asked = planner.owners.of(to, found.owner, found.lead_officer)
    if all(one.holder.person != message.person for one in asked.asked):
        name = AT_DESK * (asked.at_desk and to is not Whom.CO_ORDINATOR) + plain_stage(name)
        for one in asked.asked:
            if not _stands(planner, line, name, one.holder.person):
                others.setdefault(one.holder.person, []).append(Item(report, number, name, due))
        return asked.why[0] if asked.why else f"is not {message.name}'s to answer any more"
    return None


def _stands(planner: Planner, line: Line, stage: str, person: int) -> bool:
    """Whether a person was asked about a line at a stage already, or it was left out for them."""
    return any(
        (row.stage, row.due, row.person) == (stage, line[3], person)
        for row in planner.tx.all(reads.WENT, ref=line[0], number=line[1])
    )


def day_of(found: Standing) -> str | None:
    """The day by which a follow-up's reminders are kept."""
    if found.undated:
        return found.chase_on or found.opened_on
    return found.due


def stage_of(planner: Planner, found: Standing, name: str, due: str) -> Stage | None:
    """The stage of that name, as the schedule has it now; None: it has none of that name any more."""
    row, day = planner.rows[Clock(found.clock)], date.fromisoformat(due)
    if found.undated:
        chase_on = date.fromisoformat(found.chase_on) if found.chase_on else None
        opened = date.fromisoformat(found.opened_on)
        stages = schedule.chases(row, chase_on, opened, planner.calendar, planner.most)
    else:
        stages = schedule.stages(row, day, planner.calendar, planner.most)
    return next((stage for stage in stages if stage.name == name), None)


def still_to_go(tx: Tx, since: int) -> bool:
    """Whether nothing but messages was entered since an entry, so that what was planned then is as it was."""
    return tx.one(reads.TOUCHED_SINCE, entry=since) is None
