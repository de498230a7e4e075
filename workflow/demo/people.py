"""The demonstration's council: its bodies, and its people, all made up, with their posts and addresses."""

from datetime import date, timedelta

from states.words import BodyKind
from workflow.demo.scene import Scene
from workflow.records import bodies, people

TRUST = "Sherbourne Valley Hospitals NHS Trust"
"""The health partner; there is no such trust."""

BODIES: tuple[tuple[str, str, BodyKind], ...] = (
    ("scc", "Scrutiny Co-ordination Committee", BodyKind.SCRUTINY),
    ("edu", "Education and Children's Services Scrutiny Board (2)", BodyKind.SCRUTINY),
    ("env", "Communities and Neighbourhoods Scrutiny Board (4)", BodyKind.SCRUTINY),
    ("health", "Health Scrutiny Board (5)", BodyKind.SCRUTINY),
    ("flood", "Flood Resilience Task and Finish Group", BodyKind.TASK_GROUP),
    ("cabinet", "Cabinet", BodyKind.EXECUTIVE),
    ("council", "Council", BodyKind.COUNCIL),
    ("trust", TRUST, BodyKind.PARTNER),
)
"""Each body's short name, its name and its kind."""

CHILDREN = "Director of Children's Services"
ADULTS = "Strategic Lead for Adult Social Care"
CITY = "Director of City Services"
HOUSING = "Director of Housing"
CULTURE = "Head of Libraries and Culture"
FINANCE = "Director of Finance"
"""Posts that lead on reports."""

POSTS: tuple[tuple[str, str, str | None, str, str], ...] = (
    ("Scrutiny Co-ordinator", "co_ordinator", None, "Priya Nair", "officer"),
    ("Assistant Scrutiny Co-ordinator", "co_ordinator", None, "Tom Ashdown", "officer"),
    ("Proper officer", "proper_officer", None, "Helen Marsh", "officer"),
    ("Clerk to the Cabinet", "clerk", "cabinet", "Owen Pryce", "officer"),
    (CHILDREN, "director", None, "Margaret Lyle", "officer"),
    (ADULTS, "lead_officer", None, "Joseph Ofori", "officer"),
    (CITY, "director", None, "Anita Rao", "officer"),
    (HOUSING, "director", None, "Gareth Whitlock", "officer"),
    (CULTURE, "lead_officer", None, "Ruth Castellano", "officer"),
    (FINANCE, "director", None, "Simon Dacre", "officer"),
    ("Cabinet Member for Children and Young People", "cabinet_member", "cabinet", "Councillor Ivo Shah", "councillor"),
    ("Cabinet Member for City Services", "cabinet_member", "cabinet", "Councillor Beth Oakes", "councillor"),
    ("Cabinet Member for Housing", "cabinet_member", "cabinet", "Councillor Colin Reeve", "councillor"),
    ("Chair of the Scrutiny Co-ordination Committee", "chair", "scc", "Councillor Dorothy Lane", "councillor"),
    ("Chief Executive of the Trust", "other", "trust", "Dr Farah Aziz", "partner"),
)  # fmt: skip
"""Each post: title, role, body, and who holds it, with what kind of person that is."""

_SINCE = -900


def enter(scene: Scene) -> None:
    """Enters bodies, people, posts and who holds which."""
    desk, tx = scene.desk, scene.tx
    for short, name, kind in BODIES:
        scene.bodies[short] = bodies.add(desk, name, kind, health=short == "trust", tx=tx)
    for title, role, body, name, sort in POSTS:
        post = people.add_post(desk, title, role=role, body=scene.bodies[body] if body else None, tx=tx)
        person = people.add_person(desk, name, kind=sort, email=address(name), confirmed=True, tx=tx)
        people.hold(desk, post, person, since=scene.today + timedelta(_SINCE), tx=tx)


def hand_over_children(scene: Scene, since: date) -> None:
    """A new Director of Children's Services takes over what the post owes."""
    name = "Daniel Osei"
    new = people.add_person(scene.desk, name, kind="officer", email=address(name), confirmed=True, tx=scene.tx)
    post = people.post_ref(scene.tx, CHILDREN)
    people.hand_over(scene.desk, post, new, since=since, why="Margaret Lyle has retired.", tx=scene.tx)


def address(name: str) -> str:
    """The address of a person: first and last name at example.gov.uk, which no mail ever reaches."""
    words = [word for word in name.lower().replace("'", "").split() if word not in ("councillor", "dr")]
    return f"{words[0]}.{words[-1]}@example.gov.uk"
