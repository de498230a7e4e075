"""Makes entries of a journal, and whole journals, for the tests of the machines. Days are handed in; nothing is stored.

`Desk` enters moves one by one as a live system does: each entry keeps the dates it set.
"""

from datetime import date

from msgspec.structs import replace

from states.acts import Act, Entry, FollowUpAct, MoveAct
from states.case import Case
from states.days import On
from states.facts import Answer, Body, Facts, MakerKind, Proposal, Reconsidered, Released, Ruling, Signed, Sitting
from states.fold import Folded, append, can_append, fold
from states.rule_book import RuleBook
from states.words import BodyKind, MeetingStatus, Move, Response, SignOff, State

SCRUTINY = Body("Scrutiny Co-ordination Committee", BodyKind.SCRUTINY, scrutiny=True)
BOARD = Body("Education and Children's Services Scrutiny Board", BodyKind.SCRUTINY, scrutiny=True)
CABINET = Body("Cabinet", BodyKind.EXECUTIVE)
COUNCIL = Body("Council", BodyKind.COUNCIL)
OFFICERS = Body("Director of People", BodyKind.OFFICER)
HOSPITAL = Body("University Hospitals Trust", BodyKind.PARTNER, health=True)
POLICE = Body("West Midlands Police", BodyKind.PARTNER)

NO_RULES = RuleBook()
UNKNOWN = On()
MARCH_2017 = On(date(2017, 3, 1), date(2017, 3, 31))


def by(day: date) -> On:
    """Not known, but no later than that day."""
    return On(None, day)


def when(on: date | On) -> On:
    """A day or a span as an entry keeps it."""
    return on if isinstance(on, On) else On.day(on)


def sitting(
    body: Body | None, on: date | On, status: MeetingStatus | None = MeetingStatus.HELD, ref: int = 0
) -> Sitting:
    """A meeting; held, unless something else is said."""
    return Sitting(body, when(on), status, ref)


def scheduled(body: Body | None, on: date | On, ref: int = 0) -> Sitting:
    """A meeting to come."""
    return sitting(body, on, MeetingStatus.SCHEDULED, ref)


def entry(number: int, act: Act, on: date | On = UNKNOWN) -> Entry:
    """An entry made on 22 November 2026, each a millisecond after the one before."""
    return Entry(number, f"2026-11-22T00:34:22.{number:03}000Z", "ann", when(on), act)


def moved(
    number: int,
    move: str,
    on: date | On,
    why: str | None = None,
    papers: bool = False,
    replaces: int = 0,
    **facts: object,
) -> Entry:
    """An entry of one move."""
    return entry(number, MoveAct(move, Facts(**facts), why, papers, replaces=replaces), on)


def asked(*texts: str, from_: Body = SCRUTINY, to: Body = CABINET, start: int = 1) -> tuple[Proposal, ...]:
    """Recommendations from one body to another, numbered from `start`."""
    return tuple(Proposal(text, from_, to, number) for number, text in enumerate(texts, start))


def said_yes(*numbers: int, on: date | None = None) -> tuple[Answer, ...]:
    """The Cabinet accepts these recommendations."""
    return tuple(Answer(n, Response.ACCEPTED, "Cabinet", when(on) if on else On()) for n in numbers)


class Desk:
    """Enters one act after another, as the live system does. `day` is where the next move is dated by default."""

    def __init__(self, rules: RuleBook = NO_RULES) -> None:
        self.rules = rules
        self.entries: list[Entry] = []
        self.case = Case()

    @property
    def next(self) -> int:
        """The number of the next entry."""
        return len(self.entries) + 1

    def tries(self, act: Act, on: date | On = UNKNOWN) -> Folded:
        """What would become of it; nothing is kept."""
        new = entry(self.next, act, on)
        return fold([*self.entries, new], self.rules, entering=new.number)

    def enter(self, act: Act, on: date | On = UNKNOWN, *, force: bool = False) -> Case:
        """Enters an act, with the dates it sets; a refusal fails the test, unless it is entered all the same."""
        new = entry(self.next, act, on)
        if can_append(self.case, new):
            folded = append(self.case, new, self.rules)
        else:
            folded = fold([*self.entries, new], self.rules, entering=new.number)
        assert force or not folded.reasons, folded.reasons
        if folded.sets:
            new = replace(new, act=replace(act, sets=folded.sets))
        self.entries.append(new)
        self.case = folded.case if not folded.reasons else fold(self.entries, self.rules).case
        return self.case

    def make(self, move: str, on: date | On, why: str | None = None, papers: bool = False, **facts: object) -> Case:
        """Makes a move."""
        return self.enter(MoveAct(move, Facts(**facts), why, papers), on)

    def refused(self, move: str, on: date | On, why: str | None = None, **facts: object) -> tuple[str, ...]:
        """The sentences that refuse a move; it is not entered."""
        return self.tries(MoveAct(move, Facts(**facts), why), on).reasons

    def does(self, do: str, number: int = 0, on: date | On = UNKNOWN, **more: object) -> Case:
        """Does something to a follow-up."""
        return self.enter(FollowUpAct(do, number, **more), on)

    def open(self) -> dict[str, date | None]:
        """What is owed now: each clock with its last day, the latest of each clock."""
        return {f.clock.value: f.due for f in self.case.follow_ups if f.ended is None}

    def gaps(self) -> list[str]:
        """The gaps by name."""
        return [gap.name for gap in self.case.gaps]

    def odd(self) -> list[str]:
        """The irregularities by name."""
        return [i.name for i in self.case.irregularities]


