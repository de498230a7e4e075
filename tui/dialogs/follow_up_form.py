"""What is done to a follow-up, from any list: a choice of acts, then a small form for the one that was chosen."""

from typing import TYPE_CHECKING

from states.words import Ended
from tui.dialogs.picker import Picker
from tui.dialogs.small import Ask, Small
from tui.screens.at_work import AtWork

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    "adopt": "be reminded of it, though it came from a paper or was entered late",
}
"""What can be done, and what that means."""

DID = {
    "done": "is done", "assign": "is assigned", "extend": "is extended", "pause": "is paused", "resume": "runs again",
    "snooze": "is snoozed", "adopt": "is adopted",
}  # fmt: skip

_WHY = Ask("why", "Why")
_ENDED = tuple((str(how), str(how)) for how in (Ended.KEPT, Ended.OVERTAKEN, Ended.DROPPED))
_UNTIL = "in 2 weeks, next thu, 1 June 2027"
_ONCE = "once the plan is adopted"


async def act_on(screen: "AtWork[None]", report: str, numbers: tuple[int, ...], do: str = "") -> bool:
    """Does something to follow-ups of a report (`R3`): asks which and what, unless it is said. Whether it was done."""
    from workflow.views.names import owners
    from workflow.views.whole import follow_up

    if len(numbers) > 1:
        numbers = await _which(screen, report, numbers)
    found = await screen.attempt(screen.ask(follow_up, report, numbers[0])) if numbers else None
    if found is None:
        return False
    standing, version = found
    do = do or await _chosen(screen, standing, numbers)
    if not do:
        return False
    if do not in standing.acts:
        screen.say(f"Follow-up {standing.number} cannot be {DID.get(do, do).removeprefix('is ')}: it stands otherwise.")
        return False
    known = await screen.attempt(screen.ask(owners)) or ()
    done = await screen.app.push_screen_wait(form(report, standing, numbers, do, version, known))
    if done is not None:
        screen.done(f"{report}: follow-up {said_of(numbers)} {DID[do] if len(numbers) == 1 else _plural(DID[do])}.")
    return done is not None


def said_of(numbers: tuple[int, ...]) -> str:
    """`2`, or `1, 2 and 4`."""
    *some, last = map(str, numbers)
    return f"{', '.join(some)} and {last}" if some else last


def _plural(did: str) -> str:
    return did.replace("is ", "are ").replace("runs ", "run ")


