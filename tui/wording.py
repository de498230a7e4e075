"""What is owed, in the words of a desk: the letter and the colour of a date, what is awaited, how late it is."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from states.days import said_day
from states.words import AWAITED, HEARING, Clock, Move, council_hears, said

if TYPE_CHECKING:
    from workflow.views.records import Owed, Promised

LATE, DUE, WINDOW, UNDATED = "late", "due", "window", "undated"
"""How a date stands. Each is also the name of its colour in the themes."""

LETTERS = {LATE: "L", DUE: "D", WINDOW: "W", UNDATED: "?"}
"""The letter that stands beside each colour."""


DID = {
    Move.DRAFT: "begun", Move.LIST: "listed", Move.CONSULT: "consulted on", Move.SCRUTINISE: "scrutinised",
    Move.NOTED: "noted", Move.HEAR_AGAIN: "to be heard again", Move.RECOMMEND: "recommendations entered",
    Move.RESPOND: "answers entered", Move.DEFER: "put off", Move.DECIDE: "decision entered",
    Move.PUBLISH: "publication entered", Move.CALL_IN: "call-in entered", Move.REFER_BACK: "referred back",
    Move.REFER_TO_COUNCIL: "referred to Council", Move.RECONSIDER: "reconsidered", Move.RELEASE: "let go",
    Move.UPDATE: "update entered", Move.SIGN_OFF: "signed off", Move.CLOSE: "closed", Move.REOPEN: "reopened",
    Move.WITHDRAW: "withdrawn",
}  # fmt: skip
"""What was done, once a move is made."""


def stands(days_late: int | None, clock: str = "") -> str:
    """How a date stands: late, due, a window, or undated (None)."""
    if clock == Clock.CALL_IN_WINDOW:
        return WINDOW
    if days_late is None:
        return UNDATED
    return LATE if days_late > 0 else DUE


def what(clock: str, recommendations: Iterable[int | None] = (), owner: str | None = None) -> str:
    """What is awaited, such as `response to recs 1–4`; of an update that Council owes, the hearing it is."""
    if council_hears(clock, owner):
        return HEARING
    words = AWAITED.get(Clock(clock), said(clock)) if clock in set(Clock) else said(clock)
    numbers = sorted(n for n in recommendations if n)
    if not numbers:
        return words
    join = " to" if words == "response" else " on"
    return f"{words}{join} rec{'s' if len(numbers) > 1 else ''} {ranges(numbers)}"


def ranges(numbers: list[int]) -> str:
    """`1–4, 6` for 1, 2, 3, 4, 6; the numbers are in order."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n <= runs[-1][1] + 1:
            runs[-1][1] = n
        else:
            runs.append([n, n])
    return ", ".join(str(a) if a == b else f"{a}–{b}" if b > a + 1 else f"{a}, {b}" for a, b in runs)


def sign(note: str | None) -> str:
    """What stands behind a day that rests on something nobody knows, such as that a paper counts as the notice."""
    return "?" if note else ""


class Together(NamedTuple):
    """Follow-ups that differ only in their recommendation: one line on the desk."""

    first: "Owed"
    recommendations: tuple[int | None, ...]
    numbers: tuple[str, ...]
    """The numbers of the follow-ups within their report."""

    @property
    def what(self) -> str:
        """What is awaited, with the recommendations it is about."""
        return what(self.first.clock, self.recommendations, self.first.owner)

    @property
    def sign(self) -> str:
        """`?` behind a day that rests on something nobody knows."""
        return sign(self.first.note)

    @property
    def counts(self) -> date | None:
        """The day that counts: the one agreed, else the rule's own."""
        return self.first.agreed or self.first.due


def together(owed: Iterable["Owed"]) -> list[Together]:
    """Follow-ups, those that differ only in their recommendation as one; in the order they came."""
    alike: dict[tuple[object, ...], list[Owed]] = {}
    for row in owed:
        alike.setdefault((row.report, row.clock, row.due, row.agreed, row.owner), []).append(row)
    return [
        Together(rows[0], tuple(row.recommendation for row in rows), tuple(str(row.number) for row in rows))
        for rows in alike.values()
    ]


def promised(promise: "Promised") -> str:
    """What an undated promise waits for, in its own words where it has any, and on which recommendation."""
    words = promise.condition or promise.quote or what(promise.clock)
    return f"rec {promise.recommendation}: {words}" if promise.recommendation else words


def why_not(move: str, reasons: Iterable[str]) -> str:
    """Why a move cannot be made, after its name: what every such sentence begins with is left out."""
    begins = f"; {said(move)} is possible "
    return " ".join(reason.partition(begins)[2] or reason for reason in reasons)


def day(value: date | None, near: date | None = None) -> str:
    """A day as it stands in a list: `6 May 2017`, or `Fri 27 Nov` where it is within a few weeks of another."""
    if value is None:
        return "?"
    if near is not None and abs((value - near).days) < 60:
        return f"{value:%a} {value.day} {value:%b}"
    return f"{value.day} {value:%b %Y}"


def on(text: object) -> str:
    """A day as people write it, from the way records have it: `2017-03-07`, `by 13 Mar 2025`, nothing."""
    words = str(text or "")
    try:
        return said_day(date.fromisoformat(words))
    except ValueError:
        return words or "day not known"


def brief(text: object) -> str:
    """The same for a narrow column: a span without what both its days have, `17–29 Jan 2025`."""
    words = on(text)
    first, to, last = words.partition(" to ")
    if not to:
        return words
    day, month, year = f"{first}   ".split(" ")[:3]
    ends = last.split(" ")
    if year != ends[-1]:
        return f"{first}–{last}"
    return f"{day}–{last}" if month == ends[-2] else f"{day} {month}–{last}"


def days(number: int) -> str:
    """`1 day`, `26 days`, `9 years`: as exact as it is still told."""
    if abs(number) >= 730:
        return f"{abs(number) // 365} years"
    return f"{abs(number)} day{'' if abs(number) == 1 else 's'}"
