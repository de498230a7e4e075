"""The one site that may be asked: its scheme, host and port, and the path under which its committee system stands."""

import ipaddress
import re
import socket
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

import msgspec

from states.errors import BadInput
from workflow.importers.text import printable

_FILE = re.compile(r"/[^/]*\.(?:aspx|asmx|ashx|html?|php)(?:/.*)?$", re.I)
_PORTS = {"https": 443, "http": 80}


class Site(msgspec.Struct, frozen=True):
    """A site by the address a person gave. Without encryption only this machine itself is asked."""

    scheme: str
    host: str
    port: int
    path: str
    """The path of the committee system, with a slash at its end."""

    @classmethod
    def parse(cls, address: str) -> "Site":
        """The site of `https://democracy.example.gov.uk`, or of any page of it.

        BadInput for anything that is no such address, holds a password, or is not encrypted.
        """
        parts = _split(address if "://" in address else f"https://{address}")
        said = printable(address)
        if parts.scheme not in _PORTS or not parts.hostname:
            raise BadInput(f"“{said}” is not a site's address; give one like https://democracy.example.gov.uk.")
        if parts.username or parts.password:
            raise BadInput("Give the site's address without a name and a password in it.")
        if parts.scheme == "http" and not is_this_machine(parts.hostname):
            raise BadInput(f"“{said}” is not encrypted; give the address with https.")
        path = _FILE.sub("/", parts.path or "/")
        return cls(parts.scheme, parts.hostname, _port(parts), path if path.endswith("/") else path + "/")

    def at(self, page: str) -> str:
        """The address of a page of the committee system."""
        return urljoin(f"{self.root}{self.path}", page)

    @property
    def root(self) -> str:
        """The site's address without a path."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == _PORTS[self.scheme] else f":{self.port}")

    @property
    def name(self) -> str:
        """The site as one word, for a folder's name."""
        return re.sub(r"[^\w.-]", "_", self.host) + ("" if self.port == _PORTS[self.scheme] else f"_{self.port}")

    def own(self, address: str) -> str:
        """An address of this very site, in full, without what a browser keeps to itself.

        BadInput for one of any other host, port or scheme: only the site that was named is asked.
        """
        parts = _split(urljoin(f"{self.root}{self.path}", address))
        upgraded = (self.scheme, parts.scheme) == ("http", "https") and parts.hostname == self.host
        if (parts.scheme, parts.hostname, _port(parts)) != (self.scheme, self.host, self.port) and not upgraded:
            there = printable(f"{parts.scheme}://{parts.hostname}")
            raise BadInput(f"{self.host} sends us on to {there}, which was not named; nothing is fetched from there.")
        return urlunsplit((self.scheme, urlsplit(self.root).netloc, parts.path or "/", parts.query, ""))

    def inside(self) -> bool:
        """Whether the host's name stands for a private address, or for this machine, as it is named."""
        try:
            found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        except OSError:
            raise BadInput(f"There is no site {self.host}, or it cannot be reached from here.") from None
        return any(is_private(str(each[4][0])) for each in found)


def is_this_machine(host: str) -> bool:
    """Whether a host is the machine that asks."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def is_private(address: str) -> bool:
    """Whether a number is one of a network of its own, not of the public one."""
    try:
        return not ipaddress.ip_address(address.split("%")[0]).is_global
    except ValueError:
        return False


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        raise BadInput(f"“{printable(address)}” is not a site's address.") from None
    return parts


def _port(parts: SplitResult) -> int:
    return parts.port or _PORTS.get(parts.scheme, 0)
