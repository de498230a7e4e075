"""The list of commands: group, module and one line each. It imports nothing, so that help and completion are quick."""

VERSION = "0.1.0"
"""The version, as in pyproject.toml."""

GROUPS = {
    "see": "To see",
    "do": "To do",
    "send": "To send and write",
    "keep": "To keep it well",
}
"""The groups in which commands are listed, each with its heading."""

COMMANDS = {
    "reports": ("see", "reports", "the reports: where each stands and what is due next"),
    "show": ("see", "show", "one report with everything known of it"),
    "explain": ("see", "explain", "what may happen next, what stands in the way, where every date comes from"),
    "overdue": ("see", "overdue", "what is owed and late, the longest first"),
    "due": ("see", "due", "what falls due soon"),
    "promises": ("see", "promises", "promises without a date, with the words they were made in"),
    "thread": ("see", "thread", "the reports joined to one through the years"),
    "history": ("see", "history", "everything entered about a record"),
    "find": ("see", "find", "reports, quotations, minutes and promises with these words"),
    "gaps": ("see", "gaps", "what is not known"),
    "irregularities": ("see", "irregularities", "what should not have happened so, with its reason"),
    "meetings": ("see", "meetings", "meetings to come and held, with their items"),
    "programme": ("see", "programme", "the work programme: topics, reports and meetings of a body"),
    "clock": ("see", "clock", "a clock's last day and how it was counted"),
    "demo": ("do", "demo", "try it: the worked example, or a large database made up"),
    "new": ("do", "new", "begin a report"),
    "import": ("do", "import_", "read a council's own papers"),
    "advance": ("do", "advance", "make a move on a report"),
    "correct": ("do", "correct", "strike an entry that was wrong, with a reason"),
    "amend": ("do", "amend", "change an older fact, or fill a gap"),
    "merge": ("do", "merge", "two reports turn out to be one"),
    "split": ("do", "split", "one report turns out to be two"),
    "respond": ("do", "respond", "enter the answers to recommendations"),
    "sign-off": ("do", "sign_off", "enter what a committee keeps watching or discharges"),
    "follow-up": ("do", "follow_up", "add, finish, assign, extend, pause or snooze a follow-up"),
    "meeting": ("do", "meeting", "add, move, cancel or hold a meeting"),
    "topic": ("do", "topic", "put a topic on the work programme"),
    "body": ("do", "body", "committees, Cabinet and partners: names, kinds, successors"),
    "people": ("do", "people", "posts, who holds them, and handing over"),
    "round": ("do", "round", "go through a held meeting's agenda item by item"),
    "redact": ("do", "redact", "take words out of the record, leaving their digest"),
    "settle": ("do", "settle", "settle suggestions, warnings, gaps and irregularities"),
    "remind": ("send", "remind", "remind those who owe something: look, review, release, send"),
    "undo-import": ("do", "undo_import", "take an import of papers back, whole"),
    "plan": ("send", "plan", "every step and its last day, back from a Cabinet meeting"),
    "calendar": ("send", "calendar", "meetings, due days and windows for a calendar program (iCalendar)"),
    "config": ("keep", "config", "show, check or apply the settings and the council's rules"),
    "db": ("keep", "db", "upgrade, back up, restore, check, verify or replay the database"),
    "doctor": ("keep", "doctor", "look whether everything is in order"),
    "help": ("keep", "help", "help on a command, the moves, the clocks or the words"),
    "completion": ("keep", "completion", "what your shell needs to complete commands"),
}
"""Each command's group, its module in `workflow.cli.commands`, and its line."""

HIDDEN = {"board": "board"}
"""Modules that are no commands: `matters` alone calls the board."""

COMMON = {
    "--db": (
        "DATABASE",
        "the database: a file or a URL (else MATTERS_DB, else the settings, else the platform's place)",
    ),
    "--config": ("FILE", "the settings file (else MATTERS_CONFIG, else the platform's place)"),
    "--who": ("NAME", "who is at the desk (else MATTERS_WHO, else the login name)"),
}
"""Options of every command, each with its value and its line. They may stand before or after the command's name."""

READING = {
    "--format": ("FORM", "table, json or csv; table if left out"),
    "--as-of": ("DAY", "how it stood on that day, later corrections included"),
    "--known-at": ("INSTANT", "with only what had been entered by then; a day alone means its end in London"),
    "--limit": ("N", "no more than so many"),
}
"""Options of every reading command."""
