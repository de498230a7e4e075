"""A council's site on this machine: it counts what it is asked, and can be slow, broken, huge, or send people away."""

import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from workflow.importers.site.address import Site
from workflow.importers.site.answer import Manners
from workflow.importers.site.client import Client
from workflow.importers.site.kept import Kept

Reply = tuple[int, dict[str, str], bytes]
Page = bytes | Reply | Callable[["CouncilSite"], Reply]


class CouncilSite:
    """Pages by their address (with its query, or `?*` for any), and what was asked of them."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.headers: list[dict[str, str]] = []
        self.at_once = self.most_at_once = 0
        self.address = ""
        self.drip = 0.0
        """Seconds between two bytes of an answer."""
        self.drips_from_the_first = False
        """Whether already the first line of an answer drips, not only what follows its head."""
        self._lock = threading.Lock()

    def count(self, part: str) -> int:
        """How often addresses with these letters in them were asked for."""
        return sum(part in address for address in self.asked)

    def answer(self, address: str, headers: dict[str, str]) -> Reply:
        """What it says to one request."""
        with self._lock:
            self.asked.append(address)
            self.agents.add(headers.get("User-Agent", ""))
            self.headers.append(headers)
        page = self.pages.get(address) or self.pages.get(f"{address.partition('?')[0]}?*", (404, {}, b"not here"))
        reply = page(self) if callable(page) else page
        return (200, {}, reply) if isinstance(reply, bytes) else reply

    def enters(self, by: int) -> None:
        """Somebody comes in or goes out."""
        with self._lock:
            self.at_once += by
            self.most_at_once = max(self.most_at_once, self.at_once)


def failing(times: int, then: bytes, status: int = 500) -> Callable[[CouncilSite], Reply]:
    """A page that fails so many times before it is there."""
    left = [times]

    def page(_: CouncilSite) -> Reply:
        left[0] -= 1
        return (status, {}, b"trouble") if left[0] >= 0 else (200, {}, then)

    return page


@contextmanager
def open_site(tls: ssl.SSLContext | None = None) -> Iterator[CouncilSite]:
    """A site that is open; with the server's side of TLS its address is one of https."""
    site = CouncilSite()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.enters(1)
            try:
                status, headers, data = site.answer(self.path, dict(self.headers))
                if site.drips_from_the_first:
                    self.close_connection = True
                    for byte in b"HTTP/1.1 200 OK\r\nServer: " + b"x" * 200:
                        self.wfile.write(bytes([byte]))
                        time.sleep(site.drip)
                    return
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                for byte in data if site.drip else ():
                    self.wfile.write(bytes([byte]))
                    self.wfile.flush()
                    time.sleep(site.drip)
                if not site.drip:
                    self.wfile.write(data)
            except OSError:
                self.close_connection = True
            finally:
                site.enters(-1)

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    site.address = f"https://localhost:{server.server_port}" if tls else f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
QUICK = Manners(pause=0.0, patience=2.0, whole=3.0, waits=(0.0, 0.0))


@contextmanager
def asking(
    site: CouncilSite, folder: Path, manners: Manners = QUICK, sleep: Callable[[float], None] = lambda seconds: None
) -> Iterator[Client]:
    """Somebody who asks the site, and does not wait."""
    site_of = Site.parse(site.address)
    with Client(site_of, Kept(folder), now=NOW, agent="x", manners=manners, sleep=sleep) as client:
        yield client
