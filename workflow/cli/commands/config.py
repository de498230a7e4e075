"""`matters config`: the settings in effect, whether the file is right, and entering the council's rules."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from states.days import said_day
from states.errors import BadInput, StoreError
from states.rule_book import NO_RULES
from states.rules import STAND_INS, CouncilRules, rules_from, rules_to
from workflow import settings, settings_shown
from workflow.cli import out
from workflow.cli.place import a_day, add_format, add_reading, desk_of, look_of, place_of, who_of
from workflow.settings_sending import sending_in

SAYS = "show, check or apply the settings and the council's rules"
EXAMPLES = (
    "matters config show",
    "matters config check --config council.toml",
    "matters config apply --config council.toml --from-day '1 May 2026' --why 'the new constitution'",
)
HEADINGS = {"setting": "Setting", "value": "Value", "from": "From", "note": "Note"}


def arguments(parser: ArgumentParser) -> None:
    """Show, check, apply."""
    subs = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    add_reading(subs.add_parser("show", help="every setting in effect, and where it comes from"))
    subs.add_parser("check", help="see that the settings file can be read and every key is known")
    apply = subs.add_parser("apply", help="enter the file's council rules in the journal, with a day of effect")
    apply.add_argument("--from-day", type=a_day, metavar="DAY", help="the day from which they count; today if left out")
    apply.add_argument("--why", metavar="REASON", default="the settings file", help="why they change")
    apply.add_argument("--yes", action="store_true", help="do it without asking")
    add_format(apply)


def run(args: Namespace) -> int:
    """Does one of them."""
    return {"show": show, "check": check, "apply": apply}[args.what](args)


def show(args: Namespace) -> int:
    """Every setting with its value and where it comes from; a constitution's figure not entered says so."""
    place = place_of(args)
    path = settings.settings_path(args.config)
    file = settings.read(path) if path is not None else None
    rows = [
        _row("settings file", path or settings.default_settings(), "found" if path else "none there; not needed"),
        _row("database.url", settings.masked(place.url), place.said_by),
    ]
    try:
        source = "--who" if args.who else "MATTERS_WHO" if os.environ.get("MATTERS_WHO") else "the login name"
        rows.append(_row("who", who_of(args), source))
    except BadInput as error:
        rows.append(_row("who", None, "nowhere", str(error)))
    try:
        in_force, since = _in_force(args)
    except StoreError:  # the settings are shown all the same
        out.rows(rows, HEADINGS, args.format)
        raise
    rows += _of_rules(in_force, since)
    rows += [_row(*shown) for shown in settings_shown.shown(file, sending_in(file))]
    if file is not None:
        waiting = settings.rules_in(file)
        said, stands = rules_to(waiting), rules_to(in_force)
        for section, values in said.items():
            for key, value in values.items():
                if stands.get(section, {}).get(key) != value and _default(section, key) != value:
                    note = "not in force until: matters config apply"
                    rows.append(_row(f"{section}.{key}", value, file.path, note))
    out.rows(rows[: args.limit], HEADINGS, args.format)
    return 0


def check(args: Namespace) -> int:
    """Reads the settings file and says that it is right, or raises the sentence that says what is not."""
    path = settings.settings_path(args.config)
    if path is None:
        out.say(f"There is no settings file at {settings.default_settings()}, and none is needed.")
        return 0
    read = settings.read(path)
    rules = settings.rules_in(read)
    sending = sending_in(read)
    doubts = [*settings_shown.doubts(sending), *_no_posts(args, sending.reminders.never)] if read.sending else []
    out.say(f"{path} is right.")
    for doubt in doubts:
        out.say(doubt)
    for setting in STAND_INS:
        note = rules.figure(setting)[1]
        if note and "call_in" in read.rules:
            out.say(f"{setting}: {note}.")
    if read.url is None:
        out.say("It names no database.")
    return 0


def _no_posts(args: Namespace, never: tuple[str, ...]) -> Iterator[str]:
    """A sentence for each title in `never` that no post on file has; nothing where there is no database yet."""
    file = settings.file_of(place_of(args).url)
    if not never or (file is not None and not Path(file).exists()):
        return
    from workflow.views.names import no_post

    with look_of(args) as look:
        for title in never:
            if sentence := no_post(look, title):
                yield f"[reminders] never: {sentence}"


def apply(args: Namespace) -> int:
    """Shows which dates would move, and enters the rules once somebody has said yes."""
    path = settings.settings_path(args.config)
    if path is None:
        raise BadInput(
            f"There is no settings file at {settings.default_settings()}. Write one, or name it: --config FILE"
        )
    read = settings.read(path)
    if not read.rules:
        sections = ", ".join(f"[{name}]" for name in settings.RULES)
        raise BadInput(f"{path} has no rules of the council in it. They stand in: {sections}.")
    rules = settings.rules_in(read)
    from workflow import rules_change

    with desk_of(args) as desk:
        since = args.from_day or desk.today
        moved = [out.plain(row) for row in rules_change.preview(desk, rules, since)]
        asked = args.format == "table"
        if moved or not asked:
            headings = {name: name.replace("_", " ").capitalize() for name in (moved[0] if moved else {})}
            out.rows(moved, headings, args.format)
        tell = out.say if asked else out.tell
        tell(f"From {said_day(since)} these rules count; {len(moved)} open dates move.")
        if not args.yes and not _agreed():
            out.tell("Nothing was changed. To enter them: matters config apply --yes")
            return 0 if sys.stdin.isatty() else 1
        rules_change.apply(desk, rules, since, args.why)
        tell(f"Entered. Every entry keeps the dates it set; {len(moved)} open dates moved.")
    return 0


def _agreed() -> bool:
    """Asks, on a terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return input("Enter them? (yes or no) ").strip().lower() in ("y", "yes")


def _in_force(args: Namespace) -> tuple[CouncilRules, str]:
    """The rules in force, and where they come from."""
    file = settings.file_of(place_of(args).url)
    if file is not None and not Path(file).exists():
        return NO_RULES, ""
    with look_of(args) as look:
        from db.replay import rule_book

        book = rule_book(look.tx)
        day = max((since for since, _ in book.rules if since <= look.day), default=None)
        return book.on(look.day), f"the journal, from {said_day(day)}" if day else ("the journal" if book.rules else "")


def _of_rules(rules: CouncilRules, since: str) -> Iterator[dict[str, Any]]:
    """Each rule in force; those nobody entered with what is used instead."""
    entered = rules_to(rules)
    for section in settings.RULES:
        for key in _keys(section):
            value = entered.get(section, {}).get(key)
            path = f"{section}.{key}"
            if value is None and path in STAND_INS:
                figure, note = rules.figure(path)
                yield _row(path, figure, "nobody entered it", note)
            elif value is None or value == _default(section, key):
                yield _row(path, _default(section, key) if value is None else value, "the usual")
            else:
                yield _row(path, value, since)


def _keys(section: str) -> tuple[str, ...]:
    return {
        "council": ("name", "annual_meetings"),
        "call_in": ("days", "callers", "groups", "cut_off", "hearing_days", "hearing_from", "reconsideration_days"),
        "working_days": ("saturdays", "closures", "holidays", "not_holidays"),
        "updates": ("months", "report_deadline_days"),
    }[section]


def _default(section: str, key: str) -> Any:
    """What counts where nobody entered anything, as a setting writes it."""
    return rules_to(rules_from({})).get(section, {}).get(key)


def _row(setting: str, value: Any, source: str, note: str | None = None) -> dict[str, Any]:
    return {"setting": setting, "value": value, "from": source, "note": note}
