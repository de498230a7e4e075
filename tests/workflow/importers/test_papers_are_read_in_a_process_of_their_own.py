"""A paper that hangs, eats memory or crashes its reader is refused in a sentence, and the next one is read."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from states.errors import BadInput
from workflow.importers.reader import Reader, allowance
from workflow.importers.reader_process import MEMORY

PAPER = b"Agenda item\nBuses\nMinutes:\nRESOLVED that the report be noted.\n"

BEGIN = """
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from workflow.importers import files, frames, reader_process
usual = files.read_bytes
def read(data, path, columns):
    if data.startswith(b"bad "):
        exec(data[4:].partition(b"Agenda item")[0].decode(), {})
    return usual(data, path, columns)
files.read_bytes = read
reader_process.main()
"""


@pytest.fixture(scope="module")
def reader():
    """A reader whose papers can begin with `bad ` and a program, which its process then runs."""
    with Reader(BEGIN, seconds=lambda size: 0.5, patience=3) as made:
        yield made


def refused(reader: Reader, program: str) -> str:
    with pytest.raises(BadInput) as refusal:
        reader.read_bytes(b"bad " + program.encode(), "a paper.txt")
    return str(refusal.value)


@pytest.mark.parametrize(
    ("program", "says"),
    [
        ("while True: pass", "a paper.txt took longer than 1 second to read and was given up."),
        ("import time; time.sleep(60)", "a paper.txt took longer than"),
        ("x = []\nwhile True: x.append(bytes(10_000_000))", "a paper.txt needed more memory than a paper may (480 MB)"),
        ("import os; os.abort()", "a paper.txt could not be read"),
        ("import os; os._exit(3)", "a paper.txt could not be read"),
        ("raise KeyError('what')", "a paper.txt could not be read"),
        ("def f(): f()\nf()", "a paper.txt could not be read"),
        ("raise SystemExit", "a paper.txt could not be read"),
        ("open('/tmp/written-by-a-paper', 'w')", "a paper.txt could not be read"),
        ("import subprocess; subprocess.run(['true'])", "a paper.txt could not be read"),
        ("import socket; socket.create_connection(('127.0.0.1', 9))", "a paper.txt could not be read"),
        ("from states.errors import BadInput; raise BadInput('No \\x1b[2J.')", "No ?[2J."),
    ],
)
def test_whatever_a_paper_does_it_is_refused_in_a_sentence_and_the_next_one_is_read(reader, program, says):
    assert refused(reader, program).startswith(says)
    assert not Path("/tmp/written-by-a-paper").exists()
    assert reader.read_bytes(PAPER, "next.txt").items[0].title == "Buses"


def test_the_process_has_the_limits_it_should(reader):
    program = """
