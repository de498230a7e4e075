"""A report's case: all that its entries add up to on a day. Frozen; `states.fold` makes it, the store keeps a copy."""

from datetime import date

import msgspec

from states.acts import Source
from states.days import On
from states.facts import Answer, Body, MakerKind, Reconsidered, Released, Ruling, Sitting
from states.words import WINDOWS, Clock, Ended, Implementation, Response, SignOff, State, said


class Recommendation(msgspec.Struct, frozen=True, omit_defaults=True, rename={"from_": "from"}):
    """One recommendation with its three axes, which are never mixed: response, implementation, sign-off."""

    number: int
    text: str
    from_: Body
    to: Body
    entry: int
    on: On = On()
    text_agreed: str | None = None
    received_on: date | None = None
    notice_given_on: date | None = None
    response: Response = Response.AWAITING
    answers: tuple[Answer, ...] = ()
    implementation: Implementation = Implementation.NOT_STARTED
    sign_off: SignOff = SignOff.NONE
    signed_at: Sitting | None = None
    sign_minute: str | None = None
    proposal: bool = False

    @property
    def words(self) -> str:
        """The text that stands: as agreed if it was changed, else as made."""
        return self.text_agreed or self.text


class Consultation(msgspec.Struct, frozen=True, omit_defaults=True):
    """A consultation: opens, closes, outcome."""

    entry: int
    opens: date | None = None
    closes: date | None = None
    outcome: str | None = None
    over: bool = False


class Listing(msgspec.Struct, frozen=True, omit_defaults=True):
    """The report on a meeting's agenda: `heard` once that meeting dealt with it."""

    entry: int
    meeting: Sitting
    item_number: str | None = None
    minute: str | None = None
    to_follow: bool = False
    agenda_published_on: date | None = None
    outcome: str | None = None


class Decision(msgspec.Struct, frozen=True, omit_defaults=True):
    """A decision. `final` once it was reconsidered and confirmed or amended: no new window opens."""

    entry: int
    on: On
    maker: str
    maker_kind: MakerKind
    decided: str
    key: bool | None = None
    callable: bool | None = None
    why_not_callable: str | None = None
    waived_by: str | None = None
    published_on: date | None = None
    in_force_on: date | None = None
    final: bool = False


class CallIn(msgspec.Struct, frozen=True, omit_defaults=True):
    """A call-in of the decision made by entry `decision`; kept also when it was ruled invalid."""

    entry: int
    decision: int
    received_on: date | None = None
    callers: tuple[str, ...] = ()
    groups: int | None = None
    grounds: tuple[str, ...] = ()
    ruled: Ruling | None = None
    ruled_by: str | None = None
    ruled_on: date | None = None
    referred_back_by: str | None = None
    asked: str | None = None
    referred_to_council: On | None = None
    referred_entry: int = 0
    reconsidered: Reconsidered | None = None
    released_by: str | None = None
    outcome: Released | None = None
    comments: str | None = None
    thought_again: str | None = None


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """An extension, a pause or another dated event of a follow-up: who, when, why, and the day then agreed."""

    entry: int
    do: str
    on: On
    who: str
    why: str | None = None
    agreed: date | None = None
    condition: str | None = None


