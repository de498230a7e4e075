"""Looks for papers that break their reader, guided by which lines of it each one reaches (atheris, on Linux).

    python tests/faults/fuzz_papers.py 60 [FOLDER]      for so many seconds; what is found is kept in FOLDER

The first byte says which medium the rest is; of Word documents and workbooks the rest is the XML within. Ends
with another code than 0 when anything but a sentence came out, when a quote is not in its paper, when a paper took 5
seconds, or 512 MB.
"""

import sys
import tempfile
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from papers_made import PAPERS, packed, paragraph, sheet_of, word, workbook  # noqa: E402

from states.errors import BadInput  # noqa: E402

with atheris.instrument_imports(include=["workflow.importers", "states.british_dates"]):
    from workflow.importers import files, forms, media  # noqa: F401
    from workflow.importers.media import csv, docx, html, pdf, plain, xlsx, xml  # noqa: F401
    from workflow.importers.reading import quotes
    from workflow.importers.text import clean, stands

NAMES = ("a.txt", "a.html", "a.xml", "a.pdf", "a.csv", "body.docx", "numbering.docx", "styles.docx", "sheet.xlsx",
         "strings.xlsx", "whole.docx")  # fmt: skip
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
WITHIN = {
    "numbering.docx": '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerRoman"/>'
    '<w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    "styles.docx": '<w:style w:type="paragraph" w:styleId="s"><w:name w:val="heading 1"/><w:basedOn w:val="t"/>'
    '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>',
    "strings.xlsx": '<si><t>x</t></si><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>',
}
TOKENS = (
    "RESOLVED that ", "RECOMMENDED", "Minutes:", "Agenda item", "Cabinet", "Place Scrutiny Panel", "4 March 2025",
    "Further to Minute 34/24", "24/00093", "(a) ", "76. ", "<w:p>", "<w:tbl>", "<w:tc>", "<w:numId w:val='1'/>",
    "<c t='s'>", "<row r='9'>", "<mergeCell ref='A1:A9'/>", "<td class='mgItem'>", "Recommendation,", "Due date,",
    "Status,", "&lt;p&gt;", "/Kids [", " 0 R", "stream\n", "endobj", "BT (x) Tj ET",
)  # fmt: skip


def paper(data: bytes) -> tuple[bytes, str]:
    """The file that the fuzzer's bytes stand for, and its name."""
    name = NAMES[data[0] % len(NAMES)]
    rest = data[1:]
    text = rest.decode("utf-8", "replace")
    part, _, suffix = name.partition(".")
    if part == "body":
        return word(text), name
    if part in ("numbering", "styles"):
        return word(paragraph("one", "s", LISTED) + paragraph("two", "s", LISTED), **{part: text}), name
    if part == "sheet":
        return workbook({"Sheet1": text}, strings="<si><t>Recommendation</t></si>"), name
    if part == "strings":
        return workbook({"Sheet1": sheet_of([["a", "b"]])}, strings=text, styles=text), name
    if part == "whole":
        return packed({"word/document.xml": rest}), name
    return rest, f"a.{suffix}"


def read(data: bytes) -> None:
    """Reads one paper; whatever is no refusal in words is a find."""
    if not data:
        return
    content, name = paper(data)
    try:
        document = files.read_bytes(content, name)
    except BadInput as error:
        if not str(error).endswith((".", "…")):
            raise RuntimeError(f"no sentence: {error}") from error
        return
    if name in ("a.txt", "a.csv"):
        medium = media.medium_of(content, name)
        text = clean(media.opened(medium, content, name).text).text
        invented = [quote for quote in quotes(document) if not stands(quote, text)]
        if medium in ("text", "csv") and invented:
            raise RuntimeError(f"not in the paper: {invented[0]!r}")


def seeds(folder: Path) -> None:
    """A valid paper of every medium to begin with."""
    for place, name in enumerate(NAMES):
        content = PAPERS.get(name) or WITHIN.get(name, paragraph("RESOLVED that", "s", LISTED)).encode()
        if name == "sheet.xlsx":
            content = sheet_of(
                [["Report", "Recommendation", "Due date"], ["Buses", "That it be", "4 March 2025"]]
            ).encode()
        (folder / f"{place}").write_bytes(bytes([place]) + content)


def main() -> None:
    """Fuzzes for as many seconds as the first word says."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    found = Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp(prefix="fuzzed-"))
    found.mkdir(parents=True, exist_ok=True)
    grown = Path(tempfile.mkdtemp(prefix="corpus-"))
    seeds(grown)
    tokens = found / "tokens.txt"
    spelt = ["".join(f"\\x{byte:02x}" for byte in token.encode()) for token in TOKENS]
    tokens.write_text("".join(f'"{token}"\n' for token in spelt))
    limits = [f"-max_total_time={seconds}", "-timeout=5", "-rss_limit_mb=512", "-max_len=3000", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *limits, f"-dict={tokens}", f"-artifact_prefix={found}/", str(grown)], read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
