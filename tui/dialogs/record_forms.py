"""The small forms of one report besides its moves: correct, amend, settle, attach, answer a suggested link."""

from typing import TYPE_CHECKING

from states.days import instant_from, said_day
from states.words import said
from states.zone import LONDON
from tui import wording
from tui.dialogs.follow_up_form import told
from tui.dialogs.small import Ask, Small
from tui.facts import told as told_facts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.screens.at_work import AtWork
    from workflow.desk import Desk
    from workflow.views.fields import Choice
    from workflow.views.forms import Known
    from workflow.views.outcome import Outcome
    from workflow.views.whole import Whole

FILLED = "filled in"
"""The reason for a fact that was not known before, where no other is given."""

_YES_NO = (("", "not known"), ("yes", "yes"), ("no", "no"))


def correct(whole: "Whole", number: int = 0) -> Small:
    """Strikes the move that happened last, or another entry."""
    from workflow.filled import Correcting

    ref = int(whole.shown.report[1:])

    def verb(desk: "Desk", values: dict[str, str]) -> "Outcome":
        return Correcting(ref, values["why"], number, version=whole.version)(desk)

    struck = entered(whole, number or whole.last)
    what = "this entry" if number and number != whole.last else "the last move"
    says = f"Strikes {what}: {struck}. Nothing is erased: the journal keeps it, and says why it was struck."
    return Small(f"Correct · {whole.shown.title}", says, [Ask("why", "Why")], verb, told)


def entered(whole: "Whole", number: int) -> str:
    """An entry in a few words: `sign off, 16 Jan 2020, by rose`."""
    past = next((p for p in whole.timeline if p.entry == number), None)
    return f"{said(past.move)}, {wording.on(past.on)}, by {past.who}" if past else f"entry {number}"


def facts(found: "Sequence[Known]") -> "list[Choice]":
    """The facts that can be changed, to choose from; each with what it is now."""
    from workflow.views.fields import Choice

    return [
        Choice(str(at), f"{k.field.label}: {k.field.value or 'not known'}", f"{said(k.move)}, {k.on}")
        for at, k in enumerate(found, 1)
    ]


def amend(whole: "Whole", fact: "Known") -> Small:
    """A new value for one fact, and why."""
    from workflow.filled import Amending

    ref = int(whole.shown.report[1:])

    def verb(desk: "Desk", values: dict[str, str]) -> "Outcome":
        value: object = values["value"]
        if fact.field.kind == "texts":
            value = tuple(values["value"].splitlines()) or None
        why = values["why"] or ("" if fact.field.value else FILLED)
        return Amending(ref, fact.entry, fact.move, fact.field.name, value, why, whole.version)(desk)

    asked = f"{fact.field.says[0].upper()}{fact.field.says[1:]}"
    says = f"{asked}, as entered with “{said(fact.move)}” ({fact.on}). Empty: not known."
    why = Ask("why", "Why", empty="" if fact.field.value else FILLED)
    return Small(f"Edit · {fact.field.label}", says, [_value(fact), why], verb, told)


def _value(fact: "Known") -> Ask:
    field = fact.field
    choices: tuple[tuple[str, str], ...] = ()
    if field.kind == "yes_no":
        choices = _YES_NO
    elif field.kind == "choice":
        choices = (("", "–"), *((c.value, c.says) for c in field.choices))
    if field.kind == "texts":
        return Ask("value", _capital(field.label), "\n".join(fact.each), several=True)
    return Ask("value", _capital(field.label), field.value, day=field.kind in ("day", "on"), choices=choices,
               span=field.kind == "on")  # fmt: skip


