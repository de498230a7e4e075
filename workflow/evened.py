"""Words as they are compared: quotes, dashes, spaces and case evened. By these two are the same."""

import unicodedata

_CURLY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def straight(words: str) -> str:
    """Words with quotes and dashes as a keyboard has them, so that it does not matter which paper came first."""
    return words.translate(_CURLY)


def evened(words: str | None) -> str:
    """Words with quotes, spaces and case evened, by which two are the same."""
    return " ".join(straight(unicodedata.normalize("NFKC", words or "").casefold()).split())
