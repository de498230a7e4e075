"""The shapes of made-up reports: each says how many follow-ups it has, how usual it is, and what happens to it.

On 1 January 2026 nothing in any of them is late but one response of the shape `late`.
"""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from states.days import On
from states.facts import Answer, Body, MakerKind, Progress, Proposal, Ruling, Signed, Sitting
from states.words import Implementation, Move, Response, SignOff
from workflow.synthetic.council import World
from workflow.synthetic.telling import LEAD, TITLE, Telling

PORTFOLIOS = ("Children and Young People", "Adult Services", "City Services", "Housing", "Finance", "Culture")
ASKED = (
    "That what was promised is done before the year is out.",
    "That the Board sees the figures each quarter.",
    "That those who use the service are asked first.",
    "That nothing is closed before something else is open.",
    "That the cost is told ward by ward.",
)


class Shape(NamedTuple):
    """A kind of report: its follow-ups, its share among all, and how one is told."""

    name: str
    follow_ups: int
    weight: int
    told: Callable[[World, Random], Telling]


def _d(year: int, month: int, day: int) -> date:
    return date(year, month, day)


class _Report:
    """One report being told: its world, its chances, its board, and the meeting at which it is scrutinised."""

    def __init__(self, world: World, rng: Random, first: date, last: date) -> None:
        self.world, self.rng = world, rng
        self.board = rng.choice(world.boards)
        self.meeting = rng.choice(world.between(self.board, first, last))
        self.told = Telling(world.who, world.rules)

    @property
    def met(self) -> date:
        """The day of its meeting."""
        return self.meeting.on.first or date.min

    def later(self, day: date, low: int, high: int) -> date:
        """Some days after a day."""
        return day + timedelta(self.rng.randint(low, high))

    def day_of_2026(self) -> date:
        """A day in 2026, not the first ones."""
        return self.later(_d(2026, 1, 5), 0, 350)

    def begun(self, on: date, **facts: Any) -> "_Report":
        """It is begun."""
        known: dict[str, Any] = {
            "title": TITLE, "lead_officer": LEAD, "scrutiny_body": self.board, "key": self.rng.random() < 0.1,
            "portfolio": self.rng.choice(PORTFOLIOS), "consultation_required": False, "origin": "work programme",
            "exempt": self.rng.random() < 0.02,
        }  # fmt: skip
        self.told.move(Move.DRAFT, on, **(known | facts))
        return self

    def scrutinised(self, *, listed: bool = False) -> "_Report":
        """Its meeting considers it, after it was begun and, if said, listed."""
        self.begun(self.met - timedelta(self.rng.randint(40, 90)))
        if listed:
            to_come = Sitting(self.board, self.meeting.on, None, self.meeting.ref)
            self.told.move(Move.LIST, self.met - timedelta(30), meeting=to_come)
        self.told.move(
            Move.SCRUTINISE, self.met, meeting=self.meeting, minute=self.minute(self.meeting),
            agenda_published_on=self.met - timedelta(14),
        )  # fmt: skip
        return self

    def minute(self, meeting: Sitting) -> str:
        """A minute's number at a meeting."""
        day = meeting.on.first or date.min
        return f"{self.rng.randint(1, 90)}/{(day.year if (day.month, day.day) >= (5, 21) else day.year - 1) % 100:02d}"

    def asked(self, many: int, received: date, to: Body | None = None) -> "_Report":
        """Recommendations are made, and received in writing."""
        texts = self.rng.sample(ASKED, many)
        first = len(self.told.case.recommendations) + 1
        made = tuple(Proposal(t, self.board, to or self.world.cabinet, first + n) for n, t in enumerate(texts))
        self.told.move(Move.RECOMMEND, received, recommendations=made, received_on=received, notice_given_on=received)
        return self

    def answered(self, on: date, answer: Response, *numbers: int, **facts: Any) -> "_Report":
        """Cabinet answers; what it accepts is to be done on a day of 2026, or some months later."""
        old = on.year < 2025
        answers = tuple(
            Answer(n, answer, "Cabinet", On.day(on), action_by=self.later(on, 60, 200) if old else self.day_of_2026())
            if answer is Response.ACCEPTED
            else Answer(n, answer, "Cabinet", On.day(on), "There is no money for it.")
            for n in numbers
        )
        self.told.move(Move.RESPOND, on, responses=answers, **facts)
        return self

    def decided(self, on: date, *, callable: bool = False, **facts: Any) -> "_Report":
        """Cabinet decides, and publishes that day."""
        not_so: dict[str, Any] = {} if callable else {"why_not_callable": "it only answers the Board"}
        self.told.move(
            Move.DECIDE, on, maker="Cabinet", maker_kind=MakerKind.EXECUTIVE, decided="As recommended.",
            callable=callable, published_on=on, key=False, **(not_so | facts),
        )  # fmt: skip
        return self

    def heard(self, after: date, **facts: Any) -> Sitting:
        """The board hears how it goes at its first meeting after a day."""
        meeting = self.world.between(self.board, after, _d(2025, 12, 31))[0]
        progress = tuple(Progress(r.number, Implementation.ON_TRACK) for r in self.told.case.real)
        on = meeting.on.first or after
        self.told.move(Move.UPDATE, on, meeting=meeting, minute=self.minute(meeting), progress=progress, **facts)
        return meeting

    def signed(self, meeting: Sitting, word: SignOff) -> "_Report":
        """The board keeps watching, or discharges, all of it."""
        signs = tuple(Signed(r.number, word) for r in self.told.case.real)
        on = meeting.on.first or date.min
        self.told.move(Move.SIGN_OFF, on, meeting=meeting, minute=self.minute(meeting), signs=signs)
        return self


