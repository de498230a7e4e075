"""PDFs printed here: reading order, pages, tables, and what cannot be read."""

import contextlib
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from states.errors import BadInput
from workflow.importers.files import read_bytes
from workflow.importers.media import Opened, pdf
from workflow.importers.text import fold

Printer = Callable[..., bytes]


def opened(data: bytes) -> Opened:
    return pdf.read(data, "paper.pdf")


def test_running_heads_feet_and_page_numbers_are_left_out(sheet: Any, print_pdf: Printer):
    pages = []
    for number in range(1, 6):
        page = sheet([(72, 810, "Minutes of the Harbour Board", 9, False), (290, 30, f"Page {number} of 5", 9, False)])
        word = ("one", "two", "three", "four", "five")[number - 1]
        page.column([f"The matter of page {word} was raised and", f"was noted by all {word} who were there."])
        pages.append(page)
    text = opened(print_pdf(pages)).text
    assert text.count("Minutes of the Harbour Board") == 1
    assert "Page" not in text
    assert text.count("was noted by all") == 5
    assert text.startswith("Minutes of the Harbour Board\n\nThe matter of page one was raised and\nwas noted")


def test_a_running_head_from_the_second_page_on_stands_in_no_list(sheet: Any, print_pdf: Printer):
    first, second, third = (
        sheet(), sheet([(72, 810, "Harbour Board – 4 March 2025", 9, False)]),
        sheet([(72, 810, "Harbour Board – 4 March 2025", 9, False)]),
    )  # fmt: skip
    first.column(["**Minutes of the Harbour Board", "", "Meeting held on 4 March 2025", "", "Present: Councillor Ives"])
    first.column(["12   DREDGING", "", "RESOLVED THAT THE BOARD:", "", "1. approve the plan;"], top=120)
    second.column(["2. agree that it begin in May; and", "", "3. ask for a report.", "", "13   TIDES", "", "High."])
    third.column(["14   BUOYS", "", "RESOLVED: That the buoys be painted."])
    found = read_bytes(print_pdf([first, second, third]), "minutes.pdf")
    assert found.body == "Harbour Board"
    assert [limb.text for limb in found.items[0].resolutions] == [
        "approve the plan;",
        "agree that it begin in May;",
        "ask for a report.",
    ]


def test_a_limb_that_crosses_a_page_is_whole(sheet: Any, print_pdf: Printer):
    first, second = sheet(), sheet()
    first.column(
        ["**HARBOUR BOARD", "", "Minutes of the meeting held on 4 March 2025", "", "Present: Councillor Ives", ""]
    )
    first.column(["**1.   Apologies", "", "None.", "", "**2.   Dredging", "", "RESOLVED that:"], top=640)
    first.column(["(a) the channel be dredged before the end of the"], top=80)
    second.column(["summer of 2025; and", "(b) a report be brought to the Board in October 2025."])
    document = read_bytes(print_pdf([first, second]), "minutes.pdf")
    assert (document.body, document.date) == ("Harbour Board", date(2025, 3, 4))
    assert [limb.text for limb in document.items[1].resolutions] == [
        "the channel be dredged before the end of the summer of 2025;",
        "a report be brought to the Board in October 2025.",
    ]


def test_a_word_broken_at_the_end_of_a_line_is_joined(sheet: Any, print_pdf: Printer):
    page = sheet()
    page.column(
        [
            "The implementation of the plan and the imple-",
            "mentation of its parts, with the co-",
            "operation of all, for 2024-",
            "25.",
        ]
    )
    assert fold(opened(print_pdf([page])).text) == (
        "The implementation of the plan and the implementation of its parts, with the co-operation of all, for 2024-25."
    )


