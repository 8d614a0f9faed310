"""Whether a line speaks of what the article speaks of: the words that they share."""

import functools

from agents.clean.words import split

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


def stems(words: list[str]) -> frozenset[str]:
    """Give words cut to what their forms share; short ones and those that every text has are left out."""
    return frozenset(map(_stem, words)) - _NOTHING


@functools.lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    if len(word) < 4 or word in _COMMON:  # noqa: PLR2004 - short words say nothing
        return ""
    left = len(word) - _LEFT
    if left >= 3 and word[:3] in _THREE:  # noqa: PLR2004 - letters of the proclitics
        return word[3 : 3 + _STEM]
    if left >= 2 and word[:2] in _TWO:  # noqa: PLR2004 - as above
        return word[2 : 2 + _STEM]
    if word[0] in _ONE:
        return word[1 : 1 + _STEM]
    return word[:_STEM]


_NOTHING = frozenset([""])
