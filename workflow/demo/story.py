"""The worked example: Connecting Communities Phase 2, from a consultation in 2016 to Start for Life in 2024.

What happened is what the papers of that council say, and what they do not say is left unknown: who led, what Cabinet
answered to each recommendation, the day it decided, which day in January 2020 the Board met, which board it was in
the end. The recommendations are told in our own words. Everything is entered as from papers, so nothing is guessed.
"""

from datetime import date

from states.acts import Act, FollowUpAct, LinkAct
from states.days import On
from states.facts import Facts, MakerKind, Proposal, Sitting
from states.words import MeetingStatus, Move
from workflow.demo.scene import Scene, Steps
from workflow.engine import act_on, move_in
from workflow.lookups import Lookup
from workflow.records import meetings

TITLE = "Connecting Communities Phase 2"

RECOMMENDATIONS = (
    "Ward councillors take part in working out how the changes are carried out.",
    "Each ward councillor gets maps of what changes in the ward and in those next to it.",
    "No nursery or children's centre shuts before outreach for vulnerable families is running, "
    "so that nobody falls between the old service and the new.",
    "Before the city's youth work goes to any umbrella body, how that would work, what it would change "
    "and what it could cost are weighed with care.",
)
"""What the committee asked of Cabinet in March 2017."""

SCRUTINISED = date(2017, 3, 3)
NOTED_TO_CABINET = date(2017, 3, 7)
JANUARY_2020 = On(date(2020, 1, 1), date(2020, 1, 31))
TURN_OF_2024 = On(date(2023, 12, 1), date(2024, 1, 31))


def papers(scene: Scene) -> Steps:
    """The co-ordinators' first morning: the old papers are entered."""
    yield scene.today.replace(year=2016)
    phase_2 = _phase_2(scene)
    board = _meeting(scene, "edu", JANUARY_2020)
    entered = _move(
        scene, phase_2, Move.UPDATE, JANUARY_2020, meeting=board,
        why="The hubs had been running since November 2017; the Board heard how they went (its minute 33).",
    )  # fmt: skip
    libraries = _update(scene, "Libraries Update", board, "32/19", "41/18")
    hubs = _update(scene, "Update on Early Help and Family Hubs", board, "33/19", "46/18")
    for later in (libraries, hubs):
        _act(scene, later, LinkAct(report=entered, quote="the Cabinet decision of March 2017"))
    _act(scene, _start_for_life(scene), LinkAct(report=hubs, quote="the family hubs"))


def _phase_2(scene: Scene) -> int:
    """The report itself: consulted, scrutinised, four recommendations, decided; the answers are not on file."""
    committee, cabinet = scene.body("scc"), scene.body("cabinet")
    opens, closes = date(2016, 9, 12), date(2016, 12, 12)
    ref = _move(
        scene, None, Move.DRAFT, On(date(2016, 8, 1), date(2016, 8, 31)), title=TITLE, scrutiny_body=committee,
        lead_officer="Executive Director of People", consultation_required=True, consultation_opens=opens,
        consultation_closes=closes, origin="the committee asked to see the outcome before Cabinet did",
    )  # fmt: skip
    _act(scene, ref, LinkAct("34/16", committee.name))
    _act(scene, ref, LinkAct("24/16", cabinet.name))
    _move(
        scene, ref, Move.CONSULT, On.day(closes), consultation_opens=opens, consultation_closes=closes,
        consultation_outcome="Some welcome for the approach, and worries besides; the committee heard of both.",
    )  # fmt: skip
    sitting = _meeting(scene, "scc", On.day(SCRUTINISED))
    _move(scene, ref, Move.SCRUTINISE, On.day(SCRUTINISED), meeting=sitting)
    _move(
        scene, ref, Move.RECOMMEND, On.day(NOTED_TO_CABINET), paper_dated=NOTED_TO_CABINET,
        recommendations=tuple(Proposal(text, committee, cabinet, n) for n, text in enumerate(RECOMMENDATIONS, 1)),
    )  # fmt: skip
    _move(
        scene, ref, Move.DECIDE, On(date(2017, 3, 1), date(2017, 3, 31)), maker=cabinet.name,
        maker_kind=MakerKind.EXECUTIVE,
        decided="To go ahead with Connecting Communities: fewer children's centres, eight of them to be family hubs.",
    )  # fmt: skip
    return ref


def _update(scene: Scene, title: str, board: Sitting, minute: str, earlier: str) -> int:
    """An update the Board had in January 2020; the end of its minute is cut off on the page."""
    name = board.body.name if board.body else None
    ref = _move(
        scene, None, Move.DRAFT, On(None, JANUARY_2020.last), title=title, scrutiny_body=board.body,
        lead_officer="Deputy Chief Executive (People)",
    )  # fmt: skip
    _move(scene, ref, Move.SCRUTINISE, JANUARY_2020, meeting=board, minute=minute, outcome_cut_off=True)
    _act(scene, ref, LinkAct(earlier, name))
    return ref


def _start_for_life(scene: Scene) -> int:
    """Start for Life: noted by a board the minute does not name, and something promised without a day."""
    ref = _move(
        scene, None, Move.DRAFT, On(None, TURN_OF_2024.last), title="Family Hubs and the Start for Life Programme",
        lead_officer="Director of Children's Services",
    )  # fmt: skip
    heard = Sitting(None, TURN_OF_2024, MeetingStatus.HELD)
    _move(scene, ref, Move.SCRUTINISE, TURN_OF_2024, meeting=heard)
    _act(
        scene, ref,
        FollowUpAct(
            "add", owner="Director of Children's Services", condition="once there are proposals for the governance",
            quote="The proposals for the programme's governance come to the Board for review.", papers=True,
        ),
        TURN_OF_2024,
    )  # fmt: skip
    _move(scene, ref, Move.NOTED, TURN_OF_2024)
    return ref


def _meeting(scene: Scene, body: str, on: On) -> Sitting:
    number = meetings.add(scene.desk, scene.bodies[body], on, status=MeetingStatus.HELD, tx=scene.tx)
    return Lookup(scene.tx).sitting(f"M{number}")


def _move(scene: Scene, ref: int | None, move: Move, on: On, *, why: str | None = None, **facts: object) -> int:
    """Makes a move that papers prove; the report's number."""
    given = Facts(**facts)  # type: ignore[arg-type]
    return move_in(scene.desk, scene.tx, ref, move, given, on=on, why=why, papers=True).ref


def _act(scene: Scene, ref: int, act: Act, on: On | None = None) -> None:
    act_on(scene.desk, scene.tx, ref, act, on=on)
