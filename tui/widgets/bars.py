"""Small charts made of characters: bars that stand, bars that lie."""

from collections.abc import Sequence

_STANDING = " ▁▂▃▄▅▆▇█"
_LYING = " ▏▎▍▌▋▊▉█"


def spark(values: Sequence[int], height: int = 1, width: int = 1) -> list[str]:
    """Standing bars as lines of text, the highest first; each value is as many characters wide as asked.

    A value above nothing is never drawn as nothing.
    """
    most = max(values, default=0)
    if not most:
        return [("▁" if height == 1 else " ") * width * len(values)] * height
    eighths = [max(1, round(value * height * 8 / most)) if value else 0 for value in values]
    return [
        "".join(_STANDING[max(0, min(8, eighth - level * 8))] * width for eighth in eighths)
        for level in range(height - 1, -1, -1)
    ]


def bar(value: int, most: int, width: int) -> str:
    """A lying bar; a value above nothing is never drawn as nothing."""
    if not most or not value:
        return ""
    eighths = max(1, round(value * width * 8 / most))
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_LYING[rest] if rest else "")
