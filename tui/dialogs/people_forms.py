"""The small forms of posts and people: an address, a post, who takes it over, who leaves."""

from typing import TYPE_CHECKING

from states.british_dates import parse_day
from states.words import said
from tui.dialogs.small import Ask, Small, Values
from tui.safe import plain

if TYPE_CHECKING:
    from workflow.desk import Desk
    from workflow.records.people import HandedOver
    from workflow.views.people import Held

_WHY = Ask("why", "Why")

_EMAIL = "jane.smith@example.gov.uk"

KINDS = tuple((kind, kind) for kind in ("officer", "councillor", "partner", "public", "unknown"))
"""Who a person is to the council; only officers are written to by a machine."""


def _number(ref: str | None) -> int:
    return int((ref or "P0")[1:])


def address(held: "Held") -> Small:
    """An address that is right and may be written to."""

    def verb(desk: "Desk", values: Values) -> str:
        from workflow.records import people

        return people.confirm(desk, _number(held.person), email=values["email"] or None)

    says = "Letters go only to an address somebody has found right. ctrl+s says that this one is."
    return Small(
        f"Address · {plain(held.name, 60)}", says, [Ask("email", "E-mail", held.email or "", _EMAIL)], verb,
        lambda desk, done: [f"{done} is confirmed."],
    )  # fmt: skip


def kind(held: "Held") -> Small:
    """Who a person is to the council."""

    def verb(desk: "Desk", values: Values) -> str:
        from workflow.records import people

        return people.set_kind(desk, _number(held.person), values["kind"], why=values["why"] or None)

    says = "Only officers are written to by a machine."
    asks = [Ask("kind", "Is", held.kind or "unknown", choices=KINDS), _WHY]
    return Small(f"Kind · {plain(held.name, 60)}", says, asks, verb, lambda desk, done: [f"{said(done)}."])


def post(known: tuple[str, ...], bodies: tuple[str, ...]) -> Small:
    """A new post, what it is, and who holds it."""
    from workflow.posts import ROLES

    def verb(desk: "Desk", values: Values) -> str:
        from workflow import posts

        return posts.add(
            desk, values["title"], name=values["name"], email=values["email"], role=values["role"], body=values["body"]
        )

    asks = [
        Ask("title", "Post", example="Head of Libraries"),
        Ask("name", "Held by", empty="nobody yet", known=known),
        Ask("email", "E-mail", example=_EMAIL),
        Ask("role", "Role", "other", choices=tuple((role, said(role).replace("co ", "co-")) for role in ROLES)),
        Ask("body", "Of which body", empty="none", example="Cabinet, for its clerk", known=bodies),
    ]
    says = "A post owes; whoever holds it on the day answers for it. An address that is typed here is confirmed."
    return Small("New post", says, asks, verb, lambda desk, done: [f"{done} is added."])


def hand_over(held: "Held", known: tuple[str, ...]) -> Small:
    """Somebody else holds a post from a day on."""

    def verb(desk: "Desk", values: Values) -> "HandedOver":
        from workflow import posts

        since = parse_day(values["since"], desk.today) if values["since"] else desk.today
        return posts.hand_over(
            desk, str(held.post), values["name"], email=values["email"], since=since, why=values["why"] or None
        )

    asks = [
        Ask("name", "To", example="Ann Other", known=known), Ask("email", "E-mail", example=_EMAIL),
        Ask("since", "From", empty="today", day=True), _WHY,
    ]  # fmt: skip
    return Small(
        f"Hand over · {plain(held.title, 60)}", f"It is held by {plain(held.name, 60) or 'nobody'}. What is owed stays "
        "with the post. Somebody who is not on file is added as an officer.", asks, verb,
        lambda desk, done: [f"{done.now} holds {done.title} after {done.was or 'nobody'}."],
    )  # fmt: skip


def leave(held: "Held") -> Small:
    """A person leaves every post."""

    def verb(desk: "Desk", values: Values) -> list[str]:
        from workflow.records import people

        last = parse_day(values["last"], desk.today) if values["last"] else desk.today
        return people.leave(desk, _number(held.person), last=last, why=values["why"] or None)

    asks = [Ask("last", "Last day", empty="today", day=True), _WHY]

    def told(desk: "Desk", vacant: list[str]) -> list[str]:
        return [f"Nobody holds {title} then: h hands it over." for title in vacant] or ["Every post is held."]

    return Small(f"Leaves · {plain(held.name, 60)}", "From every post that is held.", asks, verb, told)
