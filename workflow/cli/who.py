"""Who is at the desk. Nothing else is loaded here: the screens ask it on their way to the first paint."""

import os

from states.errors import BadInput


def at_the_desk(said: str | None) -> str:
    """The name that was said (`--who`), else MATTERS_WHO, else the login name.

    Raises:
        BadInput: there is none of them, or it is not one line of plain text.
    """
    who = said or os.environ.get("MATTERS_WHO") or ""
    if not who.strip():
        import getpass

        try:
            who = getpass.getuser()
        except (OSError, KeyError, ImportError):
            raise BadInput("Say who is at the desk: --who NAME, or set MATTERS_WHO.") from None
    if not who.isprintable() or len(who) > 200:
        raise BadInput("The name of who is at the desk must be one line of plain text (--who, MATTERS_WHO).")
    return who.strip()
