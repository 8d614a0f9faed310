"""What is left of a line without its dates."""

import re

from agents.arabic.folding import fold_with_offsets
from agents.clean.dates.patterns import AGO, DATES, DAY_MONTH, DIGIT, DROP, HIJRI_DATES, HOUR, TIME, WORD, YEAR_DIGITS

_MARKS = re.compile(r"[\u064b-\u0652]+")
"""Diacritics that are left of a word: «مساءً»."""


def words_beside_date(rest: str) -> str:
    """Return what is left of a folded line, its date taken out, without the words that go with dates."""
    return " ".join(WORD.findall(DROP.sub(" ", rest)))


def without_dates(text: str) -> str:
    """Return a line as it stands, without dates, times and what goes with them: «صلالة في 20 مايو» is «صلالة»."""
    folded = fold_with_offsets(text)
    if not (DIGIT.search(text) or AGO.search(folded.text)):
        return text
    dates = (*DATES, *HIJRI_DATES) if YEAR_DIGITS.search(text) else ()
    for pattern in (AGO, *dates, DAY_MONTH, TIME, HOUR, DROP):
        spans = [folded.span(*found.span()) for found in pattern.finditer(folded.text.lower()) if found[0]]
        for start, end in reversed(spans):
            text = f"{text[:start]} {text[end:]}"
        if spans:
            folded = fold_with_offsets(text)
    return " ".join(piece for piece in text.split() if not _MARKS.fullmatch(piece))
