"""How one name is spelt in many ways: variants that a rule gives, and skeletons under which they are the same."""

import re
from collections.abc import Iterator

from agents.arabic.folding import fold
from agents.arabic.memo import Memo
from agents.arabic.tokens import tokenize

_CONSONANTS = str.maketrans("غجقگطڤپچ", "ككككتفبش")
_DOUBLED = re.compile(r"(.)\1+")
_ALIKE = {
    "جوزيف": "جوزاف",
    "ميشال": "ميشيل",
    "بيار": "بيير",
    "طوني": "توني",
    "نيكولا": "نقولا",
    "رافاييل": "رافايل",
    "عبدالرحمن": "عبدالرحمان",
    "داوود": "داود",
    "زكريا": "زكرياء",
    "هيفاء": "هيفا",
}
"""Given names that are written in two ways, the one as well as the other."""
_TWINS = _ALIKE | {other: one for one, other in _ALIKE.items()}
_MIN_CONSONANTS = 4
"""Consonants that a skeleton without vowels must have to say anything."""


def key(name: str) -> str:
    """Return the form under which a surface stands in the lexicon: folded words, one space between them."""
    return " ".join(tokenize(fold(name)).words)


def sound(word: str) -> str:
    """Return a folded word's skeleton under which foreign consonants are one: سيرغي, سيرجي, سيرجيه."""
    return _SOUNDS[word]


def bones(word: str) -> str:
    """Return a folded word's skeleton without vowels, empty when too little is left: بلينكن, بلينكين, بلنكن."""
    return _BONES[word]


def _sound(word: str) -> str:
    heard = _DOUBLED.sub(r"\1", word.replace("تش", "ش").translate(_CONSONANTS))
    return heard[:-1] if len(heard) > 3 and heard[-1] in "اه" else heard  # noqa: PLR2004 - short words keep their end


def _bones(word: str) -> str:
    heard = sound(word)
    left = heard[:1] + heard[1:].replace("ا", "").replace("و", "").replace("ي", "")
    return left if len(left) >= _MIN_CONSONANTS else ""


_MAX_WORDS = 1 << 16
"""Words whose skeletons are remembered."""
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
            if len(bare := [w for w in form if w not in ("بن", "ابن")]) > 2 and bare != form and _with_family(bare)  # noqa: PLR2004 - names
        ]
        forms += [toggled for form in list(forms) if (toggled := _toggle(form)) is not None]
        forms += [twin for form in list(forms) if (twin := [_TWINS.get(word, word) for word in form]) != form]
    yield from dict.fromkeys(map(" ".join, forms))


def _with_family(words: list[str]) -> bool:
    """Whether a name ends with a family's: with ال, or behind آل."""
    return words[-2] == "ال" or (words[-1].startswith("ال") and words[-1] != "الله")


def _glue(words: list[str]) -> list[str]:
    glued: list[str] = []
    for word in words:
        if glued and (
            (glued[-1] in ("عبد", "ابو") and (glued[-1] == "ابو" or word.startswith("ال")))
            or (word == "الدين" and len(glued[-1]) > 1)
        ):
            glued[-1] += word
        else:
            glued.append(word)
    return glued


def _split(words: list[str]) -> list[str]:
    split: list[str] = []
    for word in words:
        if word.startswith("عبدال") and len(word) > 6:  # noqa: PLR2004 - a word after عبدال
            split += ["عبد", word[3:]]
        elif word.endswith("الدين") and len(word) > 7:  # noqa: PLR2004 - نور and more
            split += [word[:-5], "الدين"]
        else:
            split.append(word)
    return split


def _toggle(words: list[str]) -> list[str] | None:
    """Return the name with or without ال before its last word; not after آل, أبو, عبد, and not of one word."""
    if len(words) < 2 or words[-2] in ("ال", "ابو", "عبد", "بن", "ابن", "ام") or len(words[-1]) < 4:  # noqa: PLR2004 - words, letters
        return None
    last = words[-1]
    if last.startswith("ال"):
        return [*words[:-1], last[2:]] if len(last) > 4 else None  # noqa: PLR2004 - two letters are no name
    return [*words[:-1], "ال" + last]
