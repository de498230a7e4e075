"""A paper's text with its days found once, and the two things every reader does: quote, and ask for days."""

from bisect import bisect_left, bisect_right

from states.british_dates import Found, find_days
from workflow.importers.reading import Paper
from workflow.importers.text import fold

RUNNING = frozenset({"text", "pdf", "docx"})
"""The media whose papers are running text, line by line as they are printed."""


class Page:
    """The text of one paper. All places are offsets into `text`. `seams` and `unsaid` are as in `media.Opened`."""

    def __init__(self, text: str, seams: tuple[int, ...] = (), unsaid: tuple[tuple[int, int], ...] = ()) -> None:
        self.text = text
        self._seams = seams
        self._unsaid = unsaid
        self.days: list[Found] = find_days(text)
        self._starts = [found.start for found in self.days]

    @classmethod
    def of(cls, paper: Paper) -> "Page":
        """The page of a paper's clean text."""
        return cls(paper.text, paper.seams, paper.unsaid)

    def quote(self, start: int, end: int) -> str:
        """The words between two places, white space evened: they stand in the paper by construction.

        Where the paper's mark-up parts a word, so does the quote; what the paper only shows is left out.
        """
        return fold(self._without(start, end, self._seams))

    def words(self, start: int, end: int) -> str:
        """The words between two places as a person reads them: as `quote`, with every word whole."""
        return fold(self._without(start, end, ()))

    def days_in(self, start: int, end: int) -> list[Found]:
        """The days that stand wholly between two places."""
        left = bisect_left(self._starts, start)
        right = bisect_left(self._starts, end)
        return [found for found in self.days[left:right] if found.end <= end]

    def _without(self, start: int, end: int, seams: tuple[int, ...]) -> str:
        """The text between two places without what is unsaid, with a space at each seam."""
        if not self._unsaid and not seams:
            return self.text[start:end]
        pieces: list[str] = []
        at = start
        breaks = [(seam, seam) for seam in seams[bisect_right(seams, start) : bisect_left(seams, end)]]
        left, right = bisect_left(self._unsaid, (start, 0)), bisect_left(self._unsaid, (end, 0))
        for leaves, returns in sorted([*breaks, *self._unsaid[left:right]]):
            pieces.append(self.text[at:leaves])
            at = returns
        return " ".join([*pieces, self.text[at:end]])
