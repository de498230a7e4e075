"""`matters new`: begins a report, from nothing or from a topic."""

from argparse import ArgumentParser, Namespace

from states.errors import BadInput
from states.words import Move
from workflow.cli import asking, outcome

SAYS = "begin a report"
EXAMPLES = (
    'matters new "Libraries Update" --body "Scrutiny Board (2)"',
    'matters new "Budget" --body B1 --fact lead_officer="Director of Finance" --fact key=yes --fact exempt=no',
    "matters new --topic T4 --on '7 March 2017'",
)


def arguments(parser: ArgumentParser) -> None:
    """Title, body, facts, topic."""
    parser.add_argument("title", metavar="TITLE", nargs="?", help="what it is called; from a topic: the topic's own")
    parser.add_argument("--body", metavar="BODY", help="the scrutiny body that will consider it, by name or B2")
    parser.add_argument("--topic", metavar="T4", help="the topic it grows from")
    asking.add_what(parser)
    asking.add_when(parser)
    asking.add_how(parser)


def run(args: Namespace) -> int:
    """Drafts the report."""
    from workflow.records import topics

    with asking.at_desk(args) as desk:
        found = asking.given(args)
        for name, value in {"title": args.title, "scrutiny_body": args.body, "topic": args.topic}.items():
            if value is not None:
                if found.get(name) not in (None, value):
                    raise BadInput(f"{name} is given twice: “{value}” and “{found[name]}”.")
                found[name] = value
        on, why = asking.when(args, desk, found), asking.reason(args, found)
        with desk.reading() as tx:
            facts = asking.facts_of(desk, tx, Move.DRAFT, found)
        moved = topics.begin(desk, facts, on=on, why=why)
        return outcome.show(args, desk, moved, "drafted")