def test_a_ruled_table_is_read_cell_by_cell(sheet: Any, print_pdf: Printer):
    page = sheet()
    page.column(["The answers were these."])
    rows = [
        ("Recommendation", "Response"),
        ("1. Keep the pool", "Accepted. It will be kept"),
        ("2. Sell the hut", "Not accepted."),
    ]
    for at, (asked, answer) in enumerate(rows):
        base = 700 - 40 * at
        page.lines.append((80, base, asked, 11, at == 0))
        page.lines.append((300, base, answer, 11, at == 0))
        page.rules.append((72, base + 16, 520, base + 16))
    page.lines.append((300, 646, "open all year.", 11, False))
    page.rules += [(72, 600, 520, 600), (72, 600, 72, 716), (290, 600, 290, 716), (520, 600, 520, 716)]
    found = opened(print_pdf([page]))
    cells = {(cell.row, cell.column): fold(found.text[cell.start : cell.end]) for cell in found.cells}
    assert cells[(1, 0)] == "1. Keep the pool"
    assert cells[(1, 1)] == "Accepted. It will be kept open all year."
    assert cells[(2, 1)] == "Not accepted."


def test_the_cells_of_a_table_count_on_over_a_page(sheet: Any, print_pdf: Printer):
    first, second = sheet(), sheet()
    for page, words in ((first, "begun here and"), (second, "ended there.")):
        page.lines.append((300, 700, words, 11, False))
        page.rules += [
            (72, 660, 520, 660),
            (72, 720, 520, 720),
            (72, 660, 72, 720),
            (290, 660, 290, 720),
            (520, 660, 520, 720),
        ]
    first.lines.insert(0, (80, 700, "A question", 11, False))
    found = opened(print_pdf([first, second]))
    assert [(cell.table, cell.row, cell.column) for cell in found.cells] == [(0, 0, 0), (0, 0, 1)]
    assert fold(found.text[found.cells[1].start : found.cells[1].end]) == "begun here and ended there."


def test_a_page_written_out_of_order_is_read_from_its_top(sheet: Any, print_pdf: Printer):
    page = sheet()
    words = [f"Line {number} of the page." for number in range(1, 13)]
    page.column(words)
    page.lines = [page.lines[at] for at in (7, 2, 11, 0, 5, 9, 3, 8, 1, 10, 4, 6)]
    assert fold(opened(print_pdf([page])).text) == " ".join(words)


def test_two_columns_written_one_after_the_other_stay_apart(sheet: Any, print_pdf: Printer):
    page = sheet()
    page.column(["Left one", "left two", "left three"], left=72)
    page.column(["Right one", "right two", "right three"], left=330)
    assert fold(opened(print_pdf([page])).text) == "Left one left two left three Right one right two right three"


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_that_is_shown_turned_reads_the_same(sheet: Any, print_pdf: Printer, rotate: int):
    page = sheet()
    page.column(["The first line.", "The second line."])
    assert fold(opened(print_pdf([page], rotate=rotate)).text) == "The first line. The second line."


def test_how_lines_are_set_is_told(sheet: Any, print_pdf: Printer):
    page = sheet()
    page.column(["**A heading", "Its words."], left=100, size=14, step=20)
    found = opened(print_pdf([page]))
    told = [(found.text[line.start : line.end], line.bold, line.size, line.left) for line in found.lines]
    assert told == [("A heading", True, 14.0, 100.0), ("Its words.", False, 14.0, 100.0)]


def test_a_scan_is_refused_as_one(sheet: Any, print_pdf: Printer):
    with pytest.raises(BadInput, match="It is a scan"):
        opened(print_pdf([sheet(picture=True), sheet(picture=True)]))


def test_an_empty_pdf_says_that_it_has_no_text(sheet: Any, print_pdf: Printer):
    with pytest.raises(BadInput, match="no text in it"):
        opened(print_pdf([sheet()]))


def test_a_locked_pdf_is_refused_as_one(sheet: Any, print_pdf: Printer):
    import io

    from pypdf import PdfReader, PdfWriter

    page = sheet()
    page.column(["Secret."])
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(print_pdf([page]))))
    writer.encrypt("a password", algorithm="RC4-128")
    data = io.BytesIO()
    writer.write(data)
    with pytest.raises(BadInput, match="locked with a password"):
        opened(data.getvalue())


