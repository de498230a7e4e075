"""The parts of one report's page, as rows: recommendations, what can happen, dates, gaps, the thread."""

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from states.days import said_day
from states.moves import ROWS
from states.words import Clock, Move, SignOff, council_hears
from states.words import said as word
from tui import wording
from tui.keys import MOVES
from tui.safe import plain
from tui.widgets.drawing import Cell, fit, wrap
from tui.widgets.paper import heading, said
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from workflow.views.records import Known, Owed
    from workflow.views.whole import Whole

_SHORT = {"accepted_in_part": "in part", "keep_watching": "watching", "not_started": "–", "none": "–"}


def recommendations(whole: "Whole", width: int) -> list[Row]:
    """Each recommendation with its three axes; officers' proposals are marked as such."""
    found = whole.shown.recommendations
    if not found:
        return [heading("RECOMMENDATIONS", "none yet", width)]
    to = sorted({plain(r.to, 40) for r in found})
    told = [tuple(_SHORT.get(axis, word(axis)) for axis in (r.response, r.implementation, r.sign_off)) for r in found]
    across = [2 + max(len(name), *(len(each[at]) for each in told)) for at, name in enumerate(_AXES)]
    axes = "".join(fit(name, wide) for name, wide in zip(_AXES, across, strict=True))
    rows = [heading(f"RECOMMENDATIONS to {to[0]}" if len(to) == 1 else "RECOMMENDATIONS", axes, width)]
    room = width - sum(across) - 4
    for r, each in zip(found, told, strict=True):
        lines = wrap(plain(r.text, 600), max(12, room), _LINES)
        cells = [Cell(f"{r.number:>2} ", "strong"), Cell(fit(lines[0], room + 1))]
        if r.proposal:
            cells.append(Cell(fit("officers' proposal", sum(across)), "faint"))
        else:
            waits = r.response in ("awaiting", "deferred")
            cells += [Cell(fit(says, wide), "due" if waits and not at else "")
                      for at, (says, wide) in enumerate(zip(each, across, strict=True))]  # fmt: skip
        rows.append(Row(tuple(cells), key=f"rec/{r.number}"))
        rows += [Row((Cell("   "), Cell(line))) for line in lines[1:]]
        if r.text_agreed and r.text_agreed != r.text:
            agreed = wrap(f"as agreed: {plain(r.text_agreed, 600)}", max(12, room), _LINES)
            rows += [Row((Cell("   "), Cell(line, "faint"))) for line in agreed]
        if r.answer and r.response in _REASONED:
            why = wrap(plain(r.answer, 600), max(12, room), 2)
            rows += [Row((Cell("   "), Cell(line, "faint"))) for line in why]
    return rows


_REASONED = ("rejected", "accepted_in_part", "deferred")
"""Answers of which the page tells who gave them, when and why."""

_AXES = ("response", "action", "sign-off")

_LINES = 3
"""How many lines of a recommendation are shown; ↵ shows it whole."""


def moves(whole: "Whole", width: int) -> list[Row]:
    """What can happen now: every possible move with its key."""
    rows = [heading("WHAT CAN HAPPEN NOW")]
    for m in whole.explained.moves:
        if m.possible:
            key, says = MOVES[m.move]
            rows += said(says, width, key=f"move/{m.move}", before=(Cell(f"{key}  ", "accent"),), most=2)
    return rows if len(rows) > 1 else [*rows, Row((Cell("no move", "faint"),))]


def ways(whole: "Whole", move: str) -> list[str]:
    """The keys that clear away what stands in the way of closing; none for other moves."""
    shown = whole.shown
    if move != Move.CLOSE or shown.state not in ROWS[Move.CLOSE].sources:
        return []
    open_still = any(r.sign_off != SignOff.DISCHARGED and not r.proposal for r in shown.recommendations)
    found = [f"{MOVES[Move.SIGN_OFF][0]} signs off."] if open_still else []
    return [*found, *(["D ends what is owed."] if shown.follow_ups or shown.undated else [])]


def not_now(whole: "Whole", width: int) -> list[Row]:
    """Every move that cannot be made now, dim, with each sentence why not."""
    rows = [heading("NOT NOW, AND WHY", f"is {word(whole.shown.state)}", width)]
    for m in whole.explained.moves:
        if not m.possible:
            words = f"{word(m.move)}: {wording.why_not(m.move, (*m.reasons, *ways(whole, m.move)))}"
            rows += said(words, width, key=f"move/{m.move}", kind="faint", before=(Cell("·  ", "faint"),), most=4)
    return rows if len(rows) > 1 else []


