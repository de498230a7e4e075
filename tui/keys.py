"""The one table of keys. Bindings, the line at the foot, the palette, the help and `docs/keys.md` are all made from it.

To add a command: one line in TABLE, and the method `action_…` its action names on the class that has its place.
`python -m tui.keys docs/keys.md` writes the page; with `--check` it only says whether the page is fresh.
"""

import sys

from textual.binding import Binding, BindingType

from tui.command import Command, shown

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
    "new": "A new report",
    "form": "The form of a move",
    "adding": "Where recommendations are made",
    "choice": "Where one of a few words is chosen",
    "pick": "A list to pick from",
    "calendar": "The calendar",
    "reading": "Something to read",
    "first": "An empty database",
    "list": "In every list",
    "dialog": "In every form",
    "help": "The list of keys",
    "everywhere": "Everywhere",
}
"""Where a command can be given, each with the name people read. The first seven are the tabs, in their order."""

TABS = tuple(PLACES)[:7]
"""The places that have a tab."""

MOVES = {
    "list": ("l", "list: put it on a meeting's agenda"),
    "consult": ("c", "consult: people were consulted"),
    "scrutinise": ("h", "scrutinise: a scrutiny body has heard it"),
    "noted": ("N", "noted: it was noted, and that is all"),
    "hear_again": ("H", "hear again: the body will hear of it again"),
    "recommend": ("r", "recommend: recommendations are made"),
    "respond": ("p", "respond: recommendations are answered"),
    "defer": ("f", "defer: it is put off"),
    "decide": ("d", "decide: the decision is made"),
    "publish": ("P", "publish: the decision is published"),
    "call_in": ("i", "call in: the decision is called in"),
    "refer_back": ("b", "refer back: the maker is asked to think again"),
    "refer_to_council": ("B", "refer to full Council"),
    "reconsider": ("o", "reconsider: the maker has thought again"),
    "release": ("R", "release: the call-in is over, the decision stands"),
    "update": ("U", "update: the body hears how it goes"),
    "sign_off": ("S", "sign off: keep watching, or discharge"),
    "close": ("C", "close: nothing is owed any more"),
    "reopen": ("O", "reopen: it is taken up again"),
    "withdraw": ("w", "withdraw the report"),
}
"""The key of each move on the screen of one report, and what it says there."""

