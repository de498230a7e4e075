"""People and the posts they hold. A post owes; whoever holds it on the day answers for it."""

from datetime import date, timedelta
from typing import Any

import msgspec

from db import queries_records
from db.tx import Tx
from db.words import PERSON_KINDS, ROLES
from states.days import On, said_day
from states.errors import BadInput, NotFound, Refused
from states.words import said
from workflow.desk import Desk
from workflow.lookups import Lookup, numbered
from workflow.records.words import address, line, named

__all__ = ["PERSON_KINDS", "ROLES"]


class HandedOver(msgspec.Struct, frozen=True):
    """A post with its holder until now (None: nobody) and the one from now on."""

    post: str
    title: str
    was: str | None
    now: str
    since: date


def add_post(
    desk: Desk, title: str, *, role: str = "other", body: int | None = None, note: str | None = None,
    tx: Tx | None = None,
) -> int:  # fmt: skip
    """Adds a post; its number. Two posts do not share a title."""
    title = named("A post", title)
    role = _one_of(role, ROLES, "role of a post")
    with desk.writing(tx) as tx:
        if body is not None:
            Lookup(tx).frozen(body)
        for row in tx.find("post"):
            if row["title"].lower() == title.lower():
                raise Refused(f"Q{row['ref']}", "add", (f"It is called {row['title']} already.",))
        values = {"title": title, "role": role, "body": body, "note": line(note)}
        return tx.put("post", values, who=desk.who, now=desk.now())


def add_person(
    desk: Desk, name: str, *, kind: str = "unknown", email: str | None = None, confirmed: bool = False,
    note: str | None = None, tx: Tx | None = None,
) -> int:  # fmt: skip
    """Adds a person; the number. An address is not mailed until somebody confirms it."""
    values: dict[str, Any] = {"name": named("A person", name), "kind": _one_of(kind, PERSON_KINDS, "kind of person")}
    values |= {"email": address(email) if email else None, "note": line(note)}
    if confirmed and not email:
        raise BadInput("There is no address to confirm; give one with --email.")
    with desk.writing(tx) as tx:
        if values["email"]:
            _nobody_elses(tx, values["email"])
        return tx.put("person", values | {"email_confirmed": confirmed}, who=desk.who, now=desk.now())


def confirm(desk: Desk, person: int, *, email: str | None = None, tx: Tx | None = None) -> str:
    """Confirms that an address is right and may be mailed: the one on file, or `email` instead of it."""
    with desk.writing(tx) as tx:
        row = _row(tx, "person", person)
        found = address(email) if email else row["email"]
        if not found:
            raise BadInput(f"P{person}: no address of {row['name']} is on file; give it with --email.")
        _nobody_elses(tx, found, but=person)
        values = {"email": found, "email_confirmed": True}
        tx.put("person", values, ref=person, who=desk.who, now=desk.now(), on=On.day(desk.today))
        return str(found)


def set_kind(desk: Desk, person: int, kind: str, *, why: str | None = None, tx: Tx | None = None) -> str:
    """Says who a person is to the council, such as an officer; only officers are written to by a machine."""
    word = _one_of(kind, PERSON_KINDS, "kind of person")
    with desk.writing(tx) as tx:
        row = _row(tx, "person", person)
        if row["kind"] == word:
            raise Refused(f"P{person}", "change", (f"{row['name']} is entered as {said(word)} already.",))
        tx.put("person", {"kind": word}, ref=person, who=desk.who, now=desk.now(), why=line(why))
        return word


def hold(
    desk: Desk, post: int, person: int, *, since: date | None = None, until: date | None = None, deputy: bool = False,
    tx: Tx | None = None,
) -> int:  # fmt: skip
    """Says who holds a post, from a day, or as its deputy. One holder at a time: another takes it over."""
    if since and until and until < since:
        raise BadInput(f"{said_day(until)} is before {said_day(since)}.")
    with desk.writing(tx) as tx:
        title, name = _row(tx, "post", post)["title"], _row(tx, "person", person)["name"]
        for row in tx.find("tenure", post=post):
            same = row["person"] == person
            if (same or not (deputy or row["deputy"])) and _overlap(row, since, until):
                other = name if same else _row(tx, "person", row["person"])["name"]
                sentence = f"{other} holds {title} {_span(row)}; hand it over: matters people hand-over Q{post} --to …"
                raise Refused(f"Q{post}", "hold", (sentence,))
        values = {"post": post, "person": person, "from_day": since, "to_day": until, "deputy": deputy}
        return tx.put("tenure", values, who=desk.who, now=desk.now())


