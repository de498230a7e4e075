"""Names that people filter by: looked up, so that a misspelt one is told and never answered with an empty list."""

from difflib import get_close_matches

from states.errors import NotFound
from workflow.lookups import Lookup
from workflow.views.look import Look

_OWNERS = "SELECT DISTINCT owner FROM follow_up WHERE owner IS NOT NULL"
_POSTS = "SELECT title FROM post"


def body_named(look: Look, text: str | None) -> str | None:
    """The name of a body as it is on file, by any name it has or had. NotFound names the closest."""
    return Lookup(look.tx).body(text).name if text else None


def owner_named(look: Look, text: str | None) -> str | None:
    """Who owes, as it is on file: an owner, a post or a body. NotFound names the closest."""
    if not text:
        return None
    exact = look.tx.ask("SELECT 1 FROM follow_up WHERE owner = :owner LIMIT 1", owner=text).fetchone()
    if exact is not None:
        return text
    known = {str(row[0]) for sql in (_OWNERS, _POSTS) for row in look.tx.ask(sql).fetchall()}
    for name in known:
        if name.casefold() == text.strip().casefold():
            return name
    close = get_close_matches(text, known, 1)
    hint = f" Did you mean “{close[0]}”?" if close else ""
    raise NotFound(f"Nobody called “{text}” owes anything, and there is no such post.{hint}")
