"""Files that were made to hurt whoever opens them: bombs, loops, depths, and things that are not what they say."""

import struct
import zlib
from collections.abc import Callable

from papers_made import SHEET, WORD, packed, page_of, paragraph, pdf, stream, word, words_on_a_page, workbook

_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a0 "ha">{_LAUGHS}]>'
"""The beginning of an XML file that would say ha a thousand million times."""
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>'
"""The beginning of an XML file that asks for a file of the machine it is read on."""


def _deflated(megabytes: int, piece: bytes = b" ") -> bytes:
    squeezer = zlib.compressobj(9)
    block = (piece * (2**20 // len(piece) + 1))[: 2**20]
    return b"".join(squeezer.compress(block) for _ in range(megabytes)) + squeezer.flush()


def _overlapping() -> bytes:
    """A zip file whose parts are one and the same stretch of it, each said to be a part of its own."""
    data = bytearray(packed({"word/document.xml": "<x>" + " " * 3_000_000}))
    end = data.rindex(b"PK\x05\x06")
    begins = struct.unpack("<I", data[end + 16 : end + 20])[0]
    entry = bytes(data[begins:end])
    many = 20_000
    data[begins:] = (
        entry * many
        + b"PK\x05\x06"
        + struct.pack("<HHHHIIH", 0, 0, 0xFFFF & many, 0xFFFF & many, len(entry) * many, begins, 0)
    )
    return bytes(data)


Trap = tuple[str, Callable[[], bytes]]
"""The name of a file, and what makes it: some take a moment."""

BODY = f'<w:document xmlns:w="{WORD}"><w:body>'
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
WORDS = words_on_a_page("words")

BOMBS: dict[str, Trap] = {
    "a Word document of nothing but spaces": ("a.docx", lambda: packed({"word/document.xml": BODY + " " * 99_000_000})),
    "a Word document of nothing but paragraphs": ("a.docx", lambda: word("<w:p/>" * 2_100_000)),
    "a Word document of the same word": (
        "a.docx", lambda: word(f"<w:p><w:r><w:t>{'word ' * 20_000}</w:t></w:r></w:p>" * 200),
    ),
    "styles without end": ("a.docx", lambda: word(paragraph("x"), styles=" " * 50_000_000)),
    "strings without end": ("a.xlsx", lambda: workbook({"a": ""}, strings="<si><t>x</t></si>" * 600_000)),
    "a sheet without end": (
        "a.xlsx",
        lambda: workbook({"a": f"<sheetData>{('<row>' + '<c><v>1</v></c>' * 200 + '</row>') * 4_000}</sheetData>"}),
    ),
    "parts that overlap": ("a.docx", _overlapping),
    "a page that unpacks to 500 MB": ("a.pdf", lambda: page_of(_deflated(500), b"/Filter /FlateDecode")),
    "a page packed twice": (
        "a.pdf", lambda: page_of(zlib.compress(_deflated(900), 9), b"/Filter [/FlateDecode /FlateDecode]"),
    ),
    "pictures in pictures": ("a.pdf", lambda: _pictured(*_DOUBLED, stream(b"BT ET"), stream(b"/X Do"), last=15)),
}  # fmt: skip
"""What unpacks to far more than it is."""


def _entities() -> dict[str, Trap]:
    made: dict[str, Trap] = {}
    for kind, begins in (("laughs", LAUGHS), ("a file of the machine", OUTSIDE)):
        made[f"XML, {kind}"] = ("a.xml", lambda begins=begins: f"{begins}<r>&a9;</r>".encode())
        made[f"XML in 16 bits, {kind}"] = ("a.xml", lambda begins=begins: f"{begins}<r>&a9;</r>".encode("utf-16"))
        text = f"{begins}{BODY}{paragraph('x').replace('x', '&a9;')}</w:body></w:document>"
        made[f"Word, {kind}"] = ("a.docx", lambda text=text: packed({"word/document.xml": text}))
        book = f"{begins}<workbook xmlns='{SHEET}'>&a9;</workbook>"
        made[f"a workbook, {kind}"] = ("a.xlsx", lambda book=book: packed({"xl/workbook.xml": book}))
        page = f"{begins}<html><body><p>&a9;</p></body></html>".encode()
        made[f"a web page, {kind}"] = ("a.html", lambda page=page: page)
    return made


ENTITIES = _entities()
"""XML that declares what it should not."""

DEPTHS: dict[str, Trap] = {
    **{
        f"a web page of {tag} in {tag}": (
            "a.html", lambda tag=tag: b"<html><body>" + f"<{tag}>".encode() * 100_000 + b"words",
        )
        for tag in ("div", "table", "p", "ul><li")
    },
    "XML in XML": ("a.xml", lambda: b"<?xml version='1.0'?>" + b"<a>" * 200_000),
    "tables in tables": ("a.docx", lambda: word("<w:tbl><w:tr><w:tc>" * 100_000 + paragraph("x"))),
    "deletions in deletions": ("a.docx", lambda: word("<w:del>" * 200_000 + paragraph("x"))),
    "attributes": ("a.html", lambda: b"<html><p " + b" ".join(b"a%d='x'" % n for n in range(100_000)) + b">words</p>"),
    "attributes of Word": ("a.docx", lambda: word("<w:p " + " ".join(f"a{n}='x'" for n in range(50_000)) + "/>")),
    "lists in lists": ("a.pdf", lambda: pdf(CATALOG, b"[" * 200_000 + b"]" * 200_000)),
    "brackets": ("a.txt", lambda: b"Agenda item\nBuses\nMinutes:\n" + b"(((" * 150_000),
    "quotation marks": ("a.csv", lambda: b"Recommendation,Status\n" + b'""' * 500_000),
    "one line": ("a.csv", lambda: b"Recommendation,Status\n" + b"a," * 1_000_000),
}  # fmt: skip
"""What is nested more deeply, or is longer, than anybody looks."""


def _picture(of: int, content: bytes = b"/X Do") -> bytes:
    """A form of a PDF that shows another, or itself."""
    return stream(content, b"/Type /XObject /Subtype /Form /Resources << /XObject << /X %d 0 R >> >>" % of)


def _pictured(*objects: bytes, last: int) -> bytes:
    """A PDF of one page that shows object 4; its content is the `last` object."""
    page = b"<< /Type /Page /Parent 2 0 R /Contents %d 0 R /Resources << /XObject << /X 4 0 R >> >> >>" % last
    return pdf(CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, *objects)


_AT = WORDS.index(b"xref")
_PAIR = tuple(b"<< /Type /Pages /Kids [%d 0 R %d 0 R] /Count 9 >>" % (n, n) for n in (3, 2))
_DOUBLED = [_picture(n + 1, b"/X Do " * 40) for n in range(4, 14)]
_RULES = b"".join(b"%d %d 500 20 re S " % (n % 500, n % 700) for n in range(15_000))
_INSIDE = stream(b"1 0 2 9 << /Type /Catalog >> 5", b"/Type /ObjStm /N 2 /First 8 /Extends 2 0 R")

LOOPS: dict[str, Trap] = {
    name: ("a.pdf", lambda data=data: data)
    for name, data in {
        "pages that are their own parent": pdf(CATALOG, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
        "pages of pages of pages": pdf(CATALOG, *_PAIR),
        "more pages than there are atoms": pdf(CATALOG, b"<< /Type /Pages /Kids [] /Count 2000000000 >>"),
        "a length that is itself": pdf(CATALOG, b"<< /Length 2 0 R >>\nstream\nx\nendstream"),
        "a picture in itself": _pictured(_picture(4), stream(b"/X Do"), last=5),
        "objects within themselves": pdf(CATALOG, _INSIDE),
        "tables before each other": WORDS.replace(b"/Size", b"/Prev 9 /Size") + b"\nstartxref\n%d\n%%%%EOF" % _AT,
        "a table at itself": WORDS.replace(b"/Size", b"/Prev %d /Size" % _AT),
        "a table too large": WORDS.replace(b"0 6\n", b"0 2000000000\n"),
        "a page too large": WORDS.replace(b"[0 0 600 800]", b"[0 0 1e30 1e30]"),
        "letters on letters": page_of(b"BT /F1 12 Tf 50 750 Td " + b"(word) Tj " * 15_000 + b"ET"),
        "a page of rules": page_of(b"BT /F1 12 Tf 50 750 Td (words) Tj ET " + _RULES),
    }.items()
}
"""PDFs that go round in circles, or in crowds."""
