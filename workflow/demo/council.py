"""The demonstration's council through its year: its rules, its meetings, its topics, and what changes in its house."""

from collections.abc import Callable
from datetime import date

from states.days import On
from states.rules import CouncilRules, rules_from
from workflow import rules_change
from workflow.demo.people import hand_over_children
from workflow.demo.scene import BEGINNING, Scene, Steps
from workflow.desk import Desk
from workflow.records import bodies, topics
from workflow.records import meetings as sittings

NAME = "Aldermere City Council"
"""The demonstration's council: there is none of that name, and none of its people are real."""

MEETINGS: dict[str, tuple[int, ...]] = {
    "scc": (-240, -180, -120, -75, -12, 16, 58),
    "edu": (-200, -110, -40, 11, 60),
    "env": (-230, -150, -70, -26, 12, 65),
    "health": (-170, -88, -17, 25),
    "flood": (-260,),
    "cabinet": (-215, -160, -95, -50, -3, 20, 48),
    "council": (-130, -45, 32),
}
"""When each body meets, in days from today."""

_TIMES = {"cabinet": "14:00", "council": "14:00", "scc": "10:00"}
_VENUES = {"council": "Council Chamber", "cabinet": "Diamond Room 2"}

PROGRAMME = (
    ("edu", "Post-16 transitions", "Young people to be asked to the meeting."),
    ("env", "Charging points for electric cars", "After the regional strategy is out."),
    ("health", "Dental appointments", "With the NHS; a visit first."),
)
"""Topics on the work programme that nobody has begun a report on yet."""


def the_rules(today: date) -> CouncilRules:
    """What the demonstration's constitution says; it is closed on one day between Christmas and New Year."""
    return rules_from(
        {
            "council": {"name": NAME, "annual_meetings": {"2016": "2016-05-19"}},
            "call_in": {
                "days": 5, "callers": 3, "groups": 1, "cut_off": "17:00", "hearing_days": 10,
                "hearing_from": "receipt", "reconsideration_days": 10,
            },
            "working_days": {"closures": [date(today.year, 12, 29), date(today.year - 1, 12, 29)]},
            "updates": {"months": 6, "report_deadline_days": 5},
        }
    )  # fmt: skip


def rules(desk: Desk, today: date, why: str) -> None:
    """Enters the council's rules, as from the municipal year in which the worked example begins."""
    rules_change.apply(desk, the_rules(today), date(2016, 5, 19), why)


def meetings(scene: Scene) -> None:
    """Enters the calendar of meetings."""
    for body, days in MEETINGS.items():
        for away in days:
            scene.meetings[body, away] = sittings.add(
                scene.desk, scene.bodies[body], On.day(scene.day(away)), time=_TIMES.get(body, "14:30"),
                venue=_VENUES.get(body, "Committee Room 3"), tx=scene.tx,
            )  # fmt: skip


def _held(body: str, away: int) -> Callable[[Scene], Steps]:
    def steps(scene: Scene) -> Steps:
        yield scene.day(away)
        sittings.hold(scene.desk, scene.meetings[body, away], tx=scene.tx)
        yield scene.day(away + 8 if away < -8 else -1)
        sittings.minutes(scene.desk, scene.meetings[body, away], "draft", tx=scene.tx)
        confirming = next((day for day in MEETINGS[body] if day > away), 0)
        if confirming < 0:
            yield scene.day(confirming)
            sittings.minutes(
                scene.desk, scene.meetings[body, away], "confirmed", at=scene.meetings[body, confirming], tx=scene.tx
            )

    return steps


def programme(scene: Scene) -> Steps:
    """The work programme: topics, one of them let go."""
    yield scene.day(BEGINNING + 20)
    for body, title, note in PROGRAMME:
        topics.add(scene.desk, title, body=scene.bodies[body], note=note, tx=scene.tx)
    dropped = topics.add(scene.desk, "Twinning", body=scene.bodies["scc"], tx=scene.tx)
    yield scene.day(-140)
    topics.drop(scene.desk, dropped, "The committee would rather have the time for the budget.", tx=scene.tx)


def house(scene: Scene) -> Steps:
    """A new director, a board with a wider name, and a meeting that had to move."""
    yield scene.day(-190)
    name = "Health and Social Care Scrutiny Board (5)"
    bodies.rename(scene.desk, scene.bodies["health"], name, since=scene.desk.today, tx=scene.tx)
    yield scene.day(-145)
    hand_over_children(scene, scene.desk.today)
    yield scene.day(-60)
    moved = sittings.add(scene.desk, scene.bodies["council"], On.day(scene.day(75)), time="14:00", tx=scene.tx)
    yield scene.day(-20)
    sittings.move(scene.desk, moved, scene.day(82), why="The chamber is let for an election count.", tx=scene.tx)


YEAR: tuple[Callable[[Scene], Steps], ...] = (
    *(_held(body, away) for body, days in MEETINGS.items() for away in days if away < 0),
    programme,
    house,
)
"""What happens in the house besides reports."""
