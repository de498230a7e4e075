"""From what an item's form holds to what is said of the item."""

from datetime import date
from typing import TYPE_CHECKING

from tui.dates import with_year

if TYPE_CHECKING:
    from workflow.round import Said
    from workflow.views.walk import Outcome, Stop


class Filled(dict[str, str]):
    """What the lines of the form hold, by their names; also of lines that are not shown now."""

    def text(self, name: str) -> str:
        """What a line holds, without spaces around it."""
        return self.get(name, "").strip()

    def many(self, kind: str) -> int:
        """The number of the last line of a kind that holds something, such as `rec-3`."""
        numbers = [int(name.partition("-")[2]) for name in self if name.startswith(f"{kind}-") and self.text(name)]
        return max(numbers, default=0)


def said_of(stop: "Stop", outcome: "Outcome", filled: Filled, today: date) -> "Said":
    """What is said of an item: only what its outcome asks, whatever else was typed before."""
    from workflow.round import Said
    from workflow.round_typed import promise, until

    facts: dict[str, object] = {}
    for ask in outcome.asks:
        text = filled.text(ask.name)
        if not text or ask.kind == "why":
            continue
        if ask.kind in {"until", "months"}:
            facts |= until(with_year(text, today), today, months=ask.kind == "months")
        else:
            facts[ask.name] = with_year(text, today) if ask.kind == "day" else text
    if outcome.recommends:
        facts["recommendations"] = [
            {"text": filled.text(f"rec-{n}"), "to": filled.text(f"to-{n}")}
            for n in range(1, filled.many("rec") + 1) if filled.text(f"rec-{n}")
        ]  # fmt: skip
    if outcome.answers:
        facts["responses"] = [
            {"recommendation": made.number, "answer": word, "by": filled.text("by") or "Cabinet"}
            for made in stop.awaiting if (word := filled.text(f"answer-{made.number}"))
        ]  # fmt: skip
    if outcome.reports:
        facts["progress"] = [
            {"recommendation": made.number, "implementation": word}
            for made in stop.watched if (word := filled.text(f"progress-{made.number}"))
        ]  # fmt: skip
    signs = {str(made.number): word for made in stop.watched if (word := filled.text(f"sign-{made.number}"))}
    promises = tuple(
        promise(filled.text(f"promise-{n}"), filled.text(f"who-{n}"), with_year(filled.text(f"when-{n}"), today), today)
        for n in range(1, filled.many("promise") + 1) if filled.text(f"promise-{n}")
    )  # fmt: skip
    none = outcome.name == "not reached"
    return Said(
        outcome.name, filled.text("minute") or None, facts, () if none else promises,
        signs if outcome.signs else {}, filled.text("why") or None,
    )  # fmt: skip
