"""Whether a line speaks of what the article speaks of: the words that they share."""

from agents.clean.memory import Memory
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


class _Stems(Memory[str, str]):
    def __missing__(self, word: str) -> str:
        if len(word) < 4 or word in _COMMON:  # noqa: PLR2004 - short words say nothing
            return self.keep(word, "")
        left = len(word) - _LEFT
        if left >= 3 and word[:3] in _THREE:  # noqa: PLR2004 - letters of the proclitics
            skip = 3
        elif left >= 2 and word[:2] in _TWO:  # noqa: PLR2004 - as above
            skip = 2
        else:
            skip = 1 if word[0] in _ONE else 0
        return self.keep(word, word[skip : skip + _STEM])


_STEMS = _Stems(1 << 16)
"""Words to their stems, empty for one that says nothing."""


def stems(words: list[str]) -> frozenset[str]:
    """Give words cut to what their forms share; short ones and those that every text has are left out."""
    return frozenset(filter(None, map(_STEMS.__getitem__, words)))
