"""The palette: every command that can be given here, found by any part of its name."""

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui import keys

if TYPE_CHECKING:
    from tui.app import MattersApp


class Commands(Provider):
    """The commands of the one table that can be given on the screen the palette was opened on."""

    def _now(self) -> list[keys.Command]:
        active = {b.binding.id for b in self.screen.active_bindings.values() if b.enabled}
        return [c for c in keys.TABLE if c.name in active and c.where != "list" and c.name != "palette"]

    async def discover(self) -> Hits:
        """All of them, as long as nothing is typed."""
        for command in self._now():
            yield DiscoveryHit(_line(command), partial(self._give, command.name), text=_line(command))

    async def search(self, query: str) -> Hits:
        """Those that what is typed may mean."""
        matcher = self.matcher(query)
        for command in self._now():
            score = matcher.match(_line(command))
            if score > 0:
                yield Hit(
                    score, matcher.highlight(_line(command)), partial(self._give, command.name), text=_line(command)
                )

    async def _give(self, name: str) -> None:
        await cast("MattersApp", self.app).give(name)


def _line(command: keys.Command) -> str:
    words = command.says
    return f"{words[0].upper()}{words[1:]}  ({command.shown})"
