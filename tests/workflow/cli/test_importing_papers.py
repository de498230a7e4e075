"""`matters import`: many papers, some broken; what is shown before it is entered; going on after an interruption."""

import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from papers_made import paragraph, word

ITEM = """Agenda item
{title}
Meeting of Place Scrutiny Panel, {day} March 2025 10.00 am (Item {day}.)
Minutes:
The Panel considered a report on {title}.
RESOLVED that the report on {title} be noted.
"""
TRACKER = """Meeting date,Report,Recommendation,Cabinet response,Due date,Notes
4 March 2025,Bus stops,That a map be made,Accepted,1 May 2026,Begun
"""


@pytest.fixture
def db(tmp_path):
    return tmp_path / "matters.db"


def papers(folder: Path, many: int) -> Path:
    folder.mkdir()
    for number in range(many):
        text = ITEM.format(title=f"Buses in ward {number}", day=number % 28 + 1)
        (folder / f"{number:03}.txt").write_text(text)
    return folder


def test_a_broken_paper_stops_none_of_the_others(matters, tmp_path, db):
    folder = papers(tmp_path / "papers", 6)
    (folder / "001a.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    (folder / "002a.docx").write_bytes(b"PK\x03\x04 word/document.xml")
    (folder / "003a.txt").write_bytes(b"\x00\x01")
    (folder / "004a.png").write_bytes(b"\x89PNG")
    (folder / "~$005.docx").write_bytes(b"what Word keeps while somebody writes")
    done = matters("import", folder, "--db", db)
    assert done.code == 1
    assert "10 papers: 6 read, 4 refused." in done.out
    assert [line.split(" ")[0] for line in done.err.splitlines()] == ["001a.pdf", "002a.docx", "003a.txt", "004a.png"]
    assert json.loads(matters("reports", "--db", db, "--format", "json").out)[5]["title"].startswith("Buses")
    again = matters("import", folder, "--db", db, "--format", "json")
    assert all(paper["again"] for paper in json.loads(again.out)["papers"])
    assert len(json.loads(again.out)["refused"]) == 4


def test_papers_are_entered_the_earliest_first_whatever_their_names(matters, tmp_path, db):
    for name, day in (("a", 9), ("b", 3), ("c", 5)):
        (tmp_path / f"{name}.txt").write_text(ITEM.format(title=f"Ward {day}", day=day))
    matters("import", *sorted(tmp_path.glob("*.txt")), "--db", db)
    titles = [row["title"] for row in json.loads(matters("reports", "--db", db, "--format", "json").out)]
    assert titles == ["Ward 3", "Ward 5", "Ward 9"]


def test_a_paper_without_a_name_reads_no_folder(matters, tmp_path, db, monkeypatch):
    papers(tmp_path / "papers", 2)
    monkeypatch.chdir(tmp_path / "papers")
    done = matters("import", "", "--db", db)
    assert done.code == 1
    assert "has no name" in done.err
    assert not db.exists()


def test_a_name_on_two_lines_is_listed_on_one(matters, tmp_path, db):
    (tmp_path / "two\nlines.txt").write_text(ITEM.format(title="Street trees", day=4))
    assert matters("import", tmp_path / "two\nlines.txt", "--db", db).out.startswith("two lines.txt:\n")


def test_a_word_document_is_entered_as_the_same_words_in_plain_text_are(matters, tmp_path, db):
    lines = ITEM.format(title="Street trees", day=4).splitlines()
    (tmp_path / "item.docx").write_bytes(word("".join(map(paragraph, lines))))
    done = matters("import", tmp_path / "item.docx", "--db", db)
    assert done.code == 0, done
    assert "new R1 Street trees" in done.out


def test_a_trackers_columns_are_shown_before_it_is_entered_and_can_be_corrected(matters, tmp_path, db):
    path = tmp_path / "tracker.csv"
    path.write_text(TRACKER)
    shown = matters("import", path, "--db", db, "--dry-run").out
    assert "Due date → due\n" in shown
    assert "Notes → update\n" in shown
    assert shown.index("Due date") < shown.index("Nothing was entered")
    assert not db.exists()
    words = ("--column", "due date=review", "--column", "Notes=")
    shown = matters("import", path, "--db", db, "--dry-run", *words).out
    assert "Due date → review (as you said)" in shown
    assert "Notes → nothing (as you said)" in shown
    read = json.loads(matters("import", path, "--dry-run", "--format", "json", *words).out)["documents"][0]
    assert read["items"][0]["promises"][0]["due"] == "2026-05-01"


@pytest.mark.parametrize(
    ("column", "says"),
    [("Notes", "not of the form HEADING=FIELD"), ("Notes=dew", "Did you mean “due”?"), ("=due", "not of the form")],
)
def test_a_column_that_cannot_be_meant_is_wrong_use(matters, tmp_path, column, says):
    done = matters("import", tmp_path / "x.csv", "--column", column)
    assert done.code == 2
    assert says in done.err


def test_what_is_in_papers_is_printed_as_json_without_a_database(matters, tmp_path, db):
    folder = papers(tmp_path / "papers", 3)
    (folder / "9.pdf").write_bytes(b"%PDF-")
    done = matters("import", folder, "--dry-run", "--format", "json", "--db", db)
    assert done.code == 1
    assert [len(document["items"]) for document in json.loads(done.out)["documents"]] == [1, 1, 1]
    assert not db.exists()
    none = matters("import", folder / "9.pdf", "--dry-run", "--format", "json", "--db", db)
    assert json.loads(none.out) == {"documents": []}


def test_a_folder_without_papers_is_said(matters, tmp_path, db):
    (tmp_path / "empty").mkdir()
    done = matters("import", tmp_path / "empty", "--db", db)
    assert (done.code, done.out) == (1, "")
    assert "There is no paper in" in done.err


def test_nothing_in_a_folder_is_left_out_in_silence(matters, tmp_path, db):
    folder = papers(tmp_path / "papers", 2)
    papers(folder / "2024", 1)
    (folder / "gone.txt").symlink_to(tmp_path / "moved away.txt")
    done = matters("import", folder, "--db", db)
    assert done.code == 1
    assert f"The folders in {folder} are not read: 2024." in done.err
    assert "gone.txt" in done.err


def test_a_name_that_is_no_text_is_no_obstacle(matters, tmp_path, db):
    name = os.fsdecode(b"caf\xe9 \x1b[2J.txt")
    (tmp_path / name).write_text(ITEM.format(title="Street trees", day=4))
    done = matters("import", tmp_path / name, "--db", db)
    assert done.code == 0, done
    assert "\x1b" not in done.out


def test_what_nobody_foresaw_costs_one_paper_and_is_written_down(matters, tmp_path, db, monkeypatch):
    from workflow.intake import session

    usual = session.import_in

    def faulty(desk, tx, document, **asked):
        if document.path.endswith("001.txt"):
            raise ZeroDivisionError("a fault of ours")
        return usual(desk, tx, document, **asked)

    monkeypatch.setattr(session, "import_in", faulty)
    done = matters("import", papers(tmp_path / "papers", 3), "--db", db)
    assert done.code == 1
    assert "001.txt: Something went wrong that should not have (ZeroDivisionError)." in done.err
    assert len(json.loads(matters("reports", "--db", db, "--format", "json").out)) == 2


def test_progress_is_shown_on_a_terminal_and_nowhere_else(tmp_path, db, root):
    folder = papers(tmp_path / "papers", 4)
    words = [sys.executable, "-m", "workflow.cli.main", "import", str(folder), "--db", str(db), "--who", "x"]
    ours, its = pty.openpty()
    with subprocess.Popen(words, cwd=root, stdout=subprocess.PIPE, stderr=its) as process:
        os.close(its)
        printed, _ = process.communicate(timeout=60)
    told = b""
    while select.select([ours], [], [], 0)[0]:
        try:
            told += os.read(ours, 4096)
        except OSError:
            break
    os.close(ours)
    assert b"\r\x1b[K3 of 4 papers: 002.txt" in told
    assert told.endswith(b"\r\x1b[K"), "the line is gone at the end"
    assert b"of 4 papers:" not in printed
    again = subprocess.run(words, cwd=root, capture_output=True, check=True, timeout=60)
    assert again.stderr == b""


def test_an_interrupted_batch_goes_on_where_it_stopped(tmp_path, db, root):
    folder = papers(tmp_path / "papers", 110)
    words = [sys.executable, "-m", "workflow.cli.main", "import", str(folder), "--db", str(db), "--who", "x"]
    with subprocess.Popen(words, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(30):
            process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "the same command goes on where it stopped" in told
    assert "Traceback" not in told
    more = subprocess.run(words, cwd=root, capture_output=True, text=True, check=True, timeout=100)
    count = more.stdout.splitlines()[-1]
    read = int(count.split("papers: ")[1].split(" read")[0])
    assert 0 < read < 110, "some were entered before, the others now"
    assert f"{110 - read} read before" in count


@pytest.mark.heavy
def test_a_thousand_papers_are_entered_in_memory_that_does_not_grow_with_them(tmp_path, root):
    most = {}
    for many in (100, 1000):
        folder = papers(tmp_path / f"papers-{many}", many)
        code = (
            "import resource, sys; from workflow.cli.main import main; code = main(sys.argv[1:]); "
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss); sys.exit(code)"
        )
        words = ["import", str(folder), "--db", str(tmp_path / f"{many}.db"), "--who", "x"]
        began = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", code, *words], cwd=root, capture_output=True, text=True, check=True
        )
        assert f"{many:,} papers: {many:,} read." in done.stdout
        most[many] = int(done.stdout.splitlines()[-1])
        print(f"{many} papers in {time.perf_counter() - began:.1f} s, {most[many] // 1024} MB")
    assert most[1000] < most[100] + 20_000, f"in kB: {most}"


