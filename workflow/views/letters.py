"""The letters: what waits to be released, what is on its way, what failed, what went; and how reminders stand."""

import json
from datetime import date

import msgspec

from db import queries_reminders as reads
from db.rows_reminders import MessageLine
from states.days import instant_from, london_day
from workflow.desk import Desk
from workflow.reminders.batch import going, lines_of
from workflow.reminders.review import LineShown, waiting
from workflow.reminders.standing import Standing, standing
from workflow.settings_sending import Sending

LATELY = 60
"""How many of the letters that went are shown."""


class LetterShown(msgspec.Struct, frozen=True):
    """A letter: `L5`, where it stands, to whom, about how many things; its words, as they would go or went.

    `part` is release, draft, released, waits, refused or gone. `said` is what the channel answered last.
    """

    message: str
    part: str
    name: str
    day: date
    many: int
    kind: str
    subject: str = ""
    text: str = ""
    note: str | None = None
    said: str | None = None
    lines: tuple[LineShown, ...] = ()
    copies: tuple[str, ...] = ()
    address: str | None = None

    @property
    def number(self) -> int:
        """5 of `L5`."""
        return int(self.message[1:])


class Letters(msgspec.Struct, frozen=True):
    """How reminders stand, and the letters, those that want a person first."""

    standing: Standing
    letters: tuple[LetterShown, ...]
    channels: tuple[str, ...]
    """The channels that can be tried."""

    def part(self, name: str) -> tuple[LetterShown, ...]:
        """The letters of a part."""
        return tuple(letter for letter in self.letters if letter.part == name)


def letters(desk: Desk, sending: Sending) -> Letters:
    """The letters as they stand now."""
    with desk.reading() as tx:
        stands = standing(tx, desk, sending)
        found = []
        for one in waiting(tx, desk, sending):
            part = {"laid_out": "draft" if one.kind == "escalation" else "release", "released": "released"}.get(
                one.status, "waits"
            )
            found.append(LetterShown(
                one.message, part, one.name, one.day, sum(line.left_out is None for line in one.lines), one.kind,
                one.subject, one.text, one.note, one.trouble, one.lines, one.copies, one.address,
            ))  # fmt: skip
        found += [_past(line, "refused") for line in tx.all(reads.FAILED_MESSAGES)]
        found += [_past(line, "gone") for line in tx.all(reads.MESSAGES, status="sent", limit=LATELY)]
    channels = [sending.channels.digests, *sending.channels.co_ordinator]
    return Letters(stands, tuple(found), tuple(dict.fromkeys(channels)))


def _past(line: MessageLine, part: str) -> LetterShown:
    day = london_day(instant_from(line.sent_at)) if line.sent_at else date.fromisoformat(line.day)
    lines = tuple(LineShown(f"R{one[0]}.{one[1]}", one[2], one[3], None) for one in going(lines_of(line)))
    return LetterShown(
        f"L{line.message}", part, line.name, day, len(lines), line.kind, line.subject or "", line.words or "",
        line.note, line.said, lines, tuple(json.loads(line.copies)), line.went_to or line.email,
    )  # fmt: skip
