"""The forms of what waits: a suggestion's yes or no, a contradiction's side, one reason for whatever is marked."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from states.errors import BadInput
from tui.dialogs.meeting_forms import moved
from tui.dialogs.small import Ask, Small, Values
from tui.safe import plain

if TYPE_CHECKING:
    from workflow.desk import Desk
    from workflow.engine import Moved
    from workflow.intake.undoing import Undone
    from workflow.views.waiting import PaperRead, Waits


def answer(waits: "Waits") -> Small:
    """Is a suggestion right, and which report does it mean?"""

    def verb(desk: "Desk", values: Values) -> "tuple[Moved | None]":
        from workflow.lookups import report_ref
        from workflow.settling import answer as answered

        if not values["yes"]:
            raise BadInput("Say yes or no.")
        text = values["to"] or (values.get("which") or "")
        to = None
        if values["yes"] == "yes" and text:
            with desk.reading() as tx:
                to = report_ref(tx, text)
        return (answered(desk, waits.number, yes=values["yes"] == "yes", to=to),)

    asks = [Ask("yes", "Is it right", choices=(("", "not said"), ("yes", "yes"), ("no", "no")))]
    if len(waits.candidates) > 1:
        named = tuple((c.report, f"{c.report} {plain(c.title, 40)}") for c in waits.candidates)
        asks.append(Ask("which", "It means", choices=(("", "not said"), *named)))
    only = waits.candidates[0].report if len(waits.candidates) == 1 else ""
    asks.append(Ask("to", "Report", only, "R2, where it is right"))
    about = f"{waits.report} {plain(waits.title, 80)}: " if waits.report else ""
    says = f"{about}{plain(waits.words, 300)}" + (f" “{plain(waits.quote, 200)}”" if waits.quote else "")
    return Small(f"Suggestion {waits.ref}", says, asks, verb, _told)


def _told(desk: "Desk", done: "tuple[Moved | None]") -> list[str]:
    if done[0] is None:
        return ["It is let go."]
    return [f"R{done[0].ref} is tied to the report it means.", *moved(desk, done[0])[1:]]


class Choosing(Small):
    """A small form with room for what papers say."""

    shape: ClassVar[str] = "-wide"


def choose(waits: "Waits") -> Small:
    """Which of the things that papers say of one fact is right; it is amended into the record."""

    def verb(desk: "Desk", values: Values) -> str:
        from workflow.choosing import take

        if not values["which"]:
            raise BadInput("Say which of them is right; until then the first stands.")
        return take(desk, waits.number, int(values["which"]), values["why"] or None)

    def told(desk: "Desk", taken: str) -> list[str]:
        return [f"Taken: {plain(taken, 200)}. Papers no longer change it."]

    about = f"{waits.report} {plain(waits.title, 80)}: " if waits.report else ""
    named = tuple((str(at), f"{at}  {plain(choice, 50)}") for at, choice in enumerate(waits.choices, 1))
    asks = [
        Ask("which", "Right is", choices=(("", "not said"), *named)),
        Ask("why", "Why", "", "the form is signed"),
    ]
    return Choosing(f"Contradiction {waits.ref}", f"{about}{_asked(waits)} {_papers(waits)}", asks, verb, told)


def _papers(waits: "Waits") -> str:
    """Which papers say each of the choices: the first by its name, and how many more."""
    told = []
    for at, papers in enumerate(waits.told_by, 1):
        first, *more = papers.split(", ")
        told.append(f"{at}: {plain(first, _NAME)}{f' and {len(more)} more' if more else ''}" if first else "")
    return "; ".join(filter(None, told))


_NAME = 32
"""So much of a paper's name tells it from others."""


def _asked(waits: "Waits") -> str:
    """What papers do not agree on, without what each of them says."""
    return plain(waits.words.partition(":")[0], 200) + "."


def settle(chosen: "Sequence[Waits]", why: str = "") -> Small:
    """One reason for gaps, irregularities and warnings."""

    def verb(desk: "Desk", values: Values) -> int:
        from workflow.settling import settle_many

        doubts = [(w.number, w.key) for w in chosen if w.kind in {"gap", "irregularity"}]
        warnings = [w.number for w in chosen if w.kind == "warning"]
        return settle_many(desk, doubts, warnings, values["why"])

    def told(desk: "Desk", many: int) -> list[str]:
        reports = {w.report for w in chosen if w.report}
        return [f"{many} settled, in {len(reports)} report{'' if len(reports) == 1 else 's'}."]

    says = "; ".join(dict.fromkeys(plain(w.words, 80) for w in chosen[:4])) + (" …" if len(chosen) > 4 else "")
    asks = [Ask("why", "What is made of it", why, "it was 25 February 2020")]
    return Small(f"Settle {len(chosen)}", says, asks, verb, told)


def take_back(paper: "PaperRead") -> Small:
    """The import of a paper taken back whole: what only it told leaves the record."""

    def verb(desk: "Desk", values: Values) -> "Undone":
        from workflow.intake.undoing import undo

        return undo(desk, [paper.number], values["why"])

    def told(desk: "Desk", done: "Undone") -> list[str]:
        lines = [f"Leaves the record: {', '.join(done.gone)}."] if done.gone else []
        lines += [f"Told by other papers alone: {', '.join(done.changed)}."] if done.changed else []
        lines += [f"{kept.report} stays: {plain(kept.says, 300)}" for kept in done.kept]
        return [*lines, "It can be read again."] if done.papers or done.partly else lines

    says = f"What only {plain(PurePath(paper.path).name, 120)} told leaves the record; the journal keeps both."
    return Small(f"Take D{paper.number} back", says, [Ask("why", "Why", "", "it was the draft")], verb, told)
