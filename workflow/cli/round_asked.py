"""The questions of a round, asked at a terminal: what became of an item, who owes what by when, what is discharged.

An empty answer leaves a thing unknown; `quit` leaves the round; what was said of an item is shown before it is entered.
"""

from difflib import get_close_matches
from typing import get_type_hints

from states.case import Case, Recommendation, decode_case
from states.facts import Facts, MakerKind
from states.moves import ROWS
from states.report import allowed
from states.words import BodyKind, Implementation, Move, Response, SignOff, said
from workflow.cli import out
from workflow.desk import Desk
from workflow.round import OUTCOMES, Item, Promise, Said
from workflow.round_typed import promise, until

__all__ = ["ask"]

_HINTS = get_type_hints(Facts, include_extras=True)
_OWN = {"meeting", "minute", "recommendations", "responses", "why", "until_day", "referred_by", "released_by"}
_ASKED_TOO = {Move.DECIDE: ("callable", "published_on"), Move.UPDATE: ("next_update_on",)}


class _Left(Exception):
    """The round is left."""


def ask(desk: Desk, item: Item, place: str) -> Said | None:
    """Asks what became of an item; None when the round is left, the outcome `skip` when it is passed over."""
    out.say(f"\n{place} · {f'item {item.item_number} · ' if item.item_number else ''}R{item.report} · {item.title}")
    out.say(f"It is {said(item.state)}. One of: {', '.join(item.outcomes)}; skip, quit.")
    try:
        outcome = _one_of("What became of it", (*item.outcomes, "skip"))
        if outcome in ("", "skip"):
            return Said("skip")
        if outcome == "not reached":
            return Said(outcome)
        answered = _item(desk, item, outcome)
        return answered if _line("Enter this? [Y/n]").lower() in ("", "y", "yes") else Said("skip")
    except (_Left, EOFError):
        return None


def _item(desk: Desk, item: Item, outcome: str) -> Said:
    moves = OUTCOMES[outcome]
    if len(moves) > 1 and not allowed(item.state, moves[0]):
        moves = moves[1:]
    facts: dict[str, object] = {}
    why = None
    minute = _line("Minute number, such as 12/24")
    for move in moves:
        why = _about(desk, item, move, facts) or why
    promises = _promises(desk)
    signs = {} if outcome == "deferred" else _signs(item)
    return Said(outcome, minute or None, facts, promises, signs, why)


def _about(desk: Desk, item: Item, move: Move, facts: dict[str, object]) -> str | None:
    """Asks for what one move needs, and gives back the reason where it needs one."""
    needs = [name for need in ROWS[move].needs for name in [need.split("|")[0]]]
    if move is Move.RECOMMEND:
        facts["recommendations"] = _recommendations(desk)
    if move is Move.RESPOND:
        facts["responses"] = _answers(desk, item)
    if move is Move.UPDATE:
        facts["progress"] = _progress(item)
    if any(name.startswith("until_") for name in needs):
        facts |= _until(desk, months=move is not Move.DEFER)
    for name in (*needs, *_ASKED_TOO.get(move, ())):
        if name not in _OWN and name not in facts:
            answer = _line(f"{_says(name)}{_default(name)}") or ("executive" if name == "maker_kind" else "")
            if answer:
                facts[name] = answer
    return _line("Why, and who agreed") or None if "why" in needs else None


def _says(name: str) -> str:
    described = _HINTS[name].__metadata__[0].description
    return f"{described[0].upper()}{described[1:]}"


def _default(name: str) -> str:
    return (
        f" ({', '.join(kind.replace('_', ' ') for kind in MakerKind)}; empty: executive)"
        if name == "maker_kind"
        else ""
    )


def _recommendations(desk: Desk) -> list[object]:
    found: list[object] = []
    usual = _executive(desk)
    while text := _line(f"Recommendation {len(found) + 1}, in its own words (empty: no more)"):
        to = _line(f"  To which body{f' (empty: {usual})' if usual else ''}") or usual or ""
        found.append({"text": text, "to": to})
    return found


def _executive(desk: Desk) -> str | None:
    with desk.reading() as tx:
        rows = [row for row in tx.find("body", kind=BodyKind.EXECUTIVE, gone=False) if not row["succeeded_by"]]
    return str(rows[0]["name"]) if len(rows) == 1 else None


def _answers(desk: Desk, item: Item) -> list[object]:
    found: list[object] = []
    for recommendation in _case(desk, item).real:
        if recommendation.response in (Response.AWAITING, Response.DEFERRED):
            words = [said(word) for word in Response if word is not Response.AWAITING]
            answer = _one_of(f"{_short(recommendation)}: {', '.join(words)} (empty: not answered)", words)
            if answer:
                by = _line("  By whom (empty: Cabinet)") or "Cabinet"
                found.append({"recommendation": recommendation.number, "answer": answer, "by": by})
    return found


def _progress(item: Item) -> list[object]:
    found: list[object] = []
    words = [said(word) for word in Implementation]
    for recommendation in item.watched:
        told = _one_of(f"{_short(recommendation)}: {', '.join(words)} (empty: not said)", words)
        if told:
            found.append({"recommendation": recommendation.number, "implementation": told})
    return found


def _signs(item: Item) -> dict[str, str]:
    if not allowed(item.state, Move.SIGN_OFF):
        return {}
    found = {}
    words = {"keep watching": SignOff.KEEP_WATCHING.value, "discharge": SignOff.DISCHARGED.value}
    for recommendation in item.watched:
        word = _one_of(f"{_short(recommendation)}: keep watching or discharge (empty: nothing said)", tuple(words))
        if word:
            found[str(recommendation.number)] = words[word]
    return found


def _promises(desk: Desk) -> tuple[Promise, ...]:
    found: list[Promise] = []
    while quote := _line("Something promised, in its own words (empty: nothing more)"):
        owner = _line("  Who owes it, by post")
        when = _line("  By when: a date, or what it waits for")
        found.append(promise(quote, owner, when, desk.today))
    return tuple(found)


def _until(desk: Desk, *, months: bool) -> dict[str, object]:
    """A day, a meeting such as M5, `6 months`, `6 months after it opens`, or a condition in its own words."""
    text = _line(f"Until when: a date, a meeting such as M5{', 6 months' if months else ''}, or what it waits for")
    if not text:
        return {}
    return until(text, desk.today, months=months)


def _case(desk: Desk, item: Item) -> Case:
    with desk.reading() as tx:
        row = tx.report(item.report)
    return decode_case(row.folded) if row else Case()


def _short(recommendation: Recommendation) -> str:
    words = recommendation.words
    return f"Recommendation {recommendation.number} (“{words[:60]}{'…' if len(words) > 60 else ''}”)"


def _one_of(question: str, words: tuple[str, ...] | list[str]) -> str:
    """One of the words, or nothing; asked again until it is."""
    while True:
        answer = " ".join(_line(question).replace("_", " ").split())
        found = [word for word in words if word.lower() == answer.lower()]
        found = found or [word for word in words if answer and word.lower().startswith(answer.lower())]
        if not answer or len(found) == 1:
            return found[0] if found else ""
        close = get_close_matches(answer, list(words), 1)
        out.tell(f"“{answer}” is none of them.{f' Did you mean “{close[0]}”?' if close else ''}")


def _line(question: str) -> str:
    answer = input(out.safe(f"{question}: ")).strip()
    if answer.lower() in ("quit", "q"):
        raise _Left
    return answer
