"""Whether a line speaks of what the article speaks of: the words that they share."""

from agents.arabic.memo import Memo
from agents.clean.read.line_words import split

_THREE = frozenset(["وال", "بال", "فال", "كال"])
_TWO = frozenset(["ال", "لل"])
_ONE = frozenset("وبلفك")
"""Proclitics, by their letters."""
_LEFT = 3
"""Letters that must be left of a word without them."""
_STEM = 5
"""Letters that are compared: plural and feminine endings make no difference."""
_COMMON = frozenset(
    split(
        "التي الذي الذين هذا هذه ذلك تلك خلال بعد قبل حول على إلى عن من في مع بين منذ عند كان كانت قال قالت أكد "
        "أكدت أضاف أضافت أشار أوضح "
        "يوم اليوم أمس عام العام أكثر غير كما حيث ضمن بشأن لدى عبر نحو أمام جديد جديدة الجديد الجديدة رئيس الرئيس "
        "أول الأول أنه أنها"
    )
)


def _stem(word: str) -> str:
    """Return a word's stem, empty for one that says nothing."""
    left = len(word) - _LEFT
    if left < 1 or word in _COMMON:  # a short word says nothing
        return ""
    if left >= 3 and word[:3] in _THREE:  # noqa: PLR2004 - letters of the proclitics
        return word[3 : 3 + _STEM]
    if left >= 2 and word[:2] in _TWO:  # noqa: PLR2004 - as above
        return word[2 : 2 + _STEM]
    if word[0] in _ONE:
        return word[1 : 1 + _STEM]
    return word[:_STEM]


_STEMS: Memo[str, str] = Memo(1 << 16, _stem)
"""Words to their stems, empty for one that says nothing."""


def stem(word: str) -> str:
    """Give a word cut to what its forms share; empty for one that says nothing."""
    return _STEMS[word]


def share(own: frozenset[str], known: frozenset[str]) -> float:
    """Give the share of stems that are known."""
    return len(own & known) / len(own) if own else 0.0


def stems(words: list[str]) -> frozenset[str]:
    """Give words cut to what their forms share; short ones and those that every text has are left out."""
    return frozenset(filter(None, map(_STEMS.__getitem__, words)))
