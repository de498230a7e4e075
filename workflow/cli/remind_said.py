"""What `matters remind` prints: a sweep, a rehearsal, the batch that waits, how it stands."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from datetime import date

from states.days import said_day, said_long
from states.words import said
from workflow.cli import out
from workflow.reminders.review import Waiting
from workflow.reminders.sending import Went
from workflow.reminders.standing import Standing
from workflow.reminders.sweeps import Shown, Swept, Unsaid
from workflow.views.reminded import stage

_OUTCOMES = {
    "sent": "sent", "later": "not yet, to be tried again", "refused": "wants your help",
    "unknown": "not known whether it arrived", "withdrawn": "not sent",
}  # fmt: skip
_FAILED = ("later", "refused", "unknown")


def heed(args: Namespace) -> Callable[[Went], None]:
    """Says each message as soon as it has gone, or has not."""
    if args.format != "table":
        return lambda went: None

    def say(went: Went) -> None:
        about = f" about {went.lines} {'thing' if went.lines == 1 else 'things'}" if went.lines else ""
        why = "" if went.outcome == "sent" else f": {went.said}"
        out.say(f"{went.message} · to {went.name}{about} · {_OUTCOMES[went.outcome]}{why}")

    return say


def asked(args: Namespace, went: Sequence[Went]) -> int:
    """What became of one reminder. Exit 1 when it did not go."""
    if args.format == "json":
        out.record({"went": went})
    elif args.format == "csv":
        out.rows(went, {}, "csv")
    else:
        for one in went:
            heed(args)(one)
    return 0 if went and all(one.outcome == "sent" for one in went) else 1


def swept(args: Namespace, found: Swept) -> int:
    """What a sweep did. Exit 1 when something did not go, or nothing may go at all."""
    failed = found.many(*_FAILED)
    refused = not found.enabled and not args.scheduled
    code = 1 if failed or refused else 0
    if args.format == "json":
        out.record(_as_json(found))
        return code
    if args.format == "csv":
        out.rows(found.went, {}, "csv")
        return code
    if found.resting:
        out.tell(f"Nothing was sent: {found.resting}.")
        return code
    _unsaid(found.unsaid)
    if found.laid_out:
        day = said_long(found.morning)
        out.say(f"Laid out for {day}: {_many(len(found.laid_out), 'message')}, about {_many(found.claimed, 'thing')}.")
        out.say("Read them: matters remind review    Let them go: matters remind review --release, then remind once")
    if found.drafts:
        named = ", ".join(found.drafts)
        out.say(f"Still not answered, so drafted for you to take further: {named}. Nothing goes until you release it.")
    if found.went:
        out.say(f"{_many(found.many('sent'), 'message')} sent{f', {failed} not' if failed else ''}.")
    elif not found.laid_out and found.to_release:
        one = found.to_release == 1
        out.say(f"{_many(found.to_release, 'letter')} {'waits' if one else 'wait'} for you: matters remind review")
    elif not found.laid_out:
        out.say("Nothing is due that has not gone already.")
    return code


def rehearsed(args: Namespace, found: Swept, letters: Sequence[Shown]) -> int:
    """The letters as they would go."""
    if args.format != "table":
        rows = [_letter(shown) for shown in letters]
        if args.format == "json":
            out.record(_as_json(found) | {"letters": rows})
        else:
            out.rows(rows, {}, "csv")
        return 0
    if found.resting:
        out.tell(f"Nothing would go: {found.resting}.")
    for shown in letters:
        letter = shown.letter
        out.heading(f"{'─' * 20} {_what(shown)}")
        out.say(f"To: {_address(letter.to)}")
        if letter.copies:
            out.say(f"Copy: {', '.join(map(_address, letter.copies))}")
        if letter.reply_to:
            out.say(f"Answers to: {_address(letter.reply_to)}")
        out.say(f"Subject: {letter.subject}\n")
        out.say(letter.text)
    _unsaid(found.unsaid)
    many = _many(len(letters), "letter")
    out.tell(f"{many} would go; nothing left and nothing was changed." if letters else "Nothing would go.")
    if found.next_letter:
        out.tell(f"The next letter goes on {said_long(found.next_letter)}, as things stand.")
    if not found.enabled:
        out.tell("Nothing leaves until somebody says: matters remind enable")
    return 0


def waiting(args: Namespace, found: Sequence[Waiting], *, whole: bool) -> int:
    """The batch that waits; one message is shown whole, with its letter."""
    if args.format != "table":
        out.rows(found, {}, args.format)
        return 0
    if not found:
        out.tell("Nothing waits for you.")
        return 0
    for message in found:
        out.heading(_heading(message))
        for line in message.lines:
            if line.left_out is None or (whole and line.left_out != "passed_over"):
                out.say(f"  {line.about}  {line.title or 'exempt'} · {stage(line.stage)}{_left(line.left_out)}")
        if message.note:
            out.say(f"  with your words: {message.note}")
        if message.trouble:
            out.say(f"  {message.trouble}")
        if whole:
            out.say(f"\nTo: {message.name} <{message.address or 'no address'}>")
            if message.copies:
                out.say(f"Copy: {', '.join(message.copies)}")
            out.say(f"Subject: {message.subject}\n\n{message.text}")
    if not whole:
        out.tell("One of them whole: matters remind review L5    All of them may go: matters remind review --release")
    return 0


def _heading(message: Waiting) -> str:
    """Which message, to whom, and where it stands: waiting for its morning, or sent on a day."""
    released = f"released by {message.released_by}" if message.released_by else None
    if message.sent_on:
        stands = f"sent on {said_long(message.sent_on)}{f' · {released}' if released else ''}"
    else:
        stands = f"for {said_long(message.day)} · {released or said(message.status)}"
    draft = ", a draft for you, to take it further" if message.kind == "escalation" and not message.sent_on else ""
    return f"{message.message} · to {message.name} · {stands}{draft}"


def standing(args: Namespace, found: Standing) -> int:
    """How reminders stand. Exit 1 when something wants a person's help."""
    code = 0 if found.healthy else 1
    if args.format == "json":
        out.record(out.plain(found) | {"healthy": found.healthy})
        return code
    if args.format == "csv":
        out.rows([found], {}, "csv")
        return code
    if found.enabled:
        since = f" since {said_day(date.fromisoformat(found.since))}" if found.since else ""
        out.say(f"Enabled{since}{f', by {found.who}' if found.who else ''}. Mode: {found.mode}.")
    else:
        out.say("Not enabled: nothing leaves until somebody says: matters remind enable")
    if found.last_sweep:
        how = {"run": "by the worker", "once": "asked for by a person"}.get(found.last_how or "", "")
        out.say(f"Last sweep: {_when(found.last_sweep)}, {how}: {found.last_did}.")
    else:
        out.say("There has been no sweep yet.")
    out.say(f"Next digest: {said_long(found.next_digest)}.")
    if found.last_night:
        out.say(f"The record was last copied and looked over: {_when(found.last_night)}.")
    for many, what in (
        (found.to_release, "laid out, for you to release: matters remind review"),
        (found.released, "released, on their morning"),
        (found.on_their_way, "on their way, or to be tried again"),
    ):
        if many:
            out.say(f"{_many(many, 'message')} {what}")
    if found.drafts:
        out.say(f"{_many(found.drafts, 'draft')} for you, to take what is still late further: matters remind review")
    for name in found.asleep:
        out.say(f"Left alone: {name}")
    _unsaid(found.unsaid)
    for trouble in found.troubles:
        out.say(f"! {trouble}")
    out.say("All is well." if found.healthy else "Something wants your help.")
    return code


