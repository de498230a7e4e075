"""`matters import --from`: fetches a council's papers from its own site, so that they can be imported as files."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import timedelta
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from states.errors import BadInput
from workflow.cli import out
from workflow.cli.place import a_day, desk_of, place_of
from workflow.cli.progress import Progress
from workflow.settings import file_of

if TYPE_CHECKING:
    from workflow.importers.reader import Reader

_BACK = timedelta(days=183)
_AHEAD = timedelta(days=120)
_LONG = 5


def add_site(parser: ArgumentParser) -> None:
    """Adds `--from`, `--body` and `--since`."""
    group = parser.add_argument_group("from a council's site")
    group.add_argument(
        "--from", dest="site", metavar="ADDRESS",
        help="fetch the papers from the committee system at this address, one at a time, and from nowhere else",
    )  # fmt: skip
    group.add_argument(
        "--body", metavar="NAME", action="append", default=[],
        help="a body whose meetings are wanted, by its name there; `all` for every one",
    )  # fmt: skip
    group.add_argument(
        "--pause", type=_seconds, default=1.0, metavar="SECONDS", help="how long to wait between two requests: 1 second"
    )
    group.add_argument(
        "--since", type=a_day, metavar="DAY", help="meetings from this day on; half a year back unless said"
    )


def fetched(args: Namespace, reader: "Reader") -> tuple[list[Path], list[str]]:
    """The files of the papers that were fetched, and a sentence for each that could not be.

    Raises:
        BadInput: the address is none, the site cannot be read, or it has no such body.
    """
    from platformdirs import user_cache_dir

    from workflow.desk import machine_clock
    from workflow.importers.pile import Unread
    from workflow.importers.site.address import Site
    from workflow.importers.site.answer import Manners
    from workflow.importers.site.client import Client
    from workflow.importers.site.kept import Kept
    from workflow.importers.site.walk import Walk, Wanted

    site = Site.parse(args.site)
    now = machine_clock()
    since = args.since or now.date() - _BACK
    wanted = Wanted(tuple(args.body), since, now.date() + _AHEAD)
    kept = Kept(Path(user_cache_dir("matters-arising", appauthor=False)) / "sites" / site.name)
    progress = Progress(None, "pages")
    told: set[str] = set()

    def waiting(words: str, seconds: int) -> None:
        """On a terminal each second is shown; elsewhere a longer wait is told once."""
        if not progress.waits(words, seconds) and seconds >= _LONG and words not in told:
            told.add(words)
            out.tell(f"{words} ({seconds} seconds).")

    papers: list[Path] = []
    refused: list[str] = []
    try:
        manners = Manners(pause=args.pause)
        with Client(site, kept, now=now, agent=_agent(args), manners=manners, waiting=waiting) as client:
            walk = Walk(client, reader, wanted, progress.next)
            for one in walk.papers():
                if isinstance(one, Unread):
                    refused.append(one.says)
                else:
                    papers.append(one)
    except ModuleNotFoundError as missing:
        raise BadInput(f"Fetching needs {missing.name}: install matters-arising[import].") from None
    finally:
        progress.clear()
    if walk.pages:
        out.tell(f"The web service of {site.host} is not open; its pages were read instead.")
    return papers, refused


def _seconds(text: str) -> float:
    """A pause, from none to a minute."""
    try:
        pause = float(text)
    except ValueError:
        pause = -1.0
    if not 0 <= pause <= 60:
        raise ArgumentTypeError(f"“{text}” is no pause from 0 to 60 seconds")
    return pause


def _agent(args: Namespace) -> str:
    """How we name ourselves to the site: the program, its version, and the council whose desk this is."""
    council = args.council
    file = file_of(place_of(args).url)
    if council is None and (file is None or Path(file).exists()):
        with desk_of(args) as desk, desk.reading() as tx:
            council = desk.rules(tx).on(None).name
    plain = "".join(c if c.isascii() and c.isprintable() and c not in "()" else "?" for c in council or "")[:100]
    return f"matters-arising/{version('matters-arising')}" + (f" (+{plain})" if plain else "")