def hand_over(
    desk: Desk, post: int, to: int, *, since: date, why: str | None = None, tx: Tx | None = None
) -> HandedOver:
    """Hands a post over from a day on: whoever holds it then holds it until the day before. The debts stay with it."""
    with desk.writing(tx) as tx:
        title, name = _row(tx, "post", post)["title"], _row(tx, "person", to)["name"]
        was = None
        for row in tx.find("tenure", post=post):
            if row["deputy"] or not _overlap(row, since, None):
                continue
            holder = _row(tx, "person", row["person"])["name"]
            if row["person"] == to:
                raise Refused(f"Q{post}", "hand over", (f"{name} holds {title} {_span(row)} already.",))
            if row["from_day"] and date.fromisoformat(row["from_day"]) >= since:
                raise Refused(f"Q{post}", "hand over", (f"{holder} holds {title} {_span(row)}; choose a later day.",))
            was = holder
            last = {"to_day": since - timedelta(days=1)}
            tx.put("tenure", last, ref=row["ref"], who=desk.who, now=desk.now(), why=line(why))
        values = {"post": post, "person": to, "from_day": since, "deputy": False}
        tx.put("tenure", values, who=desk.who, now=desk.now(), why=line(why))
        return HandedOver(f"Q{post}", title, was, name, since)


def leave(desk: Desk, person: int, *, last: date, why: str | None = None, tx: Tx | None = None) -> list[str]:
    """A person leaves, after a last day; the posts that nobody holds from then on, by title."""
    with desk.writing(tx) as tx:
        name = _row(tx, "person", person)["name"]
        vacant = []
        held = [row for row in tx.find("tenure", person=person) if _overlap(row, last + timedelta(days=1), None)]
        for row in held:
            if row["from_day"] and date.fromisoformat(row["from_day"]) > last:
                title = _row(tx, "post", row["post"])["title"]
                raise Refused(f"P{person}", "leave", (f"{name} takes up {title} {_span(row)}, after that day.",))
            tx.put("tenure", {"to_day": last}, ref=row["ref"], who=desk.who, now=desk.now(), why=line(why))
            if not holders(tx, row["post"], last + timedelta(days=1)):
                vacant.append(str(_row(tx, "post", row["post"])["title"]))
        if not held:
            raise Refused(f"P{person}", "leave", (f"{name} holds no post after {said_day(last)}.",))
        return vacant


def holders(tx: Tx, post: int, day: date) -> list[str]:
    """Who holds a post on a day, deputies left out, by name."""
    found = tx.all(queries_records.HOLDERS, ref=post, day=day)
    return [row.name for row in found if row.name is not None and not row.deputy]


def post_ref(tx: Tx, text: str) -> int:
    """The number of a post, from `Q3` or its title. NotFound without it."""
    return _named(tx, text, "post", "Q", "title")


def person_ref(tx: Tx, text: str) -> int:
    """The number of a person, from `P3` or the name. NotFound without it, or when several have that name."""
    return _named(tx, text, "person", "P", "name")


def _named(tx: Tx, text: str, table: str, letter: str, column: str) -> int:
    number = numbered(text, letter)
    if number is not None and tx.get(table, number):
        return number
    wanted = " ".join(text.split()).lower()
    found = [row["ref"] for row in tx.find(table) if row[column].lower() == wanted]
    if len(found) == 1:
        return int(found[0])
    if found:
        raise NotFound(f"“{text}” is {', '.join(f'{letter}{ref}' for ref in found)}; say which.")
    raise NotFound(f"There is no {table} “{text}”. List them with: matters people list")


def _row(tx: Tx, table: str, ref: int) -> dict[str, Any]:
    row = tx.get(table, ref)
    if row is None:
        raise NotFound(f"There is no {table} of number {ref}. List them with: matters people list")
    return row


def _one_of(word: str, words: tuple[str, ...], what: str) -> str:
    even = word.strip().lower().replace(" ", "_").replace("-", "_")
    if even not in words:
        raise BadInput(f"“{word}” is no {what}; it is one of {', '.join(words).replace('_', ' ')}.")
    return even


def _nobody_elses(tx: Tx, email: str, but: int = 0) -> None:
    for row in tx.all(queries_records.PEOPLE, email=email):
        if row.person != but:
            raise Refused(f"P{row.person}", "add", (f"{email} is the address of {row.name} already.",))


def _overlap(row: dict[str, Any], since: date | None, until: date | None) -> bool:
    starts, ends = row["from_day"] or "0000", row["to_day"] or "9999"
    return starts <= (until.isoformat() if until else "9999") and (since.isoformat() if since else "0000") <= ends


def _span(row: dict[str, Any]) -> str:
    starts = f"from {said_day(date.fromisoformat(row['from_day']))}" if row["from_day"] else ""
    ends = f"until {said_day(date.fromisoformat(row['to_day']))}" if row["to_day"] else ""
    return " ".join(filter(None, (starts, ends))) or "now"
