"""Who holds which post on a day, and who holds none: names, addresses, and whether somebody has confirmed them."""

from datetime import date

import msgspec

from db import queries_records
from workflow.views.look import Look


class Held(msgspec.Struct, frozen=True):
    """A post with whoever holds it, or a person who holds none; what is not known is None.

    `post` is such as `Q3`, `person` such as `P3`. `confirmed` says that somebody has found the address right.
    """

    post: str | None
    title: str | None
    person: str | None
    name: str | None
    kind: str | None
    email: str | None
    confirmed: bool
    since: date | None = None
    until: date | None = None
    deputy: bool = False

    @property
    def key(self) -> str:
        """What tells it from all others: `Q3/P5`."""
        return f"{self.post or '-'}/{self.person or '-'}"


def listed(look: Look) -> tuple[Held, ...]:
    """Every post by its title, then everybody who holds none by name, as it is on the day looked at."""
    held = look.tx.all(queries_records.HOLDERS, day=look.day)
    holding = {row.person for row in held}
    posts = [
        Held(f"Q{row.post}", row.title, f"P{row.person}" if row.person else None, row.name, row.kind, row.email,
             bool(row.email_confirmed), _day(row.from_day), _day(row.to_day), bool(row.deputy))
        for row in held
    ]  # fmt: skip
    others = [
        Held(None, None, f"P{row.person}", row.name, row.kind, row.email, bool(row.email_confirmed))
        for row in look.tx.all(queries_records.PEOPLE)
        if row.person not in holding
    ]
    return (*posts, *others)


def owes(look: Look, title: str) -> bool:
    """Whether a post owes, or ever owed, anything."""
    return look.tx.ask("SELECT 1 FROM follow_up WHERE owner = :owner LIMIT 1", owner=title).fetchone() is not None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(str(text)) if text else None
