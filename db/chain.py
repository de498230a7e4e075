"""The journal's chain: how an entry is written down, sealed and tied to the one before.

`digest` = SHA-256 of salt and body; `hash` = SHA-256 of the hash before and of everything else, digest included.
So words can be taken out of a body later, and the chain still verifies.
"""

import os
import re
from datetime import date
from functools import cache
from typing import Any, NamedTuple

import msgspec

from db.triggers import GENESIS
from states.errors import BadInput

_SORTED = msgspec.json.Encoder(order="sorted")
_PLAIN = msgspec.json.Encoder()
_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")


class Head(NamedTuple):
    """The last entry of the journal: its number, its instant, its hash."""

    entry: int
    at: str
    hash: str


NO_ENTRY = Head(0, "", GENESIS)
"""The head of a journal that has no entry yet."""


def canonical(value: Any) -> str:
    """A value as canonical JSON: structs in the order of their fields, everything else with sorted keys.

    Raises:
        BadInput: a text holds the character NUL, which only one of the two kinds of store could keep.
    """
    written = (_PLAIN if isinstance(value, msgspec.Struct) else _SORTED).encode(value).decode()
    if "\\u0000" in written and _NUL.search(written):
        raise BadInput("A text holds the character NUL, which cannot be kept; nothing was changed. Take it out.")
    return written


def new_salt() -> str:
    """What makes the digest of a body impossible to guess the body from."""
    return os.urandom(16).hex()


def digest_of(salt: str, body: str) -> str:
    """The seal of a body."""
    return str(_sha256()((salt + body).encode()).hexdigest())


def hash_of(
    prev: str,
    entry: int,
    at: str,
    who: str,
    record: str,
    act: str,
    move: str | None,
    from_state: str | None,
    to_state: str | None,
    on_first: str | None,
    on_last: str | None,
    digest: str,
) -> str:
    """The seal of an entry, tied to the one before."""
    told = _PLAIN.encode((entry, at, who, record, act, move, from_state, to_state, on_first, on_last, digest))
    return str(_sha256()(prev.encode() + told).hexdigest())


@cache
def _sha256() -> Any:
    """The function itself, loaded when something is first sealed: those who only read are spared OpenSSL."""
    from hashlib import sha256

    return sha256


def sealed(
    head: Head,
    number: int,
    at: str,
    who: str,
    record: str,
    act: str,
    body: str,
    move: str | None = None,
    from_state: str | None = None,
    to_state: str | None = None,
    on_first: str | None = None,
    on_last: str | None = None,
) -> dict[str, Any]:
    """An entry's row, sealed after the last one."""
    salt = new_salt()
    digest = digest_of(salt, body)
    seal = hash_of(head.hash, number, at, who, record, act, move, from_state, to_state, on_first, on_last, digest)
    return {
        "entry": number, "at": at, "who": who, "record": record, "act": act, "move": move, "from_state": from_state,
        "to_state": to_state, "on_first": on_first, "on_last": on_last, "body": body, "salt": salt, "digest": digest,
        "prev": head.hash, "hash": seal,
    }  # fmt: skip


def iso(day: date | None) -> str | None:
    """A day as ISO text, or None."""
    return None if day is None else day.isoformat()
