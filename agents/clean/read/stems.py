"""Whether a line speaks of what the article speaks of: the words that they share."""

from agents.arabic import wordlist
from agents.arabic.memo import Memo

_PROCLITICS = ((3, frozenset(["وال", "بال", "فال", "كال"])), (2, frozenset(["ال", "لل"])), (1, frozenset("وبلفك")))
"""What may stand in front of a word, by its letters, the longest first."""
_MIN_LETTERS = 3
"""Letters that must be left of a word without its proclitic."""
_MAX_STEM_LETTERS = 5
"""Letters that are compared: plural and feminine endings make no difference."""
_COMMON = wordlist.load("agents.clean", "lines.toml").words("common")


def _cut(word: str) -> str:
    """Return a word's stem, empty for one that says nothing."""
    if len(word) <= _MIN_LETTERS or word in _COMMON:
        return ""
    for size, proclitics in _PROCLITICS:
        if len(word) >= _MIN_LETTERS + size and word[:size] in proclitics:
            return word[size : size + _MAX_STEM_LETTERS]
    return word[:_MAX_STEM_LETTERS]


_STEMS: Memo[str, str] = Memo(1 << 16, _cut)
"""Words to their stems, empty for one that says nothing."""


def stem_of(word: str) -> str:
    """Return a word cut to what its forms share; empty for one that says nothing: «والموانئ» is «مواني»."""
    return _STEMS[word]


def stems_of(words: list[str]) -> frozenset[str]:
    """Return words cut to what their forms share, without short ones and those that every text has."""
    return frozenset(filter(None, map(_STEMS.__getitem__, words)))


def share_known(stems: frozenset[str], known: frozenset[str]) -> float:
    """Return the share of stems that are known."""
    return len(stems & known) / len(stems) if stems else 0.0
