"""Small valid papers of every medium, changed at random: each is read, or refused in words of its own."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papers_made import PAPERS, packed

from states.errors import BadInput
from workflow.importers.reader import Reader

HARD = [b"<", b">", b"&", b"]]>", b"\x00", b"\xff", b"\n", b" " * 40, b"9" * 30, b"-1", b"(", b")", b"1 0 R", b"\x1b[2",
        b"\xe2\x80\xae", b"%PDF", b"<w:p>", b"</w:tbl>", b"<c r='XFD9'>", b"stream", b"/Kids", b"&#27;", b'"', b",",
        b"RESOLVED", b"Recommendation", b"31 February 3025", b"24/00093"]  # fmt: skip

CHANGE = st.tuples(
    st.sampled_from(["put", "cut", "swap", "double"]),
    st.floats(0, 1),
    st.floats(0, 1),
    st.one_of(st.sampled_from(HARD), st.binary(max_size=6)),
)


def changed(data: bytes, changes: list[tuple[str, float, float, bytes]]) -> bytes:
    """The data with pieces put in, cut out, exchanged and doubled."""
    for kind, one, other, piece in changes:
        start, end = sorted((int(one * len(data)), int(other * len(data))))
        if kind == "put":
            data = data[:start] + piece + data[start:]
        elif kind == "swap":
            data = data[:start] + piece + data[start + len(piece) :]
        elif kind == "cut":
            data = data[:start] + data[min(end, start + 60) :]
        else:
            data = data[:end] + data[start : min(end, start + 400)] + data[end:]
    return data


def changed_within(data: bytes, changes: list[tuple[str, float, float, bytes]], which: float) -> bytes:
    """A zip file with one of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = list(parts)[int(which * (len(parts) - 1))]
    return packed(parts | {name: changed(parts[name], changes)})


@pytest.fixture(scope="module")
def reader():
    with Reader() as made:
        yield made


def survived(reader: Reader, data: bytes, name: str) -> None:
    try:
        reader.read_bytes(data, name)
    except BadInput as error:
        said = str(error)
        assert "could not be read" not in said, said
        assert "took longer" not in said, said
        assert "needed more memory" not in said, said


def mutate(reader: Reader, name: str, examples: int) -> None:
    """Reads so many changed editions of a paper."""
    whole = PAPERS[name]
    reader.read_bytes(whole, name)

    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.lists(CHANGE, min_size=1, max_size=5), st.floats(0, 1), st.booleans())
    def one(changes, which, within):
        packed_one = within and name.endswith(("docx", "xlsx"))
        survived(reader, changed_within(whole, changes, which) if packed_one else changed(whole, changes), name)

    one()


@pytest.mark.parametrize("name", PAPERS)
def test_a_changed_paper_is_read_or_refused_in_words_of_its_own(reader, name):
    mutate(reader, name, 40)


@pytest.mark.heavy
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", PAPERS)
def test_a_thousand_changed_papers_are_read_or_refused_in_words_of_their_own(reader, name):
    mutate(reader, name, 1000)
