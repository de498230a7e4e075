"""The one table of keys. Bindings, the line at the foot, the palette, the help and `docs/keys.md` are all made from it.

To add a command: one line in TABLE, and the method `action_…` its action names on the class that has its place.
`python -m tui.keys docs/keys.md` writes the page; with `--check` it only says whether the page is fresh.
"""

import sys
from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key does: declared once, shown everywhere."""

    name: str
    """What it is called in the code, such as `today.open`: the place and the act."""
    keys: str
    """The keys, as Textual names them, with commas: `j,down`. The first is the one that is shown."""
    label: str
    """One word for the line at the foot of the screen."""
    says: str
    """What it does, for the palette, the help and the page of keys."""
    where: str
    """The place it belongs to, one of PLACES."""
    action: str
    """The action it runs, as Textual writes it: `go('today')` calls `action_go` of whoever has the place."""
    foot: bool = True
    """Whether it stands in the line at the foot."""

    @property
    def shown(self) -> str:
        """The first key as it is printed on a keyboard."""
        return shown(self.keys.partition(",")[0])


PLACES = {
    "today": "Today",
    "board": "Board",
    "reports": "Reports",
    "follow_ups": "Follow-ups",
    "meetings": "Meetings",
    "papers": "Papers",
    "record": "One report",
    "first": "An empty database",
    "list": "In every list",
    "dialog": "In every form",
    "help": "The list of keys",
    "everywhere": "Everywhere",
}
"""Where a command can be given, each with the name people read. The first six are the tabs, in their order."""

TABS = tuple(PLACES)[:6]
"""The places that have a tab."""

TABLE: tuple[Command, ...] = (
    # Today
    Command("today.open", "enter", "open", "open the report under the cursor", "today", "open"),
    # Board
    Command("board.open", "enter", "open", "open the report under the cursor", "board", "open"),
    Command("board.left", "h,left", "", "the state before", "board", "state(-1)", foot=False),
    Command("board.right", "l,right", "", "the next state", "board", "state(1)", foot=False),
    # One report
    Command("record.up", "k,up", "", "scroll up", "record", "scroll(-1)", foot=False),
    Command("record.down", "j,down", "", "scroll down", "record", "scroll(1)", foot=False),
    # An empty database
    Command("first.import", "i", "import", "read your council's own papers", "first", "import_papers"),
    Command("first.demo", "d", "demonstration", "look round in a made-up council", "first", "demonstration"),
    Command("first.new", "n", "new", "start a report", "first", "new_report"),
    # Lists
    Command("list.down", "j,down", "", "one down", "list", "cursor(1)", foot=False),
    Command("list.up", "k,up", "", "one up", "list", "cursor(-1)", foot=False),
    Command("list.page_down", "pagedown,ctrl+d", "", "a page down", "list", "page(1)", foot=False),
    Command("list.page_up", "pageup,ctrl+u", "", "a page up", "list", "page(-1)", foot=False),
    Command("list.first", "g,home", "", "to the first", "list", "end(-1)", foot=False),
    Command("list.last", "G,end", "", "to the last", "list", "end(1)", foot=False),
    # Forms
    Command("dialog.done", "ctrl+s", "done", "do what the form says", "dialog", "done"),
    Command("dialog.cancel", "escape", "leave", "leave the form; nothing is changed", "dialog", "cancel"),
    # Help
    Command("help.close", "escape,question_mark,q", "close", "close the list of keys", "help", "close"),
    # Everywhere
    Command("go.back", "escape", "back", "back to where you came from", "everywhere", "back"),
    Command("go.today", "1", "", "Today: what is late, what is next", "everywhere", "go('today')", foot=False),
    Command("go.board", "2", "", "Board: every report by its state", "everywhere", "go('board')", foot=False),
    Command("go.reports", "3", "", "Reports: the list of all", "everywhere", "go('reports')", foot=False),
    Command("go.follow_ups", "4", "", "Follow-ups: everything owed", "everywhere", "go('follow_ups')", foot=False),
    Command("go.meetings", "5", "", "Meetings: past and to come", "everywhere", "go('meetings')", foot=False),
    Command("go.papers", "6", "", "Papers: what was read, what waits", "everywhere", "go('papers')", foot=False),
    Command("as_of", "at", "", "look at everything as it stood on a past day", "everywhere", "as_of", foot=False),
    Command("again", "ctrl+r", "", "look again at the database", "everywhere", "again", foot=False),
    Command("theme", "t", "", "the next theme: light, dark, high contrast", "everywhere", "theme", foot=False),
    Command("palette", "colon,ctrl+p", "commands", "find any command by its name", "everywhere", "command_palette"),
    Command("help", "question_mark,f1", "help", "the keys of this place", "everywhere", "help"),
    Command("quit", "q,ctrl+q", "quit", "leave Matters Arising", "everywhere", "quit"),
)
"""Every command there is; at the foot of a screen they stand in this order."""

_PRINTED = {
    "enter": "↵", "escape": "esc", "slash": "/", "colon": ":", "question_mark": "?", "up": "↑", "down": "↓",
    "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "at": "@",
    "space": "space", "tab": "tab", "full_stop": ".", "comma": ",", "plus": "+", "minus": "-", "asterisk": "*",
    "left_square_bracket": "[", "right_square_bracket": "]", "delete": "Del", "backspace": "⌫",
}  # fmt: skip


def shown(key: str) -> str:
    """A key of Textual's as it is printed on a keyboard: `↵` for `enter`, `ctrl s` for `ctrl+s`."""
    *held, last = key.split("+")
    printed = _PRINTED.get(last, last.upper() if last[0] == "f" and last[1:].isdigit() else last)
    return " ".join((*held, printed))


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
        Binding(c.keys, c.action, c.label or c.says, show=c.foot, id=c.name, key_display=c.shown, tooltip=c.says)
        for c in of(place)
    ]


def main(words: list[str]) -> int:
    """Writes the page of keys, or with `--check` says whether it is fresh; the exit code."""
    from tui.keys_page import keep

    return keep(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
