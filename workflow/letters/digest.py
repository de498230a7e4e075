"""What a letter is about, the letter, and what became of it: plain frozen records, shared by reminders and channels.

`Owed` is one thing asked about; a `Digest` is everything one person is told at one time; `Letter` is the digest in
words, ready for any channel; `Told` is what a channel answered. None of them holds a connection or looks at a clock.
"""

from datetime import date, datetime
from typing import Literal

import msgspec

from states.days import On
from states.words import Clock

Address = tuple[str, str]
"""A person's name and e-mail address, in this order; the name may be empty."""

Kind = Literal["reminder", "in_force", "chase", "escalation"]
"""What a digest is. `reminder` is also the word for a mixed one; an escalation stands alone and is always a draft."""

Level = Literal["officer", "director", "chair"]
"""Who an escalation is written to, or for: the officer, the director, or from the chair."""

Outcome = Literal["sent", "later", "refused", "unknown"]
"""Taken over by the channel; try later; refused for good; silence after everything was handed over."""

Section = Literal["coming", "late", "window", "in_force", "chase", "escalation"]
"""Where in a letter a thing is told of."""


class WantedFor(msgspec.Struct, frozen=True, kw_only=True):
    """The meeting a thing is wanted for. `papers_by` is the last day on which its papers are taken."""

    body: str
    day: date | None = None
    papers_by: date | None = None


class Owed(msgspec.Struct, frozen=True, kw_only=True):
    """One thing asked about: a follow-up at a stage (`before-28`, `late-1`, `window`, `in-force`, `chase` …).

    Of an exempt report `title`, `recommendation_text`, `quote` and `source` are None, and nothing else here may hold
    its words. `due` is the rule's day, `agreed` the day agreed instead; `statute` the day that is law, where there is
    one. `days_late` is counted against the day that counts, and negative for what is still to come.
    """

    report: str
    """The report's number, `R3`."""
    number: int
    """The follow-up's number within the report."""
    stage: str
    clock: Clock
    title: str | None = None
    reference: str | None = None
    """The papers' own reference, such as 24/00093."""
    body: str | None = None
    """The board that it was promised to, or that asked."""
    owner: str | None = None
    """The post that owes it."""
    due: date | None = None
    agreed: date | None = None
    statute: date | None = None
    in_force: date | None = None
    """The day a decision takes effect, for a call-in window."""
    days_late: int = 0
    recommendation: int | None = None
    recommendation_text: str | None = None
    quote: str | None = None
    """The promise in its own words."""
    source: str | None = None
    """The paper those words stand in."""
    condition: str | None = None
    """What an undated promise waits for, in its own words."""
    minute: str | None = None
    made_on: date | On | None = None
    """The day it was promised or recommended, as well as that is known."""
    wanted_for: WantedFor | None = None
    notice_given: bool = False
    """Written notice is on file, so the law may be cited."""
    authority: str | None = None
    exempt: bool = False
    asked_before: tuple[date, ...] = ()
    """The days on which this was asked already, the earliest first."""
    sequence: int = 0
    """How often its day was changed, so that calendars take the newest."""

    @property
    def day(self) -> date | None:
        """The day that counts: the agreed one where there is one."""
        return self.agreed or self.due

    @property
    def section(self) -> Section:
        """Where in a letter it is told of, by its stage."""
        word = self.stage.partition("-")[0]
        if self.stage in ("in-force", "in_force"):
            return "in_force"
        if word in ("late", "window", "chase"):
            return word  # type: ignore[return-value]
        return "escalation" if word in ("escalation", "escalate") else "coming"


class Digest(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that one person is told at one time."""

    person: str
    """`P4`."""
    name: str
    address: str
    """May be empty for a channel that is not e-mail."""
    reply_to: Address
    """The co-ordinator."""
    signed: str
    """The co-ordinator's name, or what stands under the letter instead; may be several lines."""
    day: date
    """The day it goes out."""
    owed: tuple[Owed, ...]
    copies: tuple[Address, ...] = ()
    council: str | None = None
    to_coordinator: bool = False
    kind: Kind = "reminder"
    level: Level = "officer"
    """Of an escalation: whose turn it is."""
    at: datetime | None = None
    """The aware instant of the sweep, for the letter's own date; the start of `day` in London where it is None."""
    calendar: str = ""
    """What tells this database's days from another's in calendars: `workflow.views.calendar.mark`."""
    note: str | None = None
    """A person's own words that stand before everything else, where somebody edited the batch."""


def sentence(said: str | None) -> str:
    """What a server said, so that a sentence can follow it: with a full stop where it ends with none."""
    plain = (said or "").rstrip()
    return plain if not plain or plain[-1] in ".!?" else f"{plain}."


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """A digest in words. `message_id` is `<…@…>`; the same one goes out again when it is not known what happened."""

    message_id: str
    sender: Address
    to: Address
    subject: str
    text: str
    html: str
    copies: tuple[Address, ...] = ()
    reply_to: Address | None = None
    ics: bytes | None = None
    at: datetime | None = None
    """The aware instant in its Date header; none there where it is None."""
    to_coordinator: bool = False


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a channel answered. The outcome is that of the person it is to; copies are told apart in `copies`."""

    outcome: Outcome
    said: str
    """One sentence for a person, without any secret in it."""
    copies: tuple[tuple[str, Outcome, str], ...] = ()
    """For each copy: the address, its outcome, and the sentence."""

    @property
    def partly(self) -> bool:
        """Whether the person has it and somebody in copy has not."""
        return self.outcome == "sent" and any(outcome != "sent" for _, outcome, _ in self.copies)
