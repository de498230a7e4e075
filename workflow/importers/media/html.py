"""Web pages, as a browser would show them. Nothing is fetched, no entity is taken from outside."""

import re
from typing import Any

from lxml import etree

from states.errors import BadInput
from workflow.importers.media import Opened
from workflow.importers.media.markup import Laid

MAX_ATTRIBUTES = 3_000
"""The most attributes one element may have: the parser needs the square of their number in time."""

_CHARSET = re.compile(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_PROLOG = re.compile(r"\s*<\?xml[^>]*\?>")
_TAG = re.compile(r"<[a-zA-Z][^<>]{4000,}")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def read(data: bytes, name: str) -> Opened:
    """The text of a web page; its tree is a `Laid`.

    Raises:
        BadInput: it is nested or filled beyond what any page needs, or holds no page at all.
    """
    laid = Laid()
    laid.root = parsed(decoded(data))
    _head(laid)
    laid.add(laid.root)
    return laid.opened()


def decoded(data: bytes) -> str:
    """The characters of a page: as its byte-order mark or its head says, else UTF-8, else Windows-1252."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    said = _CHARSET.search(data[:4096])
    for charset in (said[1].decode("ascii") if said else "utf-8", "utf-8"):
        try:
            return data.decode("utf-8-sig" if charset.lower() in ("utf-8", "utf8") else charset)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")


def parsed(text: str) -> Any:
    """The root element of a page or of a piece of one. BadInput as `read`."""
    for tag in _TAG.finditer(text):
        if tag.group().count("=") > MAX_ATTRIBUTES:
            raise BadInput("An element of the page has more attributes than any page needs.")
    parser = etree.HTMLParser(no_network=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(_PROLOG.sub("", _CONTROL.sub(" ", text), count=1), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        root = None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise BadInput("The page is nested more deeply than any page needs.")
    if root is None:
        raise BadInput("There is no page in it.")
    return root


def _head(laid: Laid) -> None:
    """Keeps what the page says of itself in its head."""
    for element in laid.root.iter("title", "meta"):
        if element.tag == "title":
            laid.head.setdefault("title", " ".join((element.text or "").split()))
        elif element.get("name") and element.get("content"):
            laid.head.setdefault(element.get("name").lower(), " ".join(element.get("content").split()))
