"""One report, whole: `show`, and the history it is made of."""

from db import queries_records
from states import recommendation as axes
from states.acts import Source
from states.case import CallIn, Case, FollowUp, Recommendation, decode_case, says_of
from states.errors import NotFound
from states.words import Clock, said
from workflow.lookups import report_ref
from workflow.views.history import history
from workflow.views.look import Look
from workflow.views.records import (
    Consulted,
    EarlierMinute,
    Happened,
    Held,
    Known,
    Owed,
    Promised,
    Recommended,
    Said,
    Shown,
)


def case_of(look: Look, ref: str) -> tuple[int, Case]:
    """The number and the case of a report named `R3` or by a paper's reference. NotFound without it."""
    number = report_ref(look.tx, ref)
    row = look.tx.report(number)
    if row is None:
        raise NotFound(f"There is no report {ref} on {look.day}. List them with: matters reports")
    return number, decode_case(row.folded)


def show(look: Look, ref: str) -> Shown:
    """One report with its recommendations, follow-ups, meetings, earlier minutes, gaps and timeline."""
    number, case = case_of(look, ref)
    name = f"R{number}"
    return Shown(
        report=name, title=case.title, state=str(case.state),
        recommendations=tuple(_recommended(case, r) for r in case.recommendations),
        follow_ups=tuple(
            _owed(name, case, f, look) for f in case.follow_ups if f.open_on(look.day) and f.counts is not None
        ),
        consultation=tuple(Consulted(c.opens, c.closes, c.outcome) for c in case.consultations),
        meetings=tuple(
            Held(
                f"M{x.meeting.ref}" if x.meeting.ref else None, x.meeting.body.name if x.meeting.body else None,
                _day_words(x.meeting.on.exact, str(x.meeting.on)), x.meeting.status, x.minute, x.outcome,
            )
            for x in case.listings
        ),
        earlier=tuple(
            EarlierMinute(e.minute, e.body, f"R{e.report}" if e.report else None, e.quote) for e in case.earlier
        ),
        timeline=tuple(history(look, record=name)),
        body=case.body.name if case.body else None, reference=case.reference, portfolio=case.portfolio,
        lead_officer=case.lead_officer, exempt=case.exempt,
        undated=tuple(
            Promised(name, case.title, f.quote, f.condition, f.owner, f.chase_on, f.clock, f.number,
                     f.recommendation or None)
            for f in case.follow_ups if f.ended is None and f.counts is None
        ),
        gaps=tuple(Known(name, case.title, g.key, g.name, says_of(case, g), None, g.settled) for g in case.gaps),
        irregularities=tuple(
            Known(name, case.title, i.key, i.name, i.says, i.why, i.settled) for i in case.irregularities
        ),
        decision=_decision(case), call_in=_call_in(case), proposed=_words(case, "proposed"),
        track=tuple(Happened(r.move, r.state, _day_words(r.on.exact, str(r.on))) for r in case.reached),
        suggestions=tuple(s.words for s in look.tx.all(queries_records.SUGGESTIONS, report=number)),
    )  # fmt: skip


def _day_words(exact: object, words: str) -> str | None:
    return str(exact) if exact else (words if words != "day not known" else None)


def _recommended(case: Case, r: Recommendation) -> Recommended:
    return Recommended(
        r.number, r.text, r.from_.name, r.to.name, r.response, r.implementation, r.sign_off,
        tuple(Said(s.path, s.quote) for s in sources_of(case, f"recommendation {r.number}", r.entry)),
        axes.word(r.response, r.implementation, r.sign_off), r.proposal, r.text_agreed,
        _answer(r),
    )  # fmt: skip


def _answer(r: Recommendation) -> str | None:
    """The last answer as people read it: what, by whom, when, and why."""
    if not r.answers:
        return None
    last = r.answers[-1]
    by = f" by {last.by}" if last.by else ""
    on = f", {last.on}" if last.on.last else ""
    return f"{said(last.answer)}{by}{on}{': ' + last.reasons if last.reasons else ''}"


def sources_of(case: Case, about: str, entry: int = 0) -> tuple[Source, ...]:
    """The papers' words that prove something, such as `recommendation 2`; each paper once."""
    found: dict[tuple[str, str], Source] = {}
    for _, source in case.sources:
        if source.about == about:
            found.setdefault((source.sha256 or source.path, source.quote), source)
    return tuple(found.values())


def _owed(name: str, case: Case, f: FollowUp, look: Look) -> Owed:
    late = (look.day - f.counts).days if f.counts else 0
    return Owed(
        name, case.title, f.clock, f.body, f.owner, f.due, f.agreed, late,
        f.recommendation or None, case.exempt, f.number, f.note,
        f.quote if f.clock is Clock.PROMISE else None,
    )  # fmt: skip


def _words(case: Case, about: str) -> tuple[str, ...]:
    """The papers' own words about something, each once."""
    return tuple(dict.fromkeys(s.quote for _, s in case.sources if s.about.split(" ")[0] == about))


def _decision(case: Case) -> dict[str, object] | None:
    d = case.decision
    if d is None:
        return None
    return {
        "maker": d.maker, "maker_kind": str(d.maker_kind), "on": str(d.on.exact or d.on), "decided": d.decided,
        "key": case.key if d.key is None else d.key,
        "callable": d.callable, "published": d.published_on, "in_force": d.in_force_on, "final": d.final,
    }  # fmt: skip


def _called_on(case: Case, c: CallIn) -> str | None:
    """When it was called in, as far as that is known."""
    reached = next((r for r in case.reached if r.entry == c.entry), None)
    return _day_words(reached.on.exact, str(reached.on)) if reached else None


def _call_in(case: Case) -> dict[str, object] | None:
    c = case.call_in
    if c is None:
        return None
    return {
        "received": c.received_on, "on": _called_on(case, c), "callers": list(c.callers), "grounds": list(c.grounds),
        "ruled": c.ruled, "ruled_by": c.ruled_by, "ruling": list(_words(case, "ruling")),
        "reconsidered": c.reconsidered, "released_by": c.released_by,
        "outcome": c.outcome, "thought_again": c.thought_again, "referred_back_by": c.referred_back_by,
        "asked": c.asked, "comments": c.comments,
        "referred_to_council": str(c.referred_to_council) if c.referred_to_council else None,
    }  # fmt: skip
