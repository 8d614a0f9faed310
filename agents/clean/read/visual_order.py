"""Puts text right that a PDF or an old program wrote as it is seen, from left to right: «ندرألا» for «الأردن»."""

import re

from agents.arabic.clitics import ARTICLE
from agents.arabic.folding import without_presentation

_FINAL = r"[\u0629\u0649]"
"""Letters that stand at the end of words only: taa marbuta and alif maqsura."""
_OPENINGS = tuple(f" {chr(code)}" for code in (0x0629, 0x0649, 0xFE93, 0xFE94, 0xFEEF, 0xFEF0))
"""Such letters, also in their presentation forms, as they begin words: a quick look for what most texts lack."""
_BACKWARD = re.compile(rf"(?<![^\W_]){_FINAL}(?=[^\W_])|(?<=[^\W_])\u0644\u0627(?![^\W_])")
"""What no word begins or few words end with: such a letter; the article read backwards."""
_FORWARD = re.compile(rf"(?<=[^\W_]){_FINAL}(?![^\W_])|(?<![^\W_])\u0627\u0644(?=[^\W_])")
"""The same as words are written."""
_SAMPLE_CHARACTERS = 4000
"""Characters that are looked at."""
_ARTICLE_IN_FRONT = f" {ARTICLE}"
_QUICK_CHARACTERS, _MIN_ARTICLES = 1000, 4
"""Characters of a text and articles among them from which on it is written forwards: a quick look."""
_MIN_MARKS = 4
_MIN_MARKS_OF_LINE = 3
"""Of a line on a page of which others run forwards."""
_MIN_LEAD = 4
"""How many times as many marks must speak for a text's being backwards as against it."""
_KEPT_RUN = re.compile(r"[0-9\u0660-\u0669a-zA-Z]+(?:[.,:/\u066b\u066c-][0-9\u0660-\u0669a-zA-Z]+)*")
"""Numbers and foreign words, which run from left to right."""
_YEAR, _YEAR_BACKWARD = re.compile(r"\b(?:19|20)\d\d\b"), re.compile(r"\b\d\d(?:91|02)\b")
_MIRRORED = str.maketrans("«»()[]{}“”‹›", "»«)(][}{”“›‹")
_OPENING, _CLOSING = "«(", "»)"


def is_visual(text: str, min_marks: int = _MIN_MARKS) -> bool:
    """Whether a text runs backwards: words begin with what they end with elsewhere."""
    if text.count(_ARTICLE_IN_FRONT, 0, _QUICK_CHARACTERS) >= _MIN_ARTICLES:
        return False
    sample = f" {text[:_SAMPLE_CHARACTERS]}".replace("\n", " ")
    return _opens_words_with_finals(sample) and _is_backward(sample, min_marks)


def _is_backward(text: str, min_marks: int) -> bool:
    """Whether more marks than a few say that a text runs backwards, and hardly any that it does not."""
    sample = without_presentation(text[:_SAMPLE_CHARACTERS])
    backward = len(_BACKWARD.findall(sample))
    return backward >= min_marks and backward >= _MIN_LEAD * len(_FORWARD.findall(sample))


def _opens_words_with_finals(text: str) -> bool:
    """Whether a word begins with a letter that stands at the end of words only."""
    # Letters are found at a tenth of the cost of pairs, and most of these are in no text.
    return any(opening[-1] in text and opening in text for opening in _OPENINGS)


def put_right(text: str) -> str:
    """Return a backward text as it is written, line by line; numbers too where they run backwards."""
    kept = len(_YEAR.findall(text)) >= len(_YEAR_BACKWARD.findall(text))
    return "\n".join(_reversed(line, kept=kept) for line in text.split("\n"))


def put_lines_right(texts: list[str]) -> list[str]:
    """Return the lines of a page as they are written where only some of them run backwards."""
    whole = "\n".join(texts)
    if not _opens_words_with_finals(whole):
        return texts
    found = [is_visual(text, _MIN_MARKS_OF_LINE) for text in texts]
    if not any(found):
        return texts
    found = [backward or _is_backward(text, _MIN_MARKS_OF_LINE) for backward, text in zip(found, texts, strict=True)]
    return [put_right(text) if backward else text for backward, text in zip(found, texts, strict=True)]


def _reversed(line: str, *, kept: bool) -> str:
    line = line[::-1]
    if kept:
        line = _KEPT_RUN.sub(lambda run: run[0][::-1], line)
    first = next((sign for sign in line if sign in _OPENING or sign in _CLOSING), "")
    return line.translate(_MIRRORED) if first in _CLOSING and first else line
