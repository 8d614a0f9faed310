"""Words as they are searched: folded, and of names without the article."""

import re
import unicodedata
from functools import cache, lru_cache

from agents.arabic.clitics import ARTICLE, OPENINGS
from agents.arabic.folding import fold

MIN_LETTERS_WITH_ARTICLE = 5
"""Letters of a word whose article can go; الله keeps its own."""
PROCLITICS = OPENINGS
"""What may stand in front of a word, written together with it."""
COMMON_LETTERS = "أإآىةؤئ،؛؟«»ًـّ"
"""What many texts have: one replace for each is far quicker than a look at every place where one stands."""
_NOT_PLAIN = re.compile(r"[^\x00-\x7fءابتثجحخدذرزسشصضطظعغفقكلمنهوي]+")
_WORD = re.compile(r"[^\W_]+")
_ACCENTED = re.compile("[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]")
_MARKS = re.compile("[\u0300-\u036f]+")


def folded(text: str) -> str:
    """Return the form on which searching happens: folded Arabic, small Latin letters without accents.

    Between its words stand spaces and signs of ASCII alone, so that the full-text index need know no others.
    """
    text = text.lower()
    for letter, form in _common_forms():
        text = text.replace(letter, form)
    return _NOT_PLAIN.sub(_forms, text)


def words(text: str) -> list[str]:
    """Return the words of a text in their searched form."""
    return _WORD.findall(folded(text))


def without_article(word: str) -> str:
    """Return a folded word without its article, where enough is left of it."""
    return word[2:] if word.startswith(ARTICLE) and len(word) >= MIN_LETTERS_WITH_ARTICLE else word


def name_words(*names: str | None) -> list[str]:
    """Return the words of an entity's names, without their articles."""
    return [without_article(word) for name in names if name for word in words(name)]


def is_near(one: str, other: str) -> bool:
    """Whether two words are the same but for one letter: another, one more, one less, or two that changed places."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1:
        return False
    shorter, longer = sorted((one, other), key=len)
    place = next((i for i, letter in enumerate(shorter) if letter != longer[i]), len(shorter))
    if len(shorter) < len(longer):
        return shorter[place:] == longer[place + 1 :]
    swapped = shorter[place + 1 : place + 2] + shorter[place : place + 1]
    return shorter[place + 1 :] == longer[place + 1 :] or (
        swapped == longer[place : place + 2] and shorter[place + 2 :] == longer[place + 2 :]
    )


@cache
def _common_forms() -> tuple[tuple[str, str], ...]:
    return tuple((letter, _form(letter)) for letter in COMMON_LETTERS)


def _forms(found: re.Match[str]) -> str:
    return "".join(map(_form, found[0]))


@lru_cache(4_096)
def _form(letter: str) -> str:
    """Return the searched form of a single letter: mostly one letter, none for a diacritic."""
    plain = fold(letter).lower()
    if _ACCENTED.search(plain):
        plain = _MARKS.sub("", unicodedata.normalize("NFKD", plain))
    return "".join(found if found.isalnum() or found.isascii() else " " for found in plain)
