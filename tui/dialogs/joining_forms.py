"""Two reports that turn out to be one, and one that turns out to be two. The journal keeps both."""

import re
from typing import TYPE_CHECKING

from states.errors import BadInput
from tui.dialogs.meeting_forms import moved
from tui.dialogs.small import Ask, Small, Values
from tui.safe import plain

if TYPE_CHECKING:
    from workflow.desk import Desk
    from workflow.merging import Merged
    from workflow.splitting import Split
    from workflow.views.whole import Whole


def merge(whole: "Whole") -> Small:
    """This report is the same as another, which stays. Gives back the `Merged`."""
    ref = int(whole.shown.report[1:])

    def verb(desk: "Desk", values: Values) -> "Merged":
        from workflow.lookups import report_ref
        from workflow.merging import merge as merged

        if not values["into"]:
            raise BadInput("Say which report it is the same as: R3, or a reference the papers use.")
        with desk.reading() as tx:
            into = report_ref(tx, values["into"])
        return merged(desk, ref, into, values["why"])

    def told(desk: "Desk", done: "Merged") -> list[str]:
        twice = [f"{done.twice} of what happened"] if done.twice else []
        twice += [f"{done.recommendations_twice} recommendations"] if done.recommendations_twice else []
        lines = [f"On both, and told once: {' and '.join(twice)}."] if twice else []
        lines += [done.still_owed] if done.still_owed else []
        return [f"R{ref} is merged into R{done.moved.ref}.", *lines, *moved(desk, done.moved)]

    says = (
        f"{whole.shown.report} {plain(whole.shown.title, 80)} turns out to be another report, which stays. "
        "Taken back by correcting it there."
    )
    asks = [Ask("into", "The same as", "", "R3, or 24/00093"), Ask("why", "Why", "", "the same matter, entered twice")]
    return Small(f"Merge · {whole.shown.title}", says, asks, verb, told)


def split(whole: "Whole") -> Small:
    """Some of this report becomes a report of its own. Gives back the `Split`."""
    ref = int(whole.shown.report[1:])

    def verb(desk: "Desk", values: Values) -> "Split":
        from workflow.splitting import split as parted

        recommendations, entries = (_numbers(values[name]) for name in ("recommendations", "entries"))
        return parted(
            desk, ref, values["title"], values["why"], recommendations=recommendations, entries=entries
        )  # fmt: skip

    def told(desk: "Desk", done: "Split") -> list[str]:
        return [f"R{done.new.ref} is begun out of R{ref}.", *moved(desk, done.new)]

    says = (
        f"{whole.shown.report} {plain(whole.shown.title, 80)} turns out to be two. Say what becomes a report of its "
        "own: recommendations, with all that belongs to them, or entries; ↵ on what happened says its number."
    )
    asks = [
        Ask("title", "The new report", "", "what it is called"),
        Ask("recommendations", "Recommendations", "", "3, 4"),
        Ask("entries", "Or entries", "", "41, 44"),
        Ask("why", "Why", "", "another matter"),
    ]
    return Small(f"Split · {whole.shown.title}", says, asks, verb, told)


def _numbers(text: str) -> list[int]:
    words = text.replace(",", " ").split()
    if not all(re.fullmatch(r"[0-9]{1,9}", word) for word in words):
        raise BadInput(f"“{plain(text, 60)}” are no numbers; write them like 3, 4.")
    return [int(word) for word in words]
