"""Posts as a form asks for them: a person who is not on file yet is added as the post is taken up."""

from datetime import date

from db import queries_records
from db.tx import Tx
from states.errors import BadInput
from workflow.desk import Desk
from workflow.lookups import Lookup, numbered
from workflow.records import people

ROLES = people.ROLES
"""What a post may be besides any other: the co-ordinator's, a clerk's."""


def add(desk: Desk, title: str, *, name: str = "", email: str = "", role: str = "other", body: str = "") -> str:
    """Adds a post of a body, and where a name is given says who holds it; its number, such as `Q3`."""
    with desk.writing() as tx:
        post = people.add_post(desk, title, role=role, body=Lookup(tx).body_ref(body) if body else None, tx=tx)
        if name:
            people.hold(desk, post, somebody(desk, tx, name, email), tx=tx)
        return f"Q{post}"


def hand_over(desk: Desk, post: str, name: str, *, email: str, since: date, why: str | None) -> people.HandedOver:
    """Hands a post over from a day on, to somebody on file or to an officer who is added."""
    if not name:
        raise BadInput("Say who holds it from then on.")
    with desk.writing() as tx:
        to = somebody(desk, tx, name, email)
        return people.hand_over(desk, people.post_ref(tx, post), to, since=since, why=why, tx=tx)


def somebody(desk: Desk, tx: Tx, name: str, email: str = "") -> int:
    """The number of a person, by name or as `P3`; one who is not on file is added as an officer.

    An address that is typed in is confirmed thereby.
    """
    if numbered(name, "P") is None and not tx.all(queries_records.PEOPLE, name=" ".join(name.split())):
        return people.add_person(desk, name, kind="officer", email=email or None, confirmed=bool(email), tx=tx)
    person = people.person_ref(tx, name)
    if email:
        people.confirm(desk, person, email=email, tx=tx)
    return person