def consulting(world: World, rng: Random) -> Telling:
    """Out for consultation until some day of 2026."""
    report = _Report(world, rng, _d(2025, 1, 1), _d(2025, 12, 1))
    opens = report.later(_d(2025, 10, 1), 0, 80)
    report.begun(opens, consultation_required=True, consultation_opens=opens, consultation_closes=report.day_of_2026())
    return report.told


def noted(world: World, rng: Random) -> Telling:
    """Listed, heard, noted: closed long ago."""
    report = _Report(world, rng, _d(2012, 6, 1), _d(2025, 10, 1)).scrutinised(listed=True)
    return report.told.move(Move.NOTED, report.met, minute=report.minute(report.meeting))


def coming(world: World, rng: Random) -> Telling:
    """On the agenda of a meeting of 2026."""
    report = _Report(world, rng, _d(2026, 2, 9), _d(2026, 12, 20))
    report.begun(report.later(_d(2025, 8, 1), 0, 100))
    return report.told.move(Move.LIST, report.later(_d(2025, 11, 20), 0, 35), meeting=report.meeting)


def asked(world: World, rng: Random) -> Telling:
    """Two recommendations that Cabinet has yet to answer."""
    report = _Report(world, rng, _d(2025, 9, 1), _d(2025, 11, 3)).scrutinised()
    return report.asked(2, report.later(_d(2025, 11, 5), 0, 50)).told


def refused(world: World, rng: Random) -> Telling:
    """Two recommendations, rejected long ago, and discharged all the same."""
    report = _Report(world, rng, _d(2012, 6, 1), _d(2024, 10, 1)).scrutinised()
    received = report.later(report.met, 1, 9)
    report.asked(2, received).answered(report.later(received, 20, 55), Response.REJECTED, 1, 2)
    meeting = world.between(report.board, received + timedelta(60), _d(2025, 12, 31))[0]
    return report.signed(meeting, SignOff.DISCHARGED).told


def watched(world: World, rng: Random, many: int = 1) -> Telling:
    """Accepted and decided: actions and an update fall due in 2026."""
    report = _Report(world, rng, _d(2025, 1, 1), _d(2025, 9, 20)).scrutinised()
    received = report.later(report.met, 1, 9)
    report.asked(many, received).answered(report.later(received, 20, 50), Response.ACCEPTED, *range(1, many + 1))
    return report.decided(report.later(received, 51, 80), next_update_on=report.day_of_2026()).told


def watched_twice(world: World, rng: Random) -> Telling:
    """The same with two recommendations."""
    return watched(world, rng, 2)


def promised(world: World, rng: Random) -> Telling:
    """The same, and something promised without a day."""
    return watched(world, rng).does(
        "add", _d(2025, 12, 18), owner=LEAD, quote="A map of it all comes to the Board.",
        condition="once the survey is done",
    )  # fmt: skip


def partners(world: World, rng: Random) -> Telling:
    """Cabinet is asked two things and a health partner a third, late in 2025."""
    report = _Report(world, rng, _d(2025, 9, 1), _d(2025, 12, 1)).scrutinised()
    received = report.later(_d(2025, 12, 8), 0, 11)
    return report.asked(2, received).asked(1, received, world.trust).told


