"""`matters doctor`: whether everything this installation stands on is in order."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from states.errors import MattersError
from workflow import settings
from workflow.cli import out
from workflow.cli.place import add_format, place_of
from workflow.cli.table import VERSION

if TYPE_CHECKING:
    from db.store import Store

SAYS = "look whether everything is in order"
EXAMPLES = ("matters doctor", "matters doctor --format json")

FINE, NOTE, WRONG = "in order", "note", "wrong"
Found = tuple[str, str, str]
"""What was looked at, how it is, and a sentence."""


def arguments(parser: ArgumentParser) -> None:
    """Only how it is printed."""
    add_format(parser)


def run(args: Namespace) -> int:
    """Looks at everything; exit code 1 when something is wrong."""
    looks: tuple[Callable[[Namespace], Iterator[Found]], ...] = (
        _python,
        _floors,
        _packages,
        _settings,
        _database,
        _clock,
        _log,
    )
    found: list[Found] = []
    for look in looks:
        try:
            found += look(args)
        except MattersError as error:
            found.append((look.__name__.strip("_"), WRONG, str(error)))
    rows = [{"what": what, "how": how, "says": says} for what, how, says in found]
    if args.format == "table":
        for row in rows:
            out.say(out.wrapped(row["says"], " " * 22, f"{row['how']:<10}{row['what']:<11} "))
    else:
        out.rows(rows, {"what": "", "how": "", "says": ""}, args.format)
    return 1 if any(how == WRONG for _, how, _ in found) else 0


def _python(_: Namespace) -> Iterator[Found]:
    version = sys.version.split()[0]
    fine = sys.version_info >= (3, 11)
    yield "python", FINE if fine else WRONG, f"Python {version}, Matters Arising {VERSION}, {sys.prefix}"
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    if encoding not in ("utf8", "utf_8"):
        yield "python", NOTE, f"Output is in {encoding or 'an unknown encoding'}; set PYTHONUTF8=1 to see every letter."


def _floors(_: Namespace) -> Iterator[Found]:
    """The four floors must come from one place: another package may bring a `db` of its own and overwrite ours."""
    from importlib import import_module

    homes: dict[str, Path] = {}
    for floor in ("states", "db", "workflow", "tui"):
        try:
            file = import_module(floor).__file__
        except ImportError as error:
            yield "floors", WRONG, f"The floor {floor} cannot be imported ({error}). Install Matters Arising again."
            continue
        if file is None:
            yield "floors", WRONG, f"The floor {floor} has lost its first file. Install Matters Arising again."
            continue
        homes[floor] = Path(file).resolve().parent.parent
    if len(set(homes.values())) > 1:
        places = "; ".join(f"{floor} in {home}" for floor, home in homes.items())
        yield "floors", WRONG, f"The floors do not live together ({places}). Install Matters Arising by itself."
    changed = list(_changed())
    if changed:
        some = ", ".join(changed[:3])
        yield "floors", WRONG, f"Another package overwrote {some}. Install Matters Arising by itself, e.g. with pipx."
    elif len(set(homes.values())) == 1 and len(homes) == 4:
        yield "floors", FINE, f"states, db, workflow and tui live together in {homes['states']}"


def _changed() -> Iterator[str]:
    """Our files that are not as they were installed."""
    import hashlib
    from base64 import urlsafe_b64encode
    from importlib.metadata import PackageNotFoundError, files

    try:
        ours = files("matters-arising") or []
    except PackageNotFoundError:
        return
    for file in ours:
        if file.hash is None or file.suffix != ".py" or file.parts[0] not in ("states", "db", "workflow", "tui"):
            continue
        path = Path(str(file.locate()))
        if not path.is_file():
            yield str(file)
            continue
        digest = urlsafe_b64encode(hashlib.new(file.hash.mode, path.read_bytes()).digest()).rstrip(b"=").decode()
        if digest != file.hash.value:
            yield str(file)


def _packages(_: Namespace) -> Iterator[Found]:
    import re
    from importlib.metadata import PackageNotFoundError, requires, version

    try:
        wanted = requires("matters-arising") or []
    except PackageNotFoundError:
        yield "packages", WRONG, "Matters Arising is not installed as a package. Install it: pip install ."
        return
    there = []
    for line in wanted:
        if "extra ==" in line:
            continue
        name, bounds = re.match(r"([\w.-]+)\s*([^;]*)", line).groups()  # type: ignore[union-attr]
        try:
            has = version(name)
        except PackageNotFoundError:
            yield "packages", WRONG, f"{name} is not installed. Install Matters Arising again."
            continue
        there.append(f"{name} {has}")
        for sign, bound in re.findall(r"(>=|<)\s*([\d.]+)", bounds):
            if (_numbers(has) >= _numbers(bound)) != (sign == ">="):
                yield "packages", WRONG, f"{name} is {has}, and {bounds.strip()} is wanted. Install again."
    yield "packages", FINE, ", ".join(there)


def _numbers(version: str) -> tuple[int, ...]:
    import re

    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])


def _settings(args: Namespace) -> Iterator[Found]:
    path = settings.settings_path(args.config)
    if path is None:
        yield "settings", FINE, f"no settings file at {settings.default_settings()}; none is needed"
        return
    from workflow.settings_sending import sending_in
    from workflow.settings_shown import doubts

    read = settings.read(path)
    settings.rules_in(read)
    sending = sending_in(read)
    yield "settings", FINE, f"{path} is right"
    for doubt in doubts(sending) if read.sending else ():
        yield "settings", NOTE, doubt
    if settings.readable_by_others(path):
        yield "settings", NOTE, f"{path} can be read by others on this computer; it holds no password."


def _database(args: Namespace) -> Iterator[Found]:
    place = place_of(args)
    file = settings.file_of(place.url)
    shown = file or settings.masked(place.url)
    if file is not None:
        from db.places import unfit

        path = Path(file).absolute()
        bad = unfit(path)
        if bad:
            yield "database", WRONG, bad
        if not path.exists():
            usual = place.said_by == "the platform's place"
            yield "database", NOTE if usual else WRONG, f"There is no database at {shown} yet ({place.said_by})."
            return
        if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            yield "database", WRONG, f"{shown} or its folder cannot be written to. Ask for the right to write."
    from db.quick import EDITION
    from db.store import edition_of, open_store

    with open_store(place.url, create=False, any_edition=True) as store:
        edition = edition_of(store)
        if edition != EDITION:
            says = f"{shown} is of edition {edition}, and this version wants {EDITION}. Run: matters db upgrade"
            yield "database", WRONG, says
            return
        yield "database", FINE, f"{shown} ({place.said_by}), {store.kind}, edition {edition}"
        if store.kind == "sqlite":
            import sqlite3

            with store.connection() as connection:
                mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
            fine = mode == "wal"
            says = f"SQLite {sqlite3.sqlite_version}, log mode {mode}" + ("" if fine else "; wal is wanted")
            yield "database", FINE if fine else WRONG, says
        with store.reading() as tx:
            head = tx.head()
        yield from _against_clock(head.at)
        yield from _whole(store)


SOON_LOOKED_OVER = 200 * 1024 * 1024
"""How many bytes of a database are looked over here; a larger one takes its time with `matters db check`."""


def _whole(store: "Store") -> Iterator[Found]:
    """Whether the database is damaged, where that is soon found out."""
    from db.care import check

    if store.path is not None and store.path.stat().st_size > SOON_LOOKED_OVER:
        yield "database", NOTE, "It is large and was not looked over for damage. Run: matters db check"
        return
    faults = check(store)
    if faults:
        more = f" And {len(faults) - 1} more: see matters db check." if len(faults) > 1 else ""
        yield "database", WRONG, f"{faults[0]}{more} Restore a backup: matters db restore FILE"


def _against_clock(at: str) -> Iterator[Found]:
    """A machine whose clock is behind the last entry has the wrong time, or the other one had."""
    from states.days import instant_text
    from workflow.desk import machine_clock

    if at and at > instant_text(machine_clock()):
        yield (
            "clock",
            WRONG,
            f"The last entry was made at {at}, which is still to come by this computer's clock. Set it.",
        )


def _clock(_: Namespace) -> Iterator[Found]:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        zone = ZoneInfo("Europe/London")
    except ZoneInfoNotFoundError:
        yield "clock", WRONG, "The time zone Europe/London is not known here. Install the package tzdata."
        return
    from workflow.desk import machine_clock

    now = machine_clock()
    if not 2026 <= now.year <= 2100:
        yield "clock", WRONG, f"This computer thinks it is the year {now.year}. Set its clock."
        return
    yield "clock", FINE, f"it is {now.astimezone(zone):%H:%M on %A %d %B %Y} in London"


def _log(_: Namespace) -> Iterator[Found]:
    from workflow.cli.trouble import log_file

    if Path(log_file()).exists():
        yield (
            "log",
            NOTE,
            f"Errors that should not have been are written in {log_file()}; remove it once they are told.",
        )