import resource, sys
from states.errors import BadInput
limits = [resource.getrlimit(getattr(resource, "RLIMIT_" + n))[1] for n in ("AS", "DATA", "FSIZE", "CORE")]
raise BadInput(f"{limits} {sys.dont_write_bytecode}")
"""
    assert refused(reader, program) == f"[{MEMORY}, {MEMORY}, 0, 0] True"


def test_nothing_secret_is_handed_to_the_process(reader, monkeypatch):
    monkeypatch.setenv("MATTERS_MAIL_PASSWORD", "open sesame")
    reader.close()
    program = "import os\nfrom states.errors import BadInput\nraise BadInput(' '.join(os.environ.values()))"
    assert "sesame" not in refused(reader, program)


def test_what_a_library_prints_is_no_answer(reader):
    told = b"bad import os; print('D' * 99, flush=True); os.write(1, b'x'); os.write(2, b'y')\n"
    assert reader.read_bytes(told + PAPER, "chatty.txt").kind


ANSWERS = {
    "nothing": "",
    "no frame": "out.write(b'D\\x00\\x00')",
    "an endless frame": "out.write(struct.pack('>c?Q', b'D', False, 2**60) + b'{}')",
    "no JSON": "say(b'D', b'no JSON')",
    "no document": "say(b'D', b'[1, 2]')",
    "a document that is none": 'say(b\'D\', b\'{"path": "x", "sha256": 7, "kind": "report"}\')',
    "a kind there is not": 'say(b\'D\', b\'{"path": "x", "sha256": "x", "kind": "a letter"}\')',
    "an answer there is not": "say(b'?', b'{}')",
    "deep JSON": "say(b'D', b'[' * 100_000)",
    "no letters": "say(b'D', b'\\xff\\xfe')",
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_a_process_that_answers_nonsense_is_not_believed(answer):
    begin = (
        "import struct, sys\n"
        "out = sys.stdout.buffer\n"
        "def say(kind, data): out.write(struct.pack('>c?Q', kind, False, len(data)) + data)\n"
        "say(b'H', b''); out.flush()\n"
        "sys.stdin.buffer.read(30)\n" + answer
    )
    with Reader(begin) as reader, pytest.raises(BadInput, match=r"paper\.txt could not be read"):
        reader.read_bytes(PAPER, "paper.txt")


def test_a_process_that_cannot_be_started_is_no_fault_of_the_paper():
    with Reader("raise ImportError") as reader, pytest.raises(BadInput, match="could not be started"):
        reader.read_bytes(PAPER, "paper.txt")


def test_what_a_process_answers_can_do_nothing_to_a_terminal_and_is_filed_under_its_own_digest():
    begin = (
        "import json, struct, sys\n"
        "words = {'code': 'no_body', 'message': '\\x1b[2J \\\\u001b \\u202e \\x9b', 'quote': None}\n"
        "data = json.dumps({'path': '/etc/passwd', 'sha256': 'ff', 'kind': 'other', 'warnings': [words]}).encode()\n"
        "sys.stdout.buffer.write(struct.pack('>c?Q', b'H', False, 0)); sys.stdout.buffer.flush()\n"
        "sys.stdin.buffer.read(30)\n"
        "sys.stdout.buffer.write(struct.pack('>c?Q', b'D', False, len(data)) + data); sys.stdout.buffer.flush()\n"
        "sys.stdin.buffer.read()\n"
    )
    with Reader(begin) as reader:
        document = reader.read_bytes(PAPER, "folder/paper.txt")
    assert document.path == "folder/paper.txt"
    assert len(document.sha256) == 64
    assert document.warnings[0].message.replace("\\u001b", "").isprintable()


def test_an_interrupted_reader_leaves_no_process_behind():
    with Reader() as reader:
        reader.read_bytes(PAPER, "paper.txt")
        number = process_of(reader)
    assert gone(number)


def test_the_process_ends_with_whoever_asked():
    program = (
        "import os, signal, sys\n"
        "from workflow.importers.reader import Reader\n"
        "reader = Reader(); reader.read_bytes(sys.argv[1].encode(), 'paper.txt')\n"
        "print(reader._process.pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    words = [sys.executable, "-c", program, PAPER.decode()]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    assert gone(int(done.stdout))


def test_a_new_process_is_taken_when_the_old_one_was_killed_from_outside(reader):
    reader.read_bytes(PAPER, "paper.txt")
    before = process_of(reader)
    os.kill(before, signal.SIGKILL)
    assert reader.read_bytes(PAPER, "paper.txt").items[0].title == "Buses"
    assert process_of(reader) != before


def test_a_process_that_has_grown_large_is_changed_for_a_new_one(reader):
    reader.read_bytes(PAPER, "paper.txt")
    before = process_of(reader)
    reader.read_bytes(b"bad x = b'x' * 300_000_000\n" + PAPER, "large.txt")
    reader.read_bytes(PAPER, "paper.txt")
    assert process_of(reader) != before
    assert gone(before)


def test_a_folder_of_papers_cannot_put_its_own_modules_in_the_readers_way(tmp_path, monkeypatch):
    (tmp_path / "msgspec.py").write_text("raise SystemExit")
    (tmp_path / "json.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    with Reader() as reader:
        assert reader.read_bytes(PAPER, "paper.txt").items


def test_a_larger_paper_has_more_time_up_to_a_minute():
    assert allowance(0) == 3
    assert allowance(100_000) == 13
    assert allowance(10**9) == 60


def process_of(reader: Reader) -> int:
    assert reader._process is not None
    return reader._process.pid


def gone(number: int) -> bool:
    """Whether a process has ended, or does within some seconds."""
    for _ in range(100):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return True
        if Path(f"/proc/{number}/stat").exists() and " Z " in Path(f"/proc/{number}/stat").read_text():
            return True  # ended, and nobody has asked after it yet
        time.sleep(0.1)
    return False
