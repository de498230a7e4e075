"""What a mail server answers, and what that means for a letter."""

from typing import Literal

import msgspec

from workflow.letters.digest import Outcome
from workflow.letters.told import line

Step = Literal["sender", "recipient", "data", "end"]


class Reply(msgspec.Struct, frozen=True):
    """The answer at a step: its code, and the server's words."""

    step: Step
    code: int
    text: bytes

    @property
    def good(self) -> bool:
        """Whether it is a yes."""
        return 200 <= self.code < 300

    @property
    def outcome(self) -> Outcome:
        """What it means: 5xx is for good, 4xx is for later.

        Whom we write as is the council's own affair and no fault of the letter's: a sender that is refused (other than
        for the letter's size, 552) can be put right, so the letter waits.
        """
        if self.step == "end" and not 400 <= self.code < 600:
            return "sent" if self.good else "unknown"
        ours = (self.step == "sender" and self.code != 552) or self.code in (530, 538)
        return "refused" if 500 <= self.code < 600 and not ours else "later"


def said(code: int, text: bytes | str | None, hide: str | None = None) -> str:
    """The server's words as one harmless line, with its code; `hide` is a secret that must not be in it."""
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text or "")
    if hide:
        words = words.replace(hide, "***")
    return f"{code} {line(words, 300) or ''}".strip()
