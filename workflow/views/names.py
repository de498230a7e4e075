"""Names that people filter by: looked up, so that a misspelt one is told and never answered with an empty list."""

from difflib import get_close_matches

from states.errors import NotFound
from workflow.lookups import Lookup
from workflow.views.look import Look

_OWNERS = "SELECT DISTINCT owner FROM follow_up WHERE owner IS NOT NULL"
_POSTS = "SELECT title FROM post"


def owners(look: Look) -> tuple[str, ...]:
    """Who can owe something: every post, then every body that stands, each by its name."""
    posts = sorted(str(row[0]) for row in look.tx.ask(_POSTS).fetchall())
    return tuple(dict.fromkeys((*posts, *body_names(look))))


def no_post(look: Look, title: str) -> str | None:
    """A sentence where no post on file has a title, spaces and case aside, with the closest there is."""
    titles = {" ".join(str(row[0]).casefold().split()): str(row[0]) for row in look.tx.ask(_POSTS).fetchall()}
    wanted = " ".join(title.casefold().split())
    if wanted in titles:
        return None
    close = get_close_matches(wanted, titles, 1)
    return f"no post is called “{title}”.{f' Did you mean “{titles[close[0]]}”?' if close else ''}"


def body_names(look: Look) -> tuple[str, ...]:
    """The names of the bodies that stand."""
    from workflow.records import bodies

    return tuple(body.name for body in bodies.listed(look.tx, look.day) if body.succeeded_by is None)


def strange_owner(look: Look, name: str) -> str | None:
    """A sentence where a name is none of those who can owe, with the closest there is; it is no reason to refuse."""
    known = owners(look)
    if name.strip().casefold() in {one.casefold() for one in known}:
        return None
    close = get_close_matches(name, known, 1)
    hint = f" Did you mean “{close[0]}”?" if close else " matters people lists the posts, matters body the bodies."
    return f"No post and no body on file is called “{name}”; it is kept as written.{hint}"


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
