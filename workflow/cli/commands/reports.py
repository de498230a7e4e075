"""`matters reports`: the reports, where each stands and what is due next."""

from argparse import ArgumentParser, Namespace

from states.errors import BadInput
from states.words import State
from workflow.cli import out
from workflow.cli.in_order import add_sort, in_order
from workflow.cli.place import add_reading, look_of
from workflow.views.lists import reports
from workflow.views.names import body_named
from workflow.views.records import Listed

SAYS = "the reports: where each stands and what is due next"
EXAMPLES = ("matters reports", "matters reports --state recommended", "matters reports --open --sort next_due desc")

COLUMNS = {
    "report": "", "title": "Title", "state": "State", "body": "Body", "lead_officer": "Lead officer",
    "next_due": "Next due",
}  # fmt: skip


def arguments(parser: ArgumentParser) -> None:
    """The filters."""
    parser.add_argument("--state", metavar="STATE", help="only in this state, such as recommended or called-in")
    parser.add_argument("--body", metavar="NAME", help="only of this scrutiny body")
    parser.add_argument("--portfolio", metavar="NAME", help="only of this portfolio")
    parser.add_argument("--officer", metavar="POST", help="only led by this post")
    parser.add_argument("--words", metavar="WORDS", help="only with these words in the title or the reference")
    parser.add_argument("--open", action="store_true", help="only those neither closed nor withdrawn")
    add_sort(parser)
    add_reading(parser)


def run(args: Namespace) -> int:
    """Lists them."""
    with look_of(args) as look:
        body = body_named(look, args.body)
        state = state_named(args.state) if args.state else None

        def read(limit: int | None) -> list[Listed]:
            return reports(
                look, state=state, body=body, portfolio=args.portfolio, officer=args.officer, words=args.words,
                only_open=args.open, limit=limit,
            )  # fmt: skip

        found = in_order(read, Listed.__struct_fields__, args.sort, args.limit)
    out.rows(found, COLUMNS, args.format, empty="There is no such report.")
    return 0


def state_named(text: str) -> State:
    """The state of a name, written `called_in`, `called-in` or `called in`."""
    try:
        return State(text.strip().lower().replace("-", "_").replace(" ", "_"))
    except ValueError:
        states = ", ".join(State)
        raise BadInput(f"There is no state “{text}”.{out.closest(text, State)} The states: {states}.") from None
