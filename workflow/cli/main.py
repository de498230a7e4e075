"""Where `matters` begins: finds the command among the words, imports that one alone, and turns errors into sentences.

Only `sys`, `os` and the table are loaded here; whatever else is needed is imported where it is needed.
"""

from __future__ import annotations

import os
import sys

from workflow.cli.table import COMMANDS, COMMON, GROUPS, READING, VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing costs more than all else here
    from types import ModuleType


def main(argv: list[str] | None = None) -> int:
    """Runs one command; the exit code: 0 done, 1 refused or something is wrong, 2 wrong use, 130 interrupted."""
    words = sys.argv[1:] if argv is None else list(argv)
    try:
        code = _called(words)
        sys.stdout.flush()
    except BrokenPipeError:
        _close_quietly()
        return 0
    except KeyboardInterrupt:
        return 130
    except SystemExit as leave:
        return leave.code if isinstance(leave.code, int) else 0 if leave.code is None else 1
    except Exception as error:
        from workflow.cli.trouble import told

        return told(error)
    return code


def _called(words: list[str]) -> int:
    """Finds what is asked for, and does it."""
    common, words = _take(words, COMMON)
    before, name, after = _split(words)
    if name is None:
        if "--version" in before:
            print(f"matters {VERSION}")
            return 0
        if "--help" in before or "-h" in before:
            print(overview())
            return 0
    words = _placed(before, after)
    module = _module(name)
    quick = getattr(module, "quick", None)
    if quick is not None and not {"-h", "--help"} & set(words):
        answer = quick(words, common)
        if answer is not None:
            return int(answer)
    from workflow.cli.parsing import parser_of

    args = parser_of(name or "", module).parse_args(words)
    for option in COMMON:
        setattr(args, option[2:], common.get(option))
    return int(module.run(args))


def _take(words: list[str], options: dict[str, tuple[str, str]]) -> tuple[dict[str, str], list[str]]:
    """Takes options with a value out of the words, wherever they stand before `--`: the last one given counts."""
    found: dict[str, str] = {}
    rest: list[str] = []
    waiting = list(reversed(words))
    while waiting:
        word = waiting.pop()
        if word == "--":
            return found, [*rest, word, *reversed(waiting)]
        option, equals, value = word.partition("=")
        if option not in options:
            rest.append(word)
            continue
        if not equals:
            value = waiting.pop() if waiting else ""
        if not value or (value.startswith("--") and not equals):
            raise _wrong(f"{option} wants a value: {option} {options[option][0]}.")
        found[option] = value
    return found, rest


def _split(words: list[str]) -> tuple[list[str], str | None, list[str]]:
    """The options before the command's name, the name, and what follows it."""
    before: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        if not word.startswith("-"):
            return before, word, words[at + 1 :]
        option, equals, _ = word.partition("=")
        if option in READING:
            before += words[at : at + (1 if equals else 2)]
            at += 1 if equals else 2
            continue
        if word not in ("-h", "--help", "--version"):
            raise _wrong(f"There is no option {word} before a command's name.{_closest(option, [*COMMON, *READING])}")
        before.append(word)
        at += 1
    return before, None, []


def _placed(before: list[str], after: list[str]) -> list[str]:
    """The options that stood before the name, put behind everything else, as its own options or its sub-command's."""
    end = after.index("--") if "--" in after else len(after)
    return [*after[:end], *before, *after[end:]]


def _module(name: str | None) -> ModuleType:
    """The module of a command; without a name the board."""
    if name is None:
        module = "board"
    elif name in COMMANDS:
        module = COMMANDS[name][1]
    else:
        hint = _closest(name, COMMANDS, " Type matters --help for the list.")
        raise _wrong(f"There is no command “{name}”.{hint}")
    full = f"workflow.cli.commands.{module}"
    try:
        return __import__(full, fromlist=["run"])
    except ModuleNotFoundError as error:
        if error.name != full:
            raise
        raise _wrong(f"The command {name or 'board'} is missing from this installation. Install it again.") from None


def overview() -> str:
    """The list of commands in their groups."""
    widest = max(map(len, COMMANDS)) + 2
    lines = ["usage: matters [COMMAND] [options]", ""]
    lines += ["Carries a council's report from draft through scrutiny to Cabinet, and forgets no promise.", ""]
    for group, heading in GROUPS.items():
        lines.append(f"{heading}:")
        lines += [f"  {name:<{widest}}{says}" for name, (its, _, says) in COMMANDS.items() if its == group]
        lines.append("")
    lines += ["Options of every command, before or after its name:", *_options(COMMON), ""]
    lines += ["Options of every command that reads:", *_options(READING), ""]
    lines.append("Help on one command: matters help COMMAND. The words of the field: matters help words.")
    return "\n".join(lines)


def _options(options: dict[str, tuple[str, str]]) -> list[str]:
    return [f"  {f'{option} {value}':<22}{says}" for option, (value, says) in options.items()]


def _closest(word: str, words: object, otherwise: str = "") -> str:
    from workflow.cli.out import closest

    return closest(word, words, otherwise)  # type: ignore[arg-type]


def _wrong(sentence: str) -> Exception:
    from workflow.cli.out import WrongUse

    return WrongUse(sentence)


def _close_quietly() -> None:
    """Whoever read our output went away: nothing more is written, and nothing is said about it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        pass
    finally:
        os.close(nowhere)


if __name__ == "__main__":
    sys.exit(main())
