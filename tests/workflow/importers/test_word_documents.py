"""Word documents are read as they are seen: numbers before paragraphs, tables by cells, nothing that was deleted."""

import io

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers_made import packed, paragraph, table, word

from states.errors import BadInput
from workflow.importers.files import read_bytes
from workflow.importers.media import docx as medium
from workflow.importers.media.docx_numbers import figured
from workflow.importers.text import clean, fold

PROPERTIES = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'
LISTS = """
<w:abstractNum w:abstractNumId="7">
 <w:lvl w:ilvl="0"><w:start w:val="76"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
 <w:lvl w:ilvl="2"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>
 <w:lvl w:ilvl="3"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%4)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8">
 <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3">
 <w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>
</w:num>
"""


def text_of(data: bytes) -> str:
    return medium.read(data, "paper.docx").text


def listed(*entries: tuple[str, int, int]) -> str:
    return "".join(paragraph(words, inside=PROPERTIES.format(level, number)) for words, level, number in entries)


def test_the_numbers_that_word_puts_before_paragraphs_are_counted():
    body = listed(
        ("Buses", 0, 1), ("The Panel heard", 1, 1), ("and asked", 1, 1), ("first", 2, 1), ("second", 2, 1),
        ("of it", 3, 1), ("Trees", 0, 1), ("The Panel noted", 1, 1), ("a point", 0, 2), ("Again", 0, 3), ("Next", 0, 1),
    )  # fmt: skip
    assert text_of(word(body, numbering=LISTS)).split("\n") == [
        "76. Buses", "76.1 The Panel heard", "76.2 and asked", "(a) first", "(b) second", "(i) of it", "77. Trees",
        "77.1 The Panel noted", "", "• a point", "", "1. Again", "", "2. Next",
    ]  # fmt: skip


def test_a_number_that_word_counts_is_shown_and_not_quoted():
    opened = medium.read(word(listed(("Buses", 0, 1), ("a point", 0, 2)), numbering=LISTS), "paper.docx")
    assert [opened.text[start:end] for start, end in opened.unsaid] == ["76.", "•"]


def test_a_number_belongs_to_a_style_too():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="heading 2"/><w:basedOn w:val="Above"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Above"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
    )
    opened = medium.read(word(paragraph("Buses", "Item"), styles=styles, numbering=LISTS), "paper.docx")
    assert opened.text == "76. Buses"
    line = opened.lines[0]
    assert (line.style, line.bold, line.size) == ("Heading 2", True, 14.0)
    assert opened.text[line.start : line.end] == opened.text


@pytest.mark.parametrize(
    ("value", "figures", "says"),
    [
        (4, "decimal", "4"), (1, "lowerLetter", "a"), (26, "upperLetter", "Z"), (28, "lowerLetter", "bb"),
        (14, "lowerRoman", "xiv"), (1999, "upperRoman", "MCMXCIX"), (4000, "lowerRoman", "4000"), (2, "ordinal", "2nd"),
        (111, "ordinal", "111th"), (7, "decimalZero", "07"), (0, "lowerLetter", "0"), (-3, "lowerRoman", "-3"),
    ],
)  # fmt: skip
def test_figures_are_written_as_word_writes_them(value, figures, says):
    assert figured(value, figures) == says


def test_what_a_reader_of_the_printed_paper_does_not_see_is_left_out():
    body = (
        "<w:p><w:r><w:t>The Panel </w:t></w:r><w:del><w:r><w:delText>never </w:delText><w:t>not </w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>agreed</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> moved</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>"
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + paragraph("Click here")
        + "</w:sdtContent></w:sdt>"
        "<w:sdt><w:sdtPr/><w:sdtContent>" + paragraph("and filled it in") + "</w:sdtContent></w:sdt>"
    )
    assert text_of(word(body)) == "The Panel agreed\n\nand filled it in"


def test_the_second_picture_of_a_text_box_is_no_second_text():
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
        f"<w:txbxContent>{paragraph('A box')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
        f"{paragraph('A box')}</w:txbxContent></mc:Fallback></mc:AlternateContent>"
    )
    body = f"<w:p><w:r><w:t>Before</w:t></w:r><w:r>{both}</w:r></w:p>"
    assert sorted(text_of(word(body)).split()) == ["A", "Before", "box"]


def test_tables_stand_row_by_row_and_every_cell_is_a_piece_of_the_text():
    document = docx.Document()
    made = document.add_table(2, 3)
    for row in range(2):
        for column in range(3):
            made.cell(row, column).text = f"r{row}c{column}\nmore"
    made.cell(0, 0).merge(made.cell(0, 1))
    opened = medium.read(saved(document), "paper.docx")
    cells = {(c.row, c.column): opened.text[c.start : c.end] for c in opened.cells}
    assert cells[0, 2] == "r0c2\nmore"
    assert cells[0, 0].split() == ["r0c0", "more", "r0c1", "more"]
    assert (0, 1) not in cells
    assert opened.text.split()[-2:] == ["r1c2", "more"]


