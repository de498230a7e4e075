"""A message as a letter: its digest in words, or the words a person wrote instead."""

from datetime import datetime

from msgspec.structs import replace

from db.rows_reminders import MessageLine
from db.tx import Tx
from workflow.letters.digest import Letter
from workflow.reminders.digests import Composer
from workflow.settings_sending import Sending


def letter_of(tx: Tx, composer: Composer, message: MessageLine, settings: Sending, at: datetime) -> Letter:
    """The letter of a message, under the Message-ID it was claimed with.

    Raises:
        MattersError: it cannot be written; the sentence says what to mend.
    """
    from workflow.letters.writing import write

    letter = write(composer.digest(message, at), settings, message.message_id)
    if message.subject:
        letter = replace(letter, subject=message.subject)
    if message.words:
        letter = replace(letter, text=message.words, html=_as_html(message.words))
    return letter


def _as_html(words: str) -> str:
    """A person's own words as HTML: paragraphs and line ends, nothing else."""
    from html import escape

    paragraphs = [escape(part).replace("\n", "<br>\n") for part in words.strip().split("\n\n")]
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f'<!doctype html>\n<html lang="en"><body>\n{body}\n</body></html>'
