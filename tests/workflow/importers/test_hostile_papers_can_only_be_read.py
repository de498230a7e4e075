import contextlib
import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from states.errors import BadInput
from workflow.importers.files import read_bytes, read_file
from workflow.importers.reading import quotes
from workflow.importers.text import MAX_BYTES, clean, decode, stands

PIECES = st.sampled_from(
    [
        "Agenda item",
        "Agenda and minutes",
        "No. Item",
        "Minutes:",
        "Decision:",
        "To: Cabinet",
        "Date: 4 March 2025",
        "12.",
        "Subject: Buses",
        "2 Recommendations",
        "RESOLVED",
        "RESOLVED that",
        "RESOLVED that the Board:",
        "(a) note",
        "1. To go",
        "- bullet",
        "ii) that",
        "minute 3/24",
        "their minute 4/24 refers",
        "Cabinet",
        "the Place Panel",
        "would be considered by",
        "on 5 May 2026",
        "9.2.3023",
        "from 1 May 2025 to 3 June 2025",
        "consultation",
        "view the full minutes text for item 3.",
        "...",
        "following the Cabinet decision in May 2019",
        "recommend to",
        "update be brought to the Board",
        "\n",
        "\n\n",
        " ",
        "\x1b[2J",
        "\u202e",
        ".",
        ":",
        ";",
        "at their meeting on 3 March 2025",
        "recommendations from",
        "considered",
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.text(),
        st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map(" ".join),
        st.lists(PIECES, max_size=60).map("\n".join),
    )
)
def test_any_text_is_read_or_refused_and_every_quote_stands_in_it(text: str):
    data = text.encode("utf-8", "surrogatepass")
    try:
        document = read_bytes(data, "paper.txt")
    except BadInput:
        return
    whole = clean(decode(data)).text
    assert all(stands(quote, whole) for quote in quotes(document))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes):
    with contextlib.suppress(BadInput):
        read_bytes(data, "paper.txt")


def test_nothing_that_acts_on_a_terminal_is_handed_on():
    page = read_bytes(
        "Agenda item\nBuses\x1b[31m\u202e\nMinutes:\nRESOLVED that \x07the\x9b report be noted.\n".encode(), "a.txt"
    )
    said = [page.items[0].title or "", *quotes(page)]
    assert all(c.isprintable() for words in said for c in words)
    assert not any("\u202e" in words for words in said)
    assert "hidden_characters" in [w.code for w in page.warnings]


def test_of_what_colours_and_titles_a_terminal_nothing_is_left_among_the_words():
    text = "Agenda item\n\x1b[31mRed\x1b[0m buses \x1b]0;a title\x07here\nMinutes:\nRESOLVED that it be noted.\n"
    assert read_bytes(text.encode(), "a.txt").items[0].title == "Red buses here"


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.xls", "a.rtf"])
def test_words_and_nothing_at_all_are_what_they_are_whatever_they_are_called(name):
    assert read_bytes("Agenda item\nBuses\nMinutes:\nRESOLVED that it be noted – é.\n".encode(), name).items
    with pytest.raises(BadInput, match="is empty"):
        read_bytes(b"", name)


def test_a_paper_over_the_limit_is_refused(tmp_path: Path):
    path = tmp_path / "large.txt"
    path.write_bytes(b"a line of a paper\n" * 600_000)
    assert path.stat().st_size > 10_000_000 > MAX_BYTES
    with pytest.raises(BadInput, match=r"larger than 8 MB"):
        read_file(path)


@pytest.mark.parametrize(
    "line",
    [
        "The Panel heard that the plan would be put to Cabinet.\n",
        "RESOLVED that:\n",
        "minute 3/24, \n",
        "1. A limb\n",
    ],
)
@pytest.mark.parametrize("many", [20_000, pytest.param(200_000, marks=pytest.mark.heavy)])
def test_many_thousand_lines_are_read_in_bounded_time(line: str, many: int):
    text = "Agenda item\nBuses\nMinutes:\n" + line * (MAX_BYTES // 60 if len(line) * many > MAX_BYTES else many)
    started = time.perf_counter()
    read_bytes(text.encode(), "long.txt")
    assert time.perf_counter() - started < 60


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"%PDF-1.7 ...", "a.pdf", "It is a broken PDF"),
        (b"%PDF-1.7 ...", "a.txt", "is a broken PDF"),
        (b"<!DOCTYPE html><html></html>", "a.txt", "is empty"),
        (b"<?xml version='1.0'?><a>", "a.xml", "broken or cut off"),
        (b"PK\x03\x04....", "a.docx", "It is a zip file"),
        (b"text\x00text", "a.txt", "no plain text"),
        (b" \n\n ", "a.txt", "is empty"),
    ],
)
def test_what_is_no_plain_text_is_refused_by_its_kind(data: bytes, name: str, words: str):
    with pytest.raises(BadInput, match=words):
        read_bytes(data, name)


def test_what_is_no_plain_file_is_refused_without_waiting(tmp_path: Path):
    paper = tmp_path / "paper.txt"
    paper.write_text("Agenda item\nBuses\n")
    link, pipe = tmp_path / "link.txt", tmp_path / "pipe.txt"
    link.symlink_to(paper)
    os.mkfifo(pipe)
    for path, words in [
        (link, "is a link"),
        (pipe, "no plain file"),
        (tmp_path, "is a folder"),
        (tmp_path / "nothing.txt", "is not there"),
        (Path("/dev/null"), "no plain file"),
        (tmp_path / ("x" * 300), "cannot be opened"),
        (Path("a\0b"), "cannot be opened"),
    ]:
        with pytest.raises(BadInput, match=words):
            read_file(path)


def test_a_file_name_cannot_act_on_a_terminal():
    with pytest.raises(BadInput) as refusal:
        read_bytes(b"%PDF-", "a\x1b[2J.pdf")
    assert str(refusal.value).isprintable()
