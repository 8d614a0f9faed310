"""Whether a line speaks of what the article speaks of: the words that they share."""

import functools
import re

from agents.clean.words import split

_LEAD = re.compile(r"^(?:وال|بال|فال|كال|لل|ال|و|ب|ل|ف|ك)(?=\w{3})")
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
    return _LEAD.sub("", word)[:_STEM]


_NOTHING = frozenset([""])
