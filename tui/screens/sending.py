"""What the screen of reminders asks of the floor below: each with the settings as they are in the file just now."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from states.errors import MattersError, Refused
from tui.dialogs import letter_forms
from tui.dialogs.small import Small

if TYPE_CHECKING:
    from tui.screens.place import Place
    from workflow.desk import Desk
    from workflow.settings_sending import Sending
    from workflow.views.letters import Letters, LetterShown


def settings(config: str | None) -> "Sending":
    """What the settings file says of reminders and mail. BadInput, naming the key, where it cannot be read."""
    from workflow import settings
    from workflow.settings_sending import sending_in

    path = settings.settings_path(config)
    return sending_in(settings.read(path) if path is not None else None)


def letters_now(desk: "Desk", config: str | None) -> "Letters":
    """The letters as they stand."""
    from workflow.views.letters import letters

    return letters(desk, settings(config))


def release_all(desk: "Desk", numbers: tuple[int, ...]) -> int:
    """Releases letters, all of them or none; how many."""
    from workflow.reminders import review

    with desk.writing() as tx:
        for number in numbers:
            review.release(desk, number, tx=tx)
    return len(numbers)


def rehearsed(desk: "Desk", config: str | None) -> str:
    """What a sweep would do, in a sentence or two."""
    from workflow.reminders.sweeps import rehearse

    swept, shown = rehearse(desk, settings(config))
    going = [one for one in shown if one.status in ("claimed", "released", "later", "unknown")]
    names = ", ".join(one.letter.to[0] for one in going[:8]) + (" …" if len(going) > 8 else "")
    parts = []
    if not swept.enabled:
        parts.append("Reminders are off, so nothing would leave: E switches them on.")
    elif going:
        parts.append(f"Goes now, and cannot be taken back: {_many(len(going), 'letter')}, to {names}.")
    if swept.laid_out:
        parts.append(f"Laid out for you to release: {_many(len(swept.laid_out), 'letter')}.")
    if swept.drafts:
        parts.append(f"Laid out for you to send on or not: {_many(len(swept.drafts), 'draft')}.")
    return " ".join(parts) or "Nothing is due that has not gone already."


def _many(many: int, word: str) -> str:
    return f"{many} {word}{'' if many == 1 else 's'}"


def sweep_now(desk: "Desk", config: str | None) -> str:
    """One sweep; what it did, in a sentence."""
    from workflow.reminders.sweeps import sweep

    swept = sweep(desk, settings(config))
    if swept.resting:
        return f"Nothing was sent: {swept.resting}."
    failed = len(swept.went) - swept.many("sent")
    not_sent = f", {failed} not" if failed else ""
    laid_out = f" {len(swept.laid_out)} laid out." if swept.laid_out else ""
    return f"{swept.many('sent')} sent{not_sent}.{laid_out}"


def switch(desk: "Desk", on: bool) -> bool:
    """Lets reminders leave, or no longer."""
    from workflow.reminders.enabling import enable

    enable(desk, on=on)
    return True


async def remind(place: "Place", report: str, number: int) -> None:
    """One reminder about one thing now, once somebody has said yes; what became of it is said on the screen."""
    from tui.dialogs.confirm import Confirm

    names = await place.attempt(place.matters.work.try_out(_whom, place.matters.config, int(report[1:]), number))
    if names is None:
        return
    are = "is" if len(names) == 1 else "are"
    says = f"{_listed(names)} {are} written to now about {report}.{number}. That cannot be taken back."
    if not await place.matters.push_screen_wait(Confirm("Remind now", says, "Remind")):
        return
    told = await place.tell(_asked, place.matters.config, int(report[1:]), number)
    if told is not None:
        place.done(told)


def _listed(names: tuple[str, ...]) -> str:
    *some, last = names
    return f"{', '.join(some)} and {last}" if some else last


def _whom(desk: "Desk", config: str | None, report: int, number: int) -> tuple[str, ...]:
    """Who would be written to. Refused while reminders are off, with the keys that switch them on."""
    from workflow.reminders.asking import who_is_asked
    from workflow.reminders.enabling import enabled

    with desk.reading() as tx:
        if not enabled(tx).enabled:
            off = "Reminders are off, so nobody is written to: 7, then E, switches them on."
            raise Refused(f"R{report}.{number}", "remind", (off,))
    return who_is_asked(desk, settings(config), report, number)


def _asked(desk: "Desk", config: str | None, report: int, number: int) -> str:
    from workflow.reminders.asking import ask_now

    went = ask_now(desk, settings(config), report, number)
    return " ".join(f"{one.name}: {one.outcome}. {one.said if one.outcome != 'sent' else ''}".strip() for one in went)


def tested(config: str | None, channels: tuple[str, ...]) -> list[tuple[str, str]]:
    """Sends the test by each channel; the channel and what was said."""
    from workflow import channels as ways

    sending = settings(config)
    found = []
    for name in channels:
        try:
            told = ways.test(sending, name)
            found.append((f"{name}: {told.outcome}", told.said))
        except MattersError as error:
            found.append((f"{name}: not sent", str(error)))
    return found


def _release(desk: "Desk", number: int) -> bool:
    from workflow.reminders import review

    review.release(desk, number)
    return True


def _hold(desk: "Desk", number: int) -> bool:
    from workflow.reminders import review

    review.hold(desk, number)
    return True


def _once_more(desk: "Desk", number: int) -> bool:
    from workflow.reminders import review

    review.again(desk, number)
    return True


ACTS: dict[str, Callable[..., Any]] = {"release": _release, "hold": _hold, "once_more": _once_more}
"""What is done to a letter without a form."""

DONE = {
    "release": "{message} to {name} goes with the next sweep on its morning; until then h takes it back.",
    "hold": "{message} to {name} waits again.",
    "once_more": "{message} to {name} goes once more with the next sweep.",
}
"""What is said of it."""

FORMS: "dict[str, Callable[[LetterShown], Small]]" = {
    "strike": letter_forms.strike,
    "edit": letter_forms.edit,
    "withdraw": letter_forms.withdraw,
    "settle": letter_forms.settle,
}
"""What is asked in a form."""
