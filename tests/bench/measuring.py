"""How the bench measures: two works in turn within one run, medians, and the ratio of one to the other."""

import math
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple


class Line(NamedTuple):
    """One line of the bench: what was measured, its floor, the ratio to it, and what is to be reached."""

    name: str
    floor: str
    ratio: float
    target: float
    note: str = ""

    @property
    def verdict(self) -> str:
        """Whether the target is reached."""
        return "reached" if self.ratio <= self.target else "NOT REACHED"


class Missed(Exception):
    """Something the bench needs is not here; its sentence is printed, and the rest goes on."""


class Pair(NamedTuple):
    """The medians of two works done in turn, in seconds: by the clock on the wall, and of the processor."""

    floor_wall: float
    ours_wall: float
    floor_cpu: float
    ours_cpu: float

    @property
    def wall(self) -> float:
        """The ratio by the clock on the wall."""
        return self.ours_wall / self.floor_wall

    @property
    def cpu(self) -> float:
        """The ratio of the processor's time."""
        return self.ours_cpu / self.floor_cpu


def in_turn(floor: Callable[[], object], ours: Callable[[], object], times: int, warm: int = 5) -> Pair:
    """Does both so many times, always one after the other, after some that are not counted."""
    for _ in range(warm):
        floor()
        ours()
    walls: tuple[list[float], list[float]] = ([], [])
    cpus: tuple[list[float], list[float]] = ([], [])
    for _ in range(times):
        for at, work in enumerate((floor, ours)):
            cpu, wall = time.process_time(), time.perf_counter()
            work()
            walls[at].append(time.perf_counter() - wall)
            cpus[at].append(time.process_time() - cpu)
    return Pair(*map(statistics.median, (*walls, *cpus)))


def processes_in_turn(floor: Sequence[str], ours: Sequence[str], times: int) -> tuple[float, float]:
    """Runs two programs in turn; the median of their ratios, and the floor's own median in seconds."""
    for words in (floor, ours):
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Missed(f"{' '.join(words[-3:])} ends with {done.returncode}: {done.stderr.strip()[:200]}")
    ratios, floors = [], []
    for _ in range(times):
        took = [_took(words) for words in (floor, ours)]
        floors.append(took[0])
        ratios.append(took[1] / took[0])
    return statistics.median(ratios), statistics.median(floors)


def _took(words: Sequence[str]) -> float:
    began = time.perf_counter()
    subprocess.run(words, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def exponent(sizes: Sequence[int], times: Sequence[float]) -> float:
    """By which power of the size a time grows, from the smallest to the largest."""
    return math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0])


def syncs(words: Sequence[str]) -> int:
    """How often a program has the disk write everything down, counted by strace."""
    strace = shutil.which("strace")
    if strace is None:
        raise Missed("strace is not installed, so writes to the disk are not counted.")
    with tempfile.NamedTemporaryFile() as log:
        watch = [strace, "-f", "-qq", "-e", "trace=fsync,fdatasync,sync_file_range", "-o", log.name]
        done = subprocess.run([*watch, *words], capture_output=True, text=True, check=False)
        if done.returncode:
            raise Missed(f"strace could not watch: {done.stderr.strip()[:200]}")
        return len(re.findall(r"\b(?:fsync|fdatasync)\(", Path(log.name).read_text()))
