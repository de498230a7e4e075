"""Asks one site for pages, politely: one at a time with a pause, and only for what its robots.txt allows.

What was fetched a short while ago is not asked for again, so that a walk that was interrupted goes on where it stopped.
A server in trouble is asked again after growing waits, and then left alone.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.robotparser import RobotFileParser

import msgspec

from states.errors import BadInput
from workflow.importers.site.address import Site, is_private
from workflow.importers.site.answer import Answer, Line, Manners, TooSlow, Unheard, once
from workflow.importers.site.kept import About, Kept

FRESH = timedelta(hours=12)
"""What was fetched so recently is not asked for again."""

TROUBLE = frozenset({429, 500, 502, 503, 504})
"""The answers after which the same is asked once more, later."""

_MOST_HOPS = 5
_LONGEST_PAUSE = 60.0
_LONGEST_WAIT = 120.0
_TOKEN = "matters-arising"  # noqa: S105 - the name by which robots.txt knows us


class NotThere(BadInput):
    """The site has no such page, or gives it to nobody like us."""


class Client:
    """Somebody who asks one site. Use it as `with Client(…) as client:`. `now` is the instant the walk began.

    `waiting` is told, about once a second while an answer is awaited, and before each longer pause, what is waited for
    and for how many seconds that is so or will be.
    """

    def __init__(
        self, site: Site, kept: Kept, *, now: datetime, agent: str, manners: Manners | None = None,
        sleep: Callable[[float], None] = time.sleep, waiting: Callable[[str, int], None] = lambda words, seconds: None,
    ) -> None:  # fmt: skip
        self.site = site
        self.asked = 0
        """How many pages were asked for, and not taken from what is kept."""
        self.heard = False
        """Whether the site has answered anything at all."""
        self._waiting = waiting
        self._line = Line(lambda seconds: waiting(f"{site.host} is slow to answer", seconds))
        self._kept, self._now, self._agent, self._sleep = kept, now, agent, sleep
        self._manners = manners or Manners()
        self._http: Any = None
        self._last = 0.0
        self._robots: RobotFileParser | None = None
        self._inside = False

    def __enter__(self) -> "Client":
        import httpx

        self._inside = self.site.inside()
        self._http = httpx.Client(
            follow_redirects=False,
            timeout=httpx.Timeout(self._manners.patience, connect=self._manners.patience / 2),
            headers={
                "User-Agent": self._agent,
                "Accept-Encoding": "identity",
                "Accept": "text/xml, text/html, */*;q=0.1",
            },
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def get(self, page: str, name: str) -> Path:
        """The file with what stands at an address of the site; `name` is what it is kept under.

        Raises:
            NotThere: the site has it not, or does not let us have it.
            BadInput: robots.txt forbids it, the site sends us elsewhere, or it is in trouble.
        """
        address = self.site.own(self.site.at(page))
        about = self._kept.about(name)
        known = about if about and about.address == address else None
        if known and self._now - known.fetched < FRESH:
            return self._kept.path(name)
        if not self._allowed(address):
            raise NotThere(
                f"{self.site.host} asks programs not to read {page.split('?')[0]} (its robots.txt). Save the page in a "
                "browser and import that, or ask the council."
            )
        answer = self._answer(address, known)
        if answer.status == 304 and known:
            return self._kept.keep(name, None, msgspec.structs.replace(known, fetched=self._now))
        fresh = About(address, self._now, answer.headers.get("etag"), answer.headers.get("last-modified"))
        return self._kept.keep(name, answer.data, fresh)

    def _allowed(self, address: str) -> bool:
        """Whether robots.txt lets us ask for an address; it is asked for once. The pause it wants is kept."""
        if self._robots is None:
            robots = RobotFileParser()
            try:
                answer = self._answer(f"{self.site.root}/robots.txt", None)
                robots.parse(answer.data.decode("utf-8", "replace").splitlines())
            except NotThere:
                robots.parse([])
            self._robots = robots
            wanted = robots.crawl_delay(_TOKEN)
            pause = min(float(wanted or 0), _LONGEST_PAUSE)
            self._manners = msgspec.structs.replace(self._manners, pause=max(self._manners.pause, pause))
        return self._robots.can_fetch(_TOKEN, address)

    def _answer(self, address: str, known: About | None) -> Answer:
        """What the site answers in the end: where it sends us on within itself we follow, in trouble we wait."""
        waits = list(self._manners.waits)
        hops = 0
        while True:
            try:
                answer = self._ask(address, known)
            except Unheard as unheard:
                if not waits or isinstance(unheard, TooSlow):
                    raise BadInput(f"{self.site.host} does not answer: {unheard}. Try again later.") from None
                self._wait(waits.pop(0))
                continue
            self.heard = True
            if answer.status in (301, 302, 303, 307, 308):
                hops += 1
                if hops > _MOST_HOPS:
                    raise NotThere(f"{self.site.host} sends us round in circles.")
                address = self.site.own(answer.headers.get("location", ""))
                continue
            if answer.status in TROUBLE and not answer.hopeless:
                if not waits:
                    raise BadInput(f"{self.site.host} is in trouble (it answers {answer.status}). Try again later.")
                self._wait(max(waits.pop(0), min(answer.wait, _LONGEST_WAIT)))
                continue
            if answer.status == 304 or answer.status == 200:
                return answer
            why = "does not let us have" if answer.status in (401, 403) else "does not have"
            raise NotThere(
                f"{self.site.host} {why} {address.split('?')[0].rpartition('/')[2]} (it answers {answer.status})."
            )

    def _wait(self, seconds: float) -> None:
        """A pause after trouble, told before it begins."""
        self._waiting(f"{self.site.host} is in trouble and will be asked again", int(seconds))
        self._sleep(seconds)

    def _ask(self, address: str, known: About | None) -> Answer:
        """One request, after the pause."""
        self._sleep(max(0.0, self._last + self._manners.pause - time.monotonic()))
        self._last = time.monotonic()
        self.asked += 1
        headers: dict[str, str] = {}
        if known and known.etag:
            headers["If-None-Match"] = known.etag
        if known and known.modified:
            headers["If-Modified-Since"] = known.modified
        answer = once(self._http, address, headers, self._manners, self._line)
        if answer.peer and is_private(answer.peer) and not self._inside:
            raise BadInput(
                f"{self.site.host} was a public site and now leads into a private network; it is left alone."
            )
        return answer