def dates(whole: "Whole", day: date, width: int) -> list[Row]:
    """Every open date: its letter, what is awaited from whom, how late; beneath it the rule and the law."""
    rows: list[Row] = []
    law = {number: d for d in whole.explained.dates if isinstance(number := d["number"], int)}
    marks = {s.number: s.marks for s in whole.standing}
    quotes = {s.number: s.quote for s in whole.standing}
    for line in sorted(wording.together(whole.shown.follow_ups), key=lambda line: line.counts or date.max):
        first = line.first
        kind = wording.stands(first.days_late, first.clock)
        late = wording.days(first.days_late) if first.days_late else "today"
        when = f"{late} late" if kind == wording.LATE else f"in {late}" if first.days_late else late
        counts = said_day(line.counts) if line.counts else "?"
        what = f"{line.what}{f' · {plain(first.owner, 60)}' if first.owner else ''}"
        lead = [Cell(f"{wording.LETTERS[kind]}  ", kind), Cell(f"{counts:<12}", kind)]
        rows.append(
            Row((*lead, Cell(fit(what, width - 29)), Cell(fit(when, 14, right=True), kind)),
                key=f"owed/{','.join(line.numbers)}")
        )  # fmt: skip
        rule = law.get(first.number, {})
        agreed = f"agreed; by its own rule {said_day(first.due)} · " if first.agreed and first.due else ""
        quote = quotes.get(first.number)
        beneath = f"“{plain(quote)}”" if quote else f"{agreed}{_rule(rule, first)}"
        rows += [Row((Cell(" " * 15), Cell(text, "faint"))) for text in wrap(beneath, max(20, width - 15), 2)]
        notes = [n for n in (first.note, *marks.get(first.number, ())) if n]
        rows += [
            Row((Cell(" " * 15), Cell(text, "faint"))) for text in wrap(plain(" · ".join(notes), 300), width - 15, 2)
        ]
    for promise in whole.shown.undated:
        lead = [Cell("?  ", "undated"), Cell(f"{'no date':<12}", "undated")]
        owner = f" · {plain(promise.owner, 60)}" if promise.owner else ""
        rows += said(f"{wording.promised(promise)}{owner}", width, key=f"owed/{promise.number}", before=lead, most=2)
        told = {promise.condition, f"until {promise.condition}"}
        notes = [n for n in marks.get(promise.number, ()) if n not in told]
        rows += [
            Row((Cell(" " * 15), Cell(text, "faint"))) for text in wrap(plain(" · ".join(notes), 300), width - 15, 1)
        ]
    return (
        [heading("DATES", "x where a date comes from", width), *rows]
        if rows
        else [heading("DATES", "nothing is owed", width)]
    )


def _rule(rule: dict[str, object], owed: "Owed") -> str:
    """How a date was counted and by what law, on a line."""
    if council_hears(owed.clock, owed.owner):
        return "the day it was referred to"
    if owed.clock == Clock.PROMISE or not rule:
        return "the date itself, as promised"
    begins = rule.get("from")
    start = f" from {said_day(begins)}" if isinstance(begins, date) and rule["counts"] != "the date itself" else ""
    return plain(f"{rule['counts']}{start}, {rule['authority']}", 300)


def doubts(whole: "Whole", width: int) -> list[Row]:
    """What is not known and what was irregular, each to be settled from here; what is settled stands last and dim."""
    return [
        *_known(whole, "GAPS", "gap", whole.shown.gaps, width),
        *_known(whole, "IRREGULAR", "odd", whole.shown.irregularities, width),
    ]


def _known(whole: "Whole", name: str, kind: str, found: "tuple[Known, ...]", width: int) -> list[Row]:
    if not found:
        return []
    waiting = [k for k in found if k.settled is None]
    rows = [heading(f"{name} {len(waiting)}", "↵ settle", width)]
    alike = Counter(k.says for k in waiting)
    moves = {str(p.entry): f"{word(p.move)}, {wording.brief(p.on)}" for p in whole.timeline}
    for k in waiting:
        why = f" — {k.why}" if k.why else " — no reason given" if kind == "odd" else ""
        entry = k.key.partition(":")[0]
        which = f" ({moves[entry]})" if alike[k.says] > 1 and entry in moves else ""
        rows += said(
            f"{k.says}{which}{why}",
            width,
            key=f"{kind}/{k.key}",
            before=(Cell("?  " if kind == "gap" else "!  ", "due"),),
            most=3,
        )
    for k in found:
        if k.settled is not None:
            rows += said(f"{k.says} — {k.settled}", width, kind="faint", before=(Cell("✓  ", "faint"),), most=2)
    return rows


def offered(whole: "Whole", width: int) -> list[Row]:
    """Links that were suggested and wait for an answer."""
    if not whole.offered:
        return []
    rows = [heading("IS THIS TIED? ", "↵ answer", width)]
    for o in whole.offered:
        may = f" — it may mean {', '.join(o.candidates)}" if o.candidates else ""
        rows += said(f"{o.words}{may}", width, key=f"offer/{o.suggestion}", before=(Cell("?  ", "due"),), most=3)
    return rows


def thread(whole: "Whole", width: int) -> list[Row]:
    """The thread through the years: what came before ←, this one, what came after →."""
    if len(whole.thread) < 2:
        return []
    rows = [heading("THREAD", "↵ open", width)]
    before = True
    for t in whole.thread:
        if t.how == "itself":
            before = False
            rows.append(Row((Cell("◉  ", "accent"), Cell(fit("this report", width - 3), "faint"))))
            continue
        mark = "?  " if t.how == "suggested" else "←  " if before else "→  "
        minute = f"minute {t.minute}" if t.minute else ""
        words = " · ".join(plain(p, 90) for p in (t.report, t.title, minute, None if t.title else t.body) if p)
        rows += said(words, width, key=f"tied/{t.report}" if t.report else None, before=(Cell(mark, "accent"),), most=2)
    return rows
