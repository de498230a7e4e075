"""`matters show`: one report with everything known of it."""

from argparse import ArgumentParser, Namespace

from states.days import said_day
from states.words import said
from workflow.cli import out
from workflow.cli.place import add_reading, look_of
from workflow.views.records import EarlierMinute, Happened, Held, Owed, Promised, Recommended, Shown
from workflow.views.report import show

SAYS = "one report with everything known of it"
EXAMPLES = ("matters show R1", "matters show R1 --as-of 2017-06-01", "matters show R1 --format json")


_LAST = 5
"""How many letters about a report are shown."""


def arguments(parser: ArgumentParser) -> None:
    """The report."""
    parser.add_argument("ref", metavar="REF", help="a report: R1, or a reference the papers use")
    add_reading(parser)


def run(args: Namespace) -> int:
    """Shows it."""
    with look_of(args) as look:
        found = show(look, args.ref)
    if args.format == "json":
        out.record(found)
    elif args.format == "csv":
        out.rows([found], {}, "csv")
    else:
        out.say("\n".join(page(found)))
    return 0


def page(r: Shown) -> list[str]:
    """A report as a page of plain lines."""
    lines = [
        f"{r.report} · {r.title}{_after(r.reference)}",
        f"{said(r.state)}{_by_others(r)}{_after(r.body)}{' · exempt' if r.exempt else ''}",
    ]
    lines += _part("Recommendations", [_recommendation(x) for x in r.recommendations])
    lines += _part("Proposed", [] if r.decision else list(r.proposed))
    lines += _part("Decision", _decision(r.decision))
    lines += _part("Call-in", _called_in(r.call_in))
    lines += _part("Owed", [_owed(f) for f in r.follow_ups])
    lines += _part("Owed without a day", [_promise(p) for p in r.undated])
    lines += _part(
        "Consultation", [f"{c.opens or '?'} to {c.closes or '?'}{_after(c.outcome)}" for c in r.consultation]
    )
    lines += _part("Meetings", [_meeting(m) for m in r.meetings])
    lines += _part("Further to", [_earlier(e) for e in r.earlier])
    lines += _part("Suggested, for a person to say yes or no (matters settle)", list(r.suggestions))
    lines += _part("Not known", [f"{g.says}  [{g.key}]{_after(g.settled, ' — settled: ')}" for g in r.gaps])
    lines += _part("Irregular", [f"{i.says}{_after(i.why, ' — ')}  [{i.key}]" for i in r.irregularities])
    lines += _part("Reminders, the last of them", _reminders(r))
    return lines + _part("What happened", [_happened(h) for h in r.track])


def _by_others(r: Shown) -> str:
    """Who decided, where the state says Cabinet and it was another body."""
    others = r.decision is not None and r.decision["maker_kind"] in ("council", "committee", "officer")
    return f" (here: {r.decision['maker']})" if r.decision and others and r.state == "cabinet_decided" else ""


def _part(heading: str, lines: list[str]) -> list[str]:
    return ["", heading, *(f"  {line}" for line in lines)] if lines else []


def _recommendation(x: Recommended) -> str:
    papers = f"  ({len(x.sources)} {'paper' if len(x.sources) == 1 else 'papers'})" if x.sources else ""
    answer = f"\n       {x.answer}" if x.answer else ""
    made = f"\n       as made: {x.text}" if x.text_agreed and x.text_agreed != x.text else ""
    word = "put forward" if x.proposal else x.word
    return f"{x.number}  [{word}] {x.text_agreed or x.text}  {x.from_} → {x.to}{papers}{made}{answer}"


def _decision(d: dict[str, object] | None) -> list[str]:
    if d is None:
        return []
    callable_ = {True: "can be called in", False: "cannot be called in", None: None}[d["callable"]]  # type: ignore[index]
    key = {True: "a key decision", False: "not a key decision", None: None}[d["key"]]  # type: ignore[index]
    what = f"{d['maker']}{_after(d['decided'], ': ')}{_after(key, '; ')}"
    dates = f"{_after(d['published'], '; published ')}{_after(d['in_force'], '; in force ')}{_after(callable_, '; ')}"
    return [f"{d['on'] or 'day not known'}  {what}{dates}{'; final' if d['final'] else ''}"]


def _called_in(c: dict[str, object] | None) -> list[str]:
    if c is None:
        return []
    callers = " and ".join(map(str, c["callers"])) or "not known"  # type: ignore[call-overload]
    grounds = [f"  {str(ground).rstrip(' .:;')}" for ground in c["grounds"]]  # type: ignore[attr-defined]
    ended = f"{said(str(c['outcome']))}{_after(c['comments'], '. ')}"
    said_of = [
        f"{c['received'] or c['on'] or 'day not known'}  by {callers}",
        *grounds,
        f"ruled {c['ruled']} by {c['ruled_by']}" if c["ruled"] else "",
        *(f"  “{words}”" for words in c["ruling"]),  # type: ignore[attr-defined]
        f"referred back by {c['referred_back_by']}: {c['asked']}" if c["referred_back_by"] else "",
        f"referred to Council, {c['referred_to_council']}" if c["referred_to_council"] else "",
        f"reconsidered: {_AGAIN.get(str(c['reconsidered'])) or said(str(c['reconsidered']))}"
        f"{_after(c['thought_again'], ': ')}"
        if c["reconsidered"]
        else "",
        f"released by {c['released_by']}: {ended}" if c["released_by"] else "",
    ]
    return [line for line in said_of if line]


_AGAIN = {"to_council": "it went on to Council"}


def _owed(f: Owed) -> str:
    day = f.agreed or f.due
    about = f" (recommendation {f.recommendation})" if f.recommendation else ""
    by_rule = f", by its rule {said_day(f.due)}" if f.agreed and f.due else ""
    late = f", {f.days_late} {'day' if f.days_late == 1 else 'days'} late" if f.days_late > 0 else ""
    when = said_day(day) if day else "?"
    quote = f"\n       “{_one_line(f.quote)}”" if f.quote else ""
    return f"{f.number}  {said(f.clock)}{about}: {when}{by_rule}{late}{_after(f.owner)}{_after(f.note)}{quote}"


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _promise(p: Promised) -> str:
    return f"{p.number}  {_one_line(p.quote or said(p.clock))}{_after(p.condition, ' — ')}{_after(p.owner)}"


def _meeting(m: Held) -> str:
    which = _after(m.meeting, " ")
    day = m.date or "day not known"
    return f"{day}  {m.body or 'body not named'}{which}{_after(m.minute, ', minute ')}{_after(m.outcome, ', ')}"


def _earlier(e: EarlierMinute) -> str:
    return f"minute {e.minute or '?'}{_after(e.body, ', ')}{_after(e.report, ' → ')}"


def _happened(h: Happened) -> str:
    return f"{h.on or 'day not known'}  {said(h.move)} → {said(h.state)}"


def _reminders(r: Shown) -> list[str]:
    """The last few letters about it; all of them are in its history."""
    went = [past for past in r.timeline if past.record.startswith("L")]
    more = [f"and {len(went) - _LAST} before: matters history {r.report}"] if len(went) > _LAST else []
    return [f"{p.on}  {p.record} {said(p.move)} {p.why}" for p in went[-_LAST:]] + more


def _after(text: object, mark: str = " · ") -> str:
    return f"{mark}{text}" if text else ""
