"""What is done to a follow-up, from any list: a choice of acts, then a small form for the one that was chosen."""

from typing import TYPE_CHECKING

from states.words import Ended
from tui.dialogs.picker import Picker
from tui.dialogs.small import Ask, Small
from tui.screens.at_work import AtWork

if TYPE_CHECKING:
    from workflow.desk import Desk
    from workflow.views.outcome import Outcome
    from workflow.views.whole import Standing

SAYS = {
    "done": "it is no longer owed: kept, overtaken or dropped",
    "assign": "another post owes it",
    "extend": "another day is agreed; the rule's own stays beside it",
    "pause": "it does not run for a time",
    "resume": "it runs again",
    "snooze": "no reminder before a day",
    "adopt": "it came from a paper: be reminded of it",
}
"""What can be done, and what that means."""

DID = {
    "done": "is done", "assign": "is assigned", "extend": "is extended", "pause": "is paused", "resume": "runs again",
    "snooze": "is snoozed", "adopt": "is adopted",
}  # fmt: skip

_WHY = Ask("why", "Why")
_ENDED = tuple((str(how), str(how)) for how in (Ended.KEPT, Ended.OVERTAKEN, Ended.DROPPED))
_UNTIL = "in 2 weeks, next thu, 1 June 2027"


async def act_on(screen: "AtWork[None]", report: str, number: int, do: str = "") -> bool:
    """Does something to a follow-up of a report (`R3`): asks what, unless `do` says it. Whether it was done."""
    from workflow.views.whole import follow_up

    found = await screen.attempt(screen.ask(follow_up, report, number))
    if found is None:
        return False
    standing, version = found
    if not do:
        do = await _chosen(screen, standing)
    if not do:
        return False
    if do not in standing.acts:
        screen.say(f"Follow-up {number} cannot be {DID.get(do, do).removeprefix('is ')}: it stands otherwise.")
        return False
    done = await screen.app.push_screen_wait(form(report, standing, do, version))
    if done is not None:
        screen.done(f"{report}: follow-up {number} {DID[do]}.")
    return done is not None


async def _chosen(screen: "AtWork[None]", standing: "Standing") -> str:
    from workflow.views.forms import Choice

    acts = [Choice(do, do, SAYS[do]) for do in standing.acts]
    taken = await screen.app.push_screen_wait(Picker(f"Follow-up {standing.number}", acts, says=standing.paragraph))
    return taken.value if taken else ""


def form(report: str, standing: "Standing", do: str, version: int) -> Small:
    """The small form of one act."""
    asks = {
        "done": [Ask("ended", "It was", "kept", choices=_ENDED), Ask("on", "On", example="empty: today", day=True),
                 _WHY],
        "assign": [Ask("owner", "To which post", standing.owner or ""), _WHY],
        "extend": [Ask("due", "Until", example=_UNTIL, day=True), Ask("condition", "Or when"),
                   Ask("chase_on", "Ask after it", example=_UNTIL, day=True), Ask("why", "Who agreed, why")],
        "pause": [_WHY, Ask("until", "Until", example=_UNTIL, day=True)],
        "snooze": [Ask("until", "Until", example=_UNTIL, day=True)],
    }.get(do, [_WHY])  # fmt: skip
    return acting(
        f"{do.capitalize()} · {report}.{standing.number}",
        standing.paragraph,
        asks,
        report,
        standing.number,
        do,
        version,
    )


def promise(report: str, version: int, quote: str = "") -> Small:
    """Something promised, in its own words."""
    asks = [
        Ask("quote", "In its words", quote), Ask("owner", "Who owes it", example="a post: Director of Finance"),
        Ask("due", "By", example="empty: it has no date", day=True), Ask("condition", "Or when"),
        Ask("chase_on", "Ask after it", example=_UNTIL, day=True), Ask("recommendation", "Recommendation", example="2"),
    ]  # fmt: skip
    return acting(f"Promise · {report}", "What was promised, as it was said.", asks, report, 0, "add", version)


def acting(heading: str, says: str, asks: list[Ask], report: str, number: int, do: str, version: int) -> Small:
    """A small form of an act on a follow-up, that shows what would happen."""
    from workflow.filled import Acting

    def verb(desk: "Desk", values: dict[str, str]) -> "Outcome":
        return Acting(int(report[1:]), number, do, values, version)(desk)

    return Small(heading, says, asks, verb, told)


def told(desk: "Desk", done: "Outcome") -> list[str]:
    """An outcome, a line each."""
    begins = {"state": "State", "starts": "Starts", "ends": "Ends", "moves": "Moves", "gap": "Not known",
              "irregular": "Irregular"}  # fmt: skip
    return [f"{begins[t.kind]}: {t.says}" for t in done.told if t.kind in begins] or ["It is entered in the journal."]
