"""From a plan to messages: one to each person, claimed in the one transaction in which it was planned.

A message that has not gone yet takes up what came since: however long the mail server was away, or a batch waited to
be released, there is one digest a person and no flood.
"""

import os
from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from db import queries_reminders as reads
from db.reminding import FREE
from db.rows_reminders import MessageLine
from db.tx import Tx
from workflow.desk import Desk
from workflow.reminders.plan import Item, Plan
from workflow.reminders.roll import Roll
from workflow.settings_sending import Sending

AT_ONCE = 50
"""So many messages are claimed at once, so that a sweep takes no more memory the more people there are."""

Line = list[Any]
"""A line of a message: report, number, stage, due, and a fifth word where it is left out."""


class Claimer:
    """Claims the messages of one plan; `morning` is the day they are for.

    Their entries have no day of their own: the past, as of a day, is looked at without them.
    """

    def __init__(self, desk: Desk, tx: Tx, settings: Sending, *, morning: date) -> None:
        self.desk, self.tx, self.settings, self.morning = desk, tx, settings, morning
        self.review = settings.reminders.mode == "review"

    def claim(self, plan: Plan, roll: Roll) -> list[int]:
        """Claims everything planned; the numbers of the messages, person by person, new or added to."""
        waiting = {} if not plan.items else self._waiting()
        desk = roll.co_ordinator.person if roll.co_ordinator else 0
        status = "laid_out" if self.review else "claimed"
        added = {person: self._add(plan.items[person], waiting[person]) for person in plan.items if person in waiting}
        people = sorted(plan.items.keys() - added.keys())
        for at in range(0, len(people), AT_ONCE):
            some = people[at : at + AT_ONCE]
            new = [
                self._new(person, _kind(plan.items[person], person == desk), plan.items[person], status)
                for person in some
            ]
            numbers = self.tx.put_new("message", new, who=self.desk.who, now=self.desk.now())
            added |= dict(zip(some, numbers, strict=True))
        return [added[person] for person in sorted(added)]

    def draft(self, plan: Plan, signs: dict[tuple[int, str], int | None]) -> list[int]:
        """Lays out the drafts that take something further; an older draft about the same thing is passed over."""
        if not plan.drafts:
            return []
        older = self.tx.all(reads.WAITING_MESSAGES, kind="escalation", status="laid_out")
        done = []
        for (person, stage), items in sorted(plan.drafts.items()):
            into = None
            for message in older:
                lines = lines_of(message)
                if message.person == person and any(line[2] == stage for line in going(lines)):
                    into = message
                elif _pass_over(lines, items):
                    left = going(lines)
                    values = {"items": lines, "status": "laid_out" if left else "withdrawn"}
                    self._put(values | ({} if left else {"said": "a later draft takes its place"}), message.message)
            if into is not None:
                done.append(self._add(items, into))
            else:
                signed = {"signs": signs.get((person, stage))}
                done.append(self._put(self._new(person, "escalation", items, "laid_out") | signed))
        return done

    def _waiting(self) -> dict[int, MessageLine]:
        """The message of each person that can still take something up."""
        busy = {sweep.sending for sweep in self.tx.all(reads.AT_WORK)}
        takes = ("laid_out",) if self.review else ("claimed", "later")
        return {
            line.person: line
            for line in self.tx.all(reads.WAITING_MESSAGES)
            if line.status in takes and line.kind != "escalation" and line.message not in busy
        }

    def _new(self, person: int, kind: str, items: list[Item], status: str) -> dict[str, Any]:
        """A message's values before it is on file."""
        return {
            "person": person, "kind": kind, "day": self.morning, "status": status, "tries": 0,
            "items": [line for item in items for line in _lines(item)], "message_id": message_id(self.settings),
        }  # fmt: skip

    def _add(self, items: list[Item], into: MessageLine) -> int:
        """Adds what came since to a message that has not gone; its number."""
        lines = lines_of(into)
        _pass_over(lines, items)
        new = [line for item in items for line in _lines(item)]
        return self._put({"items": [*lines, *new], "day": max(self.morning.isoformat(), into.day)}, into.message)

    def _put(self, values: dict[str, Any], message: int | None = None) -> int:
        return self.tx.put("message", values, ref=message, who=self.desk.who, now=self.desk.now())


def _kind(items: list[Item], at_desk: bool) -> str:
    if at_desk:
        return "chase"
    return "in_force" if all(item.stage == "in-force" for item in items) else "reminder"


def message_id(settings: Sending) -> str:
    """A Message-ID, made once: the same one goes out again if it is not known whether it arrived."""
    domain = (settings.mail.sender or "").rpartition("@")[2] or "matters.invalid"
    return f"<matters.{os.urandom(12).hex()}@{domain}>"


def lines_of(message: MessageLine) -> list[Line]:
    """A message's lines, as they are kept."""
    return list(msgspec.json.decode(message.items))


def going(lines: Iterable[Line]) -> list[Line]:
    """The lines that go out, those left out not among them."""
    return [line for line in lines if len(line) < 5]


def leave_out(line: Line, word: str) -> None:
    """Marks a line as left out: `passed_over`, `struck`, `ended`, or `free` when it may be asked again."""
    line[4:] = [word]


def _lines(item: Item) -> list[Line]:
    passed = [[item.report, item.number, stage, item.due, "passed_over"] for stage in item.passed_over]
    return [[item.report, item.number, item.stage, item.due], *passed]


def _pass_over(lines: list[Line], items: list[Item]) -> bool:
    """Leaves out what a newer stage of the same follow-up takes the place of; whether there was any."""
    newer = {(item.report, item.number) for item in items}
    found = [line for line in going(lines) if (line[0], line[1]) in newer]
    for line in found:
        leave_out(line, "passed_over")
    return bool(found)


__all__ = ["FREE", "Claimer", "Line", "going", "leave_out", "lines_of"]
