"""How one name is spelt in many ways: variants that a rule gives, and skeletons under which they are the same."""

import re
from collections.abc import Iterator
from typing import Final

from agents.arabic.clitics import ARTICLE
from agents.arabic.folding import fold
from agents.arabic.memo import Memo
from agents.arabic.tokens import tokenize
from agents.tag_entities.words.name_parts import ALIKE, BEFORE_FIXED_WORDS, HOUSE, KUNYA_FATHER, SERVANT, SONS

_CONSONANTS = tuple(zip("غجقگطڤپچ", "ككككتفبش", strict=True))
_DOUBLED = re.compile(r"(.)\1+")
_TWINS: Final = ALIKE | {other: one for one, other in ALIKE.items()}
_MIN_CONSONANTS = 4
"""Consonants that a skeleton without vowels must have to say anything."""
_MIN_LETTERS_TO_CUT = 4
"""Letters of a word whose skeleton is without its last vowel."""
_MIN_WORDS_WITHOUT_SON = 3
"""Words that a name must have left without بن."""
_MIN_LETTERS_WITHOUT_ARTICLE = 3
"""Letters of a last word that its ال is taken off."""
_MIN_LETTERS_TO_GET_ARTICLE = 4
"""Letters of a last word that ال is put before."""
_MIN_LETTERS_BEHIND_SERVANT = 2
"""Letters behind عبدال."""
_MIN_LETTERS_BEFORE_RELIGION = 3
"""Letters before الدين: نور."""
_LAST_VOWELS = "اه"
_RELIGION = "الدين"
_SERVANT_OF_THE = "عبدال"
"""How names such as عبدالله begin that are also written in two words."""


def key(name: str) -> str:
    """Return the form under which a surface stands in the lexicon: folded words, one space between them."""
    return _KEYS[name]


def sound(word: str) -> str:
    """Return a folded word's skeleton under which foreign consonants are one: سيرغي, سيرجي, سيرجيه."""
    return _SOUNDS[word]


def bones(word: str) -> str:
    """Return a folded word's skeleton without vowels, empty when too little is left: بلينكن, بلينكين, بلنكن."""
    return _BONES[word]


def _key(name: str) -> str:
    return " ".join(tokenize(fold(name)).words)


def _sound(word: str) -> str:
    heard = word.replace("تش", "ش")
    for letter, consonant in _CONSONANTS:
        heard = heard.replace(letter, consonant)
    heard = _DOUBLED.sub(_once, heard)  # a function: a template is read anew for each word
    return heard[:-1] if len(heard) >= _MIN_LETTERS_TO_CUT and heard[-1] in _LAST_VOWELS else heard


def _once(doubled: re.Match[str]) -> str:
    return doubled[1]


def _bones(word: str) -> str:
    heard = sound(word)
    left = heard[:1] + heard[1:].replace("ا", "").replace("و", "").replace("ي", "")
    return left if len(left) >= _MIN_CONSONANTS else ""


_MAX_WORDS = 1 << 16
"""Words whose skeletons are remembered."""
_MAX_NAMES = 1 << 13
"""Names whose keys are remembered: the new ones of an article are named again and again in it."""
_KEYS: Memo[str, str] = Memo(_MAX_NAMES, _key)
_SOUNDS: Memo[str, str] = Memo(_MAX_WORDS, _sound)
_BONES: Memo[str, str] = Memo(_MAX_WORDS, _bones)


def variants(name: str, *, person: bool) -> Iterator[str]:
    """Yield the keys of a name and of the spellings that a rule makes of it, the name's own first.

    عبد الله and عبدالله; أبو مازن and أبومازن; of persons' names also with and without ال before the last word, and
    without بن where three words or more are left and the last names a family (hardly another bears them all), and
    جوزيف as جوزاف.
    """
    words = key(name).split(" ")
    forms = [words]
    forms += [glued for form in forms if (glued := _glue(form)) != form]
    forms += [split for form in forms[:1] if (split := _split(form)) != form]
    if person:
        forms += [
            bare
            for form in list(forms)
            if len(bare := [word for word in form if word not in SONS]) >= _MIN_WORDS_WITHOUT_SON
            and bare != form
            and _ends_with_family(bare)
        ]
        forms += [toggled for form in list(forms) if (toggled := _toggle(form)) is not None]
        forms += [twin for form in list(forms) if (twin := [_TWINS.get(word, word) for word in form]) != form]
    yield from dict.fromkeys(map(" ".join, forms))


def _ends_with_family(words: list[str]) -> bool:
    """Whether a name ends with a family's: with ال, or behind آل."""
    return words[-2] == HOUSE or (words[-1].startswith(ARTICLE) and words[-1] != "الله")


def _glue(words: list[str]) -> list[str]:
    """Return a name with its parts written together: عبدالله, أبومازن, نورالدين."""
    glued: list[str] = []
    for word in words:
        last = glued[-1] if glued else ""
        if (
            last == KUNYA_FATHER
            or (last == SERVANT and word.startswith(ARTICLE))
            or (len(last) > 1 and word == _RELIGION)
        ):
            glued[-1] += word
        else:
            glued.append(word)
    return glued


def _split(words: list[str]) -> list[str]:
    """Return a name with its parts written apart: عبد الله, نور الدين."""
    split: list[str] = []
    for word in words:
        if word.startswith(_SERVANT_OF_THE) and len(word) >= len(_SERVANT_OF_THE) + _MIN_LETTERS_BEHIND_SERVANT:
            split += [SERVANT, word.removeprefix(SERVANT)]
        elif word.endswith(_RELIGION) and len(word) >= len(_RELIGION) + _MIN_LETTERS_BEFORE_RELIGION:
            split += [word.removesuffix(_RELIGION), _RELIGION]
        else:
            split.append(word)
    return split


def _toggle(words: list[str]) -> list[str] | None:
    """Return the name with or without ال before its last word; not after آل, أبو, عبد, and not of one word."""
    if len(words) == 1 or words[-2] in BEFORE_FIXED_WORDS:
        return None
    *before, last = words
    if last.startswith(ARTICLE):
        return [*before, last[2:]] if len(last) - 2 >= _MIN_LETTERS_WITHOUT_ARTICLE else None
    return [*before, ARTICLE + last] if len(last) >= _MIN_LETTERS_TO_GET_ARTICLE else None
