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
