"""`matters people`: posts, who holds them, and handing over. A post owes; its holder of the day answers for it."""

from argparse import ArgumentParser, Namespace
from typing import Any

from states.days import said_day
from workflow.cli import asking, out
from workflow.cli.place import add_reading, desk_of, look_of

SAYS = "posts, who holds them, and handing over"
EXAMPLES = (
    'matters people post "Head of Libraries" --role lead_officer',
    'matters people person "Jane Smith" --kind officer --email jane.smith@example.gov.uk --confirmed',
    'matters people holder "Head of Libraries" "Jane Smith" --from 2017-01-01',
    'matters people hand-over "Head of Libraries" --to "Ann Other" --from 2019-04-01',
    "matters people list",
)


def arguments(parser: ArgumentParser) -> None:
    """One sub-command a verb."""
    verbs = parser.add_subparsers(dest="do", metavar="VERB", help="left out: list")
    post = verbs.add_parser("post", help="add a post, which owes whoever holds it")
    post.add_argument("title", metavar="TITLE")
    post.add_argument("--role", default="other", metavar="ROLE", help="lead officer, cabinet member, chair, clerk …")
    post.add_argument("--body", metavar="BODY", help="the body it belongs to")
    post.add_argument("--note", metavar="WORDS")
    person = verbs.add_parser("person", help="add a person")
    person.add_argument("name", metavar="NAME")
    person.add_argument("--kind", default="unknown", metavar="KIND", help="officer, councillor, partner or public")
    person.add_argument("--email", metavar="ADDRESS")
    person.add_argument("--confirmed", action="store_true", help="the address is right and may be mailed")
    person.add_argument("--note", metavar="WORDS")
    holder = verbs.add_parser("holder", help="who holds a post")
    holder.add_argument("post", metavar="POST", help="by title or Q3")
    holder.add_argument("person", metavar="PERSON", help="by name or P3")
    holder.add_argument("--from", dest="since", metavar="DATE", help="left out: not known since when")
    holder.add_argument("--until", metavar="DATE")
    holder.add_argument("--deputy", action="store_true")
    over = verbs.add_parser("hand-over", help="another person holds it from a day on")
    over.add_argument("post", metavar="POST", help="by title or Q3")
    over.add_argument("--to", required=True, metavar="PERSON", help="by name or P3")
    over.add_argument("--from", dest="since", metavar="DATE", help="left out: from today")
    over.add_argument("--why", metavar="WORDS")
    leave = verbs.add_parser("leave", help="a person leaves every post")
    leave.add_argument("person", metavar="PERSON", help="by name or P3")
    leave.add_argument("--last", metavar="DATE", help="the last day; left out: today")
    leave.add_argument("--why", metavar="WORDS")
    confirm = verbs.add_parser("confirm", help="an address is right and may be mailed")
    confirm.add_argument("person", metavar="PERSON", help="by name or P3")
    confirm.add_argument("--email", metavar="ADDRESS", help="another address than the one on file")
    kind = verbs.add_parser("kind", help="who a person is to the council; only officers are reminded by themselves")
    kind.add_argument("person", metavar="PERSON", help="by name or P3")
    kind.add_argument("kind", metavar="KIND", help="officer, councillor, partner or public")
    kind.add_argument("--why", metavar="WORDS")
    add_reading(verbs.add_parser("list", help="the posts and their holders, and those who hold none"))
    parser.set_defaults(do="list", format="table", limit=None, as_of=None, known_at=None)


def run(args: Namespace) -> int:
    """Does it, and says so."""
    if args.do == "list":
        return _list(args)
    with desk_of(args) as desk, desk.writing() as tx:
        said = _DO[args.do](args, desk, tx)
    for line in said:
        out.say(line)
    return 0


def _post(args: Namespace, desk: Any, tx: Any) -> list[str]:
    from workflow.lookups import Lookup
    from workflow.records import people

    body = Lookup(tx).body_ref(args.body) if args.body else None
    ref = people.add_post(desk, args.title, role=args.role, body=body, note=args.note, tx=tx)
    return [f"Q{ref} · {args.title} · added"]


