"""The palette: every command that can be given here, found by any part of its name."""

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui import keys
from tui.safe import plain

if TYPE_CHECKING:
    from tui.app import MattersApp


_BY_NAME = 10.0
"""How much more a filter is meant whose name somebody begins to type."""


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


class Orders(Provider):
    """The columns that the list the palette was opened on can be sorted by, those without room among them."""

    def _there(self) -> dict[str, str]:
        from tui.screens.sorting import Sorting

        if not isinstance(self.screen, Sorting):
            return {}
        return {f"Sort by {said}": order for order, said in self.screen.all_orders().items()}

    async def discover(self) -> Hits:
        """All of them, as long as nothing is typed."""
        for words, order in self._there().items():
            yield DiscoveryHit(words, partial(self._sort, order), text=words)

    async def search(self, query: str) -> Hits:
        """Those that what is typed may mean."""
        matcher = self.matcher(query)
        for words, order in self._there().items():
            score = matcher.match(words)
            if score > 0:
                yield Hit(score, matcher.highlight(words), partial(self._sort, order), text=words)

    def _sort(self, order: str) -> None:
        from tui.screens.sorting import Sorting

        if isinstance(self.screen, Sorting):
            self.screen.sort(order)


class SavedFilters(Provider):
    """The filters that were kept under a name, each with the list it is of."""

    async def startup(self) -> None:
        """Reads the small file they are in."""
        from tui.saved import kept

        self._kept = [
            (which, f"{keys.PLACES[which]}: {name}", text) for which, name, text in kept() if which in keys.TABS
        ]

    async def discover(self) -> Hits:
        """All of them, as long as nothing is typed."""
        for which, name, text in self._kept:
            yield DiscoveryHit(plain(name), partial(self._show, which, text), text=plain(name), help=plain(text))

    async def search(self, query: str) -> Hits:
        """Those that what is typed may mean."""
        matcher = self.matcher(query)
        for which, name, text in self._kept:
            score = matcher.match(name)
            if score > 0:
                if name.partition(": ")[2].casefold().startswith(query.strip().casefold()):
                    score += _BY_NAME
                shown = Content(plain(name))
                yield Hit(score, shown, partial(self._show, which, text), text=plain(name), help=plain(text))

    async def _show(self, which: str, text: str) -> None:
        cast("MattersApp", self.app).listed(which, text)


def _line(command: keys.Command) -> str:
    words = command.says
    return f"{words[0].upper()}{words[1:]}  ({command.shown})"
