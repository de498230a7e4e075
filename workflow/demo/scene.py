"""How the demonstration is entered: a desk whose clock goes from day to day, and short ways to say what is done."""

import heapq
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from db.tx import Tx
from states.acts import Act, FollowUpAct
from states.case import Case, decode_case
from states.clocks import count
from states.days import On
from states.facts import Answer, Body, Facts, Proposal, Sitting
from states.minutes import MinuteNumber, municipal_year
from states.words import Clock, Move, Response
from workflow.desk import Desk
from workflow.engine import act_on, move_in
from workflow.lookups import Lookup
from workflow.records import topics

WHO = "demonstration"
"""Who entered the demonstration's council."""

CO_ORDINATORS = ("priya.nair", "tom.ashdown")
"""Who entered everything else, turn and turn about."""

Steps = Iterator[date]
"""What happens to one report: each day it yields is the day on which what follows is done."""

BEGINNING = -330
"""How many days before today the demonstration's council began to keep its papers here."""


class Turning:
    """A clock that somebody turns: it tells the instant it was turned to, a little later each time it is asked."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._at = datetime.combine(today + timedelta(BEGINNING), time(9), UTC)

    def now(self) -> datetime:
        """The instant it is."""
        self._at += timedelta(seconds=10)
        return self._at

    def turn(self, day: date) -> None:
        """Turns to the morning of a day, unless it is later already."""
        self._at = max(self._at, datetime.combine(day, time(9), UTC))


class Scene:
    """The desk within the one transaction of the demonstration, and the council's bodies and meetings by short names.

    `body` and `meeting` numbers are entered by `people` and `council`.
    """

    def __init__(self, desk: Desk, tx: Tx, turning: Turning) -> None:
        self.desk, self.tx, self.turning, self.today = desk, tx, turning, turning.today
        self.bodies: dict[str, int] = {}
        self.meetings: dict[tuple[str, int], int] = {}
        self._calendar = desk.rules(tx).on(self.today).calendar()

    def day(self, away: int) -> date:
        """The working day so many days from today: not later for the past, not earlier for what is to come."""
        day = self.today + timedelta(away)
        if self._calendar.working(day):
            return day
        turned = self._calendar.previous_working_day if away < 0 else self._calendar.next_working_day
        return turned(day)

    def body(self, name: str) -> Body:
        """A body by its short name, as it is now."""
        return Lookup(self.tx).frozen(self.bodies[name])

    def meeting(self, name: str, away: int) -> Sitting:
        """The meeting of a body so many days from today, as it is now."""
        return Lookup(self.tx).sitting(f"M{self.meetings[name, away]}")

    def agenda_out(self, away: int) -> date:
        """The last day on which the agenda of a meeting that day could lawfully be out."""
        held = self.day(away)
        rules = self.desk.rules(self.tx).on(held)
        return count(Clock.AGENDA_PUBLICATION, held, rules.calendar(), rules, before=True).last_day

    def begin(self, title: str, body: str, *, topic: int | None = None, **facts: object) -> int:
        """Begins a report; its number. Nothing is left open that a co-ordinator knows."""
        known: dict[str, object] = {
            "key": False, "consultation_required": False, "origin": "work programme", "exempt": False,
        }  # fmt: skip
        given = Facts(title=title, scrutiny_body=self.body(body), **(known | facts))  # type: ignore[arg-type]
        return topics.begin(self.desk, given, topic=topic, tx=self.tx).ref

    def move(self, ref: int, move: Move, *, on: On | None = None, why: str | None = None, **facts: object) -> int:
        """Makes a move on a report today, or when its facts say; the number of the entry."""
        given = Facts(**facts)  # type: ignore[arg-type]
        return move_in(self.desk, self.tx, ref, move, given, on=on, why=why).entry

    def act(self, ref: int, act: Act) -> int:
        """Enters an act on a report that is no move; the number of the entry."""
        on = On.day(self.desk.today) if isinstance(act, FollowUpAct) else None
        return act_on(self.desk, self.tx, ref, act, on=on).entry

    def minute(self, number: int, away: int) -> str:
        """The minute of that number, of a meeting so many days from today: `34/16`."""
        day = self.day(away)
        return str(MinuteNumber(number, municipal_year(day, self.desk.rules(self.tx).on(day))))

    def scrutinise(self, ref: int, body: str, away: int, number: int, **facts: Any) -> None:
        """The meeting of that day considered it, its agenda out in time unless something else is said."""
        usual: dict[str, Any] = {"agenda_published_on": self.agenda_out(away), "minute": self.minute(number, away)}
        self.move(ref, Move.SCRUTINISE, meeting=self.meeting(body, away), **(usual | facts))

    def recommend(self, ref: int, from_: str, to: str, *texts: str, **facts: Any) -> None:
        """Recommendations go from one body to another, received with written notice on the day they are entered."""
        today = self.desk.today
        proposals = tuple(Proposal(text, self.body(from_), self.body(to)) for text in texts)
        day: dict[str, Any] = {"received_on": today, "notice_given_on": today}
        self.move(ref, Move.RECOMMEND, recommendations=proposals, **(day | facts))

    def owed(self, ref: int, clock: Clock) -> int:
        """The number of the report's first open follow-up of that clock."""
        row = self.tx.report(ref)
        case = decode_case(row.folded) if row else Case()
        return next(f.number for f in case.follow_ups if f.clock is clock and f.ended is None)

    def accepted(self, *answers: tuple[int, date | None]) -> tuple[Answer, ...]:
        """Recommendations that Cabinet accepts today, each with the day by which its action is due."""
        on = On.day(self.desk.today)
        return tuple(
            Answer(number, Response.ACCEPTED, "Cabinet", on, "Accepted as it stands.", on.exact, None, action_by)
            for number, action_by in answers
        )


def perform(scene: Scene, cast: Sequence[Callable[[Scene], Steps]]) -> None:
    """Lets everything happen on its day, day after day; what falls on one day in the order of the cast."""
    waiting: list[tuple[date, int, Steps]] = []
    for order, begun in enumerate(cast):
        steps = begun(scene)
        heapq.heappush(waiting, (next(steps), order, steps))
    while waiting:
        day, order, steps = heapq.heappop(waiting)
        scene.turning.turn(day)
        scene.desk.who = CO_ORDINATORS[order % len(CO_ORDINATORS)]
        following = next(steps, None)
        if following is not None:
            heapq.heappush(waiting, (max(day, following), order, steps))


def last_day_counted_from(received: date, scene: Scene) -> date:
    """The last day of an executive response received on a day."""
    rules = scene.desk.rules(scene.tx).on(received)
    return count(Clock.EXECUTIVE_RESPONSE, received, rules.calendar(), rules).last_day


def received_for(due: date, scene: Scene) -> date:
    """The latest day of receipt whose executive response was due on that day or before."""
    day = due
    while last_day_counted_from(day, scene) > due:
        day -= timedelta(1)
    return day
