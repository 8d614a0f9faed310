"""Whether a line without a credit is worded as what a picture shows."""

from agents.clean.judge.lines import Line
from agents.clean.read.line_words import split

_OPENING = frozenset(split("صورة لقطة لوحة مشهد منظر جانب مجموعة أثناء خلال لدى"))
"""Words that open captions."""
_SHOWING = frozenset(
    split(
        "خلال أثناء لدى بجانب يتوسط يتوسطه يتوسطهم يتوسطها وبجانبه وإلى أرشيف أرشيفية الصورة "
        "متفقدا مستقبلا مكرما مصافحا متحدثا مترئسا مترأسا مدشنا مرحبا مودعا مسلما متسلما متوسطا مفتتحا مخاطبا ملقيا "
        "محاطا مبتسما محتفلا متجولا مطلعا مستمعا محتضنا حاملا رافعا ممسكا مرتديا"
    )
)
"""Words that tell what somebody is shown doing; a headline may hold the first of them."""


def shows(line: Line) -> bool:
    """Say whether a line is worded as captions are: «فلان خلال استقباله …», «من اللقاء …»."""
    first = line.words[0]
    if first in _OPENING or (first == "من" and line.count > 1 and line.words[1].startswith("ال")):
        return True
    return not _SHOWING.isdisjoint(line.words)
