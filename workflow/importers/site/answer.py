"""One request and its answer, within limits of size and time."""

import socket
import threading
import time
import urllib.request
import zlib
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import msgspec

from states.errors import BadInput
from workflow.importers.text import MAX_BYTES

_HOPELESS = b"Request format is unrecognized"


class Manners(msgspec.Struct, frozen=True):
    """How a site is asked: seconds between requests, to wait for a word, for a whole answer, and after trouble."""

    pause: float = 1.0
    patience: float = 30.0
    whole: float = 60.0
    waits: tuple[float, ...] = (2.0, 10.0, 45.0)
    most: int = MAX_BYTES
    """The largest answer that is taken, in bytes."""


class Answer(msgspec.Struct, frozen=True):
    """What a site answered. `peer` is the number of the machine that did, where it is known."""

    status: int
    headers: dict[str, str]
    data: bytes
    peer: str | None = None

    @property
    def hopeless(self) -> bool:
        """Whether asking again cannot help: the web service is not open to requests of this kind."""
        return _HOPELESS in self.data[:4_000]

    @property
    def wait(self) -> float:
        """How many seconds the site asks us to wait."""
        said = self.headers.get("retry-after", "")
        return float(said) if said.isascii() and said.isdecimal() and len(said) < 6 else 0.0


class Unheard(Exception):
    """Nothing came back, or not all of it."""


class TooSlow(Unheard):
    """An answer that was begun and is not whole in its time: the same again would take as long."""


class Line:
    """The connection an answer comes by, and how long it has been waited for. One is kept for all that a site is asked.

    While `with line.watched(…)` lasts, `told` is given the whole seconds gone by, about once a second; when the time
    is over the connection is cut, whatever still trickles in.
    """

    def __init__(self, told: Callable[[int], None]) -> None:
        self._told = told
        self._stream: Any = None
        self._done = threading.Event()
        self._watch: threading.Thread | None = None
        self.cut = False
        """Whether the time of the last answer was over before it was whole."""

    def traced(self, name: str, facts: dict[str, Any]) -> None:
        """What httpx tells of its connections: the newest is the one that is cut."""
        if name.endswith((".connect_tcp.complete", ".start_tls.complete")):
            self._stream = facts.get("return_value")

    def watched(self, seconds: float) -> "Line":
        """Begins to look at the clock."""
        self._done, self.cut = threading.Event(), False
        self._watch = threading.Thread(target=self._look, args=(seconds, self._done), daemon=True)
        return self

    def __enter__(self) -> "Line":
        if self._watch is not None:
            self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        if self._watch is not None:
            self._watch.join()

    def _look(self, seconds: float, done: threading.Event) -> None:
        begun = time.monotonic()
        while not done.wait(min(1.0, max(0.0, begun + seconds - time.monotonic()))):
            gone = time.monotonic() - begun
            self._told(int(gone))
            if gone >= seconds:
                self.cut = True
                self._hang_up()
                seconds += 1.0

    def _hang_up(self) -> None:
        line = self._stream.get_extra_info("socket") if self._stream is not None else None
        if line is not None:
            try:
                socket.socket.shutdown(line, socket.SHUT_RDWR)
            except OSError:
                return


def once(http: Any, address: str, headers: dict[str, str], manners: Manners, line: Line) -> Answer:
    """Asks once.

    Raises:
        TooSlow: the answer is not whole in its time.
        Unheard: no connection, no word, or an answer that breaks off.
        BadInput: the answer is larger than any paper.
    """
    import httpx

    slow = f"it takes too long: its answer was not whole after {manners.whole:g} seconds"
    try:
        with (
            line.watched(manners.whole),
            http.stream("GET", address, headers=headers, extensions={"trace": line.traced}) as response,
        ):
            stream = response.extensions.get("network_stream")
            peer = stream.get_extra_info("server_addr") if stream is not None and not _proxied(address) else None
            data = _body(response, manners, address)
            fields = {name.lower(): value for name, value in response.headers.items()}
            if line.cut:
                raise TooSlow(slow)
            return Answer(response.status_code, fields, data, str(peer[0]) if peer else None)
    except httpx.TimeoutException:
        raise Unheard("it takes too long") from None
    except (httpx.HTTPError, httpx.InvalidURL, zlib.error) as error:
        if line.cut:
            raise TooSlow(slow) from None
        raise Unheard(_why(error)) from None


def _body(response: Any, manners: Manners, address: str) -> bytes:
    """The bytes of an answer, unpacked where the site packed them unasked."""
    packed = response.headers.get("content-encoding", "identity").strip().lower()
    unpack = zlib.decompressobj(47) if packed in ("gzip", "deflate", "x-gzip") else None
    if unpack is None and packed not in ("", "identity"):
        raise Unheard(f"it answers packed in a way that was not asked for ({packed[:20]!r})")
    data = bytearray()
    for piece in response.iter_raw():
        data += unpack.decompress(piece, manners.most + 1 - len(data)) if unpack else piece
        if len(data) > manners.most:
            page = urlsplit(address).path.rpartition("/")[2]
            raise BadInput(f"{page} is larger than {manners.most // 1024 // 1024} MB, which no paper of its kind is.")
    return bytes(data)


def _proxied(address: str) -> bool:
    """Whether somebody between us and the site is asked, as this machine is set up."""
    parts = urlsplit(address)
    try:
        return parts.scheme in urllib.request.getproxies() and not urllib.request.proxy_bypass(parts.hostname or "")
    except OSError:
        return False


def _why(error: Exception) -> str:
    """What went wrong, in words, without what only a programmer reads."""
    name = type(error).__name__
    said = {
        "ConnectError": "there is no connection to it",
        "RemoteProtocolError": "its answer breaks off",
        "ReadError": "its answer breaks off",
        "DecodingError": "its answer cannot be unpacked",
    }
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return "its certificate is not one that this machine trusts"
    return said.get(name, f"something went wrong on the way ({name})")
