"""The whole process: `matters overdue`, help, version and completion, against a Python that does nothing."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import made_up
from measuring import Line, Missed, exponent, processes_in_turn

NOTHING = [sys.executable, "-c", "pass"]
FLOOR = "python -c pass"


def measure(folder: Path, sizes: tuple[int, ...], times: int) -> Iterator[Line]:
    """Each command in turn with an empty Python."""
    matters = Path(sys.executable).with_name("matters")
    if not matters.exists():
        raise Missed(f"The command matters is not installed beside {sys.executable}; run make first.")
    os.environ.update({f"XDG_{name}_HOME": str(folder / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")})
    for name in ("MATTERS_DB", "MATTERS_CONFIG"):
        os.environ.pop(name, None)
    day = ["--as-of", made_up.DAY.isoformat()]
    ratios = []
    for size in sizes:
        place = made_up.make(folder / f"follow-ups-{size}.db", size)
        ratio, seconds = processes_in_turn(NOTHING, [str(matters), "overdue", "--db", str(place), *day], times)
        ratios.append(ratio)
        yield Line(f"matters overdue, {size:,} follow-ups", FLOOR, ratio, 3, f"floor {seconds * 1000:.1f} ms")
    yield Line("its growth, as an exponent", "size", exponent(sizes, ratios), 0.05)
    for form in ("json", "csv"):
        words = [str(matters), "overdue", "--db", str(place), *day, "--format", form]
        yield Line(f"matters overdue --format {form}", FLOOR, processes_in_turn(NOTHING, words, times)[0], 3)
    settings = folder / "settings.toml"
    settings.write_text(f'[database]\nurl = "sqlite:///{place}"\n[council]\nname = "A council"\n[call_in]\ndays = 5\n')
    words = [str(matters), "overdue", "--config", str(settings), *day]
    yield Line("matters overdue, with a settings file", FLOOR, processes_in_turn(NOTHING, words, times)[0], 4)
    for words in (["--version"], ["--help"], ["completion", "bash"]):
        ratio, _ = processes_in_turn(NOTHING, [str(matters), *words], times)
        yield Line(f"matters {' '.join(words)}", FLOOR, ratio, 4)
    for words in (
        ["clock", "call_in_window", "--from", "2026-08-05"],
        ["reports", "--db", str(place), "--limit", "20"],
    ):
        ratio, _ = processes_in_turn(NOTHING, [str(matters), *words], max(times // 3, 3))
        yield Line(f"matters {words[0]}", FLOOR, ratio, 45)
