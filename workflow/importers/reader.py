"""Papers read in a process of their own, with limits: a paper can fail, be refused or take too long, and that is all.

One process reads one paper after the other; a new one is started after a failure, and now and then. What it answers is
decoded strictly: it can be a document or a sentence, and nothing a terminal would obey. See decision 17.
"""

import contextlib
import hashlib
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, BinaryIO, cast

import msgspec

from states.errors import BadInput
from workflow.importers import files, frames
from workflow.importers.reader_process import MEMORY, TIME_UP, Question
from workflow.importers.reading import Document
from workflow.importers.text import printable

_BEGIN = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from workflow.importers.reader_process import main; main()"
)
_LETS = (
    "PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "LC_CTYPE",
    "PYTHONHOME", "PYTHONUTF8", "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX",
)  # fmt: skip
_ACTS = re.compile(r"(?<!\\)((?:\\\\)*)\\u00[01][0-9a-f]", re.I)
_TURNS = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]")
_NOT_STARTED = "The process that reads papers could not be started. Run: matters doctor"
_LEAST_SECONDS, _MOST_SECONDS, _BYTES_A_SECOND = 3.0, 60.0, 10_000


def allowance(size: int) -> float:
    """How many seconds of the processor a paper of so many bytes may take: 3 and up, never more than 60."""
    return min(_LEAST_SECONDS + size / _BYTES_A_SECOND, _MOST_SECONDS)


