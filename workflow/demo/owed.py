"""Reports on which something is owed: late, put off by agreement, promised without a day, asked of a partner."""

from collections.abc import Callable
from datetime import timedelta

from states.acts import CorrectAct, FollowUpAct
from states.facts import MakerKind, Progress, Signed
from states.words import Clock, Implementation, Move, SignOff
from workflow.demo.people import ADULTS, CHILDREN, CITY, HOUSING
from workflow.demo.scene import Scene, Steps, received_for

LATE = 26
"""By how many days Cabinet's response on home care is late."""


def home_care(scene: Scene) -> Steps:
    """Cabinet's response to two recommendations is late, and nobody has said why."""
    received = received_for(scene.today - timedelta(LATE), scene)
    yield scene.day(-200)
    ref = scene.begin("Home Care Commissioning", "health", lead_officer=ADULTS, portfolio="Adult Services", key=True)
    yield scene.day(-180)
    scene.move(ref, Move.LIST, meeting=scene.meeting("health", -170), item_number="5")
    yield scene.day(-170)
    scene.scrutinise(ref, "health", -170, 12)
    yield received
    scene.recommend(
        ref, "health", "cabinet",
        "Every contract for home care pays for the time carers travel between visits.",
        "The Board sees each quarter how many packages of care are waiting for a provider.",
    )  # fmt: skip


def youth_work(scene: Scene) -> Steps:
    """Accepted long ago: one action is late, one on track, and the update to the Board is late too."""
    yield scene.day(-290)
    ref = scene.begin(
        "Youth Work in the Evenings", "edu", lead_officer=CHILDREN, portfolio="Children and Young People",
        consultation_required=True, consultation_opens=scene.day(-288), consultation_closes=scene.day(-215),
    )  # fmt: skip
    yield scene.day(-214)
    scene.move(
        ref, Move.CONSULT, consultation_closes=scene.day(-215), consultation_outcome="412 answers, most from under 18s."
    )
    yield scene.day(-200)
    scene.scrutinise(ref, "edu", -200, 4)
    yield scene.day(-196)
    scene.recommend(
        ref, "edu", "cabinet",
        "Two evenings a week are kept open at each hub, term time or not.",
        "Detached youth workers are back in the city centre before the summer.",
    )  # fmt: skip
    yield scene.day(-160)
    scene.move(
        ref, Move.DECIDE, maker="Cabinet", maker_kind=MakerKind.EXECUTIVE, decided="To keep the evening sessions.",
        callable=True, published_on=scene.desk.today, minute=scene.minute(31, -160),
    )  # fmt: skip
    yield scene.day(-150)
    answers = scene.accepted((1, scene.day(40)), (2, scene.day(-2)))
    scene.move(ref, Move.RESPOND, responses=answers, next_update_on=scene.day(-110))
    yield scene.day(-110)
    wrong = scene.move(ref, Move.UPDATE, written=True, why="Entered on the wrong report.")
    scene.act(ref, CorrectAct(wrong, "The written update was about another matter; the Board heard of this one."))
    progress = (Progress(1, Implementation.ON_TRACK), Progress(2, Implementation.SLIPPING, "One post is still vacant."))
    scene.move(
        ref, Move.UPDATE, meeting=scene.meeting("edu", -110), minute=scene.minute(15, -110), progress=progress,
        next_update_on=scene.day(-9),
    )  # fmt: skip


def housing_repairs(scene: Scene) -> Steps:
    """The law's day has passed, but the committee agreed to wait: the agreed day stands beside the statutory one."""
    received = received_for(scene.today - timedelta(8), scene)
    yield scene.day(-110)
    ref = scene.begin("Housing Repairs Backlog", "scc", lead_officer=HOUSING, portfolio="Housing")
    yield scene.day(-75)
    scene.scrutinise(ref, "scc", -75, 22)
    yield received
    scene.recommend(ref, "scc", "cabinet", "Damp and mould are looked at within ten working days of the first call.")
    yield scene.day(-14)
    number = scene.owed(ref, Clock.EXECUTIVE_RESPONSE)
    scene.act(
        ref,
        FollowUpAct(
            "extend", number, due=scene.day(21),
            why="The chair agreed: Cabinet wants the stock survey first, which is due in the meantime.",
        ),
    )  # fmt: skip


