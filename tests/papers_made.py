"""Small valid papers of several media, made here, and files that only pretend to be some."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def word(body: str, **parts: str) -> bytes:
    """A Word document with this XML as its body; `styles` and `numbering` are other parts' XML."""
    related = "".join(f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    head = f'<?xml version="1.0" encoding="UTF-8"?><w:%s xmlns:w="{WORD}">%s</w:%s>'
    return packed({
        "word/document.xml": head % ("document", f"<w:body>{body}</w:body>", "document"),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELS}">{related}</Relationships>',
        **{f"word/{kind}.xml": head % (kind, xml, kind) for kind, xml in parts.items()},
    })  # fmt: skip


def paragraph(text: str, style: str = "", inside: str = "") -> str:
    """A paragraph of a Word document; `inside` is XML for its properties."""
    of = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{of}{inside}</w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def table(rows: Iterable[Iterable[str]]) -> str:
    """A table of a Word document."""
    made = (f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl>{''.join(made)}</w:tbl>"


def workbook(sheets: Mapping[str, str], strings: str = "", styles: str = "", head: str = "") -> bytes:
    """A workbook of sheets, each the XML within `worksheet`; `head` stands before the list of sheets."""
    parts = {
        "sharedStrings": f"<sst xmlns='{SHEET}'>{strings}</sst>",
        "styles": f"<styleSheet xmlns='{SHEET}'>{styles}</styleSheet>",
    }
    related = "".join(
        f'<Relationship Id="r{place}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{place}.xml"/>'
        for place in range(len(sheets))
    ) + "".join(f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    listed = "".join(f'<sheet name="{escape(name)}" r:id="r{place}"/>' for place, name in enumerate(sheets))
    return packed({
        "xl/workbook.xml": f"<workbook xmlns='{SHEET}' xmlns:r='{_OFFICE}'>{head}<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELS}">{related}</Relationships>',
        **{f"xl/{kind}.xml": xml for kind, xml in parts.items()},
        **{
            f"xl/worksheets/sheet{place}.xml": f"<worksheet xmlns='{SHEET}'>{xml}</worksheet>"
            for place, xml in enumerate(sheets.values())
        },
    })  # fmt: skip


def sheet_of(rows: Iterable[Iterable[str]]) -> str:
    """The XML of a sheet whose cells are all text."""
    cells = ("".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in row) for row in rows)
    return f"<sheetData>{''.join(f'<row>{row}</row>' for row in cells)}</sheetData>"


def pdf(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1, with a table of where they stand."""
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, root, len(out))
    return out + head + table + tail


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream of a PDF."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def page_of(content: bytes, entries: bytes = b"") -> bytes:
    """A PDF of one page with this content."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> "
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page + b">> >>",
        stream(content, entries),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )


def words_on_a_page(text: str) -> bytes:
    """A small valid PDF."""
    lines = b" ".join(b"(%s) Tj T*" % line.encode() for line in text.split("\n"))
    return page_of(b"BT /F1 12 Tf 14 TL 50 750 Td %s ET" % lines)


TEXT = """Place Scrutiny Panel
4 March 2025
76. Bus stops (Item 5)
Further to Minute 34/24, the Panel considered a report.
RESOLVED that Cabinet be recommended to:
(a) publish a map by 1 May 2025; and
(b) consult from 1 June 2025 to 1 July 2025."""
ROWS = [
    ["Ref", "Meeting date", "Report", "Recommendation", "Cabinet response", "Lead officer", "Due date", "Status"],
    ["1", "4 March 2025", "Bus stops", "That a map be made", "Accepted", "J. Doe", "31/02/2026", "Complete"],
]
PAGE = f"""<!DOCTYPE html><html><head><title>Agenda item - Bus stops</title></head><body><div class="mgContent">
<h1 class="mgSubTitleTxt">Agenda item</h1><h2>Bus stops</h2><ul><li>Meeting of Place Scrutiny Panel</li></ul>
<h3>Minutes:</h3><p>{TEXT.replace(chr(10), "<br/>")}</p><table class="mgItemTable"><tr><td>5</td></tr></table>
</div></body></html>"""
SERVICE = """<?xml version="1.0" encoding="utf-8"?>
<getmeeting><meetingid>7</meetingid><meetingdate>04/03/2025</meetingdate>
<committeename>Place Scrutiny Panel</committeename><agendaitems><agendaitem><minutesitemnumber>76</minutesitemnumber>
<agendaitemtitle>Bus stops</agendaitemtitle>
<agendaitemminute>&lt;p&gt;RESOLVED that it be noted&lt;/p&gt;</agendaitemminute>
</agendaitem></agendaitems></getmeeting>"""
PAPERS = {
    "a.txt": TEXT.encode(),
    "a.html": PAGE.encode(),
    "a.xml": SERVICE.encode(),
    "a.pdf": words_on_a_page(TEXT.replace("(", "").replace(")", "")),
    "a.docx": word("".join(map(paragraph, TEXT.split("\n"))) + table(ROWS)),
    "a.xlsx": workbook({"Place Scrutiny Panel": sheet_of(ROWS)}),
    "a.csv": "\n".join(map(",".join, ROWS)).encode(),
}
"""A small paper of every medium, by the name of a file."""
