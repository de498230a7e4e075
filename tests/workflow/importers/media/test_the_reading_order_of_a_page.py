"""Pages whose words were not written in the order in which they are read."""

import pytest
from papers_made import page_of, pdf, stream

from workflow.importers.media.pdf import read


def page(*written: tuple[int, int, str]) -> str:
    """The text of a page on which each piece was written at its place, left and height, one after another."""
    shown = "".join(f"1 0 0 1 {left} {base} Tm ({words}) Tj " for left, base, words in written)
    return read(page_of(f"BT /F1 12 Tf {shown}ET".encode()), "printed.pdf").text


BODY = [
    (72, 760, "CABINET"),
    (72, 730, "LIBRARIES"),
    (72, 710, "Members considered the report of the Head of Libraries at length."),
    (72, 680, "RESOLVED"),
    (96, 660, "That the opening hours be agreed as they were set out in"),
    (96, 646, "the report."),
    (96, 626, "That the building be kept."),
    (72, 600, "PARKS"),
    (72, 580, "The report was noted by all of the members who were there."),
]
READ = """CABINET

5   LIBRARIES

Members considered the report of the Head of Libraries at length.

RESOLVED

(a) That the opening hours be agreed as they were set out in
the report.

(b) That the building be kept.

6   PARKS

The report was noted by all of the members who were there.
"""


@pytest.mark.parametrize("late", ["at the end", "after their paragraph"])
def test_numbers_that_hang_before_a_paragraph_and_were_written_late_stand_before_it(late):
    marks = {730: (40, 730, "5"), 660: (72, 660, "\\(a\\)"), 626: (72, 626, "\\(b\\)"), 600: (40, 600, "6")}
    if late == "at the end":
        written = [*BODY, *marks.values()]
    else:
        written, owed = [], None
        for piece in BODY:
            if owed and piece[1] != 646:
                written.append(owed)
                owed = None
            written.append(piece)
            owed = marks.get(piece[1], owed)
        written += [owed] if owed else []
    assert page(*written) == READ


def test_two_columns_are_read_one_after_the_other():
    left = [(72, 760 - 14 * line, f"left {line} goes on to the end") for line in range(8)]
    right = [(320, 760 - 14 * line, f"right {line} goes on to the end") for line in range(8)]
    lines = page(*left, *right).split("\n")
    assert [line.split()[0] for line in lines if line] == ["left"] * 8 + ["right"] * 8


def test_a_head_and_a_number_of_the_page_written_first_disturb_no_list_below_which_numbers_were_written_late():
    told = [(72, 770 - 9 * n, f"Line {n} of what the members had to say of the hours on that day.") for n in range(11)]
    lines = [(96, 660, "That the hours be agreed as they were set out in"), (96, 646, "the report.")]
    later = [(72, 660, "1."), (96, 626, "That the building be kept until the"), (96, 612, "review."), (72, 626, "2.")]
    found = page((300, 780, "BOARD"), (230, 40, "2"), *told, *lines, *later)
    said = " ".join(found.split())
    assert "1. That the hours be agreed as they were set out in the report. 2. That the building" in said
    assert said.endswith("be kept until the review.")


def test_a_foot_that_was_written_first_and_a_head_written_last_stand_at_the_foot_and_the_head():
    lines = page((72, 60, "Not before noon"), *BODY[1:], (72, 760, "CABINET")).strip().split("\n")
    assert (lines[0], lines[2], lines[-1]) == ("CABINET", "LIBRARIES", "Not before noon")


def test_a_line_of_a_cell_that_was_written_late_goes_among_those_of_its_cell():
    rules = "".join(f"{x} 500 m {x} 700 l S " for x in (60, 200, 520)) + "".join(
        f"60 {y} m 520 {y} l S " for y in (700, 640)
    )
    words = [
        (70, 680, "Decision"),
        (230, 680, "Approve the works."),
        (230, 660, "Tell the ward."),
        (70, 620, "Reasons"),
        (210, 620, "The wall moved."),
        (210, 680, "1"),
        (210, 660, "2"),
    ]
    shown = "".join(f"1 0 0 1 {left} {base} Tm ({text}) Tj " for left, base, text in words)
    opened = read(page_of(f"{rules} BT /F1 12 Tf {shown}ET".encode()), "record.pdf")
    cells = [(cell.row, cell.column, opened.text[cell.start : cell.end]) for cell in opened.cells]
    assert cells == [
        (0, 0, "Decision"),
        (0, 1, "1 Approve the works.\n\n2 Tell the ward."),
        (1, 0, "Reasons"),
        (1, 1, "The wall moved."),
    ]


def test_a_ligature_is_letters_of_one_word():
    unicodes = b"1 beginbfchar <41> <006600660069> endbfchar"
    named = b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange " + unicodes + b" endcmap"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
    page += b"/Resources << /Font << /F1 5 0 R >> >> >>"
    paper = pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        stream(b"BT /F1 12 Tf 72 700 Td (oAcers met, and met again at noon.) Tj ET"),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        stream(named),
    )
    assert read(paper, "set.pdf").text.strip() == "officers met, and met again at noon."
