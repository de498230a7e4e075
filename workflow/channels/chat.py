"""Teams, Slack, other services, and notices on this computer, through apprise, which keeps up with them.

apprise is loaded when something is sent. It says whether a message went, not why it did not: whatever fails is tried
again later. What it writes into logs is kept out of ours, since it may hold the room's address.
"""

import logging
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from states.errors import BadInput
from workflow.letters.digest import Letter, Told
from workflow.settings_channels import Channel, ChannelSettings, variable

LONGEST = 12_000
"""How many characters a message to a room has at most."""

_NOTICES = {
    "darwin": ("macosx://",),
    "win32": ("windows://",),
    "linux": ("dbus://", "glib://", "gnome://"),
}
_PLAIN = str.maketrans({"<": "‹", ">": "›", "[": "(", "]": ")", "@": "＠", "`": "'", "*": "∗", "_": "‗", "~": "∼"})


class ChatChannel:
    """A chat room, or the notices of this computer."""

    def __init__(self, name: Channel, channels: ChannelSettings) -> None:
        self._name, self._channels = name, channels

    def __enter__(self) -> "ChatChannel":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def send(self, letter: Letter, already: object = ()) -> Told:
        """Shows the letter's words in the room; as a notice its subject only."""
        try:
            addresses = self._addresses()
            with _quiet():
                service = _service(addresses)
                if service is None:
                    return Told(outcome="later", said=self._unusable())
                body = letter.subject if self._name == "desktop" else letter.text[:LONGEST]
                went = service.notify(body=harmless(body), title=harmless(letter.subject), body_format="text")
        except BadInput as error:
            return Told(outcome="later", said=str(error))
        except Exception as error:  # whatever a service's own code meets: its words may hold the address
            return Told(outcome="unknown", said=f"{self._name} stopped in the middle ({type(error).__name__}).")
        if went:
            return Told(outcome="sent", said=f"{self._name} took it.")
        return Told(outcome="later", said=f"{self._name} did not take it; it does not say why.")

    def _addresses(self) -> tuple[str, ...]:
        if self._name == "desktop":
            if not self._channels.desktop:
                raise BadInput("Notices on this computer are not switched on: [channels] desktop = true.")
            return _NOTICES.get(sys.platform, ())
        address = self._channels.room(self._name)
        if address is None:
            raise BadInput(f"{self._name} has no address: set {variable(self._name)}, or [channels] {self._name}_file.")
        return (address,)

    def _unusable(self) -> str:
        if self._name == "desktop":
            return "This computer shows no notices to apprise; it may want a package such as python3-dbus."
        return f"The address of {self._name} is of no form that apprise reads; the address itself is not shown here."


def harmless(text: str) -> str:
    """Words that a room shows as they are: nothing that calls people, makes a link under other words, or marks up."""
    return text.translate(_PLAIN)


def _service(addresses: tuple[str, ...]) -> Any:
    """What apprise makes of the first address it can use; None where it can use none. BadInput: it is not there."""
    try:
        import apprise
    except ImportError:
        raise BadInput("Chat and notices need the package apprise: pip install 'matters-arising[notify]'") from None
    for address in addresses:
        service = apprise.Apprise()
        if service.add(address):
            return service
    return None


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps what apprise and those it calls write out of everybody's logs, and its old-fashioned ways out of sight."""
    loggers = [logging.getLogger(name) for name in ("apprise", "urllib3", "requests")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