def facts_for(move: Move, day: date) -> dict[str, object]:
    """Facts with which a move is complete on that day, in a report with recommendation 1."""
    return {
        Move.DRAFT: {"title": "Connecting Communities", "scrutiny_body": SCRUTINY},
        Move.LIST: {"meeting": scheduled(SCRUTINY, day)},
        Move.CONSULT: {"consultation_closes": day},
        Move.SCRUTINISE: {"meeting": sitting(SCRUTINY, day)},
        Move.NOTED: {},
        Move.HEAR_AGAIN: {"until_months": 6},
        Move.RECOMMEND: {"recommendations": asked("That libraries stay open.")},
        Move.RESPOND: {"responses": said_yes(1)},
        Move.DEFER: {"until_day": date(2018, 1, 8)},
        Move.DECIDE: {"maker": "Cabinet", "maker_kind": MakerKind.EXECUTIVE, "decided": "To go ahead.",
                      "callable": True},
        Move.PUBLISH: {},
        Move.CALL_IN: {
            "received_on": day, "callers": ("Cllr A", "Cllr B", "Cllr C"), "grounds": ("No consultation",),
            "ruled": Ruling.VALID, "ruled_by": "the Monitoring Officer", "ruled_on": day,
        },
        Move.REFER_BACK: {"referred_by": SCRUTINY.name, "asked": "Think again of the hubs."},
        Move.REFER_TO_COUNCIL: {"until_meeting": scheduled(COUNCIL, date(2017, 12, 5))},
        Move.RECONSIDER: {"reconsidered": Reconsidered.CONFIRMED},
        Move.RELEASE: {"released_by": SCRUTINY.name, "release_outcome": Released.NO_COMMENT},
        Move.UPDATE: {"written": True},
        Move.SIGN_OFF: {"signs": (Signed(1, SignOff.KEEP_WATCHING),), "meeting": sitting(SCRUTINY, day)},
        Move.CLOSE: {},
        Move.REOPEN: {"until_months": 3},
        Move.WITHDRAW: {},
    }[move]  # fmt: skip


ROAD: dict[State | None, tuple[Move, ...]] = {
    None: (),
    State.DRAFTED: (Move.DRAFT,),
    State.CONSULTED: (Move.DRAFT, Move.CONSULT),
    State.SCRUTINISED: (Move.DRAFT, Move.SCRUTINISE),
    State.RECOMMENDED: (Move.DRAFT, Move.SCRUTINISE, Move.RECOMMEND),
    State.CABINET_DECIDED: (Move.DRAFT, Move.SCRUTINISE, Move.RECOMMEND, Move.DECIDE),
    State.CALLED_IN: (Move.DRAFT, Move.SCRUTINISE, Move.RECOMMEND, Move.DECIDE, Move.CALL_IN),
    State.UPDATED: (Move.DRAFT, Move.SCRUTINISE, Move.RECOMMEND, Move.UPDATE),
    State.CLOSED: (Move.DRAFT, Move.SCRUTINISE, Move.NOTED),
    State.WITHDRAWN: (Move.DRAFT, Move.WITHDRAW),
}
"""A lawful way to each state."""


def at(state: State | None) -> Desk:
    """A desk whose report stands in that state, its moves a day apart from 6 March 2017."""
    desk = Desk()
    for place, move in enumerate(ROAD[state]):
        day = date(2017, 3, 6 + place)
        desk.make(move, day, "as agreed", **facts_for(move, day))
    assert desk.case.state == state
    return desk
