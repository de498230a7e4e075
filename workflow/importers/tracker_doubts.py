"""What a tracker leaves doubtful of its recommendations: to whom they are made, what was answered. Said, not lost."""

from collections.abc import Iterable, Iterator

from workflow.importers.reading import Item, Warning

_NAMED = 12
_WORDS = 60


def unaddressed(items: Iterable[Item]) -> Iterator[Warning]:
    """One warning of all recommendations that do not say to whom they are made: such cannot be entered."""
    found = [
        (item, str(limb.number))
        for item in items
        if item.outcome == "recommended"
        for limb in item.resolutions
        if not (limb.to or item.to)
    ]
    if found:
        count, they = (
            ("a recommendation is", "it was") if len(found) == 1 else (f"{len(found)} recommendations are", "they were")
        )
        yield Warning(
            "no_addressee",
            f"It does not say to whom {count} made, so {they} not entered: {_listed(found)}. Add a column headed “To” "
            "with the body each is made to, or say which column has it (--column NAME=to), and read it again; where it "
            "was entered already, take that back first. Or enter them on the report yourself (recommend).",
        )


def unclear_answers(items: Iterable[Item]) -> Iterator[Warning]:
    """One warning of all answers whose words do not say for certain what was answered: no answer was entered."""
    found = [
        (item, f"{answer.number} “{answer.words[:_WORDS]}”")
        for item in items
        for answer in item.answers
        if answer.answer is None
    ]
    if found:
        many = "one recommendation" if len(found) == 1 else f"{len(found)} recommendations"
        yield Warning(
            "unclear_answer",
            f"What was answered to {many} is not certain, so no answer was entered: {_listed(found)}. Enter what it "
            "means on the report yourself (respond).",
        )


def _listed(found: list[tuple[Item, str]]) -> str:
    """Which recommendations, by the report they are of and their numbers there."""
    of: dict[str, list[str]] = {}
    for item, words in found[:_NAMED]:
        of.setdefault((item.title or "no report named")[:_WORDS], []).append(words)
    told = "; ".join(f"{title}: {', '.join(words)}" for title, words in of.items())
    return told + (f"; and {len(found) - _NAMED} more" if len(found) > _NAMED else "")
