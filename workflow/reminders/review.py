"""The batch that waits for a person: read it, strike lines, add words, give a draft to another, release it.

Each act is one entry of the journal, with who did it. Released messages go at the next sweep on their morning.
"""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from db import queries_records
from db import queries_reminders as reads
from db.rows_reminders import MessageLine
from db.tx import Tx
from states.days import instant_from, london_day, said_day
from states.errors import BadInput, NotFound, Refused
from states.words import said
from workflow.desk import Desk
from workflow.records import people
from workflow.reminders.batch import Line, going, leave_out, lines_of
from workflow.reminders.digests import Composer
from workflow.reminders.roll import Roll
from workflow.reminders.writing import letter_of
from workflow.settings_sending import Sending

_LONGEST = 20_000


class LineShown(msgspec.Struct, frozen=True):
    """A line of a message: `R3.2`, its stage, and its report's title (None: exempt)."""

    about: str
    stage: str
    due: str
    title: str | None
    left_out: str | None = None


class Waiting(msgspec.Struct, frozen=True):
    """A message that waits, as it would go; one that was sent, as it went, with the day (`sent_on`).

    `subject` and `text` are empty where the letter cannot be written, or was not kept; `trouble` says why, or that
    nobody is on file to whom a draft should go.
    """

    message: str
    person: str
    name: str
    address: str | None
    kind: str
    status: str
    day: date
    lines: tuple[LineShown, ...]
    note: str | None = None
    released_by: str | None = None
    subject: str = ""
    text: str = ""
    copies: tuple[str, ...] = ()
    trouble: str | None = None
    version: int = 0
    sent_on: date | None = None


def waiting(tx: Tx, desk: Desk, settings: Sending, *, only: int | None = None) -> list[Waiting]:
    """Everything laid out or released that has not gone, the earliest first, each with its letter."""
    if only is None:
        messages = tx.all(reads.WAITING_MESSAGES)
    else:
        found = tx.one(reads.MESSAGES, message=only)
        messages = [found] if found else []
    shown = []
    rolls: dict[str, Composer] = {}
    for message in messages:
        if message.status == "claimed" and only is None:
            continue
        composer = rolls.get(message.day)
        if composer is None:
            day = max(date.fromisoformat(message.day), desk.today)
            roll = Roll(tx, day, settings)
            composer = rolls[message.day] = Composer(tx, day, settings, desk.rules(tx).on(day), roll)
        shown.append(_shown(tx, composer, message, settings, desk))
    return shown


def _shown(tx: Tx, composer: Composer, message: MessageLine, settings: Sending, desk: Desk) -> Waiting:
    titles = {line[0]: _title(tx, line[0]) for line in lines_of(message)}
    lines = tuple(
        LineShown(f"R{line[0]}.{line[1]}", line[2], line[3], titles[line[0]], line[4] if len(line) > 4 else None)
        for line in lines_of(message)
    )
    sent = message.status == "sent"
    more = _as_it_went(message) if sent else _as_it_would_go(tx, composer, message, settings, desk)
    return Waiting(
        f"L{message.message}", f"P{message.person}", message.name, message.went_to or message.email, message.kind,
        message.status, date.fromisoformat(message.day), lines, message.note, message.released_by,
        version=message.version, **more,
    )  # fmt: skip


def _as_it_would_go(tx: Tx, composer: Composer, message: MessageLine, settings: Sending, desk: Desk) -> dict[str, Any]:
    try:
        letter = letter_of(tx, composer, message, settings, desk.now())
    except BadInput as error:
        return {"trouble": str(error)}
    desk_of, trouble = composer.roll.co_ordinator, None
    if message.kind == "escalation" and desk_of is not None and desk_of.person == message.person:
        trouble = f"Nobody is on file to whom it should go. Say who: matters remind review L{message.message} --to NAME"
    copies = tuple(address for _, address in letter.copies)
    return {"subject": letter.subject, "text": letter.text, "copies": copies, "trouble": trouble}


def _as_it_went(message: MessageLine) -> dict[str, Any]:
    """The words that were kept when it went; a letter that is gone is never written anew."""
    return {
        "subject": message.subject or "", "text": message.words or "",
        "copies": tuple(json.loads(message.copies)),
        "trouble": None if message.words else "Its words were not kept when it went.",
        "sent_on": london_day(instant_from(message.sent_at)) if message.sent_at else None,
    }  # fmt: skip


def _title(tx: Tx, report: int) -> str | None:
    row = tx.ask("SELECT title, exempt FROM report WHERE ref = :ref", ref=report).fetchone()
    return None if row is None or row[1] else str(row[0])


def strike(desk: Desk, message: int, about: tuple[int, int], *, why: str | None = None, tx: Tx | None = None) -> None:
    """Takes the lines about a follow-up out of a message; they do not come back at this stage."""

    def struck(lines: list[Line]) -> dict[str, Any]:
        found = [line for line in going(lines) if (line[0], line[1]) == about]
        if not found:
            raise NotFound(f"L{message} has no line about R{about[0]}.{about[1]}. See it with: matters remind review")
        for line in found:
            leave_out(line, "struck")
        left = bool(going(lines))
        return {"items": lines} | ({} if left else {"status": "withdrawn", "said": "every line was struck"})

    _change(desk, message, struck, "strike a line of", why=why, tx=tx)


