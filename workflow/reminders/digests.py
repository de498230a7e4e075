"""What a message tells its person: each line looked up in its report as it stands now.

Of an exempt report only the reference and the dates leave the house: no title, no words, no paper.
"""

from datetime import date, datetime, timedelta
from typing import Any

from db import queries_reminders as reads
from db.rows_reminders import MessageLine
from db.tx import Tx
from states.case import Case, FollowUp, Recommendation, decode_case
from states.clocks import RULES
from states.days import instant_from, london_day
from states.facts import Body
from states.reminders import report_deadline
from states.rules import CouncilRules
from states.words import Clock
from workflow.letters.digest import Address, Digest, Owed, WantedFor
from workflow.reminders.batch import Line, going, lines_of
from workflow.reminders.escalating import LEVELS
from workflow.reminders.plan import plain_stage
from workflow.reminders.roll import Roll
from workflow.settings_sending import Sending
from workflow.views.calendar import mark

_ASKS_AHEAD = timedelta(400)


class Composer:
    """Makes digests of messages, for one day."""

    def __init__(self, tx: Tx, day: date, settings: Sending, rules: CouncilRules, roll: Roll) -> None:
        self.tx, self.day, self.settings, self.rules, self.roll = tx, day, settings, rules, roll
        self._cases: dict[int, tuple[Case | None, int]] = {}

    def digest(self, message: MessageLine, at: datetime | None = None) -> Digest:
        """The digest of a message: what it asks about, to whom, who is in copy, who signs."""
        lines = going(lines_of(message))
        desk = self.roll.co_ordinator
        kind: Any = message.kind
        level: Any = LEVELS.get(lines[0][2], "officer") if lines and kind == "escalation" else "officer"
        signs = self._signs(message)
        if level == "chair" and signs is None:  # nobody but a chair writes as one
            level = "director"
        return Digest(
            person=f"P{message.person}", name=message.name, address=message.email or "", reply_to=self._reply_to(),
            signed=self._signed(signs), day=self.day, owed=tuple(self._owed(line, message.kind) for line in lines),
            copies=self.copies(message, lines), council=self.rules.name, kind=kind, level=level, at=at,
            to_coordinator=desk is not None and desk.person == message.person and kind != "escalation",
            note=message.note, calendar=mark(self.tx),
        )  # fmt: skip

    def copies(self, message: MessageLine, lines: list[Line]) -> tuple[Address, ...]:
        """The deputies in copy: something is late, and everything in the letter is their post's."""
        if message.kind == "escalation" or not any(plain_stage(line[2]).startswith("late-") for line in lines):
            return ()
        posts = self.roll.posts_of(message.person)
        if len(posts) != 1:
            return ()
        return tuple(
            (deputy.name, deputy.email or "")
            for deputy in posts[0].deputies
            if deputy.person != message.person and self.roll.why_not(deputy, posts[0].title) is None
            and self.roll.asleep(deputy.person) is None
        )  # fmt: skip

    def _reply_to(self) -> Address:
        said, desk = self.settings.reminders, self.roll.co_ordinator
        if said.co_ordinator_address:
            return (said.co_ordinator or (desk.name if desk else ""), said.co_ordinator_address)
        if desk is not None and desk.email:
            return (desk.name, desk.email)
        return ("", self.settings.mail.sender or "")

    def _signs(self, message: MessageLine) -> str | None:
        row = self.tx.get("message", message.message)
        person = self.tx.get("person", row["signs"]) if row and row["signs"] else None
        return str(person["name"]) if person else None

    def _signed(self, signs: str | None) -> str:
        said, desk = self.settings.reminders, self.roll.co_ordinator
        if signs:
            return signs
        name = said.co_ordinator or (desk.name if desk else "Scrutiny")
        return f"{name}\n{said.signature}" if said.signature else name

    def _case(self, report: int) -> tuple[Case | None, int]:
        """A report's case, and how often it was changed."""
        if report not in self._cases:
            row = self.tx.report(report)
            self._cases[report] = (decode_case(row.folded), row.version) if row else (None, 0)
        return self._cases[report]

    def _owed(self, line: Line, kind: str) -> Owed:
        """One line as it stands in its report, for a message of this kind."""
        report, number, stage = line[:3]
        known, version = self._case(report)
        case = known or Case()
        follow_up = case.follow_up(number)
        if follow_up is None:
            return Owed(report=f"R{report}", number=number, stage=stage, clock=Clock.PROMISE)
        open_words = not case.exempt
        about = case.recommendation(follow_up.recommendation) if follow_up.recommendation else None
        rule = RULES.get(follow_up.clock)
        statutory = rule is not None and rule.statutory
        notice = bool(about and about.notice_given_on) and follow_up.clock is Clock.EXECUTIVE_RESPONSE
        counts = follow_up.counts
        return Owed(
            report=f"R{report}", number=number, stage=stage, clock=follow_up.clock,
            title=case.title if open_words else None, reference=case.reference, body=follow_up.body,
            owner=follow_up.owner, due=follow_up.due, agreed=follow_up.agreed,
            statute=follow_up.due if statutory else None, in_force=follow_up.in_force,
            days_late=(self.day - counts).days if counts else 0, recommendation=follow_up.recommendation or None,
            recommendation_text=about.words if about and open_words else None,
            quote=_quote(follow_up) if open_words else None,
            source=_source(case, follow_up, about) if open_words else None,
            condition=follow_up.condition if open_words else None, minute=_minute(case, follow_up, about),
            made_on=(about.on.exact or about.on) if about and about.on.last else follow_up.opened_on,
            wanted_for=self._wanted_for(case, follow_up),
            notice_given=notice, authority=rule.authority if rule and statutory and notice else None,
            exempt=case.exempt, asked_before=self._asked(line, kind), sequence=version,
        )  # fmt: skip

    def _asked(self, line: Line, kind: str) -> tuple[date, ...]:
        """The days on which this was asked before; what only the co-ordinator was told counts in her own list.

        What others are asked at the same stage, with this very letter, was not before.
        """
        report, number, stage, due = line[:4]
        others = ("escalation",) if kind == "chase" else ("escalation", "chase")
        went = self.tx.all(reads.WENT, ref=report, number=number, status="sent")
        days = {
            london_day(instant_from(row.sent_at))
            for row in went
            if row.due == due and row.left_out is None and row.kind not in others and row.sent_at
            and plain_stage(row.stage) != plain_stage(stage)
        }  # fmt: skip
        return tuple(sorted(days))

    def _wanted_for(self, case: Case, follow_up: FollowUp) -> WantedFor | None:
        """The meeting it is wanted for: the body's first on the day it is owed by or later, if one is in the diary."""
        body: Body | None = case.body
        counts = follow_up.counts
        if body is None or not body.ref or counts is None or follow_up.clock in _NOT_FOR_A_MEETING:
            return None
        found = self.tx.all(
            reads.MEETING_DAYS, from_day=max(counts, self.day), to_day=self.day + _ASKS_AHEAD, body_ref=body.ref,
            limit=1,
        )  # fmt: skip
        if not found:
            return None
        day = date.fromisoformat(found[0].day)
        return WantedFor(body=found[0].name, day=day, papers_by=report_deadline(day, self.rules))


