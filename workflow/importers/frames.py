"""What is said between the process that reads papers and the one that asks: frames of a kind, a mark and some bytes."""

import struct
from typing import BinaryIO

_HEAD = struct.Struct(">c?Q")

READY, ASKED, BYTES, READ, REFUSED, NO_MEMORY, FAILED = b"H", b"Q", b"B", b"D", b"R", b"M", b"F"
"""The kinds: ready to read; a question, a paper's bytes; a document, a refusal, out of memory, any other failure."""

MOST_ASKED = 64 * 1024 * 1024
"""The longest frame that the reading process takes, in bytes: the largest paper, and some more."""

MOST_ANSWERED = 32 * 1024 * 1024
"""The longest frame that it answers, in bytes: what was read in a paper of some million words."""


class Broken(Exception):
    """The other side is gone, or says something that is no frame."""


def send(stream: BinaryIO, kind: bytes, data: bytes, mark: bool = False) -> None:
    """Sends one frame. OSError when nobody listens any more."""
    stream.write(_HEAD.pack(kind, mark, len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO, most: int) -> tuple[bytes, bytes, bool]:
    """The next frame, of at `most` so many bytes: its kind, its bytes, its mark.

    Raises:
        Broken: the other side is gone, or the frame is cut off or too long.
    """
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        raise Broken
    kind, mark, length = _HEAD.unpack(head)
    if length > most:
        raise Broken
    data = stream.read(length)
    if len(data) < length:
        raise Broken
    return kind, data, mark
