"""PDFs: their text in reading order, how each line is set, and the cells of ruled tables.

What repeats at the head and foot of pages is left out, so that a sentence that crosses a page is whole. A scan, a
locked file, a broken one are refused in a sentence. The pages are opened by PDFium (`pypdfium2`).
"""

from typing import TYPE_CHECKING

from states.errors import BadInput
from workflow.importers.media import Opened
from workflow.importers.media.pdf_lines import Row, rows_of
from workflow.importers.media.pdf_margins import without_margins
from workflow.importers.media.pdf_page import MAX_CHARS, Leaf, leaf_of
from workflow.importers.media.pdf_text import set_out

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_PAGES = 2_000
"""The longest PDF that is read, in pages: the agenda pack of a budget Council has about half of it."""

_FEW = 12
"""Fewer letters than this a page are a stamp on a scan, not text."""


def read(data: bytes, name: str) -> Opened:
    """The text of a PDF.

    Raises:
        BadInput: it is broken, locked, too long or a scan, or the package that opens PDFs is missing.
    """
    try:
        import pypdfium2 as pdfium
    except ImportError:
        raise BadInput(
            "It is a PDF, and the package that opens PDFs is not installed: install matters-arising[import]."
        ) from None
    try:
        opened = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise BadInput(_why_not(str(error))) from None
    try:
        leaves, pictures = _leaves(opened)
    except pdfium.PdfiumError:
        raise BadInput("A page of this PDF is broken. Open it in a PDF viewer, print it to a new PDF.") from None
    finally:
        opened.close()
    letters = sum(len(piece.text) for leaf in leaves for piece in leaf.pieces)
    if letters < _FEW * len(leaves) and pictures:
        raise BadInput(
            "It is a scan: pictures of pages, with no text in them. Run it through text recognition (OCR), or ask for"
            " the document it was printed from."
        )
    if not letters:
        raise BadInput("This PDF has no text in it.")
    pages: list[list[Row]] = [rows_of(leaf) for leaf in leaves]
    return set_out(without_margins(pages))


def _leaves(opened: "PdfDocument") -> tuple[list[Leaf], int]:
    """The pages with what stands on each, and how many pictures there are."""
    count = len(opened)
    if count > MAX_PAGES:
        raise BadInput(f"It has {count} pages; no more than {MAX_PAGES} are read. Split it.")
    forms = opened.get_formtype() != 0
    if forms:
        opened.init_forms()
    leaves: list[Leaf] = []
    pictures = chars = 0
    for number in range(count):
        leaf, seen = leaf_of(opened, number, forms)
        leaves.append(leaf)
        pictures += seen
        chars += sum(len(piece.text) for piece in leaf.pieces)
        if chars > MAX_CHARS:
            raise BadInput("It holds more text than a paper of a council can have; it is not read. Split it.")
    return leaves, pictures


def _why_not(said: str) -> str:
    """The sentence for a PDF that does not open."""
    if "password" in said.lower() or "security" in said.lower():
        return "It is a PDF that is locked with a password. Save it without one and import that."
    return "It is a broken PDF. Open it in a PDF viewer and save or print it to a new PDF."