def _capital(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"


async def settle(screen: "AtWork[None]", whole: "Whole", kind: str, key: str) -> Small:
    """Settles a gap or an irregularity: with the fact, where it can be given; else with what is made of it."""
    from workflow.filled import Amending, Settling
    from workflow.views.forms import known

    doubts = whole.shown.gaps if kind == "gap" else whole.shown.irregularities
    doubt = next(d for d in doubts if d.key == key)
    number, _, name = key.partition(":")
    ref = int(whole.shown.report[1:])
    every = await screen.attempt(screen.ask(known, whole.shown.report)) or ()
    fact = next((k for k in every if str(k.entry) == number and k.field.name == name), None)

    def verb(desk: "Desk", values: dict[str, str]) -> "Outcome":
        if fact is not None and values.get("value"):
            why = values["why"] or FILLED
            return Amending(ref, fact.entry, fact.move, name, values["value"], why, whole.version)(desk)
        return Settling(ref, (key,), values["why"])(desk)

    asks = [_value(fact)] if fact is not None and kind == "gap" else []
    why = Ask("why", "Or: what of it" if asks else "Why", example="not known")
    says = f"{doubt.says[0].upper()}{doubt.says[1:].rstrip('.')}."
    return Small("Fill in, or settle" if asks else "Settle", says, [*asks, why], verb, told)


def attach(whole: "Whole") -> Small:
    """A paper's own words."""
    from workflow.filled import Attaching

    ref = int(whole.shown.report[1:])

    def verb(desk: "Desk", values: dict[str, str]) -> "Outcome":
        return Attaching(ref, values["path"], values["quote"], values["about"], whole.version)(desk)

    asks = [Ask("path", "Paper", example="minutes-2020-01-16.pdf"), Ask("quote", "Its words"),
            Ask("about", "About", empty="the report; else recommendation 2")]  # fmt: skip
    return Small(f"Attach · {whole.shown.title}", "A paper's own words, kept with the report.", asks, verb, told)


def link(whole: "Whole", suggestion: int) -> Small:
    """Yes or no to a suggested link."""
    from workflow.filled import Linking

    offered = next(o for o in whole.offered if o.suggestion == suggestion)
    ref = int(whole.shown.report[1:])

    def verb(desk: "Desk", values: dict[str, str]) -> "Outcome":
        return Linking(ref, suggestion, values["answer"] == "yes", values["to"])(desk)

    asks = [Ask("answer", "Is it?", choices=(("yes", "yes, tied"), ("no", "no"))),
            Ask("to", "To which report", "".join(offered.candidates[:1]), "R2")]  # fmt: skip
    quote = f" “{offered.quote}”" if offered.quote else ""
    return Small("Is this tied?", f"{offered.words}.{quote}", asks, verb, told)


def recommendation(whole: "Whole", number: int) -> list[tuple[str, str]]:
    """A recommendation with everything known of it, to read."""
    r = next(r for r in whole.shown.recommendations if r.number == number)
    told_so = [(f"{r.from_} to {r.to}", r.text)]
    told_so += [("As agreed", r.text_agreed)] if r.text_agreed else []
    told_so.append(("Where it stands", f"Response: {said(r.response)}. Action: {said(r.implementation)}. "
                    f"Sign-off: {said(r.sign_off)}."))  # fmt: skip
    told_so += [("The answer", f"{_capital(r.answer).rstrip('.')}.")] if r.answer else []
    return told_so + [(s.path, f"“{s.quote}”") for s in r.sources]


def entry(whole: "Whole", number: int) -> list[tuple[str, str]]:
    """An entry of the journal, to read."""
    p = next(p for p in whole.timeline if p.entry == number)
    head = f"{said(p.move)}{f' → {said(p.to)}' if p.to else ''}{' · struck' if p.struck else ''}"
    at = instant_from(p.at).astimezone(LONDON)
    when = f"It happened: {wording.on(p.on)}. Entered by {p.who} on {said_day(at.date())} at {at:%H:%M}."
    facts_of = "\n".join(f"{_capital(name)}: {text}" for name, text in told_facts(p.facts))
    return [(head, when), *([("Why", p.why)] if p.why else []), *([("Facts", facts_of)] if facts_of else [])]
