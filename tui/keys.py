"""The one table of keys. Bindings, the line at the foot, the palette, the help and `docs/keys.md` are all made from it.

To add a command: one line in `tui.screen_keys` or `tui.form_keys`, and the method `action_…` its action names on the
class that has its place.
`python -m tui.keys docs/keys.md` writes the page; with `--check` it only says whether the page is fresh.
"""

import sys

from textual.binding import Binding, BindingType

from tui.command import Command, shown
from tui.form_keys import EVERYWHERE, FORMS
from tui.screen_keys import MOVES, SCREENS

__all__ = ["MOVES", "PLACES", "TABLE", "TABS", "Command", "bindings", "named", "of", "shown"]


PLACES = {
    "today": "Today",
    "board": "Board",
    "reports": "Reports",
    "follow_ups": "Follow-ups",
    "meetings": "Meetings",
    "papers": "Papers",
    "reminders": "Reminders",
    "find": "Find",
    "long": "In a long list",
    "filter": "The filter line",
    "marking": "Marking rows",
    "record": "One report",
    "round": "The round",
    "programme": "The work programme",
    "people": "Posts and people",
    "new": "A new report",
    "form": "The form of a move",
    "adding": "Where recommendations are made",
    "each": "Where recommendations are answered, one by one",
    "choice": "Where one of a few words is chosen",
    "pick": "A list to pick from",
    "calendar": "The calendar",
    "reading": "Something to read",
    "first": "An empty database",
    "bringing": "What papers would bring in",
    "list": "In every list",
    "dialog": "In every form",
    "help": "The list of keys",
    "everywhere": "Everywhere",
}
"""Where a command can be given, each with the name people read. The first seven are the tabs, in their order."""

TABS = tuple(PLACES)[:7]
"""The places that have a tab."""

TABLE: tuple[Command, ...] = (*SCREENS, *FORMS, *EVERYWHERE)
"""Every command there is; at the foot of a screen they stand in this order."""


def of(place: str) -> tuple[Command, ...]:
    """The commands of a place, in the order of the table."""
    return tuple(command for command in TABLE if command.where == place)


def named(name: str) -> Command:
    """The command of a name; KeyError without one."""
    return _BY_NAME[name]


_BY_NAME = {command.name: command for command in TABLE}


def bindings(place: str) -> list[BindingType]:
    """The commands of a place as Textual binds them: for BINDINGS of the screen, the widget or the dialog it is."""
    return [
        Binding(
            c.keys,
            c.action,
            c.label or c.says,
            show=c.foot,
            id=c.name,
            key_display=c.shown,
            tooltip=c.says,
            priority=c.first,
        )
        for c in of(place)
    ]


def main(words: list[str]) -> int:
    """Writes the page of keys, or with `--check` says whether it is fresh; the exit code."""
    from tui.keys_page import keep

    return keep(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
