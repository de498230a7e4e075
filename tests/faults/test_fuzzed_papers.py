"""The coverage-guided fuzzer finds nothing in the time it is given."""

import platform
import subprocess
import sys

import pytest

SECONDS = 60


@pytest.mark.heavy
@pytest.mark.timeout(300)
@pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() != "x86_64", reason="atheris is made for Linux on x86-64 only"
)
def test_a_minute_of_fuzzing_finds_no_paper_that_breaks_its_reader(root, tmp_path):
    words = [sys.executable, "tests/faults/fuzz_papers.py", str(SECONDS), str(tmp_path / "found")]
    done = subprocess.run(words, cwd=root, capture_output=True, check=False)
    told = done.stderr.decode("utf-8", "replace")
    finds = [path.name for path in (tmp_path / "found").glob("*-*")]
    assert (done.returncode, finds) == (0, []), told[-3000:]
    assert "stat::number_of_executed_units" in told
