"""Of whom a thing is asked: from what a follow-up says of its owner to people who may be written to, or why nobody is.

An owner is a post, a body that answers, a person, or words nobody knows; whoever cannot be written to is left to the
co-ordinator, who is told so.
"""

from typing import NamedTuple

from db import queries_records
from db.tx import Tx
from states.schedule import Whom
from workflow.reminders.roll import Holder, Post, Roll, left_alone


class Asked(NamedTuple):
    """Somebody who is asked, and for which post's sake."""

    holder: Holder
    post: Post | None = None


class Found(NamedTuple):
    """Who is asked (nobody yet, while all are `asleep`), at the co-ordinator's desk or not, and who is not and why."""

    asked: tuple[Asked, ...]
    at_desk: bool = False
    asleep: bool = False
    why: tuple[str, ...] = ()


class Owners:
    """Finds who is asked; each question is answered once a sweep."""

    def __init__(self, tx: Tx, roll: Roll) -> None:
        self._tx, self.roll = tx, roll
        self._bodies: dict[str, tuple[int, str] | None] = {}
        self._found: dict[tuple[object, ...], Found] = {}

    def of(self, to: Whom, owner: str | None, lead_officer: str | None) -> Found:
        """Who is asked, by the stage's own word, the follow-up's owner and the report's lead officer."""
        key = (to, owner, lead_officer)
        if key not in self._found:
            self._found[key] = self._of(to, owner, lead_officer)
        return self._found[key]

    def _of(self, to: Whom, owner: str | None, lead_officer: str | None) -> Found:
        if to is Whom.CO_ORDINATOR:
            return self._desk(())
        posts, why = self.posts_of(owner if to is Whom.OWES else lead_officer, lead_officer)
        asked: list[Asked] = []
        asleep = False
        for post, holder in posts:
            title = post.title if post else None
            if holder is None:
                why.append(f"nobody holds the post {title}: matters people holder “{title}” NAME")
            elif sentence := self.roll.why_not(holder, title):
                why.append(sentence)
            elif until := self.roll.asleep(holder.person):
                asleep = True
                why.append(left_alone(holder.name, until))
            elif all(holder.person != known.holder.person for known in asked):
                asked.append(Asked(holder, post))
        if asked or asleep:
            return Found(tuple(asked), asleep=not asked, why=tuple(why))
        return self._desk(tuple(why))

    def _desk(self, why: tuple[str, ...]) -> Found:
        """The co-ordinator is asked to see to it; where that cannot be either, nobody is, and that is said."""
        holder = self.roll.co_ordinator
        if holder is None:
            return Found((), True, why=(*why, "nobody holds a co-ordinator's post, who would be told instead"))
        if sentence := self.roll.why_not(holder):
            return Found((), True, why=(*why, sentence))
        if until := self.roll.asleep(holder.person):
            return Found((), True, True, (*why, left_alone(holder.name, until)))
        return Found((Asked(holder),), True, why=why)

    def posts_of(
        self, owner: str | None, lead_officer: str | None
    ) -> tuple[list[tuple[Post | None, Holder | None]], list[str]]:
        """The posts an owner means, with their holders, and a sentence for what is not known."""
        roll = self.roll
        if not owner:
            owner = lead_officer
        if not owner:
            return [], ["nobody is on file as owing it: matters follow-up assign REF --to POST"]
        if (post := roll.post(owner)) is not None:
            return [(post, post.holder)], []
        role = owner.strip().lower().replace(" ", "_").replace("-", "_")
        if role == "lead_officer" and lead_officer and lead_officer != owner:
            return self.posts_of(lead_officer, None)
        if held := roll.of_role(role):
            return [(held[0], held[0].holder)], []
        if (body := self._body(owner)) is not None:
            return self._answering(owner, *body, lead_officer)
        if (person := roll.named(owner)) is not None:
            return [(roll.posts_of(person.person)[0], person)], []
        if self._tx.all(queries_records.PEOPLE, name=owner.strip(), limit=1):
            return [], [f"{owner} holds no post any more: matters follow-up assign REF --to POST"]
        return [], [f"no post is called {owner}: matters people post “{owner}”, or assign it to another"]

    def _answering(
        self, name: str, body: int, kind: str, lead_officer: str | None
    ) -> tuple[list[tuple[Post | None, Holder | None]], list[str]]:
        """A body that owes: for a partner nobody; else the lead officer, and the body's clerk."""
        if kind == "partner":
            return [], [f"{name} is a partner, and partners are never written to by a machine"]
        posts: list[tuple[Post | None, Holder | None]] = []
        why: list[str] = []
        if lead_officer:
            posts, why = self.posts_of(lead_officer, None) if self._body(lead_officer) is None else ([], [])
        clerks = self.roll.of_role("clerk", body)
        posts += [(post, post.holder) for post in clerks[:1]]
        if not posts and not why:
            why.append(f"{name} has no clerk on file, and the report no lead officer")
        return posts, why

    def _body(self, name: str) -> tuple[int, str] | None:
        if name not in self._bodies:
            found = self._tx.all(queries_records.BODIES_NAMED, name=name.strip())
            self._bodies[name] = (found[0].body, found[0].kind or "") if found else None
        return self._bodies[name]
