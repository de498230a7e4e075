"""`matters db`: the care of the database."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from states.errors import BadInput
from workflow.cli import out
from workflow.cli.place import add_format, place_of, store_to_read
from workflow.settings import file_of, masked

SAYS = "upgrade, back up, restore, check, verify or replay the database"
EXAMPLES = (
    "matters db path",
    "matters db backup ~/backups/matters-june.db",
    "matters db verify",
    "matters db restore ~/backups/matters-june.db",
)


def arguments(parser: ArgumentParser) -> None:
    """One sub-command each."""
    subs = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    subs.add_parser("path", help="where the database is, and what says so")
    subs.add_parser("upgrade", help="bring it up to this version; a backup is kept beside it first")
    backup = subs.add_parser("backup", help="copy it into a new file, also while it is in use")
    backup.add_argument("file", metavar="FILE", type=Path, help="the new file")
    restore = subs.add_parser("restore", help="put a backup in its place, once it verifies; the one before is kept")
    restore.add_argument("file", metavar="FILE", type=Path, help="the backup")
    check = subs.add_parser("check", help="look it over for damage")
    add_format(check)
    verify = subs.add_parser("verify", help="see that it is what its journal says, entry by entry and row by row")
    verify.add_argument("--head", metavar="SEAL", help="a seal kept elsewhere: an end cut off since then is found")
    add_format(verify)
    replay = subs.add_parser("replay", help="make a new database from the journal alone")
    replay.add_argument("file", metavar="FILE", type=Path, help="the new database")


def run(args: Namespace) -> int:
    """Does one of them."""
    return {
        "path": path,
        "upgrade": upgrade,
        "backup": backup,
        "restore": restore,
        "check": check,
        "verify": verify,
        "replay": replay,
    }[args.what](args)


def path(args: Namespace) -> int:
    """Says where the database is."""
    place = place_of(args)
    out.say(file_of(place.url) or masked(place.url))
    out.tell(f"({place.said_by})")
    return 0


def upgrade(args: Namespace) -> int:
    """Brings the database up to this version."""
    from db.upgrade import upgrade

    with store_to_read(args, any_edition=True) as store:
        done = upgrade(store)
    if done.before == done.after:
        out.say(f"{store.place} is of this version already (edition {done.after}).")
        return 0
    out.say(f"{store.place} was brought from edition {done.before} to {done.after}.")
    if done.kept:
        out.say(f"As it was before, it is kept in {done.kept}.")
    return 0


def backup(args: Namespace) -> int:
    """Copies the database."""
    from db.care import backup

    with store_to_read(args) as store:
        made = backup(store, args.file, progress=_progress())
    _progress_ends()
    out.say(f"{store.place} was copied to {made}.")
    return 0


def restore(args: Namespace) -> int:
    """Puts a backup in the database's place."""
    from db.care import restore

    file = file_of(place_of(args).url)
    if file is None:
        raise BadInput("Only a database file is restored so; restore a server's database with the server's own tools.")
    if not args.file.expanduser().exists():
        raise BadInput(f"There is no file {args.file}.")
    done = restore(args.file, Path(file))
    out.say(f"{done.path} is now the backup {args.file}: {done.verdict.entries} entries, verified.")
    if done.kept:
        out.say(f"The database before is kept in {done.kept}.")
    return 0


def check(args: Namespace) -> int:
    """Looks the database over for damage."""
    from db.care import check

    with store_to_read(args, any_edition=True) as store:
        faults = check(store)
    if args.format != "table":
        out.rows([{"fault": fault} for fault in faults], {"fault": "Fault"}, args.format)
    else:
        out.say("\n".join(faults) or f"{store.place} shows no damage. Whether it tells the truth: matters db verify")
    return 1 if faults else 0


def verify(args: Namespace) -> int:
    """Sees that the database is what its journal says."""
    from db.verify import verify

    with store_to_read(args) as store:
        verdict = verify(store, head=args.head)
    if args.format == "json":
        findings = [finding._asdict() for finding in verdict.findings]
        out.record({
            "good": verdict.good, "entries": verdict.entries, "redacted": verdict.redacted,
            "reports": verdict.reports, "records": verdict.records, "head": verdict.head.hash, "findings": findings,
        })  # fmt: skip
    elif args.format == "csv":
        out.rows([f._asdict() for f in verdict.findings], dict.fromkeys(("kind", "says", "entry"), ""), "csv")
    else:
        for finding in verdict.findings:
            out.say(finding.says)
        if verdict.good:
            redacted = f", {verdict.redacted} with words taken out" if verdict.redacted else ""
            out.say(
                f"{store.place} verifies: {verdict.entries} entries{redacted}, {verdict.reports} reports and "
                f"{verdict.records} other records agree with them."
            )
        out.say(f"The seal to keep elsewhere: {verdict.head.hash}")
    return 0 if verdict.good else 1


def replay(args: Namespace) -> int:
    """Makes a new database from the journal."""
    from db.replay import replay
    from db.store import open_store

    if args.file.expanduser().exists():
        raise BadInput(f"{args.file} is there already, and was left as it is. Name a new file.")
    with store_to_read(args) as store, open_store(str(args.file)) as target:
        many = replay(store, target)
    out.say(f"{args.file} was made from the journal of {store.place}: {many} reports.")
    return 0


def _progress() -> Callable[[int, int], None] | None:
    """Tells how far a copy is, on a terminal only."""
    if not sys.stderr.isatty():
        return None
    return lambda done, of: print(f"\rcopied {done} of {of} pages", end="", file=sys.stderr, flush=True)


def _progress_ends() -> None:
    if sys.stderr.isatty():
        print(file=sys.stderr)
