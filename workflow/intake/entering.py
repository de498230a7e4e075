"""Enters what a finding proves: a new report with its moves, or what an existing one did not know yet.

Every entry says that it comes from papers, so no default clock starts, and follow-ups stay quiet until adopted.
"""

from collections.abc import Callable
from datetime import date

import msgspec
from msgspec.structs import replace

from db.tx import Tx
from states.acts import Entry, FollowUpAct, LinkAct, MoveAct, Source, SourceAct
from states.case import Case, decode_case
from states.days import On
from states.errors import Refused
from states.facts import Facts
from states.words import Clock, Move
from workflow.corrections import amend_in
from workflow.desk import Desk
from workflow.engine import act_on, move_in
from workflow.evened import evened
from workflow.importers.reading import Promise
from workflow.intake.findings import Finding
from workflow.intake.matching import latest, same
from workflow.intake.names import Names

_WHY = "from a paper"


class Doubt(msgspec.Struct, frozen=True):
    """Something a paper says that what is on file contradicts; it changes nothing until a person chooses."""

    code: str
    message: str
    quote: str | None = None


class Entering:
    """One finding being entered into one report, within one transaction."""

    def __init__(self, desk: Desk, tx: Tx, names: Names, finding: Finding, path: str) -> None:
        self.desk, self.tx, self.names, self.finding, self.path = desk, tx, names, finding, path
        self.report = 0
        self.doubts: list[Doubt] = []
        self.did: list[str] = []

    def enter(self, report: int) -> int:
        """Enters the finding; 0 begins a report. The report's number."""
        self.report = report or self._draft()
        steps: tuple[Callable[[], None], ...] = (
            self._reference, self._consulted, self._heard, self._recommended, self._noted, self._promised,
            self._linked,
        )  # fmt: skip
        for step in steps:
            step()
        return self.report

    @property
    def case(self) -> Case:
        """The report's case as it is now."""
        row = self.tx.report(self.report)
        return decode_case(row.folded) if row else Case()

    def _move(self, move: Move, facts: Facts, on: On, sources: tuple[Source, ...] = ()) -> None:
        try:
            moved = move_in(self.desk, self.tx, self.report or None, move, facts, on=on, why=None, papers=True,
                            sources=sources)  # fmt: skip
        except Refused as refused:
            self.doubts.append(Doubt("cannot_be_entered", f"{move}: {' '.join(refused.reasons)}"))
            return
        self.report = moved.ref
        self.did.append(move.value)

    def _amend(self, entry: Entry, facts: Facts, on: On | None, sources: tuple[Source, ...] = ()) -> None:
        try:
            amend_in(self.desk, self.tx, self.report, facts, why=_WHY, on=on, entry=entry.number, sources=sources)
        except Refused as refused:
            self.doubts.append(Doubt("conflicting_source", " ".join(refused.reasons)))
            return
        self.did.append("amend")

    def _draft(self) -> int:
        finding = self.finding
        officers = not finding.heard
        facts = Facts(
            title=finding.title, scrutiny_body=self.names.body(finding.body) if finding.body else None,
            reference=finding.reference, recommendations=finding.proposals if officers else (),
        )  # fmt: skip
        on = On.day(finding.noted_on) if officers and finding.noted_on else On()
        self._move(Move.DRAFT, facts, on, finding.sources if officers else ())
        return self.report

    def _reference(self) -> None:
        case = self.case
        entry = latest(self.tx, self.report, Move.DRAFT)
        finding = self.finding
        if entry is None:
            return
        news = Facts()
        if finding.reference and not case.reference:
            news = replace(news, reference=finding.reference)
        if finding.body and case.body is None:
            news = replace(news, scrutiny_body=self.names.body(finding.body))
        if news != Facts():
            self._amend(entry, news, None)

    def _consulted(self) -> None:
        for window in self.finding.consultations:
            if window.closes is None:
                continue
            known = [c for c in self.case.consultations if c.closes == window.closes]
            if any(c.over for c in known):
                continue
            source = Source(self.path, window.quote, "consultation")
            facts = Facts(consultation_opens=window.opens, consultation_closes=window.closes)
            self._move(Move.CONSULT, facts, On.day(window.closes), (source,))

    def _heard(self) -> None:
        finding = self.finding
        if not finding.heard:
            return
        meeting = self.names.sitting(finding.body, finding.meeting_on)
        facts = Facts(meeting=meeting, minute=finding.minute, outcome_cut_off=finding.cut_off or None)
        sources = finding.heard_sources + (() if finding.proposals else finding.sources)
        entry = self._same_hearing(finding.meeting_on)
        if entry is None:
            self._move(Move.SCRUTINISE, facts, finding.meeting_on, sources)
            return
        self._fill_hearing(entry, facts, sources)

    def _same_hearing(self, on: On) -> Entry | None:
        """The hearing on file that this paper is also of: the same day, or the one whose day is not known."""
        entry = latest(self.tx, self.report, Move.SCRUTINISE)
        if entry is None or (on.exact and entry.on.exact and on.exact != entry.on.exact):
            return None
        return entry

    def _fill_hearing(self, entry: Entry, facts: Facts, sources: tuple[Source, ...]) -> None:
        old = entry.act.facts if isinstance(entry.act, MoveAct) else Facts()
        news, on, meeting = Facts(), None, facts.meeting
        if meeting and meeting.on.exact and not entry.on.exact:
            on, news = meeting.on, replace(news, meeting=meeting)
        elif meeting and meeting.body and old.meeting and not old.meeting.body:
            news = replace(news, meeting=replace(old.meeting, body=meeting.body))
        if facts.minute and not old.minute:
            news = replace(news, minute=facts.minute)
        fresh = self._fresh(sources)
        if news != Facts() or on is not None:
            self._amend(entry, news, on)
        if fresh:
            act_on(self.desk, self.tx, self.report, SourceAct(fresh))
            self.did.append("source")

    def _fresh(self, sources: tuple[Source, ...]) -> tuple[Source, ...]:
        known = {(s.path, s.quote, s.about) for _, s in self.case.sources}
        return tuple(s for s in sources if (s.path, s.quote, s.about) not in known)

    def _recommended(self) -> None:
        finding = self.finding
        if not finding.heard or not finding.proposals:
            return
        case = self.case
        proved: list[Source] = []
        unknown = []
        for proposal, source in zip(finding.proposals, finding.sources, strict=False):
            made = next((r for r in case.recommendations if same(r, proposal)), None)
            if made is None:
                unknown.append((proposal, source))
            else:
                proved.append(replace(source, about=f"recommendation {made.number}"))
        if proved:
            self._dated_by_note()
            fresh = self._fresh(tuple(proved))
            if fresh:
                act_on(self.desk, self.tx, self.report, SourceAct(fresh))
                self.did.append("source")
        if unknown:
            facts = Facts(recommendations=tuple(p for p, _ in unknown), paper_dated=finding.noted_on)
            taken = {r.number for r in case.recommendations}
            sources = []
            for proposal, source in unknown:
                number = proposal.number if proposal.number not in taken else max(taken, default=0) + 1
                taken.add(number)
                sources.append(replace(source, about=f"recommendation {number}"))
            self._move(Move.RECOMMEND, facts, finding.made_on, tuple(sources))

    def _dated_by_note(self) -> None:
        """A note's own day is when its recommendations were made and stands as the day of receipt."""
        entry = latest(self.tx, self.report, Move.RECOMMEND)
        finding = self.finding
        if entry is None or not isinstance(entry.act, MoveAct):
            return
        if finding.noted_on and not entry.act.facts.paper_dated:
            self._amend(entry, Facts(paper_dated=finding.noted_on), finding.made_on)
        elif not finding.noted_on and not entry.on.exact and finding.made_on.exact:
            self._amend(entry, Facts(), finding.made_on)

    def _noted(self) -> None:
        if self.finding.noted and self.finding.heard and self.case.state == "scrutinised":
            self._move(Move.NOTED, Facts(minute=self.finding.minute), self.finding.meeting_on)

    def _promised(self) -> None:
        for promise in self.finding.promises:
            if self._promised_already(promise):
                continue
            source = Source(self.path, promise.quote, "promise")
            act = FollowUpAct(
                "add", owner=promise.owner, due=promise.due, condition=promise.condition, quote=promise.quote,
                papers=True, sources=(source,),
            )  # fmt: skip
            act_on(self.desk, self.tx, self.report, act, on=self._promised_on(promise.due))
            self.did.append("promise")

    def _promised_on(self, due: date | None) -> On:
        """A promise was made when the matter was heard; where that day is not known, no later than it is due."""
        if self.finding.meeting_on.exact or due is None:
            return self.finding.meeting_on
        return On(None, min(due, self.finding.meeting_on.last or due))

    def _promised_already(self, promise: Promise) -> bool:
        return any(f.clock is Clock.PROMISE and evened(f.quote) == evened(promise.quote) for f in self.case.follow_ups)

    def _linked(self) -> None:
        known = {(e.minute, e.body) for e in self.case.earlier}
        for earlier in self.finding.earlier:
            if (earlier.minute, earlier.body) not in known:
                link = LinkAct(earlier.minute, earlier.body, 0, earlier.quote, self.path)
                act_on(self.desk, self.tx, self.report, link)
                self.did.append("link")
