"""A batch of papers: reading them in a process of its own, and entering them, against reading them alone here.

As many again are entered beside them then, and as many more: what is on file may not make the next paper dear. One in
ten answers what no paper recommends, and waits: it is what every later paper has to be held against.
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from measuring import Line, Missed

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from papers_made import paragraph, sheet_of, word, words_on_a_page, workbook

ITEM = """Agenda item
Buses in ward {number}
Meeting of Place Scrutiny Panel, {day} March 2025 10.00 am (Item {day}.)
Minutes:
The Panel considered a report on buses in ward {number}, further to Minute {day}/24.
RESOLVED that the Panel recommend to Cabinet:
(a) to keep the buses of ward {number} running; and
(b) to publish a map by {day} May 2026."""
ANSWER = """Agenda item
Trees in ward {number}
Meeting of Cabinet, {day} March 2025 10.00 am (Item {day}.)
Minutes:
Cabinet considered the recommendations of the Place Scrutiny Panel on trees in ward {number}.
RESOLVED that
(a) recommendation 1 be accepted; and
(b) recommendation 2 be rejected."""
WAITS = 10
"""One paper in so many is an answer that waits."""

_ENTER = """
import sys
from workflow.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def measure(folder: Path, sizes: tuple[int, ...], times: int) -> Iterator[Line]:
    """So many papers of five media, read here, read apart, and entered into a new database."""
    try:
        from workflow.importers.files import read_bytes
        from workflow.importers.reader import Reader
    except ImportError as error:
        raise Missed(f"Papers are not read yet ({error}).") from None
    for size in sizes:
        papers = _made(folder / f"papers-{size}", size)
        for path in papers[:10]:
            read_bytes(path.read_bytes(), str(path))
        began = time.perf_counter()
        for path in papers:
            read_bytes(path.read_bytes(), str(path))
        floor = time.perf_counter() - began
        began = time.perf_counter()
        with Reader() as reader:
            for path in papers:
                reader.read_file(path)
        apart = time.perf_counter() - began
        yield Line(f"{size:,} papers read apart", "read here", apart / floor, 1.5, f"{size / apart:,.0f} a second")
        place = _fresh(folder / f"papers-{size}.db")
        entered, most = _entered(place, papers[0].parent)
        note = f"{size / entered:,.0f} a second; {most:,.0f} MB"
        yield Line(f"{size:,} papers read and entered", "read here", entered / floor, 4, note)
        for more in (1, 2):
            _made(folder / f"papers-{size}-{more}", size, more * size)
            again, most = _entered(place, folder / f"papers-{size}-{more}")
            note = f"{size / again:,.0f} a second; {most:,.0f} MB"
            yield Line(f"{size:,} more beside {more * size:,}", "the first", again / entered, 1.3, note)


def _made(folder: Path, size: int, first: int = 0) -> list[Path]:
    """So many papers in a folder, numbered from `first`: plain text, Word, PDF, web pages, now and then a tracker."""
    folder.mkdir(exist_ok=True)
    makers = {
        "txt": str.encode,
        "docx": lambda text: word("".join(map(paragraph, text.split("\n")))),
        "pdf": lambda text: words_on_a_page(text.replace("(", "").replace(")", "")),
        "html": lambda text: f"<html><body><pre>{text}</pre></body></html>".encode(),
        "xlsx": lambda text: workbook({"Sheet1": sheet_of([["Report", "Recommendation", "Due"], *_rows(text)])}),
    }
    made = []
    for number in range(first, first + size):
        form = ANSWER if number % WAITS == WAITS - 1 else ITEM
        suffix = list(makers)[number % len(makers)] if form is ITEM else "txt"
        path = folder / f"{number:05}.{suffix}"
        path.write_bytes(makers[suffix](form.format(number=number, day=number % 28 + 1)))
        made.append(path)
    return made


def _rows(text: str) -> list[list[str]]:
    title = text.split("\n")[1]
    return [[title, f"{words} ({title})", "1 May 2026"] for words in text.split("\n")[-2:]]


def _fresh(place: Path) -> Path:
    """The place of a database, empty."""
    for old in place.parent.glob(f"{place.name}*"):
        old.unlink()
    return place


def _entered(place: Path, papers: Path) -> tuple[float, float]:
    """How long `matters import` takes for a folder, in seconds, and its most memory, in MB."""
    words = [sys.executable, "-c", _ENTER, "import", str(papers), "--db", str(place), "--who", "bench"]
    began = time.perf_counter()
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        told = process.stderr.read() if process.stderr else b""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    took = time.perf_counter() - began
    if process.returncode:
        raise Missed(f"matters import ends with {process.returncode}: {told[:200].decode('utf-8', 'replace')}")
    return took, _megabytes(used)


def _megabytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
