"""Errors nobody foresaw: a sentence for the person, a file for the programmer; interrupts are quiet."""

import subprocess
import sys

import pytest

from workflow.cli.commands import clock


@pytest.fixture
def broken(monkeypatch):
    """Makes the command clock fail in a way given."""

    def fail(error):
        def run(args):
            raise error

        monkeypatch.setattr(clock, "run", run)

    return fail


def test_an_unforeseen_error_is_a_sentence_naming_a_file_with_the_rest(matters, broken, tmp_path):
    broken(RuntimeError("the cat sat on postgresql://ann:secret@host/db"))
    called = matters("clock")
    assert called.code == 1
    assert called.out == ""
    assert "Traceback" not in called.err
    assert "Something went wrong that should not have (RuntimeError)." in called.err
    log = tmp_path / "state" / "matters-arising" / "errors.log"
    assert str(log) in called.err
    written = log.read_text("utf-8")
    assert "Traceback" in written
    assert "the cat sat" in written
    assert "secret" not in written
    assert log.stat().st_mode & 0o077 == 0


def test_somebody_who_looks_for_the_fault_sees_the_traceback(matters, broken, monkeypatch):
    monkeypatch.setenv("MATTERS_DEBUG", "1")
    broken(RuntimeError("the cat"))
    assert "Traceback" in matters("clock").err


def test_where_nothing_can_be_written_the_sentence_still_comes(matters, broken, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    broken(RuntimeError("the cat"))
    called = matters("clock")
    assert called.code == 1
    assert "Set MATTERS_DEBUG=1 to see where." in called.err


def test_a_file_that_cannot_be_used_is_named(matters, broken):
    broken(PermissionError(13, "Permission denied", "/somewhere/facts.json"))
    called = matters("clock")
    assert called == (1, "", "/somewhere/facts.json cannot be used: permission denied. Nothing was changed.\n")


def test_an_interrupt_ends_quietly(matters, broken):
    broken(KeyboardInterrupt())
    assert matters("clock") == (130, "", "")


def test_a_reader_that_went_away_is_no_error(root):
    made = subprocess.Popen(
        [sys.executable, "-m", "workflow.cli.main", "help", "moves"],
        cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    made.stdout.close()
    assert made.stderr.read() == b""
    made.stderr.close()
    assert made.wait() == 0


def test_an_error_with_control_characters_cannot_drive_the_terminal(matters, broken):
    from states.errors import BadInput

    broken(BadInput("\x1b]0;owned\x07R1: no\x1b[2J such thing"))
    assert matters("clock").err == "R1: no such thing\n"
