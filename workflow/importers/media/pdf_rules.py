"""Ruled tables: the lines drawn on a page, gathered into grids of rows and columns."""

from itertools import pairwise

import msgspec

THIN = 3.0
"""No thicker than this, in points, is a line; thicker is a box."""

_NEAR = 3.0
_LEAST = 6.0
_MAX_RULES = 3_000


class Box(msgspec.Struct, frozen=True):
    """A rectangle, in points."""

    left: float
    low: float
    right: float
    high: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a place lies in it."""
        return self.left <= x <= self.right and self.low <= y <= self.high

    def touches(self, other: "Box") -> bool:
        """Whether two rectangles meet, or nearly."""
        return (
            self.left <= other.right + _NEAR
            and other.left <= self.right + _NEAR
            and self.low <= other.high + _NEAR
            and other.low <= self.high + _NEAR
        )


class Grid(msgspec.Struct, frozen=True):
    """A ruled table: where it lies, and its rows from the top, each with its height and the edges of its cells."""

    box: Box
    rows: tuple[tuple[float, float, tuple[float, ...]], ...]

    def at(self, x: float, y: float) -> tuple[int, int]:
        """The row and the column of a place in the table."""
        for number, (low, _high, edges) in enumerate(self.rows):
            if y >= low or number == len(self.rows) - 1:
                return number, max(0, min(sum(x >= edge for edge in edges) - 1, len(edges) - 2))
        return 0, 0


def grids_of(drawn: list[Box]) -> list[Grid]:
    """The tables that lines make, the smallest first. A frame around running text is none: it has one column."""
    level = [box for box in drawn if box.high - box.low <= THIN and box.right - box.left >= _LEAST]
    upright = [box for box in drawn if box.right - box.left <= THIN and box.high - box.low >= _LEAST]
    if len(level) < 2 or len(upright) < 2 or len(level) + len(upright) > _MAX_RULES:
        return []
    groups = _together(level + upright)
    grids = [grid for group in groups if (grid := _grid(group)) is not None]
    return sorted(grids, key=lambda grid: (grid.box.right - grid.box.left) * (grid.box.high - grid.box.low))


def _together(rules: list[Box]) -> list[list[Box]]:
    """The lines that meet, group by group."""
    parent = list(range(len(rules)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    order = sorted(range(len(rules)), key=lambda at: rules[at].left)
    active: list[int] = []
    for at in order:
        active = [other for other in active if rules[other].right + _NEAR >= rules[at].left]
        for other in active:
            if rules[at].touches(rules[other]):
                parent[root(at)] = root(other)
        active.append(at)
    groups: dict[int, list[Box]] = {}
    for at, rule in enumerate(rules):
        groups.setdefault(root(at), []).append(rule)
    return list(groups.values())


def _grid(rules: list[Box]) -> Grid | None:
    """The table that a group of lines makes, or None."""
    box = Box(
        min(r.left for r in rules), min(r.low for r in rules), max(r.right for r in rules), max(r.high for r in rules)
    )
    level = [r for r in rules if r.high - r.low <= THIN and r.right - r.left > THIN]
    upright = [r for r in rules if r.right - r.left <= THIN and r.high - r.low > THIN]
    heights = _clusters([(r.high + r.low) / 2 for r in level] + [box.low, box.high])
    rows: list[tuple[float, float, tuple[float, ...]]] = []
    for low, high in pairwise(heights):
        middle = (low + high) / 2
        crossing = [(r.left + r.right) / 2 for r in upright if r.low - _NEAR <= middle <= r.high + _NEAR]
        edges = _clusters(crossing)
        if len(edges) >= 2 and high - low >= _LEAST:
            rows.append((low, high, tuple(edges)))
    rows.reverse()
    if not rows or max(len(edges) for _, _, edges in rows) < 3:
        return None
    return Grid(box, tuple(rows))


def _clusters(places: list[float]) -> list[float]:
    """Places that are nearly the same, each once, in order."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found