def test_a_pdf_whose_parts_point_at_themselves_is_read_or_refused(assemble_pdf: Callable[..., bytes]):
    catalogue = b"<< /Type /Catalog /Pages 2 0 R >>"
    for pages in (
        b"<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R] >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Pages /Count 100000 /Kids [3 0 R] >>",
        b"<< /Type /Pages /Count -5 /Kids [] >>",
        b"2 0 R",
    ):
        parts = b"/Resources << /XObject << /A 4 0 R >> >>"
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] %s /Contents 4 0 R >>" % parts
        form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] %s /Length 5 >>" % parts
        form += b"\nstream\n/A Do\nendstream"
        with pytest.raises(BadInput):
            opened(assemble_pdf([catalogue, pages, page, form]))


@pytest.mark.parametrize("part", range(70, 1400, 70))
def test_a_pdf_that_is_cut_off_is_read_or_refused(sheet: Any, print_pdf: Printer, part: int):
    page = sheet()
    page.column(["Some words on a page."])
    with contextlib.suppress(BadInput):
        assert "words" in opened(print_pdf([page])[:-part]).text


def test_more_pages_than_a_paper_has_are_refused(sheet: Any, print_pdf: Printer, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf, "MAX_PAGES", 3)
    with pytest.raises(BadInput, match="It has 4 pages; no more than 3 are read"):
        opened(print_pdf([sheet() for _ in range(4)]))


def test_what_was_filled_into_a_form_stands_beside_its_label(assemble_pdf: Callable[..., bytes]):
    filled = [(200, 655, b"No notice was given."), (200, 690, b"Cllr Ann Example")]
    printed = [(72, 695, b"Called in by:"), (72, 760, b"CALL-IN REQUEST FORM"), (72, 660, b"Reasons for call-in:")]
    words = b" ".join(b"BT /F1 12 Tf 1 0 0 1 %d %d Tm (%s) Tj ET" % line for line in printed)
    fields: list[bytes] = []
    for left, base, said in filled:
        shown = b"/Tx BMC BT /F1 12 Tf 2 5 Td (%s) Tj ET EMC" % said
        fields += [
            b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (f%d) /V (%s) /F 4 /Rect [%d %d %d %d]"
            b" /P 3 0 R /AP << /N %d 0 R >> >>" % (base, said, left, base, left + 200, base + 20, 7 + len(fields)),
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 4 0 R >> >> /Length %d >>"
            b"\nstream\n%s\nendstream" % (len(shown), shown),
        ]
    widgets = b"[6 0 R 8 0 R]"
    data = assemble_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields %s >> >>" % widgets,
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >>"
            b" /Contents 5 0 R /Annots %s >>" % widgets,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(words), words),
            *fields,
        ]
    )
    told = read_bytes(data, "form.pdf").items[0].call_in
    assert told is not None
    assert (told.callers, told.grounds) == (("Cllr Ann Example",), ("No notice was given.",))


def test_a_heading_whose_mark_is_missing_is_found_by_its_type(sheet: Any, print_pdf: Printer):
    page = sheet()
    rows = ["**HARBOUR PANEL", "", "Minutes of the meeting held on 4 March 2025", "", "PRESENT: Councillor Ives", ""]
    for title, mark in (("Apologies", "(Item 1)"), ("Dredging", ""), ("Moorings", "(Item 3)")):
        rows += [f"**{title}", "", *([mark, ""] if mark else []), "RESOLVED that the report be noted.", ""]
    page.column(rows)
    items = read_bytes(print_pdf([page]), "minutes.pdf").items
    assert [(item.agenda, item.title, len(item.resolutions)) for item in items] == [
        ("1", "Apologies", 1),
        ("2", "Dredging", 1),
        ("3", "Moorings", 1),
    ]


def test_without_the_package_that_opens_pdfs_a_sentence_says_what_to_install(
    sheet: Any, print_pdf: Printer, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(BadInput, match=r"install matters-arising\[import\]"):
        opened(print_pdf([sheet()]))


def test_what_acts_on_a_terminal_does_not_come_out_of_a_pdf(sheet: Any, print_pdf: Printer):
    page = sheet()
    page.column(["One \x1b[2J two \x07 three"])
    assert opened(print_pdf([page])).text.strip().isprintable()