class Reader:
    """Reads papers, each within its limits. Use it as `with Reader() as reader:`; threads take turns.

    `begin` is the program that the process runs, `seconds` the time of the processor for a paper of so many bytes;
    by the clock on the wall it may take four times that, and `patience` seconds. Tests give others.
    """

    def __init__(
        self, begin: str = _BEGIN, *, seconds: Callable[[int], float] = allowance, patience: float = 10.0
    ) -> None:
        self._begin, self._seconds, self._patience = begin, seconds, patience
        self._process: subprocess.Popen[bytes] | None = None
        self._papers = 0
        self._ready = False
        self._turn = threading.Lock()

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the process, whatever it is at."""
        process, self._process = self._process, None
        self._papers, self._ready = 0, False
        if process is not None:
            _end(process)

    def start(self) -> None:
        """Starts the process without waiting for it, so that it is ready when the first paper is."""
        self._started()

    def read_file(self, path: Path | str, columns: Iterable[tuple[str, str]] = ()) -> Document:
        """The document in a file. `columns`: what a spreadsheet's headings mean (see `reading.Paper`).

        Raises:
            BadInput: the file is not there, is no plain file, is of a kind that is not read, or its limits were met.
        """
        return self.read_bytes(files.bytes_of(Path(path)), str(path), columns)

    def read_bytes(self, data: bytes, path: str, columns: Iterable[tuple[str, str]] = ()) -> Document:
        """The document in the bytes of a file that is named `path`. BadInput as `read_file`."""
        files.medium_in(data, path)
        seconds = self._seconds(len(data))
        question = Question(printable(Path(path).name), tuple(columns), seconds, self._patience + 4 * seconds)
        with self._turn:
            warm = self._papers > 0
            try:
                document = self._read(question, data)
            except _Failed as failed:
                if not (warm and failed.again):
                    raise BadInput(failed.says) from None
                self.close()
                document = self._once_more(question, data)
        shown = os.fsencode(path).decode("utf-8", "replace")
        return msgspec.structs.replace(document, path=shown, sha256=hashlib.sha256(data).hexdigest())

    def _once_more(self, question: Question, data: bytes) -> Document:
        """What had too little memory in a process that had read others before is tried in a new one."""
        try:
            return self._read(question, data)
        except _Failed as failed:
            raise BadInput(failed.says) from None

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is not None and self._process.poll() is not None:
            self.close()
        if self._process is None:
            path = [str(Path(entry).absolute()) for entry in sys.path if entry]
            own: dict[str, Any] = {"start_new_session": True} if os.name == "posix" else {"creationflags": 0x08000000}
            try:
                self._process = subprocess.Popen(
                    [sys.executable, "-P", "-c", self._begin, json.dumps(path)],
                    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                    env={name: os.environ[name] for name in _LETS if name in os.environ}, **own,
                )  # fmt: skip
            except OSError:
                raise BadInput(_NOT_STARTED) from None
        return self._process

    def _read(self, question: Question, data: bytes) -> Document:
        process = self._started()
        late = threading.Event()

        def give_up() -> None:
            late.set()
            process.kill()

        watch = threading.Timer(question.patience, give_up)
        watch.daemon = True
        watch.start()
        whole = False
        try:
            if not self._ready:
                frames.receive(_out(process), 0)
                self._ready = True
            kind, answer, tired = _asked(process, question, data)
            whole = not tired
            self._papers += 1
        except (frames.Broken, OSError):
            ended = _ended(process)
            if not self._ready and not late.is_set():
                raise BadInput(_NOT_STARTED) from None
            raise _why(question, ended, late.is_set()) from None
        finally:
            watch.cancel()
            if not whole:
                self.close()
        return _decoded(kind, answer, question)


class _Failed(Exception):
    """A paper could not be read; `says` is the sentence, `again` whether a new process may fare better."""

    def __init__(self, says: str, again: bool = False) -> None:
        self.says, self.again = says, again
        super().__init__(says)


def _asked(process: "subprocess.Popen[bytes]", question: Question, data: bytes) -> tuple[bytes, bytes, bool]:
    """Puts the question and waits for the answer."""
    to = cast(BinaryIO, process.stdin)
    frames.send(to, frames.ASKED, msgspec.json.encode(question))
    frames.send(to, frames.BYTES, data)
    return frames.receive(_out(process), frames.MOST_ANSWERED)


def _out(process: "subprocess.Popen[bytes]") -> BinaryIO:
    return cast(BinaryIO, process.stdout)


def _decoded(kind: bytes, answer: bytes, question: Question) -> Document:
    """The document that was answered. BadInput where it is a refusal; `_Failed` where it is anything else."""
    if kind == frames.REFUSED:
        raise BadInput(printable(answer.decode("utf-8", "replace"))[:2_000])
    if kind == frames.NO_MEMORY:
        raise _Failed(_too_much(question.path), again=True)
    if kind != frames.READ:
        raise _Failed(_not_read(question.path, printable(answer[:40].decode("ascii", "replace"))))
    try:
        spelt = msgspec.json.encode(msgspec.json.decode(answer)).decode("utf-8")  # every letter spelt in one way
        harmless = _TURNS.sub(" ", _ACTS.sub(r"\1 ", spelt))
        return msgspec.json.decode(harmless, type=Document)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise _Failed(_not_read(question.path)) from None


def _why(question: Question, ended: int, late: bool) -> _Failed:
    """Why a process ended before it had answered; `ended` is its exit code."""
    if late or -ended in TIME_UP:
        seconds = max(round(question.seconds), 1)
        count = "1 second" if seconds == 1 else f"{seconds} seconds"
        return _Failed(f"{question.path} took longer than {count} to read and was given up.")
    if ended == -9:  # by somebody else, or by the system when it had no more memory at all
        return _Failed(_too_much(question.path), again=True)
    return _Failed(_not_read(question.path))


def _ended(process: "subprocess.Popen[bytes]") -> int:
    """The exit code of a process that says no more; 0 for one that does not end of itself."""
    try:
        return process.wait(1)
    except subprocess.TimeoutExpired:
        process.kill()
        return 0


def _too_much(name: str) -> str:
    return f"{name} needed more memory than a paper may ({MEMORY // 1024 // 1024} MB) and was given up."


def _not_read(name: str, why: str = "") -> str:
    return f"{name} could not be read: it is damaged, or made in a way that is not known here{why and f' ({why})'}."


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Ends a process and closes its pipes."""
    process.kill()
    for pipe in (process.stdin, process.stdout):
        with contextlib.suppress(OSError):  # what was not sent yet reaches nobody
            cast(BinaryIO, pipe).close()
    process.wait()
