"""One request and its answer, within limits of size and time."""

import time
import urllib.request
import zlib
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
    whole: float = 180.0
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


def once(http: Any, address: str, headers: dict[str, str], manners: Manners) -> Answer:
    """Asks once.

    Raises:
        Unheard: no connection, or an answer that breaks off or takes too long.
        BadInput: the answer is larger than any paper.
    """
    import httpx

    until = time.monotonic() + manners.whole
    try:
        with http.stream("GET", address, headers=headers) as response:
            stream = response.extensions.get("network_stream")
            peer = stream.get_extra_info("server_addr") if stream is not None and not _proxied(address) else None
            data = _body(response, manners, until, address)
            fields = {name.lower(): value for name, value in response.headers.items()}
            return Answer(response.status_code, fields, data, str(peer[0]) if peer else None)
    except httpx.TimeoutException:
        raise Unheard("it takes too long") from None
    except (httpx.HTTPError, httpx.InvalidURL, zlib.error) as error:
        raise Unheard(_why(error)) from None


def _body(response: Any, manners: Manners, until: float, address: str) -> bytes:
    """The bytes of an answer, unpacked where the site packed them unasked."""
    packed = response.headers.get("content-encoding", "identity").strip().lower()
    unpack = zlib.decompressobj(47) if packed in ("gzip", "deflate", "x-gzip") else None
    if unpack is None and packed not in ("", "identity"):
        raise Unheard(f"it answers packed in a way that was not asked for ({packed[:20]!r})")
    data = bytearray()
    for piece in response.iter_raw():
        if time.monotonic() > until:
            raise Unheard("it takes too long")
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
