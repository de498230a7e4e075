"""`matters body`: committees, Cabinet and partners, with their names through time and their successors."""

from argparse import ArgumentParser, Namespace

from states.words import BodyKind, said
from workflow.cli import asking, out
from workflow.cli.place import add_reading, desk_of, look_of

SAYS = "committees, Cabinet and partners: names, kinds, successors"
EXAMPLES = (
    'matters body add "Scrutiny Board (2)" --kind scrutiny',
    'matters body rename "Scrutiny Board (2)" "Education and Children\'s Services Scrutiny Board" --from 2019-05-16',
    "matters body succeed B2 --by B5 --on 2024-05-16",
    "matters body list",
)
_KINDS = tuple(kind.value for kind in BodyKind)


def arguments(parser: ArgumentParser) -> None:
    """One sub-command a verb."""
    verbs = parser.add_subparsers(dest="do", required=True, metavar="VERB")
    add = verbs.add_parser("add", help="a body that meets, decides or answers")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--kind", required=True, metavar="KIND", help=", ".join(map(said, _KINDS)))
    add.add_argument("--since", metavar="DATE", help="from when it has had this name, if known")
    _powers(add)
    rename = verbs.add_parser("rename", help="another name, from a day on")
    rename.add_argument("body", metavar="BODY", help="by name or B2")
    rename.add_argument("name", metavar="NAME")
    rename.add_argument("--from", dest="since", metavar="DATE", help="from when; left out: today")
    rename.add_argument("--why", metavar="WORDS")
    succeed = verbs.add_parser("succeed", help="which body came after this one")
    succeed.add_argument("body", metavar="BODY", help="by name or B2")
    succeed.add_argument("--by", required=True, metavar="BODY", help="the body that came after it")
    asking.add_when(succeed, "from when; left out: today")
    succeed.add_argument("--why", metavar="WORDS")
    change = verbs.add_parser("change", help="put right what it is")
    change.add_argument("body", metavar="BODY", help="by name or B2")
    change.add_argument("--kind", metavar="KIND")
    change.add_argument("--why", metavar="WORDS", help="why it is changed")
    _powers(change)
    add_reading(verbs.add_parser("list", help="the bodies, by the names they had on a day"))


def _powers(parser: ArgumentParser) -> None:
    parser.add_argument("--scrutiny", choices=("yes", "no"), help="whether it has scrutiny powers; else by its kind")
    parser.add_argument("--health", choices=("yes", "no"), help="whether it is a health body (28 days to respond)")
    parser.add_argument("--note", metavar="WORDS")


def run(args: Namespace) -> int:
    """Does it, and says so."""
    from workflow.lookups import Lookup, known_kind
    from workflow.records import bodies

    if args.do == "list":
        return _list(args)
    yes = {"yes": True, "no": False, None: None}
    with desk_of(args) as desk, desk.writing() as tx:
        lookup = Lookup(tx)
        if args.do == "add":
            ref = bodies.add(
                desk, args.name, known_kind(args.kind), scrutiny=yes[args.scrutiny], health=bool(yes[args.health]),
                since=asking.day(desk, args.since), note=args.note, tx=tx,
            )  # fmt: skip
        else:
            ref = lookup.body_ref(args.body)
            if args.do == "rename":
                since = asking.day(desk, args.since) or desk.today
                bodies.rename(desk, ref, args.name, since=since, why=args.why, tx=tx)
            elif args.do == "succeed":
                by = lookup.body_ref(args.by)
                bodies.succeed(desk, ref, by, on=asking.day(desk, args.on), why=args.why, tx=tx)
            else:
                bodies.change(
                    desk, ref, kind=known_kind(args.kind) if args.kind else None, scrutiny=yes[args.scrutiny],
                    health=yes[args.health], note=args.note, why=args.why, tx=tx,
                )  # fmt: skip
        now = lookup.frozen(ref)
    kind = said(now.kind) if now.kind else "kind not known"
    powers = "with scrutiny powers" if now.scrutiny else "without scrutiny powers"
    former = f", formerly {'; '.join(now.formerly)}" if now.formerly else ""
    out.say(f"B{ref} · {now.name} · {kind}, {powers}{former}")
    return 0


def _list(args: Namespace) -> int:
    from workflow.records import bodies

    with look_of(args) as look:
        found = bodies.listed(look.tx, look.day)[: args.limit]
    columns = {"body": "Body", "name": "Name", "kind": "Kind", "scrutiny": "Scrutiny powers", "succeeded_by": "Now"}
    out.rows(found, columns, args.format, empty="There is no body yet. Add one with: matters body add NAME --kind KIND")
    return 0
