"""`matters topic`: what is on the work programme before there is a report."""

from argparse import ArgumentParser, Namespace

from states.words import Move
from workflow.cli import asking, out, outcome
from workflow.cli.place import add_reading, desk_of, look_of

SAYS = "put a topic on the work programme"
EXAMPLES = (
    'matters topic add "Libraries" --body "Scrutiny Board (2)"',
    "matters topic promote T4 --fact lead_officer='Head of Libraries'",
    "matters topic drop T4 --why 'the inspection covers it'",
    "matters topic list --status open",
)


def arguments(parser: ArgumentParser) -> None:
    """One sub-command a verb."""
    verbs = parser.add_subparsers(dest="do", required=True, metavar="VERB")
    add = verbs.add_parser("add", help="put one on the programme")
    add.add_argument("title", metavar="TITLE")
    add.add_argument("--body", metavar="BODY", help="the body whose programme it is on")
    add.add_argument("--note", metavar="WORDS")
    drop = verbs.add_parser("drop", help="let one go")
    drop.add_argument("topic", metavar="T4")
    drop.add_argument("--why", metavar="WORDS", help="why it is dropped")
    promote = verbs.add_parser("promote", help="begin a report from one")
    promote.add_argument("topic", metavar="T4")
    asking.add_what(promote)
    asking.add_when(promote)
    asking.add_how(promote)
    listing = verbs.add_parser("list", help="the topics")
    listing.add_argument("--status", choices=("open", "promoted", "dropped"))
    add_reading(listing)


def run(args: Namespace) -> int:
    """Does it, and says so."""
    from workflow.lookups import Lookup
    from workflow.records import topics

    if args.do == "list":
        with look_of(args) as look:
            found = topics.programme(look.tx, args.status)[: args.limit]
        columns = {"topic": "Topic", "title": "Title", "body": "Body", "status": "Status", "report": "Report"}
        out.rows(found, columns, args.format, empty="There is no topic. Add one with: matters topic add TITLE")
        return 0
    if args.do == "promote":
        return _promote(args)
    with desk_of(args) as desk, desk.writing() as tx:
        if args.do == "add":
            body = Lookup(tx).body_ref(args.body) if args.body else None
            ref = topics.add(desk, args.title, body=body, note=args.note, tx=tx)
        else:
            ref = topics.drop(desk, topics.topic_ref(args.topic), args.why, tx=tx)
        row = tx.get("topic", ref) or {}
    out.say(f"T{ref} · {row['title']} · {'added' if args.do == 'add' else 'dropped'}")
    return 0


def _promote(args: Namespace) -> int:
    from workflow.records import topics

    with asking.at_desk(args) as desk:
        found = asking.given(args)
        on, why = asking.when(args, desk, found), asking.reason(args, found)
        with desk.reading() as tx:
            facts = asking.facts_of(desk, tx, Move.DRAFT, found)
        moved = topics.begin(desk, facts, topic=topics.topic_ref(args.topic), on=on, why=why)
        return outcome.show(args, desk, moved, f"drafted from {args.topic}")
