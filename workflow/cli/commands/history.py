"""`matters history`: everything entered about a record, and by whom."""

import re
from argparse import ArgumentParser, Namespace

from states.errors import NotFound
from states.words import said
from workflow.cli import out
from workflow.cli.place import add_reading, look_of
from workflow.lookups import report_ref
from workflow.views.history import history
from workflow.views.look import Look
from workflow.views.messages_past import in_words
from workflow.views.records import Past

SAYS = "everything entered about a record"
EXAMPLES = ("matters history R1", "matters history M2", "matters history --limit 20 --format json")

COLUMNS = {"entry": "Entry", "at": "Entered", "who": "Who", "record": "Of", "what": "What", "on": "On", "why": "Why"}


def arguments(parser: ArgumentParser) -> None:
    """The record, or all of them."""
    parser.add_argument("ref", nargs="?", metavar="REF", help="a report (R1, 24/00093), a meeting (M2), a body (B1) …")
    add_reading(parser)


def run(args: Namespace) -> int:
    """Lists the entries, oldest first; a struck one is marked. `--limit` keeps the latest."""
    with look_of(args) as look:
        found = history(look, record=record_of(look, args.ref) if args.ref else None)
    if args.ref and not found:
        raise NotFound(f"Nothing was ever entered about {args.ref}.")
    messages = in_words(found)
    if args.limit:
        found = found[-args.limit :]
    if args.format != "table":
        out.rows(found, {}, args.format)
        return 0
    out.rows(
        [
            {
                "entry": p.entry, "at": p.at[:16].replace("T", " "), "who": p.who, "record": p.record,
                "what": messages.get(p.entry) or (
                    _act(p) + _meant(p) + (f" → {said(p.to)}" if p.to and p.to != p.from_ else "")
                    + (" (struck)" if p.struck else "")
                ),
                "on": p.on, "why": p.why,
            }
            for p in found
        ],
        COLUMNS,
    )  # fmt: skip
    return 0


def record_of(look: Look, ref: str) -> str:
    """The record a reference names: any letter and number as they are, else a report by the papers' reference."""
    match = re.fullmatch(r"([A-Za-z])([0-9]+)", ref.strip())
    return f"{match[1].upper()}{int(match[2])}" if match else f"R{report_ref(look.tx, ref)}"


_ACTS = {
    "source": "more words of papers", "unread": "words of a paper taken back", "give": "given to", "take": "taken from",
    "link": "tied to", "settle": "settled",
}  # fmt: skip


def _act(p: Past) -> str:
    """What was done, in a word or two."""
    if p.move == "follow_up":
        number, what = p.facts.get("number"), str(p.facts.get("ended") or p.facts.get("do") or "")
        return f"follow-up {number}: {said(what)}" if number else "a promise" if p.facts.get("quote") else "follow-up"
    if p.move in ("give", "take"):
        return f"{_ACTS[p.move]} R{p.facts.get('to') or p.facts.get('from')}"
    return _ACTS.get(p.move) or said(p.move)


def _meant(p: Past) -> str:
    """Which entry an act on the journal is about, and what it changes there."""
    if p.move == "link":
        minute, body, report = (p.facts.get(name) for name in ("minute", "body", "report"))
        return f" minute {minute}{f', {body}' if body else ''}" if minute else f" R{report}"
    if p.move == "correct":
        return f": entry {p.facts.get('strikes')} is struck"
    if p.move != "amend":
        return ""
    named = [name for name in p.facts if name not in ("amends", "moves_day", "clears")]
    named += ["the day"] if p.facts.get("moves_day") else []
    cleared = p.facts.get("clears")
    named += [f"{name} (cleared)" for name in cleared] if isinstance(cleared, list) else []
    return f" entry {p.facts.get('amends')}: {', '.join(named)}"