def edit(
    desk: Desk, message: int, *, note: str | None = None, subject: str | None = None, words: str | None = None,
    tx: Tx | None = None,
) -> None:  # fmt: skip
    """Puts a note before a letter, or a subject and words of a person's own in their place; empty takes it out."""
    given = {"note": note, "subject": subject, "words": words}
    changed: dict[str, Any] = {}
    for name, text in given.items():
        if text is None:
            continue
        plain = text.replace("\r\n", "\n").replace("\r", "\n").strip()
        if len(plain) > _LONGEST or (name == "subject" and ("\n" in plain or len(plain) > 200)):
            raise BadInput(f"That {name} is too long for a letter, or is more than one line.")
        if any(not (letter.isprintable() or letter == "\n") for letter in plain):
            raise BadInput(f"That {name} holds characters that are no letters; nothing was changed.")
        changed[name] = plain or None
    if not changed:
        raise BadInput("Say what is to be changed: --note, --subject or --words.")
    _change(desk, message, lambda lines: changed, "edit", tx=tx)


def receiver(tx: Tx, day: date, text: str) -> int:
    """The person a draft is given to: by name, by `P3`, or by a post (`Q3`, its title) that they hold.

    NotFound where there is nobody of that name; Refused where nobody holds the post.
    """
    try:
        return people.person_ref(tx, text)
    except NotFound as nobody:
        try:
            post = people.post_ref(tx, text)
        except NotFound:
            raise NotFound(f"There is no person and no post “{text}”. List them with: matters people list") from nobody
    held = tx.all(queries_records.HOLDERS, ref=post, day=day)
    holder = next((row.person for row in held if row.person is not None and not row.deputy), None)
    if holder is None:
        raise Refused(f"Q{post}", "write to", (f"Nobody holds {text} on {said_day(day)}.",))
    return int(holder)


def give(desk: Desk, message: int, person: int, *, tx: Tx | None = None) -> None:
    """Makes a draft that takes something further go to another person."""
    with desk.writing(tx) as tx:
        if tx.get("person", person) is None:
            raise NotFound(f"There is no person P{person}. List them with: matters people list")
        found = tx.one(reads.MESSAGES, message=message)
        if found is not None and found.kind != "escalation":
            raise Refused(f"L{message}", "give", ("Only a draft to take something further can go to another.",))
        _change(desk, message, lambda lines: {"person": person}, "give", tx=tx)


def release(desk: Desk, message: int, *, tx: Tx | None = None) -> None:
    """Lets a message go at the next sweep on its morning."""
    _change(desk, message, lambda lines: {"status": "released", "released_by": desk.who}, "release", tx=tx)


def hold(desk: Desk, message: int, *, tx: Tx | None = None) -> None:
    """Takes a release back, as long as the message has not gone."""
    with desk.writing(tx) as tx:
        changed = {"status": "laid_out", "released_by": None}
        _change(desk, message, lambda lines: changed, "hold", takes=("released",), tx=tx)


def withdraw(desk: Desk, message: int, *, why: str | None = None, tx: Tx | None = None) -> None:
    """Lets a message not go at all; what it asked about comes again at its next stage."""

    def struck(lines: list[Line]) -> dict[str, Any]:
        for line in going(lines):
            leave_out(line, "struck")
        return {"items": lines, "status": "withdrawn", "said": why or "withdrawn by a person"}

    _change(desk, message, struck, "withdraw", takes=("laid_out", "released", "later", "unknown"), why=why, tx=tx)


def settle(desk: Desk, message: int, why: str, *, tx: Tx | None = None) -> None:
    """Says what was made of a message that was refused for good; once, for then it is off everybody's list."""
    with desk.writing(tx) as tx:
        found = tx.one(reads.MESSAGES, message=message)
        if found is not None and found.settled:
            raise Refused(f"L{message}", "settle", (f"It is settled already: {found.settled}",))
        _change(desk, message, lambda lines: {"settled": why}, "settle", takes=("refused",), why=why, tx=tx)


def again(desk: Desk, message: int, *, tx: Tx | None = None) -> None:
    """Lets a message that was refused for good be tried once more, under the same Message-ID."""
    changed = {"status": "released", "released_by": desk.who, "next_try": None}
    _change(desk, message, lambda lines: changed, "send again", takes=("refused",), tx=tx)


def _stands(message: MessageLine) -> str:
    if message.status == "sent" and message.sent_at:
        return f"It was sent on {said_day(london_day(instant_from(message.sent_at)))}."
    return f"It is {said(message.status)}."


def _change(
    desk: Desk,
    message: int,
    values: Callable[[list[Line]], dict[str, Any]],
    verb: str,
    *,
    takes: tuple[str, ...] = ("laid_out",),
    why: str | None = None,
    tx: Tx | None = None,
) -> None:
    with desk.writing(tx) as tx:
        found = tx.one(reads.MESSAGES, message=message)
        if found is None:
            raise NotFound(f"There is no message L{message}. See what waits with: matters remind review")
        if found.status not in takes:
            hint = " Take its release back first: --hold." if found.status == "released" and "laid_out" in takes else ""
            raise Refused(f"L{message}", verb, (f"{_stands(found)}{hint}",))
        if any(sweep.sending == message for sweep in tx.all(reads.AT_WORK)):
            raise Refused(f"L{message}", verb, ("It is on its way just now.",))
        changed = values(lines_of(found))
        tx.put("message", changed, ref=message, who=desk.who, now=desk.now(), why=why)