def _when(instant: str) -> str:
    """An instant of the journal as people in London read it."""
    from states.days import instant_from
    from states.zone import LONDON

    there = instant_from(instant).astimezone(LONDON)
    return f"{said_long(there.date())} {there:%H:%M}"


def _left(word: str | None) -> str:
    return f"  ({said(word)})" if word else ""


def _unsaid(found: Sequence[Unsaid]) -> None:
    for one in found:
        about = ", ".join(one.about[:6]) + (f" and {len(one.about) - 6} more" if len(one.about) > 6 else "")
        out.tell(f"Not written to: {one.why} ({about}).")


def _what(shown: Shown) -> str:
    draft = {"laid_out": "to be released", "released": "released"}.get(shown.status, "to go")
    return f"{shown.kind if shown.kind != 'escalation' else 'draft'}, {draft}"


def _address(pair: tuple[str, str]) -> str:
    return f"{pair[0]} <{pair[1]}>" if pair[0] else pair[1]


def _letter(shown: Shown) -> dict[str, object]:
    letter = shown.letter
    return {
        "message": shown.message, "status": shown.status, "kind": shown.kind, "to": letter.to[1],
        "name": letter.to[0], "copies": [address for _, address in letter.copies],
        "reply_to": letter.reply_to[1] if letter.reply_to else None, "subject": letter.subject, "text": letter.text,
        "message_id": letter.message_id,
    }  # fmt: skip


def _as_json(found: Swept) -> dict[str, object]:
    return {
        "day": found.day, "enabled": found.enabled, "mode": found.mode, "morning": found.morning,
        "resting": found.resting, "claimed": found.claimed, "sent": found.many("sent"), "later": found.many("later"),
        "refused": found.many("refused"), "unknown": found.many("unknown"), "withdrawn": found.many("withdrawn"),
        "laid_out": list(found.laid_out), "to_release": found.to_release,
        "next_letter": found.next_letter, "drafts": list(found.drafts),
        "messages": [out.plain(went) for went in found.went],
        "not_written_to": [{"why": one.why, "about": list(one.about)} for one in found.unsaid],
    }  # fmt: skip


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
