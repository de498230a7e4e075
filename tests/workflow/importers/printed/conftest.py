"""A small printer of PDFs, so that papers can be set on pages in tests: text at places, rules, pictures, fields."""

import zlib
from collections.abc import Callable, Iterable, Sequence

import pytest

Line = tuple[float, float, str, float, bool]
"""One piece of text: left and base in points from the foot of the page, words, size, bold."""

Rule = tuple[float, float, float, float]
"""A line drawn from one place to another."""


_TURNED: dict[int, Callable[[float, float], tuple[bytes, tuple[float, float]]]] = {
    0: lambda left, base: (b"1 0 0 1", (left, base)),
    90: lambda left, base: (b"0 1 -1 0", (842 - base, left)),
    180: lambda left, base: (b"-1 0 0 -1", (842 - left, 842 - base)),
    270: lambda left, base: (b"0 -1 1 0", (base, 842 - left)),
}


class Sheet:
    """One page to be printed: A4 unless said otherwise."""

    def __init__(self, lines: Iterable[Line] = (), rules: Iterable[Rule] = (), picture: bool = False) -> None:
        self.lines, self.rules, self.picture = list(lines), list(rules), picture

    def column(
        self, rows: Iterable[str], left: float = 72, top: float = 780, size: float = 12, step: float = 14
    ) -> float:
        """Sets rows below each other; an empty row leaves a gap, `**` before a row sets it bold. The last base."""
        base = top
        for row in rows:
            if row:
                self.lines.append((left, base, row.removeprefix("**"), size, row.startswith("**")))
            base -= step if row else step * 0.7
        return base

    def table(self, rows: Sequence[Sequence[str]], top: float = 700, left: float = 60, width: float = 120) -> None:
        """Sets a ruled table, every row 30 points high, every column as wide."""
        across = len(rows[0])
        for at, row in enumerate(rows):
            for column, words in enumerate(row):
                if words:
                    self.lines.append((left + column * width + 3, top - 30 * at - 14, words, 8, at == 0))
        foot = top - 30 * len(rows)
        self.rules += [(left, top - 30 * at, left + across * width, top - 30 * at) for at in range(len(rows) + 1)]
        self.rules += [(left + width * at, foot, left + width * at, top) for at in range(across + 1)]

    def content(self, turn: int = 0) -> bytes:
        """The page's drawing instructions, in the order they were set; turned, so that a turned page shows upright."""
        parts = []
        if self.picture:
            parts.append(b"q 400 0 0 500 90 150 cm /Im0 Do Q")
        for left, base, words, size, bold in self.lines:
            safe = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            font = b"F2" if bold else b"F1"
            run, place = _TURNED[turn](left, base)
            parts.append(b"BT /%s %g Tf %s %g %g Tm (%s) Tj ET" % (font, size, run, *place, safe))
        for x0, y0, x1, y1 in self.rules:
            parts.append(b"0.5 w %g %g m %g %g l S" % (x0, y0, x1, y1))
        return b"\n".join(parts)


def printed(sheets: Iterable[Sheet], rotate: int = 0) -> bytes:
    """The bytes of a PDF with these pages."""
    sheets = list(sheets)
    fonts = b"/Font << /F1 4 0 R /F2 5 0 R >> /XObject << /Im0 6 0 R >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(sheets), b" ".join(b"%d 0 R" % (7 + 2 * at) for at in range(len(sheets)))),
        b"<< >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        _stream(
            b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", b"\x80"
        ),
    ]
    for at, sheet in enumerate(sheets):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 842] /Rotate %d /Resources << %s >> /Contents %d 0 R >>"
            % (rotate, fonts, 8 + 2 * at)
        )
        objects.append(_stream(b"/Filter /FlateDecode", zlib.compress(sheet.content(rotate))))
    return assembled(objects)


def assembled(objects: Iterable[bytes]) -> bytes:
    """A PDF of numbered objects, the first of them its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, start)
    return bytes(out)


def _stream(entries: bytes, data: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)


@pytest.fixture(scope="session")
def sheet() -> type[Sheet]:
    """A page to set text on."""
    return Sheet


@pytest.fixture(scope="session")
def print_pdf() -> Callable[..., bytes]:
    """Prints pages to a PDF."""
    return printed


@pytest.fixture(scope="session")
def assemble_pdf() -> Callable[[Iterable[bytes]], bytes]:
    """Puts a PDF together from its objects, sound or not."""
    return assembled