_NOT_FOR_A_MEETING = frozenset(
    {
        Clock.AGENDA_PUBLICATION, Clock.KEY_DECISION_NOTICE, Clock.GENERAL_EXCEPTION, Clock.PRIVATE_MEETING_NOTICE,
        Clock.PRIVATE_MEETING_FURTHER_NOTICE, Clock.CALL_IN_WINDOW, Clock.CALL_IN_HEARING, Clock.RECONSIDERATION,
        Clock.AWAITING_PUBLICATION, Clock.CONSULTATION_CLOSE, Clock.REPORT_DEADLINE,
    }
)  # fmt: skip
"""What is not brought to the next meeting, but is owed for its own sake."""


def _quote(follow_up: FollowUp) -> str | None:
    """The promise in its own words; a recommendation's words stand by themselves."""
    return None if follow_up.recommendation else follow_up.quote


def _source(case: Case, follow_up: FollowUp, about: Recommendation | None) -> str | None:
    """The paper in which the words stand."""
    named = f"recommendation {about.number}" if about else None
    for entry, source in case.sources:
        if source.about == named if named else entry == follow_up.entry:
            return source.path
    return None


def _minute(case: Case, follow_up: FollowUp, about: Recommendation | None) -> str | None:
    """The minute under which it was promised or recommended: of the last meeting by then that dealt with it."""
    made = (about.on.last if about else None) or follow_up.opened_on
    by_then = [
        listing.minute
        for listing in case.listings
        if listing.minute and listing.outcome and listing.meeting.on.last and listing.meeting.on.last <= made
    ]
    return by_then[-1] if by_then else None