def school_routes(scene: Scene) -> Steps:
    """Something was promised without a day; it is to be chased, and another promise has its day."""
    yield scene.day(-130)
    ref = scene.begin("Safer Routes to School", "edu", lead_officer=CITY, portfolio="City Services")
    yield scene.day(-110)
    scene.scrutinise(ref, "edu", -110, 16)
    scene.recommend(ref, "edu", "cabinet", "Every school that asks for a school street gets an answer within a term.")
    yield scene.day(-95)
    scene.move(ref, Move.RESPOND, responses=scene.accepted((1, scene.day(70))))
    scene.move(
        ref, Move.DECIDE, maker="Cabinet", maker_kind=MakerKind.EXECUTIVE, callable=False,
        why_not_callable="it only answers the Board", decided="To take the recommendation up.",
        minute=scene.minute(47, -95),
        published_on=scene.desk.today, next_update_on=scene.day(60),
    )  # fmt: skip
    yield scene.day(-40)
    for quote, condition, chase, due in (
        ("A crossing on Holyhead Lane, as soon as the safety audit is in.", "once the safety audit is in", -3, None),
        ("A map of all crossing patrols for every member.", None, None, 6),
    ):
        scene.act(
            ref,
            FollowUpAct(
                "add", owner=CITY, quote=quote, condition=condition, due=scene.day(due) if due else None,
                chase_on=scene.day(chase) if chase else None,
            ),
        )  # fmt: skip


def handovers(scene: Scene) -> Steps:
    """A health partner is asked, who has 28 days; Cabinet is asked the same day, and has two months."""
    yield scene.day(-60)
    ref = scene.begin(
        "Ambulances Waiting at the Door", "health", lead_officer=ADULTS, portfolio="Public Health",
        origin="referred by a councillor", referring_member="Councillor Dorothy Lane",
    )  # fmt: skip
    yield scene.day(-30)
    scene.move(ref, Move.LIST, meeting=scene.meeting("health", -17), to_follow=True)
    yield scene.day(-17)
    scene.scrutinise(
        ref, "health", -17, 31, minute=None, agenda_published_on=scene.day(-19),
        urgency_reason="The figures came two days before, and the winter would not wait.",
    )  # fmt: skip
    yield scene.day(-16)
    scene.recommend(ref, "health", "trust", "The Trust tells the Board each month how long crews waited at the door.")
    scene.recommend(ref, "health", "cabinet", "Step-down beds are bought before the clocks go back, not after.")


def clean_air(scene: Scene) -> Steps:
    """One recommendation is discharged, the other watched: the next update has its day."""
    yield scene.day(-310)
    ref = scene.begin("Clean Air Outside Schools", "env", lead_officer=CITY, portfolio="City Services")
    yield scene.day(-230)
    scene.scrutinise(ref, "env", -230, 3)
    scene.recommend(
        ref, "env", "cabinet", "Idling outside schools is enforced, not only discouraged.",
        "Readings from every monitor are on the council's pages within a week.",
    )  # fmt: skip
    yield scene.day(-215)
    scene.move(ref, Move.RESPOND, responses=scene.accepted((1, scene.day(-75)), (2, scene.day(-60))))
    scene.move(
        ref, Move.DECIDE, maker="Cabinet", maker_kind=MakerKind.EXECUTIVE, callable=True, minute=scene.minute(12, -215),
        decided="To accept both recommendations.", published_on=scene.desk.today, next_update_on=scene.day(-70),
    )  # fmt: skip
    yield scene.day(-70)
    progress = (Progress(1, Implementation.ON_TRACK), Progress(2, Implementation.COMPLETE))
    sitting = scene.meeting("env", -70)
    scene.move(
        ref, Move.UPDATE, meeting=sitting, minute=scene.minute(27, -70), progress=progress, next_update_on=scene.day(65)
    )
    scene.move(
        ref, Move.SIGN_OFF, meeting=sitting, minute=scene.minute(27, -70),
        signs=(Signed(1, SignOff.KEEP_WATCHING), Signed(2, SignOff.DISCHARGED)),
    )  # fmt: skip
    yield scene.day(-68)
    number = scene.owed(ref, Clock.ACTION_DUE)
    scene.act(
        ref,
        FollowUpAct("extend", number, due=scene.day(45), why="The Board agreed: the traffic order takes its time."),
    )


REPORTS: tuple[Callable[[Scene], Steps], ...] = (
    home_care, youth_work, housing_repairs, school_routes, handovers, clean_air,
)  # fmt: skip
"""The reports of this page, in the order in which things of one day happen."""