TABLE: tuple[Command, ...] = (
    # Today
    Command("today.open", "enter", "open", "open the report under the cursor", "today", "open"),
    Command("today.move", "m", "move", "everything that can happen to it now", "today", "open('moves')"),
    Command("today.act", "a", "act", "done, assigned, another day: what is done to the line", "today", "act"),
    Command("today.remind", "r", "remind", "write to whoever owes the line, now", "today", "remind"),
    Command("today.snooze", "z", "snooze", "no reminder of the line before a day", "today", "act('snooze')"),
    Command("today.new", "n", "new", "start a report", "today", "new_report"),
    # Board
    Command("board.open", "enter", "open", "open the report under the cursor", "board", "open"),
    Command("board.move", "m", "move", "everything that can happen to it now", "board", "open('moves')"),
    Command("board.filter", "f", "filter", "show only some: by body, officer, portfolio, words", "board", "filter"),
    Command("board.unfilter", "c", "clear", "take the filter away", "board", "unfilter"),
    Command("board.new", "n", "new", "start a report", "board", "new_report"),
    Command("board.left", "h,left", "", "the state before", "board", "state(-1)", foot=False),
    Command("board.right", "l,right", "", "the next state", "board", "state(1)", foot=False),
    # Meetings
    Command("meetings.open", "enter", "open", "open the report, or list what could be on it", "meetings", "open"),
    Command("meetings.round", "r", "round", "go through the meeting's agenda, item by item", "meetings", "round"),
    Command("meetings.new", "n", "new", "a new meeting", "meetings", "new"),
    Command("meetings.move", "m", "move", "move the meeting to another day", "meetings", "move"),
    Command("meetings.hold", "d", "held", "the meeting was held", "meetings", "hold"),
    Command("meetings.cancel", "x", "cancel", "the meeting will not be", "meetings", "cancel"),
    Command("meetings.adjourn", "a", "adjourn", "adjourn the meeting", "meetings", "adjourn"),
    Command("meetings.minutes", "i", "minutes", "where the minutes stand", "meetings", "minutes"),
    Command(
        "meetings.later",
        "greater_than_sign",
        "later",
        "move the report to the body's next meeting",
        "meetings",
        "shift(1)",
    ),
    Command(
        "meetings.earlier",
        "less_than_sign",
        "earlier",
        "move the report to the body's meeting before",
        "meetings",
        "shift(-1)",
        foot=False,
    ),
    Command("meetings.to", "M", "", "move the report to any meeting", "meetings", "shift_to", foot=False),
    Command("meetings.list", "L", "", "put any report on the agenda", "meetings", "take", foot=False),
    Command("meetings.body", "b", "body", "the next body's meetings, then all", "meetings", "body(1)"),
    Command("meetings.days", "v", "days", "consultations, windows and due days against the days", "meetings", "days"),
    Command("meetings.week", "right_square_bracket", "", "the days: a week on", "meetings", "week(1)", foot=False),
    Command("meetings.back", "left_square_bracket", "", "the days: a week back", "meetings", "week(-1)", foot=False),
    Command("meetings.programme", "w", "programme", "the work programme", "meetings", "programme"),
    Command("meetings.plan", "p", "plan", "plan back from a Cabinet meeting", "meetings", "plan"),
    # The work programme
    Command("programme.open", "enter", "open", "open the report a topic has grown into", "programme", "open"),
    Command("programme.add", "n", "add", "a new topic", "programme", "add"),
    Command("programme.promote", "p", "promote", "begin a report from the topic", "programme", "promote"),
    Command("programme.drop", "x", "drop", "let the topic go", "programme", "drop"),
    # The round
    Command("round.open", "enter", "this item", "say what became of the item", "round", "open"),
    Command("round.next", "n", "next", "go on with the next item that is open", "round", "next"),
    Command("round.report", "o", "report", "open the report", "round", "report"),
    # Papers
    Command("papers.open", "enter", "answer", "answer or settle what is under the cursor", "papers", "open"),
    Command("papers.import", "i", "import", "import papers: read a file or a folder", "papers", "papers"),
    Command("papers.part", "v", "view", "what waits, gaps, irregularities, papers read", "papers", "part(1)"),
    Command("papers.mark", "space", "mark", "mark for settling together", "papers", "mark"),
    Command("papers.alike", "a", "alike", "mark everything of the same name", "papers", "alike"),
    Command("papers.settle", "s", "settle", "settle what is marked, with one reason", "papers", "settle"),
    Command("papers.unknown", "u", "not known", "settle what is marked as not known", "papers", "unknown"),
    Command("papers.report", "o", "report", "open the report", "papers", "report"),
    Command("papers.take_back", "x", "take back", "take the import of a paper back, whole", "papers", "take_back"),
    # Reminders
    Command("reminders.open", "enter", "read", "read the whole letter", "reminders", "open"),
    Command("reminders.release", "r", "release", "let the letter go on its morning", "reminders", "letter('release')"),
    Command("reminders.strike", "x", "strike", "take a line out of the letter", "reminders", "letter('strike')"),
    Command("reminders.edit", "e", "edit", "words of your own, another subject", "reminders", "letter('edit')"),
    Command("reminders.hold", "h", "hold", "take the release back", "reminders", "letter('hold')"),
    Command("reminders.withdraw", "w", "withdraw", "let the letter not go", "reminders", "letter('withdraw')"),
    Command("reminders.again", "a", "again", "try once more what was refused", "reminders", "letter('once_more')"),
    Command("reminders.settle", "S", "settle", "what you made of what was refused", "reminders", "letter('settle')"),
    Command("reminders.all", "R", "all", "release every letter that is no draft", "reminders", "release_all"),
    Command("reminders.sweep", "s", "sweep", "sweep now: lay out, or send, what is due", "reminders", "sweep"),
    Command("reminders.switch", "E", "on, off", "switch reminders on or off", "reminders", "switch", foot=False),
    Command(
        "reminders.test", "y", "", "try the channels: a letter that says it is a test", "reminders", "test", foot=False
    ),
    # The form of a move, what it picks from
    Command("form.offer", "f2", "choose", "choose from a list, or a day from the calendar", "form", "offer"),
    Command("form.more", "ctrl+n", "another", "one more recommendation", "adding", "more"),
    Command("pick.down", "down", "", "one down", "pick", "cursor(1)", foot=False),
    Command("pick.up", "up", "", "one up", "pick", "cursor(-1)", foot=False),
    Command("pick.page_down", "pagedown", "", "a page down", "pick", "page(1)", foot=False),
    Command("pick.page_up", "pageup", "", "a page up", "pick", "page(-1)", foot=False),
    Command("pick.take", "enter", "take", "take what the cursor stands on", "pick", "done"),
    Command("calendar.take", "enter", "take", "take the day", "calendar", "done"),
    Command("calendar.left", "left,h", "", "the day before", "calendar", "day(-1)", foot=False),
    Command("calendar.right", "right,l", "", "the next day", "calendar", "day(1)", foot=False),
    Command("calendar.up", "up,k", "", "a week back", "calendar", "day(-7)", foot=False),
    Command("calendar.down", "down,j", "", "a week on", "calendar", "day(7)", foot=False),
    Command("calendar.month", "pagedown,right_square_bracket", "month", "a month on", "calendar", "month(1)"),
    Command("calendar.month_back", "pageup,left_square_bracket", "", "a month back", "calendar", "month(-1)"),
    Command("calendar.first", "home", "", "the first of the month", "calendar", "end(-1)", foot=False),
    Command("calendar.last", "end", "", "the last of the month", "calendar", "end(1)", foot=False),
    Command("calendar.today", "t", "today", "today", "calendar", "today"),
    Command("reading.close", "escape,enter,q", "close", "close it", "reading", "close"),
    Command("reading.copy", "y", "copy", "copy the words", "reading", "copy"),
    # Choices
    Command("choice.next", "right,space", "", "the next word; or press its letter", "choice", "choose(1)", foot=False),
    Command("choice.before", "left", "", "the word before", "choice", "choose(-1)", foot=False),
    Command("choice.down", "enter,down", "", "on to the next line", "choice", "line(1)", foot=False),
    Command("choice.up", "up", "", "back to the line before", "choice", "line(-1)", foot=False),
    # Reports, follow-ups
    Command("reports.open", "enter", "open", "open the report under the cursor", "reports", "open"),
    Command("reports.new", "n", "new", "start a report", "reports", "new_report"),
    Command("follow_ups.open", "enter", "open", "open the report under the cursor", "follow_ups", "open"),
    Command("follow_ups.act", "a", "act", "do something to the row, or to all marked", "follow_ups", "act"),
    Command("follow_ups.snooze", "z", "snooze", "no reminder before a day", "follow_ups", "act('snooze')"),
    Command("filter.complete", "tab", "complete", "the next completion", "filter", "complete(1)"),
    Command("filter.before", "shift+tab", "", "the completion before", "filter", "complete(-1)", foot=False),
    Command("filter.show", "enter", "show", "show what it finds", "filter", "submit"),
    Command("filter.leave", "escape,down", "list", "back to the list", "filter", "leave"),
    Command("long.filter", "f", "filter", "say what is to be shown", "long", "filter"),
    Command("long.sort", "s", "sort", "sort by the next column", "long", "sort(1)"),
    Command("long.reverse", "S", "", "turn the order round", "long", "reverse", foot=False),
    Command("marking.mark", "space", "mark", "mark the row, or take its mark away", "marking", "mark"),
    Command("marking.all", "asterisk", "all", "mark every row; again, none", "marking", "mark_all", foot=False),
    Command("long.export", "E", "export", "write what is shown, or marked, to a file", "long", "export"),
    Command("long.unfilter", "c", "clear", "take the filter and the marks away", "long", "unfilter"),
    Command("long.keep", "K", "", "keep this filter under a name", "long", "keep", foot=False),
    Command("long.jump", "percent_sign", "", "go to a share of the list, or to a row", "long", "jump", foot=False),
    # Find
    Command("find.open", "enter", "open", "open the report under the cursor", "find", "open"),
    # One report
    Command("record.open", "enter", "open", "open or act on what the cursor stands on", "record", "open"),
    Command("record.move", "m", "move", "every move, possible or not", "record", "moves"),
    Command("record.edit", "e", "edit", "change an older fact, or the day of a move", "record", "edit"),
    Command("record.explain", "x", "explain", "where the date under the cursor comes from", "record", "explain"),
    Command("record.sources", "s", "sources", "the papers' own words", "record", "sources"),
    Command("record.promise", "a", "promise", "add something that was promised", "record", "promise"),
    Command("record.undo", "u", "undo last", "correct: strike the last move, with a reason", "record", "undo"),
    Command("record.section", "tab", "next part", "to the next part of the page", "record", "part(1)"),
    Command("record.section_back", "shift+tab", "", "to the part before", "record", "part(-1)", foot=False),
    Command("record.done", "D", "", "the follow-up under the cursor is done", "record", "act('done')", foot=False),
    Command("record.remind", "A", "", "write to whoever owes the follow-up, now", "record", "remind", foot=False),
    Command("record.snooze", "z", "", "snooze the follow-up under the cursor", "record", "act('snooze')", foot=False),
    Command("record.attach", "plus", "", "attach a paper's own words", "record", "attach", foot=False),
    # One report: its moves
    *(Command(f"move.{n}", k, "", says, "record", f"move('{n}')", foot=False) for n, (k, says) in MOVES.items()),
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
    Command("dialog.down", "down", "", "the next line", "dialog", "line(1)", foot=False),
    Command("dialog.up", "up", "", "the line before", "dialog", "line(-1)", foot=False),
    # A new report
    Command("new.whole", "f2", "ask everything", "ask all there is to know of a report", "new", "whole"),
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
    Command("go.reminders", "7", "", "Reminders: the letters", "everywhere", "go('reminders')", foot=False),
    Command("find", "slash", "find", "whatever happened to …? look for words everywhere", "everywhere", "find"),
    Command("import", "I", "", "import papers: read a file or a folder", "everywhere", "import_papers", foot=False),
    Command("as_of", "at", "", "look at everything as it stood on a past day", "everywhere", "as_of", foot=False),
    Command("again", "ctrl+r", "", "look again at the database", "everywhere", "again", foot=False),
    Command("theme", "t", "", "the next theme: light, dark, high contrast", "everywhere", "theme", foot=False),
    Command("palette", "colon,ctrl+p", "commands", "find any command by its name", "everywhere", "command_palette"),
    Command("help", "question_mark", "help", "the keys of this place", "everywhere", "help"),
    Command("help.here", "f1", "", "the keys of this place, in a form too", "everywhere", "help", False, True),
    Command("quit", "q", "quit", "leave Matters Arising", "everywhere", "quit"),
    Command("leave", "ctrl+q", "", "leave Matters Arising, from a form too", "everywhere", "leave", False, True),
)
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
