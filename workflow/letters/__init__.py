"""Letters: a digest of what one person owes becomes a courteous letter, in plain text and HTML, with its dates.

`digest` has the records, `told` what templates are told, `sandbox` where they are rendered, `writing` does it. Whoever
only plans loads none of that.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from workflow.letters.digest import Digest, Letter
    from workflow.settings_sending import Sending


def write(digest: Digest, settings: Sending, message_id: str) -> Letter:
    """The letter that tells a person everything in their digest, and asks for it courteously.

    Raises:
        BadInput: a template of the council's own cannot be used: which file, which line, what is wrong. No letter is
            made then, so none is sent.
    """
    from workflow.letters import writing

    return writing.write(digest, settings, message_id)
