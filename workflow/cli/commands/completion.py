"""`matters completion SHELL`: the script with which a shell completes commands and options.

Shells ask for it each time they start, so it is made once and kept in the platform's cache, until a command changes.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SAYS = "what your shell needs to complete commands"
EXAMPLES = ('eval "$(matters completion bash)"', "matters completion zsh > ~/.zfunc/_matters")
SHELLS = ("bash", "zsh", "tcsh")


def arguments(parser: ArgumentParser) -> None:
    """The shell."""
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help="bash, zsh or tcsh")


def run(args: Namespace) -> int:
    """Prints the script, and keeps it."""
    script = made(args.shell)
    sys.stdout.write(script)
    try:
        place = _kept(args.shell)
        os.makedirs(os.path.dirname(place), exist_ok=True)  # noqa: PTH103, PTH120
        with open(f"{place}.part", "w", encoding="utf-8") as file:  # noqa: PTH123
            file.write(script)
        os.replace(f"{place}.part", place)  # noqa: PTH105
    except OSError:
        pass  # not kept: the next time takes as long as this one
    return 0


def quick(words: list[str], common: dict[str, str]) -> int | None:
    """Prints the script that was kept, if there is one of this very version."""
    if len(words) != 1 or words[0] not in SHELLS:
        return None
    try:
        with open(_kept(words[0]), encoding="utf-8") as file:  # noqa: PTH123
            sys.stdout.write(file.read())
    except OSError:
        return None
    return 0


def made(shell: str) -> str:
    """The script for a shell, from the parsers of all commands."""
    import shtab

    from workflow.cli.parsing import Parser, parser_of
    from workflow.cli.table import COMMANDS

    whole = Parser(prog="matters", description="Carries a council's report through scrutiny, and forgets no promise.")
    subs = whole.add_subparsers()
    for name, (_, module, says) in COMMANDS.items():
        try:
            loaded = __import__(f"workflow.cli.commands.{module}", fromlist=["arguments"])
        except ModuleNotFoundError:
            continue
        subs.add_parser(name, help=says, parents=[parser_of(name, loaded, bare=True)], add_help=True)
    return str(shtab.complete(whole, shell))


def _kept(shell: str) -> str:
    """Where the script is kept: its name changes with the version, the place, and the newest of the commands."""
    from zlib import crc32

    from platformdirs import user_cache_dir

    from workflow.cli.table import VERSION

    here = os.path.dirname(__file__)  # noqa: PTH120
    newest = max(entry.stat().st_mtime_ns for entry in os.scandir(here) if entry.name.endswith(".py"))
    mark = crc32(f"{VERSION} {here} {newest}".encode())
    return os.path.join(user_cache_dir("matters-arising", appauthor=False), f"completion-{mark:08x}.{shell}")  # noqa: PTH118