async def _which(screen: "AtWork[None]", report: str, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Which of several that stand on one line: all of them, or one."""
    from workflow.views.fields import Choice
    from workflow.views.whole import follow_up

    choices = [Choice("all", f"all {len(numbers)} of them")]
    for number in numbers:
        found = await screen.attempt(screen.ask(follow_up, report, number))
        if found is not None:
            choices.append(Choice(str(number), f"{number}: {found[0].about or found[0].paragraph}"))
    taken = await screen.app.push_screen_wait(Picker("Which of them?", choices))
    if taken is None:
        return ()
    return numbers if taken.value == "all" else (int(taken.value),)


async def _chosen(screen: "AtWork[None]", standing: "Standing", numbers: tuple[int, ...]) -> str:
    from workflow.views.fields import Choice

    acts = [Choice(do, do, SAYS[do]) for do in standing.acts]
    says = standing.paragraph if len(numbers) == 1 else ""
    taken = await screen.app.push_screen_wait(Picker(f"Follow-up {said_of(numbers)}", acts, says=says))
    return taken.value if taken else ""


def _asks(do: str, owner: str, known: tuple[str, ...]) -> list[Ask]:
    """What an act asks."""
    return {
        "done": [Ask("ended", "It was", "kept", choices=_ENDED), Ask("on", "On", empty="today", day=True), _WHY],
        "assign": [Ask("owner", "To which post", owner, known=known, free=True), _WHY],
        "extend": [Ask("due", "Until", example=_UNTIL, day=True), Ask("condition", "Or when", example=_ONCE),
                   Ask("chase_on", "Ask after it", example=_UNTIL, day=True), Ask("why", "Who agreed, why")],
        "pause": [_WHY, Ask("until", "Until", empty="further notice", day=True)],
        "snooze": [Ask("until", "Until", example=_UNTIL, day=True)],
    }.get(do, [_WHY])  # fmt: skip


async def act_on_many(screen: "AtWork[None]", keys: "Sequence[str]", do: str = "") -> bool:
    """The same to follow-ups of any reports (`R3/2`), to all of them or none. Whether it was done."""
    from workflow.filled import ActingOnMany
    from workflow.views.fields import Choice
    from workflow.views.names import owners

    heading = f"{len(keys)} follow-ups"
    if not do:
        acts = [Choice(one, one, says) for one, says in SAYS.items()]
        taken = await screen.app.push_screen_wait(Picker(heading, acts))
        if taken is None:
            return False
        do = taken.value
    known = await screen.attempt(screen.ask(owners)) or ()
    owed = tuple((int(report[1:]), int(number)) for report, _, number in (key.partition("/") for key in keys))

    def verb(desk: "Desk", values: dict[str, str]) -> tuple[int, int]:
        return ActingOnMany(owed, do, values)(desk)

    def said(desk: "Desk", done: tuple[int, int]) -> list[str]:
        return [f"{done[0]} follow-ups in {done[1]} report{'' if done[1] == 1 else 's'}: {do}."]

    says = "To all that are marked, or to none of them."
    form = Small(f"{do.capitalize()} · {heading}", says, _asks(do, "", known), verb, said)
    done = await screen.app.push_screen_wait(form)
    if done is not None:
        screen.done(f"{done[0]} follow-ups {_plural(DID[do])}.")
    return done is not None


def form(
    report: str, standing: "Standing", numbers: tuple[int, ...], do: str, version: int, known: tuple[str, ...] = ()
) -> Small:
    """The small form of one act, on one follow-up or several of a report."""
    asks = _asks(do, standing.owner or "", known)
    heading = f"{do.capitalize()} · {report}.{said_of(numbers)}"
    says = standing.paragraph if len(numbers) == 1 else f"The same for {len(numbers)} follow-ups of {report}."
    return acting(heading, says, asks, report, numbers, do, version)


def promise(report: str, version: int, known: tuple[str, ...], quote: str = "") -> Small:
    """Something promised, in its own words."""
    asks = [
        Ask("quote", "In its words", quote, "a report back in six months"),
        Ask("owner", "Who owes it", example="Director of Finance", known=known, free=True),
        Ask("due", "By", empty="it has no date", day=True), Ask("condition", "Or when", example=_ONCE),
        Ask("chase_on", "Ask after it", example=_UNTIL, day=True),
        Ask("recommendation", "Recommendation", example="2, where it is about one"),
    ]  # fmt: skip
    return acting(f"Promise · {report}", "What was promised, as it was said.", asks, report, (0,), "add", version)


def acting(
    heading: str, says: str, asks: list[Ask], report: str, numbers: tuple[int, ...], do: str, version: int
) -> Small:
    """A small form of an act on a follow-up, that shows what would happen."""
    from workflow.filled import Acting

    def verb(desk: "Desk", values: dict[str, str]) -> "Outcome":
        return Acting(int(report[1:]), numbers, do, values, version)(desk)

    return Small(heading, says, asks, verb, told)


def told(desk: "Desk", done: "Outcome") -> list[str]:
    """An outcome, a line each."""
    begins = {"state": "State", "starts": "Starts", "ends": "Ends", "moves": "Moves", "gap": "Gap",
              "irregular": "Irregular"}  # fmt: skip
    return [f"{begins[t.kind]}: {t.says}" for t in done.told if t.kind in begins] or ["It is entered in the journal."]
