"""From a digest to a letter: the templates' words, their form as plain text and HTML, the subject, the days."""

import traceback
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from states.errors import BadInput
from workflow.letters.dates import dates
from workflow.letters.digest import Digest, Letter
from workflow.letters.paragraphs import blocks, plain
from workflow.letters.sandbox import CannotBeSaid, TooMuch, rendered, sandbox_of
from workflow.letters.told import line, told
from workflow.settings_sending import Sending

SUBJECT = 150
"""How many characters a subject has at most."""


def write(digest: Digest, settings: Sending, message_id: str) -> Letter:
    """The letter that tells a person everything in their digest, and asks for it courteously.

    Raises:
        BadInput: a template of the council's own cannot be used: which file, which line, what is wrong. No letter is
            made then, so none is sent.
    """
    folder = settings.letters.folder
    about = told(digest)
    subject = line(_words(folder, "subject.txt", about), SUBJECT) or "Scrutiny follow-up"
    parts = blocks(_words(folder, "letter.txt", about))
    html = _words(folder, "letter.html", about | {"blocks": parts, "subject": subject})
    sender = settings.mail.sender_name or digest.reply_to[0]
    return Letter(
        message_id=message_id,
        sender=(line(sender, 200) or "", settings.mail.sender or ""),
        to=(digest.name, digest.address),
        copies=digest.copies,
        reply_to=digest.reply_to,
        subject=subject,
        text=plain(parts),
        html=html,
        ics=dates(digest),
        at=digest.at,
        to_coordinator=digest.to_coordinator,
    )


def check(folder: str) -> None:
    """Renders every kind of letter with a council's own templates. BadInput: one of them cannot be used."""
    from workflow.letters.specimens import specimens

    if not Path(folder).is_dir():
        raise BadInput(f"There is no folder of templates at {folder}.")
    for specimen in specimens(date(2026, 11, 24)):
        about = told(specimen)
        parts = blocks(_words(folder, "letter.txt", about))
        _words(folder, "letter.html", about | {"blocks": parts, "subject": _words(folder, "subject.txt", about)})


def _words(folder: str | None, name: str, about: dict[str, Any]) -> str:
    try:
        return rendered(sandbox_of(folder), name, about)
    except TemplateSyntaxError as error:
        raise _refused(error.filename or error.name or name, error.lineno, error.message or "") from None
    except TemplateNotFound as error:
        raise _refused(name, None, f"it asks for a template {error.name} that is not there") from None
    except UnicodeDecodeError:
        raise _refused(name, None, "it is no text in UTF-8") from None
    except (TemplateError, TooMuch, CannotBeSaid, TypeError, ValueError, ArithmeticError, LookupError) as error:
        where, at = _place(error, folder, name)
        raise _refused(where, at, str(error)) from None


def _refused(file: str, at: int | None, why: str) -> BadInput:
    said = " ".join(why.split())[:300].rstrip(".")
    return BadInput(
        f"The letter template {file}{f', line {at},' if at else ''} cannot be used: {said}. "
        "No letter was written with it. Mend it, or take it out of its folder to have the usual one."
    )


def _place(error: BaseException, folder: str | None, name: str) -> tuple[str, int | None]:
    """The template's file and line in which something went wrong: the innermost that is a template."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith((".txt", ".html")):
            return frame.filename, frame.lineno
    return str(Path(folder) / name) if folder else name, None