def extended(world: World, rng: Random) -> Telling:
    """Three recommendations; for the first a later day was agreed before the law's own had come."""
    report = _Report(world, rng, _d(2025, 9, 1), _d(2025, 11, 3)).scrutinised()
    report.asked(3, report.later(_d(2025, 11, 5), 0, 40))
    due = report.later(_d(2026, 4, 1), 0, 90)
    return report.told.does("extend", _d(2025, 12, 22), 1, due=due, why="The chair agreed to wait for the budget.")


def finished(world: World, rng: Random) -> Telling:
    """One recommendation, carried out, discharged and closed; its decision could have been called in."""
    report = _Report(world, rng, _d(2012, 6, 1), _d(2024, 2, 1)).scrutinised()
    received = report.later(report.met, 1, 9)
    report.asked(1, received).answered(report.later(received, 20, 50), Response.ACCEPTED, 1)
    decided = report.later(received, 51, 80)
    report.decided(decided, callable=True, next_update_on=report.later(decided, 150, 200))
    meeting = world.between(report.board, report.later(decided, 170, 260), _d(2025, 12, 31))[0]
    report.signed(meeting, SignOff.DISCHARGED)
    return report.told.move(Move.CLOSE, (meeting.on.first or decided) + timedelta(1))


def called_in(world: World, rng: Random) -> Telling:
    """Three recommendations wait for their answers; the decision was called in, and the hearing is due in January."""
    report = _Report(world, rng, _d(2025, 9, 1), _d(2025, 11, 1)).scrutinised()
    report.asked(3, report.later(_d(2025, 11, 5), 0, 20)).decided(_d(2025, 12, 17), callable=True)
    received = report.later(_d(2025, 12, 19), 0, 4)
    return report.told.move(
        Move.CALL_IN, received, received_on=received, callers=("Councillor Ames", "Councillor Bell", "Councillor Cox"),
        groups=2, grounds=("The Board's advice was not weighed.",), ruled=Ruling.VALID, ruled_by="Proper officer",
        ruled_on=received,
    )  # fmt: skip


def closed(world: World, rng: Random) -> Telling:
    """Two recommendations, heard of once more, discharged and closed."""
    report = _Report(world, rng, _d(2012, 6, 1), _d(2023, 12, 1)).scrutinised()
    received = report.later(report.met, 1, 9)
    report.asked(2, received).answered(report.later(received, 20, 50), Response.ACCEPTED, 1, 2)
    decided = report.later(received, 51, 80)
    report.decided(decided, next_update_on=report.later(decided, 150, 200))
    meeting = report.heard(report.later(decided, 170, 260))
    report.signed(meeting, SignOff.DISCHARGED)
    return report.told.move(Move.CLOSE, (meeting.on.first or decided) + timedelta(1))


def updated(world: World, rng: Random) -> Telling:
    """Two recommendations the board has heard of in 2025 and keeps watching: the next update is in 2026."""
    report = _Report(world, rng, _d(2025, 1, 6), _d(2025, 5, 30)).scrutinised()
    received = report.later(report.met, 1, 9)
    report.asked(2, received).answered(report.later(received, 20, 50), Response.ACCEPTED, 1, 2)
    decided = report.later(received, 51, 80)
    report.decided(decided, next_update_on=report.later(decided, 70, 90))
    meeting = report.heard(report.later(decided, 60, 80), next_update_on=report.day_of_2026())
    return report.signed(meeting, SignOff.KEEP_WATCHING).told


def late(world: World, rng: Random) -> Telling:
    """Three recommendations of 2025, two rejected in time: the answer to the third is late."""
    report = _Report(world, rng, _d(2025, 1, 6), _d(2025, 9, 1)).scrutinised()
    received = report.later(report.met, 1, 9)
    return report.asked(3, received).answered(report.later(received, 20, 50), Response.REJECTED, 1, 3).told


SHAPES: tuple[Shape, ...] = (
    Shape("consulting", 1, 2, consulting),
    Shape("noted", 2, 12, noted),
    Shape("coming", 2, 4, coming),
    Shape("asked", 2, 4, asked),
    Shape("refused", 2, 10, refused),
    Shape("watched", 3, 10, watched),
    Shape("partners", 3, 3, partners),
    Shape("extended", 3, 2, extended),
    Shape("promised", 4, 4, promised),
    Shape("finished", 4, 15, finished),
    Shape("watched twice", 5, 10, watched_twice),
    Shape("called in", 5, 1, called_in),
    Shape("closed", 6, 20, closed),
    Shape("updated", 6, 8, updated),
)
"""Every usual shape."""

LATE_SHAPE = Shape("late", 3, 0, late)
"""The shape of which there are so many and no more."""
