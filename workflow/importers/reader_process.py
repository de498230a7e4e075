"""The process that reads papers: it is given bytes, answers with a document, and can do nothing else.

Started by `reader.Reader`, never by hand. Before the first byte from outside is looked at, it puts limits on itself:
on memory and time (the system's, where the system has them: not on Windows, and macOS does not hold the memory's), no
new files, no core, low priority; and Python's own hook refuses connections, other programs and writing anywhere. It
ends when whoever asks is gone: at the end of its paper, at the latest when the paper's time is up.
"""

import contextlib
import math
import os
import signal
import sys
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from states.errors import BadInput
from workflow.importers import files, frames

MEMORY = 480 * 1024 * 1024
"""How much memory a paper may need, in bytes, everything counted."""

TIME_UP = frozenset(int(getattr(signal, name)) for name in ("SIGXCPU", "SIGALRM") if hasattr(signal, name))
"""The signals by which the system ends this process when a paper's time is up."""

_TIRED_BYTES = 120 * 1024 * 1024
_TIRED_PAPERS = 250
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_NEVER = frozenset(
    "subprocess.Popen os.system os.exec os.posix_spawn os.spawn os.fork os.forkpty os.startfile os.kill os.remove "
    "os.rename os.rmdir os.mkdir os.link os.symlink os.truncate os.chmod os.chown os.utime socket.connect socket.bind "
    "socket.sendto socket.sendmsg socket.getaddrinfo socket.gethostbyname socket.gethostbyaddr".split()
)


class Question(msgspec.Struct, frozen=True):
    """What is asked: a paper's path, what its columns mean (see `reading.Paper`), its time in seconds.

    `seconds` are the processor's, `patience` those by the clock on the wall.
    """

    path: str
    columns: tuple[tuple[str, str], ...]
    seconds: float
    patience: float


def main() -> None:
    """Answers questions until nobody asks any more, or until it has grown tired: then a new process does better."""
    asked, answers = _private_pipes()
    _limited()
    sys.addaudithook(_only_reading)
    papers = 0
    with contextlib.suppress(frames.Broken, BrokenPipeError):
        frames.send(answers, frames.READY, b"")
        while True:
            _, question, _ = frames.receive(asked, frames.MOST_ASKED)
            _, data, _ = frames.receive(asked, frames.MOST_ASKED)
            papers += 1
            kind, answer = _answered(msgspec.json.decode(question, type=Question), data)
            tired = kind == frames.NO_MEMORY or papers >= _TIRED_PAPERS or _memory() > _TIRED_BYTES
            frames.send(answers, kind, answer, tired)
            if tired:
                return


def _answered(question: Question, data: bytes) -> tuple[bytes, bytes]:
    """The kind of the answer, and the answer. Whatever goes wrong in reading is an answer too."""
    _allow(question)
    try:
        document = files.read_bytes(data, question.path, question.columns)
        answer = msgspec.json.encode(document)
    except BadInput as error:
        return frames.REFUSED, str(error).encode("utf-8", "replace")
    except MemoryError:
        return frames.NO_MEMORY, b""
    except Exception as error:  # a fault of ours or of a library's: this paper is not read, the next one is
        return frames.FAILED, type(error).__name__.encode()
    finally:
        _rest()
    return (frames.READ, answer) if len(answer) <= frames.MOST_ANSWERED else (frames.NO_MEMORY, b"")


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Where questions come from and answers go. What a library prints goes nowhere."""
    asked = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    os.close(nothing)
    return asked, answers


def _limited() -> None:
    """Puts the limits on this process that last for its life."""
    sys.dont_write_bytecode = True
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(5)
    resource = _resource()
    if resource is None:
        return
    for name, most in (("RLIMIT_AS", MEMORY), ("RLIMIT_DATA", MEMORY), ("RLIMIT_FSIZE", 0), ("RLIMIT_CORE", 0)):
        with contextlib.suppress(OSError, ValueError, AttributeError):  # the system has no such limit, or a lower one
            resource.setrlimit(getattr(resource, name), (most, most))


def _allow(question: Question) -> None:
    """Gives this process the time for one paper: when it is over, the system ends it."""
    resource = _resource()
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        until = math.ceil(used.ru_utime + used.ru_stime + question.seconds)
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CPU, (until, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, question.patience)


def _rest() -> None:
    """Stops the clock on the wall while nothing is read."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)


def _memory() -> int:
    """The most memory this process ever had, in bytes; 0 where that cannot be asked."""
    with contextlib.suppress(OSError, ValueError, IndexError):  # what getrusage says here counts the parent's too
        about = Path("/proc/self/status").read_text()
        return int(about.split("VmHWM:")[1].split()[0]) * 1024
    resource = _resource()
    if resource is None:
        return 0
    most = int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return most if sys.platform == "darwin" else most * 1024


def _resource() -> Any:
    """The module of limits, where the system has one."""
    try:
        import resource
    except ImportError:
        return None
    return resource


def _only_reading(event: str, args: tuple[Any, ...]) -> None:
    """Python's hook: refuses what a reader of papers never does."""
    if event in _NEVER or (event == "open" and isinstance(args[2], int) and args[2] & _WRITES):
        raise PermissionError(f"A paper is only read: {event} is refused.")