def test_items_are_left_out_by_their_titles_and_accepted_later(matters, tmp_path, db):
    folder = papers(tmp_path / "papers", 3)
    done = matters("import", folder, "--db", db, "--leave", "ward 1", "--leave", "ward 2")
    assert done.out.count("left out: ") == 2
    reports = json.loads(matters("reports", "--db", db, "--format", "json").out)
    assert [report["title"] for report in reports] == ["Buses in ward 0"]
    again = matters("import", folder, "--db", db)
    assert "left out: Buses in ward 1 (to bring it in: --accept)" in again.out
    late = matters("import", folder, "--db", db, "--accept", "WARD 1")
    assert "new R2 Buses in ward 1" in late.out
    assert late.out.count("nothing changed") == 2
    nothing = matters("import", folder, "--db", db, "--accept", "ward 1")
    assert nothing.out.count("nothing changed") == 3


def test_warnings_are_settled_together_by_number_or_by_name(matters, tmp_path, db):
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(f"nothing that is known {number}")
        matters("import", tmp_path / f"{number}.txt", "--db", db)
    assert matters("settle", "--db", db).out.count("[unknown_form]") == 4
    assert "W1 and W2 are settled: a letter." in matters("settle", "W1", "W2", "--db", db, "--why", "a letter").out
    assert matters("settle", "W3", "R1", "--db", db, "--why", "x").code == 2
    assert matters("settle", "W3", "W1", "--db", db, "--why", "x").code == 1
    assert "Settled 2" in matters("settle", "--name", "unknown_form", "--db", db, "--why", "letters").out
    assert "Nothing waits" in matters("settle", "--db", db).out


def test_a_tracker_that_was_read_says_that_it_is_not_read_otherwise_by_itself(matters, tmp_path, db):
    tracker = tmp_path / "tracker.csv"
    tracker.write_text(TRACKER)
    matters("import", tracker, "--db", db, "--column", "Due date=review")
    again = matters("import", tracker, "--db", db, "--column", "Due date=due", "--column", "Nope=due")
    assert "read before; nothing changed" in again.out
    assert "was read with “Due date” as review" in again.out
    assert "matters undo-import D1" in again.out
    assert "There is no column “Nope” in tracker.csv. Its columns: Meeting date, Report," in again.out
    same = matters("import", tracker, "--db", db, "--column", "Due date=review")
    assert "!" not in same.out
