"""XML of a council's web service. Its words are escaped twice: a value may be a piece of a web page."""

import html as entities
import re
from typing import Any

from lxml import etree

from states.errors import BadInput
from workflow.importers.media import Opened, html
from workflow.importers.media.markup import Laid, tag_of

_MARKUP = re.compile(r"<\s*/?\s*[a-zA-Z!]")
_ESCAPED = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_ENCODING = re.compile(rb"(<\?xml[^>]{0,100}?)\s+encoding\s*=\s*[\"'][\w.-]{2,40}[\"']", re.I)
_DOCTYPE = re.compile(rb"<!\s*(?:doctype|entity)\b", re.I)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def read(data: bytes, name: str) -> Opened:
    """The text of an XML file, one value a paragraph; its tree is a `Laid` whose root is the file's.

    Raises:
        BadInput: it is broken or cut off, or declares types and entities of its own.
    """
    if _DOCTYPE.search(data):
        raise BadInput("It declares document types or entities of its own, which no council's service does.")
    laid = Laid()
    laid.root = _parsed(data)
    stack: list[tuple[Any, bool]] = [(laid.root, False)]
    opened: dict[Any, int] = {}
    while stack:
        element, done = stack.pop()
        if done:
            laid.places[element] = (opened.pop(element), laid.length)
            continue
        opened[element] = laid.length
        stack.append((element, True))
        children = [child for child in element if isinstance(child.tag, str)]
        if children:
            stack += [(child, False) for child in reversed(children)]
        elif (element.text or "").strip():
            _value(laid, element.text, tag_of(element))
    return laid.opened()


def _value(laid: Laid, words: str, style: str) -> None:
    """Lays out one value, unescaped once more where it needs it."""
    for _ in range(2):
        if _MARKUP.search(words) or not _ESCAPED.search(words):
            break
        words = entities.unescape(words)
    laid.paragraph()
    if _MARKUP.search(words):
        root = html.parsed(words)
        laid.add(root)
        laid.paragraph()
    else:
        laid.say(_CONTROL.sub(" ", words), style)
        laid.paragraph()


def _parsed(data: bytes) -> Any:
    """The root element; a file that calls itself what it is not encoded in is tried as UTF-8."""
    last = ""
    for tried in (data, _ENCODING.sub(rb"\1", data, count=1)):
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(tried, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            last = str(error).split(" (<")[0]
            continue
        if root is not None:
            return root
    raise BadInput(f"The XML is broken or cut off: {last}. Fetch it anew.")