class FollowUp(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something a post owes by a date. `due` is the date of the rule, `agreed` the one agreed beside it.

    Open while `ended` is None. A paused or suspended follow-up is open and not late.
    """

    number: int
    key: str
    clock: Clock
    entry: int
    opened_on: date
    start: date | None = None
    due: date | None = None
    agreed: date | None = None
    in_force: date | None = None
    note: str | None = None
    figure: int | None = None
    body: str | None = None
    owner: str | None = None
    recommendation: int = 0
    condition: str | None = None
    quote: str | None = None
    chase_on: date | None = None
    quiet: bool = False
    suspended: bool = False
    paused: bool = False
    paused_until: date | None = None
    snoozed_until: date | None = None
    changes: tuple[Change, ...] = ()
    ended: Ended | None = None
    ended_on: date | None = None
    ended_entry: int = 0
    ended_why: str | None = None

    @property
    def counts(self) -> date | None:
        """The day that counts: the one agreed, else the rule's own."""
        return self.agreed or self.due

    @property
    def window(self) -> bool:
        """A window lapses and is never overdue."""
        return self.clock in WINDOWS

    def open_on(self, day: date) -> bool:
        """Whether it is still owed on that day; a window is no longer open once its last day has passed."""
        return self.ended is None and not (self.window and self.due is not None and self.due < day)


class Gap(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something not known. `settled` says what was made of it (such as `not known`)."""

    entry: int
    name: str
    says: str
    settled: str | None = None

    @property
    def key(self) -> str:
        """`entry:name`, by which it is settled."""
        return f"{self.entry}:{self.name}"


class Irregularity(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something that should not have happened so, with its reason where one was given."""

    entry: int
    name: str
    says: str
    why: str | None = None
    settled: str | None = None

    @property
    def key(self) -> str:
        """`entry:name`, by which it is settled."""
        return f"{self.entry}:{self.name}"


class Earlier(msgspec.Struct, frozen=True, omit_defaults=True):
    """An earlier minute this report is further to; `report` once it is known which report that was."""

    minute: str | None = None
    body: str | None = None
    report: int = 0
    quote: str | None = None
    path: str | None = None


class Reached(msgspec.Struct, frozen=True, omit_defaults=True):
    """A state reached: by which entry's move, and when."""

    entry: int
    move: str
    state: State
    on: On
    took_place: date


class Case(msgspec.Struct, frozen=True, omit_defaults=True):
    """A report as it stands.

    `first_on` and `last_on` are the days of its first and latest event, a meeting's change being one; `exact` says that
    every event has its day.
    `numbered` is the highest follow-up number ever given, struck ones included: numbers are never given twice.
    `merged_into` is the report it is told of since a merge: it has no state of its own then; `took` are the reports
    that were merged into this one.
    """

    state: State | None = None
    title: str = ""
    body: Body | None = None
    reference: str | None = None
    topic: str | None = None
    lead_officer: str | None = None
    portfolio: str | None = None
    key: bool | None = None
    consultation_required: bool | None = None
    origin: str | None = None
    referring_member: str | None = None
    exempt: bool = False
    recommendations: tuple[Recommendation, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    listings: tuple[Listing, ...] = ()
    decisions: tuple[Decision, ...] = ()
    call_ins: tuple[CallIn, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    gaps: tuple[Gap, ...] = ()
    irregularities: tuple[Irregularity, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    sources: tuple[tuple[int, Source], ...] = ()
    reached: tuple[Reached, ...] = ()
    last_on: date | None = None
    first_on: date | None = None
    exact: bool = True
    numbered: int = 0
    merged_into: int = 0
    took: tuple[int, ...] = ()

    @property
    def real(self) -> tuple[Recommendation, ...]:
        """The recommendations that want an answer; officers' proposals to a scrutiny body are not among them."""
        return tuple(r for r in self.recommendations if not r.proposal)

    @property
    def decision(self) -> Decision | None:
        """The decision that stands, if there is one."""
        return self.decisions[-1] if self.decisions else None

    @property
    def call_in(self) -> CallIn | None:
        """The call-in being dealt with: the latest one."""
        return self.call_ins[-1] if self.call_ins else None

    def recommendation(self, number: int) -> Recommendation | None:
        """The recommendation of that number, or None."""
        return next((r for r in self.recommendations if r.number == number), None)

    def follow_up(self, number: int) -> FollowUp | None:
        """The follow-up of that number, or None."""
        return next((f for f in self.follow_ups if f.number == number), None)


def says_of(case: Case, gap: Gap) -> str:
    """A gap in words: of what several moves can leave open which of them did, and of which body what is not known."""
    if gap.name == "body":
        met = next((x.meeting.body for x in case.listings if x.entry == gap.entry and x.meeting.body), None)
        if met and met.kind is None:
            return f"what kind of body {met.name} is, is not known"
    reached = next((r for r in case.reached if r.entry == gap.entry), None)
    return f"{said(reached.move)}: {gap.says}" if reached and gap.name in ("on", "minute", "body") else gap.says


encode_case = msgspec.json.Encoder().encode
"""A case as canonical JSON bytes: the same case is always the same bytes."""

decode_case = msgspec.json.Decoder(Case).decode
"""The case that `encode_case` wrote."""
