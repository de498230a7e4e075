"""The keys of forms, of lists, and those that are the same everywhere. `tui.keys` joins them to the one table."""

from tui.command import Command

FORMS: tuple[Command, ...] = (
    # The form of a move, what it picks from
    Command("form.offer", "f2", "choose", "choose from a list, or a day from the calendar", "form", "offer"),
    Command("form.more", "ctrl+n", "another", "one more recommendation", "adding", "more"),
    Command("each.next", "f4", "next recommendation", "on to the next recommendation", "each", "next_each"),
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
    Command("choice.next", "right,space", "choose", "the next word; or type how a word begins", "choice", "choose(1)"),
    Command("choice.before", "left", "", "the word before", "choice", "choose(-1)", foot=False),
    Command("choice.down", "enter,down", "", "on to the next line", "choice", "line(1)", foot=False),
    Command("choice.up", "up", "", "back to the line before", "choice", "line(-1)", foot=False),
    # Lists
    Command("list.down", "j,down", "", "one down", "list", "cursor(1)", foot=False),
    Command("list.up", "k,up", "", "one up", "list", "cursor(-1)", foot=False),
    Command("list.page_down", "pagedown,ctrl+d", "", "a page down", "list", "page(1)", foot=False),
    Command("list.page_up", "pageup,ctrl+u", "", "a page up", "list", "page(-1)", foot=False),
    Command("list.first", "g,home", "", "to the first", "list", "end(-1)", foot=False),
    Command("list.last", "G,end", "", "to the last", "list", "end(1)", foot=False),
    Command("list.copy", "ctrl+c", "", "copy the line, to paste it elsewhere", "list", "copy_line", foot=False),
    # What papers would bring in
    Command("bringing.tick", "space", "leave out", "leave an item out, or take it in", "bringing", "tick"),
    Command("bringing.means", "enter", "what it means", "say what a spreadsheet's column means", "bringing", "means"),
    # Forms
    Command("dialog.done", "ctrl+s", "done", "do what the form says", "dialog", "done"),
    Command("dialog.cancel", "escape", "leave", "leave the form; what it asks is not entered", "dialog", "cancel"),
    Command("dialog.down", "down", "", "the next line", "dialog", "line(1)", foot=False),
    Command("dialog.up", "up", "", "the line before", "dialog", "line(-1)", foot=False),
    # A new report
    Command("new.whole", "f2", "ask everything", "ask all there is to know of a report", "new", "whole"),
    # Help
    Command("help.close", "escape,question_mark,q", "close", "close the list of keys", "help", "close"),
)
"""The commands of forms, of what they pick from, and of lists; at the foot they stand in this order."""

EVERYWHERE: tuple[Command, ...] = (
    # Everywhere
    Command("go.back", "escape", "back", "back to where you came from", "everywhere", "back"),
    Command("go.today", "1", "", "Today: what is late, what is next", "everywhere", "go('today')", foot=False),
    Command("go.board", "2", "", "Board: every report by its state", "everywhere", "go('board')", foot=False),
    Command("go.reports", "3", "", "Reports: the list of all", "everywhere", "go('reports')", foot=False),
    Command("go.follow_ups", "4", "", "Follow-ups: everything owed", "everywhere", "go('follow_ups')", foot=False),
    Command("go.meetings", "5", "", "Meetings: past and to come", "everywhere", "go('meetings')", foot=False),
    Command("go.papers", "6", "", "Papers: what was read, what waits", "everywhere", "go('papers')", foot=False),
    Command("go.reminders", "7", "", "Reminders: the letters", "everywhere", "go('reminders')", foot=False),
    Command("go.programme", "8", "", "The work programme: what each body will hear", "everywhere", "programme", False),
    Command("go.people", "9", "", "Posts and people: who holds what, who is written to", "everywhere", "people", False),
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
"""The commands that can be given wherever one is; at the foot they stand behind the others."""
