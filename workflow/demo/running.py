"""Reports on their way: out for consultation, about to be listed, listed, key and exempt ones to come, called in."""

from collections.abc import Callable

from states.facts import MakerKind, Ruling
from states.words import Move
from workflow.demo.people import ADULTS, CHILDREN, CITY, CULTURE, FINANCE, HOUSING
from workflow.demo.scene import Scene, Steps
from workflow.records import topics

MEMBER = "Cabinet Member for City Services"


def leisure_centre(scene: Scene) -> Steps:
    """Decided by a Cabinet Member, called in by three, and the hearing is due."""
    yield scene.day(-30)
    ref = scene.begin(
        "Riverside Leisure Centre", "env", lead_officer=CULTURE, portfolio="City Services", reference="26/00071"
    )
    yield scene.day(-10)
    scene.move(
        ref, Move.DECIDE, maker=MEMBER, maker_kind=MakerKind.CABINET_MEMBER, callable=True,
        decided="To close the pool for a year while the roof is mended.",
        why_not_scrutinised="The Board had no meeting before the contractor's price ran out.",
    )  # fmt: skip
    yield scene.day(-9)
    scene.move(ref, Move.PUBLISH)
    yield scene.day(-5)
    scene.move(
        ref, Move.CALL_IN, received_on=scene.desk.today, ruled=Ruling.VALID, ruled_by="Proper officer",
        callers=("Councillor Dorothy Lane", "Councillor Peter Quaye", "Councillor Maya Lindqvist"), groups=2,
        ruled_on=scene.desk.today,
        grounds=("Swimmers were not asked.", "Another pool within reach was promised, and none is named."),
    )  # fmt: skip


def waste_rounds(scene: Scene) -> Steps:
    """Decided by Cabinet and published: the call-in window is open."""
    yield scene.day(-80)
    ref = scene.begin("Household Waste Rounds", "env", lead_officer=CITY, portfolio="City Services")
    yield scene.day(-26)
    scene.scrutinise(ref, "env", -26, 33)
    scene.recommend(ref, "env", "cabinet", "No street changes its day twice in one year.")
    yield scene.day(-20)
    scene.move(ref, Move.LIST, meeting=scene.meeting("cabinet", -3), item_number="7")
    yield scene.day(-3)
    scene.move(
        ref, Move.DECIDE, maker="Cabinet", maker_kind=MakerKind.EXECUTIVE, callable=True,
        minute=scene.minute(88, -3), decided="To change the rounds from the spring, one district after another.",
    )  # fmt: skip
    yield scene.day(-1)
    scene.move(ref, Move.PUBLISH)


def home_education(scene: Scene) -> Steps:
    """Grown from a topic, and about to be listed for the Board's next meeting."""
    yield scene.day(-100)
    topic = topics.add(
        scene.desk, "Children taught at home", body=scene.bodies["edu"], note="Asked for by a parent.", tx=scene.tx
    )
    yield scene.day(-15)
    scene.begin(
        "Children Taught at Home", "edu", topic=topic, lead_officer=CHILDREN, portfolio="Children and Young People",
        origin="public question",
    )  # fmt: skip


def school_places(scene: Scene) -> Steps:
    """On the agenda of the Board's next meeting: report and agenda have their last days."""
    yield scene.day(-33)
    ref = scene.begin(
        "School Places to 2031", "edu", lead_officer=CHILDREN, portfolio="Children and Young People",
    )  # fmt: skip
    yield scene.day(-12)
    scene.move(ref, Move.LIST, meeting=scene.meeting("edu", 11), item_number="5", to_follow=True)


def flats(scene: Scene) -> Steps:
    """Out for consultation, which closes soon."""
    yield scene.day(-36)
    ref = scene.begin(
        "Licensing of Rented Flats", "env", lead_officer=HOUSING, portfolio="Housing", consultation_required=True,
        consultation_opens=scene.day(-35), consultation_closes=scene.day(11),
    )  # fmt: skip
    yield scene.day(-8)
    scene.move(ref, Move.LIST, meeting=scene.meeting("env", 65))


def budget(scene: Scene) -> Steps:
    """Consulted, and on the committee's next agenda."""
    yield scene.day(-70)
    ref = scene.begin(
        "Budget Proposals", "scc", lead_officer=FINANCE, portfolio="Finance", key=True, consultation_required=True,
        consultation_opens=scene.day(-64), consultation_closes=scene.day(-13),
    )  # fmt: skip
    yield scene.day(-12)
    scene.move(
        ref, Move.CONSULT, consultation_closes=scene.day(-13),
        consultation_outcome="1,204 answers; most would rather pay more than lose a library.",
    )  # fmt: skip
    scene.move(ref, Move.LIST, meeting=scene.meeting("scc", 16), item_number="4")


def transport(scene: Scene) -> Steps:
    """A key decision to come: its notice must be out 28 clear days before Cabinet meets."""
    yield scene.day(-140)
    ref = scene.begin(
        "Transport Strategy", "scc", lead_officer=CITY, portfolio="City Services", key=True, reference="26/00102"
    )
    yield scene.day(-120)
    scene.scrutinise(ref, "scc", -120, 17)
    yield scene.day(-7)
    scene.move(ref, Move.LIST, meeting=scene.meeting("cabinet", 48), item_number="6")


def depot(scene: Scene) -> Steps:
    """Exempt, and going to a private part of Cabinet's meeting, which wants its own notices."""
    yield scene.day(-25)
    ref = scene.begin(
        "Lease of the Depot", "scc", lead_officer=FINANCE, portfolio="Finance", exempt=True, reference="26/00110"
    )
    yield scene.day(-6)
    scene.move(ref, Move.LIST, meeting=scene.meeting("cabinet", 48), item_number="11")


def digital(scene: Scene) -> Steps:
    """The Board will hear of it again, on a condition and no day."""
    yield scene.day(-105)
    ref = scene.begin("Getting Online", "health", lead_officer=ADULTS, portfolio="Adult Services")
    yield scene.day(-88)
    scene.scrutinise(ref, "health", -88, 19)
    scene.move(
        ref, Move.HEAR_AGAIN, until_condition="once the new contract for the libraries' computers is let",
        minute=scene.minute(19, -88),
    )  # fmt: skip


REPORTS: tuple[Callable[[Scene], Steps], ...] = (
    leisure_centre, waste_rounds, home_education, school_places, flats, budget, transport, depot, digital,
)  # fmt: skip
"""The reports of this page, in the order in which things of one day happen."""
