"""The parts of one report's page that look back: what is on file of it, and what happened."""

from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from states.days import said_day, said_long
from states.words import said as word
from tui import facts, wording
from tui.safe import plain
from tui.widgets.drawing import Cell, fit
from tui.widgets.paper import heading, said
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from workflow.views.records import Past
    from workflow.views.whole import Whole

_AT_THE_DESK = ("correct", "amend", "settle", "follow_up", "recount")


def timeline(whole: "Whole", width: int) -> list[Row]:
    """What happened, the latest first; what was struck stays, and says so."""
    rows = [heading("WHAT HAPPENED", "the latest first", width)]
    days = {past.entry: _on(past) for past in whole.timeline}
    across = max(14, min(20, 2 + max(map(len, days.values()), default=0)))
    for past in reversed(whole.timeline):
        kind = "faint" if past.struck else ""
        lead = [
            Cell(f"{fit(days[past.entry], across - 1)} ", "faint"),
            Cell(fit(word(past.move), 18), kind or "strong"),
        ]
        rows += said(_about(whole, past), width, key=f"entry/{past.entry}", kind=kind, before=lead, most=2)
    return rows


def _on(past: "Past") -> str:
    return wording.brief(past.on or (past.at[:10] if past.move in _AT_THE_DESK else ""))


def _about(whole: "Whole", past: "Past") -> str:
    """The state it led to, what it was about, why, who entered it."""
    parts = ["struck" if past.struck else ""]
    parts.append(f"→ {word(past.to)}" if past.to and past.to != past.from_ else "")
    if past.move == "amend":
        parts += ["; ".join(f"{name}: {text}" for name, text in facts.told(past.facts)), past.why or ""]
    elif past.move == "source":
        parts.append("; ".join(dict.fromkeys(PurePath(s.path).name for s in whole.sources if s.entry == past.entry)))
    else:
        parts.append(past.why or _fact(past.facts))
    parts.append(past.who)
    return plain(" · ".join(p for p in parts if p), 400)


def _fact(facts: dict[str, object]) -> str:
    """The fact that tells most of an entry, in a few words."""
    if isinstance(do := facts.get("do"), str):
        number = f" follow-up {facts['number']}" if facts.get("number") else ""
        quote = f": “{facts['quote']}”" if facts.get("quote") else ""
        return f"{do}{number}{quote}"
    for name in ("asked", "reconsidered", "release_outcome"):
        if isinstance(value := facts.get(name), str) and value:
            more = facts.get("decided") or facts.get("comments")
            return f"{word(value)}{f': {more}' if more else ''}" if name != "asked" else f"asked: {value}"
    for name in ("decided", "quote", "minute", "owner", "consultation_outcome", "title", "comments"):
        if isinstance(value := facts.get(name), str) and value:
            return f"{name.replace('_', ' ')} {value}" if name in ("minute", "owner") else value
    for name, axis in (("responses", "answer"), ("progress", "implementation"), ("signs", "sign_off")):
        if isinstance(each := facts.get(name), list):
            return "; ".join(f"{one['recommendation']} {word(str(one[axis]))}" for one in each)
    made = facts.get("recommendations")
    return f"{len(made)} recommendation{'s' if len(made) > 1 else ''}" if isinstance(made, list) and made else ""


def on_file(whole: "Whole", width: int) -> list[Row]:
    """Consultation, meetings, decision and call-in, each under its name."""
    shown = whole.shown
    rows: list[Row] = []
    for c in shown.consultation:
        span = f"{said_day(c.opens) if c.opens else '?'} to {said_day(c.closes) if c.closes else '?'}"
        rows += _filed("consultation", f"{span}{f' · {c.outcome}' if c.outcome else ''}", width)
    for m in shown.meetings:
        day = said_long(date.fromisoformat(m.date)) if m.date and m.date[:4].isdigit() and len(m.date) == 10 else m.date
        words = " · ".join(p for p in (day or "day not known", m.body or "body not named", m.meeting, m.status,
                                       f"minute {m.minute}" if m.minute else None, m.outcome) if p)  # fmt: skip
        rows += _filed("meeting", words, width, 2)
    if shown.decision:
        rows += _filed("decision", _decision(shown.decision), width, 3)
    if shown.call_in:
        rows += _filed("call-in", _call_in(shown.call_in), width)
    return [heading("ON FILE"), *rows] if rows else []


def _filed(name: str, words: str, width: int, most: int = 6) -> list[Row]:
    return said(words, width, before=(Cell(fit(name, 14), "faint"),), most=most)


def _decision(decision: dict[str, object]) -> str:
    """Who decided when, since when it is published and in force, what."""
    parts = [f"{decision['maker'] or 'maker not known'}, {wording.on(decision['on'])}"]
    for name, says in (("published", "published"), ("in_force", "in force from")):
        if decision[name]:
            parts.append(f"{says} {wording.on(decision[name])}")
    return f"{' · '.join(parts)}: {decision['decided'] or 'what was decided is not known'}"


def _sent_back(call_in: dict[str, object]) -> list[str]:
    """Who referred it back and what was asked, when Council was to hear it, what became of it."""
    parts = []
    if call_in.get("asked") or call_in.get("referred_back_by"):
        by = f" by {call_in['referred_back_by']}" if call_in.get("referred_back_by") else ""
        asked = f": {call_in['asked']}" if call_in.get("asked") else ""
        parts.append(f"referred back{by}{asked}")
    if council := call_in.get("referred_to_council"):
        parts.append(f"referred to Council, {council}")
    if thought := call_in.get("reconsidered"):
        more = f": {call_in['thought_again']}" if call_in.get("thought_again") else ""
        parts.append(f"reconsidered: {facts.shown(thought)}{more}")
    return parts


def _call_in(call_in: dict[str, object]) -> str:
    """Received when, from whom, how it was ruled, how it ended, on what grounds: what is not known says so."""
    callers, grounds = call_in["callers"], call_in["grounds"]
    received, ruled = call_in["received"], call_in["ruled"]
    parts = [
        f"received {wording.on(received)}" if received else "day of receipt not known",
        ", ".join(map(str, callers)) if isinstance(callers, list) and callers else "callers not known",
        f"ruled {ruled}" if ruled else "whether it was valid is not known",
    ]
    parts[-1] += f" by {call_in['ruled_by']}" if ruled and call_in["ruled_by"] else ""
    parts += _sent_back(call_in)
    if call_in["released_by"] or call_in["outcome"]:
        by = f" by {call_in['released_by']}" if call_in["released_by"] else ""
        how = f": {facts.shown(call_in['outcome'])}" if call_in["outcome"] else ""
        parts.append(f"let go{by}{how}")
    if isinstance(grounds, list) and grounds:
        parts.append("; ".join(str(ground).strip().rstrip(".;") for ground in grounds))
    return " · ".join(parts)
