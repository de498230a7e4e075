"""argparse, made to speak in sentences and to name what was probably meant."""

import argparse
from types import ModuleType
from typing import Any, NoReturn

from workflow.cli.out import WrongUse, closest
from workflow.cli.place import add_common
from workflow.cli.table import COMMANDS


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are `WrongUse`, each a sentence; sub-commands have parsers of this kind too."""

    def __init__(self, **given: Any) -> None:
        given.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(**{**given, "allow_abbrev": False})

    def error(self, message: str) -> NoReturn:
        """Raises what is wrong as a sentence."""
        raise WrongUse(f"{_sentence(message)} See: {self.prog} --help")

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Reads the words; an option nobody knows is named with the closest there is."""
        found, unknown = self.parse_known_args(args, namespace)
        if unknown:
            options = sorted({option for parser in _with_subs(self) for option in parser._option_string_actions})
            word = unknown[0].partition("=")[0]
            if word.startswith("-"):
                self.error(f"there is no option {word} here.{closest(word, options)}")
            self.error(f"“{unknown[0]}” is one word too many.")
        return found

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            choices = [str(choice) for choice in action.choices]
            hint = closest(str(value), choices)
            raise argparse.ArgumentError(action, f"“{value}” is none of {', '.join(choices)}.{hint}")


def parser_of(name: str, module: ModuleType, *, bare: bool = False) -> Parser:
    """The parser of one command, with its examples and the options of every command; `bare` without its own --help."""
    says = COMMANDS[name][2] if name in COMMANDS else str(module.SAYS)
    examples = "\n".join(f"  {example}" for example in module.EXAMPLES)
    parser = Parser(
        prog=f"matters {name}".strip(),
        description=f"{says[0].upper()}{says[1:]}.",
        epilog=f"examples:\n{examples}" if examples else None,
        add_help=not bare,
    )
    module.arguments(parser)
    add_common(parser)
    return parser


def _with_subs(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    """A parser and those of its sub-commands."""
    found = [parser]
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for sub in action.choices.values():
                found += _with_subs(sub)
    return found


def _sentence(message: str) -> str:
    """Argparse's own complaint as a sentence."""
    required = "the following arguments are required: "
    if message.startswith(required):
        return f"{message.removeprefix(required)} is missing."
    if message.startswith("one of the arguments "):
        return f"One of {message.removeprefix('one of the arguments ').removesuffix(' is required')} is wanted."
    argument = message.removeprefix("argument ")
    if argument != message:
        name, _, said = argument.partition(": ")
        said = {"expected one argument": "wants a value", "expected at least one argument": "wants a value"}.get(
            said, said
        )
        said = said.replace("not allowed with argument ", "cannot stand beside ")
        message = f"{name}: {said}" if said.startswith(("“", "invalid")) else f"{name} {said}"
    message = message[0].upper() + message[1:]
    return message if message.endswith((".", "?")) else f"{message}."
