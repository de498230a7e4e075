"""The roll of a day: who holds which post, and who may be written to by a machine, with the sentence why not.

Never written to: councillors, partners, the public, the chief executive and the statutory officers, those who hold no
post any more, an address nobody confirmed, a domain that is not on the list.
"""

import re
from datetime import date

import msgspec

from db import queries_records, queries_reminders
from db.rows_records import Holder as HolderLine
from db.tx import Tx
from states.days import said_day
from workflow.settings_sending import Sending

STATUTORY = re.compile(
    r"\b(chief executive|head of (the )?paid service|monitoring officer|(section|s\.?) ?151( officer)?"
    r"|chief finance officer|returning officer)\b",
    re.IGNORECASE,
)
"""Posts that are never written to by a machine: Local Government and Housing Act 1989 ss.4–5, Local Government Act
1972 s.151, Representation of the People Act 1983 s.35."""

_NEVER = {
    "councillor": "is a councillor, and councillors are never written to by a machine",
    "partner": "works for a partner, and partners are never written to by a machine",
    "public": "is a member of the public, who is never written to by a machine",
    "unknown": "is not known to be an officer: matters people kind P{person} officer",
}


class Holder(msgspec.Struct, frozen=True):
    """A person who holds a post on the day."""

    person: int
    name: str
    kind: str
    email: str | None = None
    confirmed: bool = False


class Post(msgspec.Struct, frozen=True):
    """A post, who holds it on the day, and who is deputy."""

    ref: int
    title: str
    role: str
    body: int | None = None
    holder: Holder | None = None
    deputies: tuple[Holder, ...] = ()


class Roll:
    """Everybody who holds a post on a day. `co_ordinator` is who letters are signed by, as far as that is known."""

    def __init__(self, tx: Tx, day: date, settings: Sending) -> None:
        self.day = day
        self._domains = frozenset(domain.lower() for domain in settings.mail.allow_domains)
        self._never = frozenset(map(even, settings.reminders.never))
        self._snoozed = {line.person: line.until for line in tx.all(queries_reminders.SNOOZED, day=day)}
        self.posts: dict[str, Post] = {}
        self._held: dict[int, list[Post]] = {}
        for row in tx.all(queries_records.HOLDERS, day=day):
            self._add(row)
        for post in self.posts.values():
            if post.holder is not None:
                self._held.setdefault(post.holder.person, []).append(post)
        self.co_ordinator = self._co_ordinator(settings)

    def _add(self, row: HolderLine) -> None:
        key = even(row.title)
        post = self.posts.get(key) or Post(row.post, row.title, row.role, row.body_ref)
        if row.person is not None:
            holder = Holder(row.person, row.name or "", row.kind or "unknown", row.email, bool(row.email_confirmed))
            if row.deputy:
                post = msgspec.structs.replace(post, deputies=(*post.deputies, holder))
            elif post.holder is None:
                post = msgspec.structs.replace(post, holder=holder)
        self.posts[key] = post

    def post(self, title: str | None) -> Post | None:
        """The post of a title, spaces and case aside."""
        return self.posts.get(even(title)) if title else None

    def of_role(self, role: str, body: int | None = None) -> list[Post]:
        """The posts of a role, those of a body when one is given; those that somebody holds first."""
        found = [post for post in self.posts.values() if post.role == role and (body is None or post.body == body)]
        return sorted(found, key=lambda post: (post.holder is None, post.ref))

    def posts_of(self, person: int) -> list[Post]:
        """The posts a person holds, deputies left out."""
        return self._held.get(person, [])

    def named(self, name: str) -> Holder | None:
        """Somebody who holds a post and has this name."""
        wanted = even(name)
        return next(
            (post.holder for post in self.posts.values() if post.holder and even(post.holder.name) == wanted), None
        )

    def asleep(self, person: int) -> date | None:
        """The day until which somebody asked that a person be left alone."""
        until = self._snoozed.get(person)
        return date.fromisoformat(until) if until else None

    def why_not(self, holder: Holder, title: str | None = None) -> str | None:
        """Why a person is not written to by a machine, as a sentence without its end; None: they may be."""
        who = f"{holder.name} ({title})" if title else holder.name
        if holder.kind in _NEVER:
            return f"{who} {_NEVER[holder.kind].format(person=holder.person)}"
        if any(self._for_the_posts_sake(held) for held in (title or "", *self._titles(holder.person))):
            return f"{who} is never written to by a machine, for the post's sake; write yourself"
        if not holder.email:
            return f"no address of {who} is on file: matters people confirm P{holder.person} --email ADDRESS"
        if not holder.confirmed:
            return f"nobody has confirmed the address of {who}: matters people confirm P{holder.person}"
        domain = holder.email.rpartition("@")[2].lower()
        if domain not in self._domains:
            return f"{who} has an address at {domain}, and your settings do not let letters go there"
        return None

    def _titles(self, person: int) -> list[str]:
        return [post.title for post in self._held.get(person, ())]

    def _for_the_posts_sake(self, title: str) -> bool:
        return bool(STATUTORY.search(title)) or even(title) in self._never

    def _co_ordinator(self, settings: Sending) -> Holder | None:
        said = settings.reminders
        if said.co_ordinator_address:
            wanted = said.co_ordinator_address.lower()
            for post in self.posts.values():
                if post.holder and (post.holder.email or "").lower() == wanted:
                    return post.holder
        for post in self.of_role("co_ordinator"):
            if post.holder is not None:
                return post.holder
        return None


def left_alone(name: str, until: date) -> str:
    """The sentence of a person who is left alone."""
    return f"{name} is left alone until {said_day(until)}"


def even(text: str) -> str:
    """A name as names are compared: spaces and case aside."""
    return " ".join(text.split()).casefold()
