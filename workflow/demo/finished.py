"""Reports that came to an end: discharged and closed, noted, withdrawn; and one that a call-in changed."""

from collections.abc import Callable

from states.facts import MakerKind, Progress, Reconsidered, Ruling, Signed
from states.words import Implementation, Move, SignOff
from workflow.demo.people import ADULTS, CITY, CULTURE
from workflow.demo.scene import Scene, Steps
from workflow.records import bodies


def flooding(scene: Scene) -> Steps:
    """A task group's recommendation, carried out, discharged by the board that came after the group, and closed."""
    yield scene.day(-320)
    ref = scene.begin("Flooding in the Sherbourne Valley", "flood", lead_officer=CITY, portfolio="City Services")
    yield scene.day(-260)
    scene.scrutinise(ref, "flood", -260, 2)
    scene.recommend(ref, "flood", "cabinet", "Gullies on the twelve worst streets are cleared before each October.")
    yield scene.day(-250)
    bodies.succeed(
        scene.desk, scene.bodies["flood"], scene.bodies["env"], on=scene.desk.today,
        why="The group has reported, and is wound up.", tx=scene.tx,
    )  # fmt: skip
    yield scene.day(-215)
    scene.move(ref, Move.RESPOND, responses=scene.accepted((1, scene.day(-100))))
    scene.move(
        ref, Move.DECIDE, maker="Cabinet", maker_kind=MakerKind.EXECUTIVE, callable=True,
        decided="To pay for a second round of cleaning.", minute=scene.minute(14, -215), published_on=scene.desk.today,
        next_update_on=scene.day(-70),
    )  # fmt: skip
    yield scene.day(-70)
    sitting, minute = scene.meeting("env", -70), scene.minute(28, -70)
    scene.move(
        ref, Move.UPDATE, meeting=sitting, minute=minute, next_update_on=scene.day(-26),
        progress=(Progress(1, Implementation.ON_TRACK, "Nine streets of twelve are done."),),
    )  # fmt: skip
    yield scene.day(-26)
    sitting, minute = scene.meeting("env", -26), scene.minute(34, -26)
    scene.move(
        ref, Move.UPDATE, meeting=sitting, minute=minute, next_update_on=scene.day(65),
        progress=(Progress(1, Implementation.COMPLETE),),
    )  # fmt: skip
    scene.move(ref, Move.SIGN_OFF, meeting=sitting, minute=minute, signs=(Signed(1, SignOff.DISCHARGED),))
    yield scene.day(-24)
    scene.move(ref, Move.CLOSE)


def complaints(scene: Scene) -> Steps:
    """Noted, and that is all."""
    yield scene.day(-125)
    ref = scene.begin("Complaints about Social Care", "health", lead_officer=ADULTS, portfolio="Adult Services")
    yield scene.day(-88)
    scene.scrutinise(ref, "health", -88, 20)
    scene.move(ref, Move.NOTED, minute=scene.minute(20, -88))


def museum(scene: Scene) -> Steps:
    """Withdrawn before anybody met about it."""
    yield scene.day(-95)
    ref = scene.begin("Museum Opening Hours", "env", lead_officer=CULTURE, portfolio="City Services")
    yield scene.day(-50)
    scene.move(ref, Move.WITHDRAW, why="The grant was renewed, and the hours stay as they are.")


def bus_lanes(scene: Scene) -> Steps:
    """Called in, referred back, amended: what was decided in the end is final, and its action has its day."""
    yield scene.day(-150)
    ref = scene.begin("Bus Lanes on the Ring Road", "scc", lead_officer=CITY, portfolio="City Services", key=True)
    yield scene.day(-120)
    scene.scrutinise(ref, "scc", -120, 16)
    scene.recommend(ref, "scc", "cabinet", "The first offence in a new lane brings a warning, not a fine.")
    yield scene.day(-95)
    scene.move(
        ref, Move.DECIDE, maker="Cabinet", maker_kind=MakerKind.EXECUTIVE, callable=True, minute=scene.minute(45, -95),
        decided="To enforce from the first day.", key_notice_given_on=scene.day(-135), published_on=scene.desk.today,
    )  # fmt: skip
    yield scene.day(-91)
    scene.move(
        ref, Move.CALL_IN, received_on=scene.desk.today, ruled=Ruling.VALID, ruled_by="Proper officer",
        callers=("Councillor Peter Quaye", "Councillor Maya Lindqvist", "Councillor Alan Firth"), groups=1,
        ruled_on=scene.desk.today, grounds=("The committee's recommendation was passed over without a word.",),
    )  # fmt: skip
    yield scene.day(-75)
    scene.move(
        ref, Move.REFER_BACK, referred_by="Scrutiny Co-ordination Committee",
        asked="To say why a first offence should not bring a warning.",
    )  # fmt: skip
    yield scene.day(-50)
    scene.move(
        ref, Move.RECONSIDER, reconsidered=Reconsidered.AMENDED,
        decided="To enforce from the first day, with a warning for a first offence.",
    )  # fmt: skip
    yield scene.day(-49)
    scene.move(ref, Move.RESPOND, responses=scene.accepted((1, scene.day(30))), next_update_on=scene.day(58))


REPORTS: tuple[Callable[[Scene], Steps], ...] = (flooding, complaints, museum, bus_lanes)
"""The reports of this page, in the order in which things of one day happen."""
