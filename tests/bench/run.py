"""The bench: speeds as ratios to a floor measured in the same run; never a bare time.

    make bench                          all of it, up to a million follow-ups
    make bench ARGS="--quick"           small and soon done
    make bench ARGS="--only durable"    one part
    make bench ARGS="--keep FOLDER"     keeps the made-up databases there for the next time

What is missing is said, and the rest goes on. Exit code 1 when a target is not reached or a part was missed.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from measuring import Missed

PARTS = {
    "cold start": (10_000, 100_000, 1_000_000),
    "overdue query": (10_000, 100_000, 1_000_000),
    "durable move": (1_000, 10_000, 100_000),
    "sweep": (1_000_000,),
    "papers in": (1_000,),
    "terminal": (1_000, 10_000, 100_000, 1_000_000),
}
"""The parts, each a module beside this one, and the sizes it is measured at."""


def main() -> int:
    """Runs the parts and prints their lines."""
    parser = argparse.ArgumentParser(description="The speeds, as ratios to a floor measured in the same run.")
    parser.add_argument("--quick", action="store_true", help="small sizes and few repeats")
    parser.add_argument("--once", action="store_true", help="small sizes, once each: to see that every part runs")
    parser.add_argument("--only", metavar="PART", default="", help=f"one of: {', '.join(PARTS)}")
    parser.add_argument("--keep", metavar="FOLDER", type=Path, help="where the made-up databases are kept")
    args = parser.parse_args()
    print(f"{'what':<52}{'floor':<18}{'ratio':>8}{'target':>8}  verdict")
    fine = True
    with folder(args.keep) as place:
        for name, sizes in PARTS.items():
            if args.only and not name.startswith(args.only):
                continue
            times = 31
            if args.quick or args.once:
                sizes, times = tuple(size // 100 for size in sizes[-2:]), 1 if args.once else 5
            try:
                part = import_module(name.replace(" ", "_"))
                for line in part.measure(place, sizes, times):
                    fine = fine and line.ratio <= line.target
                    note = f" ({line.note})" if line.note else ""
                    said = f"{line.ratio:>8.2f}{line.target:>8.2f}  {line.verdict}{note}"
                    print(f"{line.name:<52}{line.floor:<18}{said}", flush=True)
            except Missed as missed:
                fine = False
                print(f"{name}: not measured. {missed}")
            except Exception as error:  # a piece that is broken or of another shape: said, and the rest goes on
                fine = False
                print(f"{name}: not measured, because it failed: {type(error).__name__}: {error}")
    return 0 if fine else 1


@contextmanager
def folder(keep: Path | None) -> Iterator[Path]:
    """The folder given, or one that is gone afterwards."""
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep.absolute()
        return
    with tempfile.TemporaryDirectory(prefix="matters-bench-") as made:
        yield Path(made)


if __name__ == "__main__":
    sys.exit(main())
