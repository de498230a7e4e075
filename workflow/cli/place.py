"""Where a command works: the desk for those that write, a look for those that read; and the options for both."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace, _ArgumentGroup
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from states.errors import BadInput, StoreUnreachable
from workflow.cli.out import FORMS
from workflow.cli.table import COMMON, READING
from workflow.cli.today import today
from workflow.cli.who import at_the_desk
from workflow.settings import Place, database, file_of

if TYPE_CHECKING:
    from db.store import Store
    from workflow.desk import Desk
    from workflow.views.look import Look


def add_common(parser: ArgumentParser) -> None:
    """Adds the options of every command; `main` has taken their values out of the words already."""
    group = parser.add_argument_group("options of every command")
    for option, (value, says) in COMMON.items():
        group.add_argument(option, metavar=value, help=says)


def add_reading(parser: ArgumentParser) -> None:
    """Adds `--format`, `--as-of`, `--known-at` and `--limit`."""
    group = parser.add_argument_group("options of every command that reads")
    add_format(group)
    group.add_argument("--as-of", type=a_day, metavar="DAY", help=READING["--as-of"][1])
    group.add_argument("--known-at", type=an_instant, metavar="INSTANT", help=READING["--known-at"][1])
    group.add_argument("--limit", type=at_least_one, metavar="N", help=READING["--limit"][1])


def add_format(parser: ArgumentParser | _ArgumentGroup) -> None:
    """Adds `--format` alone, for a command that tells something but has no past."""
    parser.add_argument("--format", choices=FORMS, default="table", help=READING["--format"][1])


def a_day(text: str) -> date:
    """A day as people type it: `7 March 2017`, `2017-03-07`, `yesterday`. For `type=` of an option."""
    from states.british_dates import parse_day

    try:
        return parse_day(text, today())
    except BadInput as error:
        raise ArgumentTypeError(str(error)) from None


def an_instant(text: str) -> datetime:
    """An instant: ISO with `Z` or an offset; without either it is London's time; a day alone means its end in London.

    In the hour that comes twice in October the later one is meant, so that nothing known by then is missed.
    """
    from states.zone import LONDON

    typed = text.strip()
    try:
        if len(typed) <= 10:
            raise ValueError("a day, or none at all")
        found = datetime.fromisoformat(typed)
    except ValueError:
        day = a_day(text)
        return datetime.combine(day, time.max, LONDON).astimezone(UTC)
    if found.tzinfo is None:
        found = found.replace(tzinfo=LONDON, fold=1)
    return found.astimezone(UTC)


def at_least_one(text: str) -> int:
    """A whole number from 1 up."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 2**63):
        raise ArgumentTypeError(f"“{text}” is no whole number from 1 up")
    return int(text)


def who_of(args: Namespace) -> str:
    """Who is at the desk: `--who`, else MATTERS_WHO, else the login name."""
    return at_the_desk(args.who)


def place_of(args: Namespace) -> Place:
    """Where the database is, and what says so."""
    return database(args.db, args.config)


@contextmanager
def desk_of(args: Namespace) -> Iterator["Desk"]:
    """The desk for a command that writes; the database is made when there is none."""
    from db.store import open_store
    from workflow.desk import Desk

    who, place = who_of(args), place_of(args)
    file = file_of(place.url)
    if file is not None and place.said_by == "the platform's place":
        Path(file).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open_store(place.url) as store:
        yield Desk(store, who)


@contextmanager
def look_of(args: Namespace) -> Iterator["Look"]:
    """The look for a command that reads: as it stands, as of a day, or as known at an instant. It makes nothing.

    Its `day` is the one lateness is counted on: `--as-of`, else the London day of `--known-at`, else today.
    """
    from states.days import instant_text
    from workflow.cli.progress import Progress
    from workflow.views.look import looking

    known_at: datetime | None = getattr(args, "known_at", None)
    with (
        store_to_read(args) as store,
        looking(
            store,
            today(),
            as_of=getattr(args, "as_of", None),
            known_at=instant_text(known_at) if known_at else None,
            heed=Progress(None, "reports as they stood").reached,
        ) as look,
    ):
        yield look


def store_to_read(args: Namespace, *, any_edition: bool = False) -> "Store":
    """The store of a command that only reads; a sentence when there is none yet."""
    place = place_of(args)
    file = file_of(place.url)
    if file is not None and not Path(file).exists():
        raise StoreUnreachable(
            f"There is no database at {file} ({place.said_by}). "
            "Try the worked example (matters demo), begin a report (matters new), or read papers (matters import)."
        )
    from db.store import open_store

    return open_store(place.url, create=False, any_edition=any_edition)
