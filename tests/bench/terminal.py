"""The screens in a real terminal, against a bare Textual app with one Static: first paint, key to paint, memory.

Each runs in a pseudo-terminal of its own, in turn. Today is opened by `matters`, the Reports list as the first screen
(`opened.py`); a paint is what arrives in the terminal. The bare app (`bare_app.py`) imports nothing but Textual.
"""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import made_up
from measuring import Line

FLOOR = "a bare Textual app"
BARE, OPENED = (str(Path(__file__).with_name(name)) for name in ("bare_app.py", "opened.py"))
ALONE = "import sys; from workflow.cli.main import main; sys.exit(main())"
"""What the command `matters` runs."""
ROWS, COLUMNS = 40, 120
KEYS = 40
QUIET = 0.04
"""How long nothing must arrive before the next key is pressed, in seconds."""
PATIENCE = 60
"""How long the rows of a page are waited for, in seconds: a database of an older edition shows none."""


def measure(folder: Path, sizes: tuple[int, ...], times: int) -> Iterator[Line]:
    """Each size in turn with the bare app: Today as `matters` opens it, and the Reports list as the first screen."""
    rounds = max(3, times // 4) if times > 1 else 1
    for size in sizes if times > 1 else sizes[:1]:
        place = str(made_up.make(folder / f"rows-{size}.db", size, per_report=1))
        runs = {
            FLOOR: ([sys.executable, BARE], b"bare 0", b"bare 0"),
            "Today": ([sys.executable, "-c", ALONE, "--db", place, "--who", "Ann"], b"Matters Arising", b"Made-up"),
            "Reports": ([sys.executable, OPENED, place], b"Matters Arising", b"Made-up report"),
        }
        seen: dict[str, list[Seen]] = {name: [] for name in runs}
        for _ in range(rounds):
            for name, run in runs.items():
                seen[name].append(_seen(*run, min(KEYS, 8 * times)))
        floor = _middle(seen.pop(FLOOR))
        for name, found in seen.items():
            reached = _middle(found)
            told = f"{name}, {size:,} rows"
            yield Line(
                f"{told}: first paint", FLOOR, reached.first / floor.first, 1.5, f"floor {floor.first * 1e3:.0f} ms"
            )
            yield Line(f"{told}: its rows painted", FLOOR, reached.rows / floor.rows, 1.5)
            yield Line(f"{told}: key to paint", FLOOR, reached.key / floor.key, 1.3, f"floor {floor.key * 1e3:.1f} ms")
            yield Line(
                f"{told}: memory", FLOOR, reached.memory / floor.memory, 1.2, f"floor {floor.memory / 1024:.0f} MB"
            )


class Seen(NamedTuple):
    """Seconds until the head of a page is painted, until its rows are, from a key to its paint; memory in KiB."""

    first: float
    rows: float
    key: float
    memory: float


def _middle(seen: list[Seen]) -> Seen:
    """The median of each."""
    return Seen(*map(statistics.median, zip(*seen, strict=True)))


def _seen(words: list[str], head: bytes, text: bytes, keys: int) -> Seen:
    """One run in a terminal of its own: `head` stands in the first paint of a page, `text` in its rows."""
    with _terminal(words) as (process, screen, began):
        first = 0.0
        arrived = b""
        while text not in arrived:
            arrived = arrived[-9000:] + _read(screen, 30)
            if time.perf_counter() - began > PATIENCE:
                raise TimeoutError(f"{text.decode()!r} was not painted within {PATIENCE} s")
            first = first or (time.perf_counter() - began if head in arrived else 0.0)
        rows = time.perf_counter() - began
        _quiet(screen, 1.0)
        took = []
        for _ in range(keys):
            pressed = time.perf_counter()
            os.write(screen, b"j")
            _read(screen, 5)
            took.append(time.perf_counter() - pressed)
            _quiet(screen, QUIET)
        return Seen(first, rows, statistics.median(took), _memory(process))


@contextmanager
def _terminal(words: list[str]) -> Iterator[tuple[int, int, float]]:
    began = time.perf_counter()
    process, screen = pty.fork()
    if not process:
        os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.execv(words[0], words)
    try:
        yield process, screen, began
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(screen)


def _read(screen: int, wait: float) -> bytes:
    """What arrives next in the terminal."""
    if not select.select([screen], [], [], wait)[0]:
        raise TimeoutError(f"nothing was painted for {wait:.0f} s")
    return os.read(screen, 1 << 20)


def _quiet(screen: int, wait: float) -> None:
    """Waits until nothing has arrived for a while."""
    while select.select([screen], [], [], wait)[0]:
        os.read(screen, 1 << 20)


def _memory(process: int) -> float:
    """What a process holds in memory, in KiB."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return float(next(line for line in lines if line.startswith("VmRSS")).split()[1])
