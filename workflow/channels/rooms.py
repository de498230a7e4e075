"""The co-ordinator's own digest, shown in a room besides. Nobody else's letter is ever shown there."""

from collections.abc import Collection, Mapping
from typing import Any

from msgspec.structs import replace

from workflow.letters.digest import Letter, Told


class AlsoShown:
    """A way for letters, and the rooms in which what is for the co-ordinator is shown once it went."""

    def __init__(self, way: Any, rooms: Mapping[str, Any]) -> None:
        self._way, self._rooms = way, rooms

    def __enter__(self) -> "AlsoShown":
        self._way.__enter__()
        return self

    def __exit__(self, *how: object) -> None:
        self._way.__exit__(*how)

    def send(self, letter: Letter, already: Collection[str] = ()) -> Told:
        """Sends a letter its way. What becomes of it in a room is said, and changes nothing about its outcome."""
        told: Told = self._way.send(letter, already)
        if not letter.to_coordinator or told.outcome != "sent":
            return told
        said = [told.said]
        for name, room in self._rooms.items():
            with room as open_room:
                shown = open_room.send(letter)
            if shown.outcome != "sent":
                said.append(f"In {name} it was not shown: {shown.said}")
        return replace(told, said=" ".join(said))