def _person(args: Namespace, desk: Any, tx: Any) -> list[str]:
    from workflow.records import people

    ref = people.add_person(
        desk, args.name, kind=args.kind, email=args.email, confirmed=args.confirmed, note=args.note, tx=tx
    )
    said = [f"P{ref} · {args.name} · added"]
    if args.email and not args.confirmed:
        said.append(f"Nothing is mailed there until it is confirmed: matters people confirm P{ref}")
    return said


def _holder(args: Namespace, desk: Any, tx: Any) -> list[str]:
    from workflow.records import people

    post, person = people.post_ref(tx, args.post), people.person_ref(tx, args.person)
    since, until = asking.day(desk, args.since), asking.day(desk, args.until)
    people.hold(desk, post, person, since=since, until=until, deputy=args.deputy, tx=tx)
    verb = "is deputy in" if args.deputy else "holds"
    return [f"Q{post} · {args.person} {verb} {args.post}{f' from {said_day(since)}' if since else ''}"]


def _hand_over(args: Namespace, desk: Any, tx: Any) -> list[str]:
    from workflow.records import people

    post, person = people.post_ref(tx, args.post), people.person_ref(tx, args.to)
    since = asking.day(desk, args.since) or desk.today
    done = people.hand_over(desk, post, person, since=since, why=args.why, tx=tx)
    return [f"{done.post} · {done.title} · {done.now} from {said_day(done.since)}, after {done.was or 'nobody'}"]


def _leave(args: Namespace, desk: Any, tx: Any) -> list[str]:
    from workflow.records import people

    person = people.person_ref(tx, args.person)
    last = asking.day(desk, args.last) or desk.today
    vacant = people.leave(desk, person, last=last, why=args.why, tx=tx)
    said = [f"P{person} · {args.person} · leaves after {said_day(last)}"]
    return said + [f'Nobody holds {title} then: matters people hand-over "{title}" --to …' for title in vacant]


def _confirm(args: Namespace, desk: Any, tx: Any) -> list[str]:
    from workflow.records import people

    person = people.person_ref(tx, args.person)
    return [f"P{person} · {people.confirm(desk, person, email=args.email, tx=tx)} · confirmed, it may be mailed"]


def _kind(args: Namespace, desk: Any, tx: Any) -> list[str]:
    from workflow.records import people

    person = people.person_ref(tx, args.person)
    return [f"P{person} · {args.person} · {people.set_kind(desk, person, args.kind, why=args.why, tx=tx)}"]


_DO = {
    "post": _post, "person": _person, "holder": _holder, "hand-over": _hand_over, "leave": _leave, "confirm": _confirm,
    "kind": _kind,
}  # fmt: skip


def _list(args: Namespace) -> int:
    from db import queries_records

    with look_of(args) as look:
        held = look.tx.all(queries_records.HOLDERS, day=look.day)
        named = {row.person for row in held}
        idle = [row for row in look.tx.all(queries_records.PEOPLE) if row.person not in named]
    found = [
        {
            "post": f"Q{row.post}", "title": row.title, "role": row.role, "body": row.body,
            "person": f"P{row.person}" if row.person else None, "name": row.name, "kind": row.kind,
            "email": row.email, "confirmed": row.email_confirmed, "from": row.from_day, "until": row.to_day,
            "deputy": row.deputy,
        }
        for row in held
    ]  # fmt: skip
    found += [
        {
            "post": None, "title": None, "role": None, "body": None, "person": f"P{row.person}", "name": row.name,
            "kind": row.kind, "email": row.email, "confirmed": row.email_confirmed, "from": None, "until": None,
            "deputy": None,
        }
        for row in idle
    ]  # fmt: skip
    columns = {
        "post": "Post", "title": "Title", "person": "Person", "name": "Held by", "from": "From", "until": "Until",
        "email": "E-mail", "confirmed": "Confirmed",
    }  # fmt: skip
    out.rows(found[: args.limit], columns, args.format, empty="There are no posts yet: matters people post TITLE")
    return 0
