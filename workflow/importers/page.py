"""A paper's text with its days found once, and the two things every reader does: quote, and ask for days."""

from bisect import bisect_left

from states.british_dates import Found, find_days
from workflow.importers.reading import Paper
from workflow.importers.text import fold

RUNNING = frozenset({"text", "pdf", "docx"})
"""The media whose papers are running text, line by line as they are printed."""


class Page:
    """The text of one paper. All places are offsets into `text`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.days: list[Found] = find_days(text)
        self._starts = [found.start for found in self.days]

    @classmethod
    def of(cls, paper: Paper) -> "Page":
        """The page of a paper's clean text."""
        return cls(paper.text)

    def quote(self, start: int, end: int) -> str:
        """The words between two places, white space evened: they stand in the paper by construction."""
        return fold(self.text[start:end])

    def days_in(self, start: int, end: int) -> list[Found]:
        """The days that stand wholly between two places."""
        left = bisect_left(self._starts, start)
        right = bisect_left(self._starts, end)
        return [found for found in self.days[left:right] if found.end <= end]
