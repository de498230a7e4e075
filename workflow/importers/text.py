"""Plain text made safe to read, and pieces of it quoted word for word.

Cleaning takes away what could do more than be read (terminal codes, writing-direction overrides); it changes no word.
A quote is always a slice of the cleaned text with its white space evened, so it stands in the paper by construction.
"""

import re
from collections.abc import Iterator

import msgspec

from states.errors import BadInput

MAX_BYTES = 8 * 1024 * 1024
"""The largest paper of words alone that is read, in bytes: a year of one committee's minutes is below a tenth of it."""

MAX_SENTENCE = 2_000
"""The longest run of characters, in characters, that is taken for one sentence."""

_NEWLINES = re.compile(r"\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_BLANKS = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]")
_ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)|\x9b[0-?]*[ -/]*[@-~]")
_SYMBOL_BULLET = re.compile("[\uf000-\uf0ff]")
_SPACE = re.compile(r"\s+")
_SENTENCE_END = re.compile(
    r"[.?!][”’\"')\]]*(?=\s)"  # a full stop
    r"|\n[^\S\n]*\n"  # an empty line
    r"|\n(?=[^\S\n]*(?:[-•·*▪–]|\(?[0-9a-z]{1,3}[.)])\s)"  # the next entry of a list
)
_LIST_MARK = re.compile(r"\s*(?:[-•·*▪–]\s+)?(?:(?:\d{1,2}\.\d{1,2}\.?|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)])\s+)?")
_ABBREVIATION = re.compile(
    r"\b(?:[Mm]inutes? nos?|Cllrs?|Mrs?|Ms|Dr|Prof|St|No|Nos|Min|min|[Mm]ins|e\.g|i\.e|p\.m|a\.m|[A-Z])\.$"
)


class Clean(msgspec.Struct, frozen=True):
    """A text fit to read: `hidden` characters were taken out, `unreadable` ones could not be decoded."""

    text: str
    hidden: int
    unreadable: int


def decode(data: bytes) -> str:
    """The characters of a plain-text file: UTF-8, else UTF-16 if it says so, else Windows-1252.

    Raises:
        BadInput: the bytes are no plain text.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    if b"\x00" in data:
        raise BadInput("This is no plain text: it holds bytes that no text has. Save the paper as plain text (.txt).")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def clean(text: str) -> Clean:
    """The text with one kind of line end, one kind of space, and nothing that acts on a terminal.

    A control character becomes a space, so that no two words grow together, and so does a whole sequence of them that
    would colour or title a terminal; characters of no width go.
    """
    text = _NEWLINES.sub("\n", text)
    text = _INVISIBLE.sub("", _BLANKS.sub(" ", text))
    text = _SYMBOL_BULLET.sub("•", text)
    text, sequences = _ESCAPES.subn(lambda found: " " * len(found[0]), text)
    text, hidden = _CONTROL.subn(" ", text)
    hidden += sequences
    text = text.encode("utf-8", "replace").decode("utf-8")
    return Clean(text, hidden, text.count("\ufffd"))


def fold(text: str) -> str:
    """The text on one line, its white space evened."""
    return _SPACE.sub(" ", text).strip()


def stands(quote: str, text: str) -> bool:
    """Whether a quote stands in a text, word for word, white space apart."""
    return fold(quote) in fold(text)


def printable(name: str) -> str:
    """A file's name made safe to print: whatever could act on a terminal becomes a question mark."""
    return "".join(c if c.isprintable() else "?" for c in name)


class Line(msgspec.Struct, frozen=True):
    """One line of a text: its stripped words, and where those start and end in the text.

    `gap` is how many empty lines stand before it.
    """

    start: int
    end: int
    words: str
    after_blank: bool
    gap: int = 0


def lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines that say something between two places; each knows whether an empty line stands before it."""
    found: list[Line] = []
    stop = len(text) if end is None else end
    blank, gap = True, 0
    at = start
    while at < stop:
        newline = text.find("\n", at, stop)
        upto = stop if newline < 0 else newline
        raw = text[at:upto]
        words = raw.strip()
        if words:
            left = at + len(raw) - len(raw.lstrip())
            found.append(Line(left, left + len(words), words, blank, gap))
        blank = not words
        gap = gap + 1 if blank else 0
        at = upto + 1
    return found


class Span(msgspec.Struct, frozen=True):
    """A piece of a text by its places."""

    start: int
    end: int


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The sentences between two places, in order. An empty line ends one; `Cllr.` and the like do not."""
    stop = len(text) if end is None else end
    at = start
    for mark in _SENTENCE_END.finditer(text, start, stop):
        if text[mark.start()] == "." and _ABBREVIATION.search(text, max(at, mark.start() - 12), mark.start() + 1):
            continue
        yield from _pieces(text, at, mark.end())
        at = mark.end()
    yield from _pieces(text, at, stop)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The run between two places without white space or a list's mark at its ends, cut where it is too long."""
    for at in range(start, end, MAX_SENTENCE):
        piece = text[at : min(at + MAX_SENTENCE, end)]
        mark = _LIST_MARK.match(piece)
        words = piece[mark.end() :] if mark else piece
        if words.strip():
            left = at + len(piece) - len(words.lstrip())
            yield Span(left, left + len(words.strip()))