def test_it_says_what_another_reader_of_word_documents_says():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Page 3 of 7"
    document.add_heading("Scrutiny Panel, 4 March 2025", 0)
    document.add_paragraph("It was ").add_run("RESOLVED").bold = True
    document.add_paragraph("that the report\tbe noted", style="List Number")
    document.add_paragraph("…and “quoted” – £5m", style="Quote")
    data = saved(document)
    theirs = [p.text for p in docx.Document(io.BytesIO(data)).paragraphs]
    assert [fold(words) for words in text_of(data).split("\n\n")] == [
        theirs[0], fold(theirs[1]), f"1. {fold(theirs[2])}", fold(theirs[3])
    ]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=30), max_size=6))
def test_any_words_come_out_as_they_went_in(lines):
    said = [clean(line).text.strip() for line in lines]
    assert fold(text_of(word("".join(map(paragraph, lines))))) == fold(" ".join(said))


def test_a_note_in_word_is_read_as_the_same_note_in_plain_text():
    lines = ["Agenda item", "Buses", "Minutes:", "RESOLVED that the report be noted."]
    ours = read_bytes(word("".join(map(paragraph, lines))), "paper.docx")
    plain = read_bytes("\n\n".join(lines).encode(), "paper.txt")
    assert ours.items == plain.items
    assert ours.items


def test_the_document_is_found_where_the_file_says_it_is():
    data = packed({
        "_rels/.rels": '<Relationships xmlns="x"><Relationship Id="a" Type="http://x/officeDocument" '
        'Target="/word/document2.xml"/></Relationships>',
        "word/document2.xml": f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
        f'{paragraph("Here")}</w:body></w:document>',
    })  # fmt: skip
    assert read_bytes(data, "a.docx").kind == "other"
    assert text_of(data) == "Here"


def test_a_list_that_is_defined_in_circles_or_absurdly_is_read_all_the_same():
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    absurd = LISTS.replace('w:val="76"', 'w:val="999999999"').replace('"decimal"', '"lowerRoman"')
    body = paragraph("one", "a") + listed(("two", 0, 1), ("three", 99, 1), ("four", -3, 1), ("five", 0, 99))
    assert text_of(word(body, styles=styles, numbering=absurd)).split() == [
        "one", "999999999.", "two", "three", "four", "five",
    ]  # fmt: skip


@pytest.mark.parametrize("cut", [3, 30, 200, -1, -30])
def test_a_document_that_is_cut_off_is_refused_in_a_sentence(cut):
    with pytest.raises(BadInput, match=r"^paper\.docx cannot be read\. It is "):
        read_bytes(word(table([["a", "b"]]))[:cut], "paper.docx")


def saved(document) -> bytes:
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    "asks",
    [
        "We, the undersigned Members of the Council, request that the above decision be called in for the following"
        " reasons (please tick and explain):",
        "Reasons for call-in:",
    ],
)
def test_a_call_in_form_of_tables_is_one_and_is_called_after_its_decision(asks: str):
    made = docx.Document()
    made.add_heading("Oakshire District Council", 1)
    made.add_heading("Request for Call-in of an Executive Decision", 2)

    def rows(*cells: tuple[str, ...]) -> None:
        grid = made.add_table(rows=0, cols=len(cells[0]))
        for row in cells:
            for cell, words in zip(grid.add_row().cells, row, strict=True):
                cell.text = words

    rows(
        ("Decision to be called in", "Sale of the Old Quay"), ("Decision maker", "Executive Board"),
        ("Date of decision", "4 November 2026"), ("Key decision", "No"),
    )  # fmt: skip
    made.add_paragraph(asks)
    made.add_paragraph("Inadequate consultation. Nobody was asked.", style="List Number")
    made.add_paragraph("No other ways were considered.", style="List Number")
    made.add_paragraph("Outcome sought")
    made.add_paragraph("That the Overview Committee refer the decision back to the Executive Board.")
    made.add_paragraph("Signatories")
    rows(("Name", "Signature", "Date"), ("Cllr Ada Quill", "(signed)", "11/11/2026"), ("Cllr Bo Reed", "", ""))
    data = io.BytesIO()
    made.save(data)
    found = read_bytes(data.getvalue(), "form.docx")
    [item] = found.items
    assert (found.kind, found.date, item.title) == ("call_in", None, "Sale of the Old Quay")
    assert item.call_in is not None
    assert item.call_in.callers == ("Cllr Ada Quill", "Cllr Bo Reed")
    assert item.call_in.grounds == ("Inadequate consultation. Nobody was asked.", "No other ways were considered.")
    assert [limb.text for limb in item.resolutions] == [
        "That the Overview Committee refer the decision back to the Executive Board."
    ]
