"""`matters demo`: the worked example, or a large database made up; never in anybody's own database."""

import shlex
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from importlib import import_module
from time import perf_counter
from typing import TYPE_CHECKING

from states.days import said_day
from workflow.cli import out
from workflow.cli.place import at_least_one
from workflow.cli.today import today
from workflow.demo.keeping import Standing, kept, own_place

if TYPE_CHECKING:
    from db.store import Store

SAYS = "try it: the worked example, or a large database made up"
EXAMPLES = (
    "matters demo",
    "matters demo --fresh --db demonstration.db",
    "matters demo --follow-ups 1000 --seed 7 --db made-up.db",
)

_SHOWN: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("The board", "board", ()),
    ("What is overdue", "overdue", ()),
    ("What falls due within four weeks", "due", ("--within", "28d")),
)


def arguments(parser: ArgumentParser) -> None:
    """Whether to begin anew, and how large a made-up one is to be."""
    parser.add_argument("--fresh", action="store_true", help="build it anew, whatever was tried in it")
    parser.add_argument(
        "--follow-ups", type=at_least_one, metavar="N", help="make up a large database with so many follow-ups instead"
    )
    parser.add_argument(
        "--seed", type=int, default=0, metavar="S", help="which one: the same rows each time for the same N and S"
    )


def run(args: Namespace) -> int:
    """Builds what is asked for, or uses what is there, and shows it."""
    return _made_up(args) if args.follow_ups else _example(args)


def _example(args: Namespace) -> int:
    from workflow import demo
    from workflow.desk import Desk

    notes: list[str] = []

    def looks(store: "Store") -> Standing:
        found = demo.found_in(store)
        if found is None:
            return _empty(store)
        if not found.touched:
            return Standing.WANTED if found.day == today() else Standing.STALE
        if found.day == today():
            return Standing.WORKED_IN
        notes.append(
            f"It was built on {said_day(found.day)} and worked in since, so its days are those of then; "
            "matters demo --fresh begins anew."
        )
        return Standing.WORKED_IN

    def builds(store: "Store") -> None:
        began = perf_counter()
        built = demo.build(Desk(store, "demonstration"))
        notes[:] = [
            f"Built the worked example and a council's year around it: {built.reports} reports, "
            f"{built.entries} entries, in {perf_counter() - began:.1f} s."
        ]

    place = args.db or own_place("demonstration.db")
    kept(place, looks, builds, fresh=args.fresh)
    for note in notes:
        out.tell(note)
    if sys.stdin.isatty() and sys.stdout.isatty():
        from workflow.cli.commands.board import quick

        given = {"--db": place, "--who": args.who, "--config": args.config}
        code = quick([], {option: str(value) for option, value in given.items() if value})
        _next(args, place)
        return code or 0
    for heading, name, words in _SHOWN:
        out.heading(heading)
        _show(name, words, place)
        out.say("")
    _next(args, place)
    return 0


def _empty(store: "Store") -> Standing:
    with store.reading() as tx:
        return Standing.FOREIGN if tx.head().entry else Standing.STALE if store.path else Standing.EMPTY


def _show(name: str, words: tuple[str, ...], place: str) -> None:
    """Prints what another command would."""
    from workflow.cli.parsing import parser_of

    module = import_module(f"workflow.cli.commands.{name}")
    args = parser_of(name, module).parse_args(list(words))
    args.db, args.config, args.who = place, None, None
    module.run(args)


def _next(args: Namespace, place: str) -> None:
    """Two lines: what to try next."""
    from workflow.settings import database, file_of

    usual = file_of(database(None, args.config).url)
    named = "" if usual == place else f" --db {shlex.quote(place)}"
    out.say(f"Its story from 2016 to 2024: matters thread R1{named}")
    out.say(f"What may happen next, what stands in the way, where each date comes from: matters explain R1{named}")


def _made_up(args: Namespace) -> int:
    from workflow import synthetic

    wanted = (args.follow_ups, args.seed)
    made: list[synthetic.Made] = []

    def looks(store: "Store") -> Standing:
        if synthetic.made_in(store) is None:
            return _empty(store)
        if synthetic.worked_in(store):
            return Standing.FOREIGN
        return Standing.WANTED if synthetic.whole(store) == wanted else Standing.STALE

    def builds(store: "Store") -> None:
        made.append(synthetic.build_large(store, *wanted, progress=_progress(args.follow_ups)))

    place = args.db or own_place(f"made-up-{args.follow_ups}-{args.seed}.db")
    began = perf_counter()
    kept(place, looks, builds, fresh=args.fresh)
    took = perf_counter() - began
    if made:
        counts = f"{made[0].reports:,} reports, {made[0].follow_ups:,} follow-ups, {made[0].entries:,} entries"
        out.say(f"Made up {counts} in {took:.1f} s: {place}")
    else:
        out.say(f"It is there already, with {args.follow_ups:,} follow-ups: {place}")
    late = synthetic.late_of(args.follow_ups)
    out.say(f"It stands as on 1 January 2026, when {late} are late:")
    out.say(f"  matters overdue --as-of 2026-01-01 --db {shlex.quote(place)}")
    return 0


def _progress(follow_ups: int) -> Callable[[int], None] | None:
    """Says on a terminal how far it has come, on one line."""
    if not sys.stderr.isatty():
        return None

    def told(made: int) -> None:
        sys.stderr.write(f"\r{made:,} of {follow_ups:,} follow-ups" if made < follow_ups else "\r\x1b[K")
        sys.stderr.flush()

    return told
