"""What a name sounds like in Arabic and in Latin letters: إكس بوكس 360 and Xbox 360, هاري كين and Harry Kane."""

import re
import unicodedata
from typing import Final

from agents.arabic import wordlist
from agents.arabic.memo import Memo

MIN_SIGNS: Final = 3
"""Consonants and digits that two spellings of one name must share."""
MIN_CONSONANTS: Final = 2
"""The consonants of them."""
_MAX_NAMES: Final = 1 << 14
"""Names whose consonants are remembered."""
_LATIN: Final = re.compile("[a-z]")
_LISTS = wordlist.load("agents.tag_entities", "spelling.toml")
_ARTICLES: Final = re.compile(rf"^(?:{'|'.join(_LISTS.as_written('latin_articles'))}) ")
_TWO_LETTERS, _ONE_SOUND = _LISTS.as_written("one_sound")
_SOFT_C: Final = re.compile("c(?=[eiy])")
_DOUBLED: Final = re.compile(r"(\D)\1+")
_SILENT: Final = re.compile("[^bfklmnrst0-9]")
_CLUSTERS: Final = (("tch", "s"), ("sch", "s"), ("ch", "s"), ("sh", "s"), ("th", "t"), ("ph", "f"), ("kh", "k"))
"""Latin letters that are one consonant, to the class of that."""
_LATIN_CLASSES: Final = str.maketrans(
    {"c": "k", "q": "k", "g": "k", "j": "k", "x": "ks", "z": "s", "v": "f", "d": "t", "p": "b"}
)
_ARABIC_CLASSES: Final = str.maketrans(
    {letter: one for one, groups in _LISTS.lists("consonants").items() for letter in "".join(groups)}
)


def _plain(name: str) -> str:
    """Return a name in Latin letters without marks, capitals, hyphens and article."""
    letters = unicodedata.normalize("NFD", name.lower())
    kept = "".join(letter if letter.isalnum() else " " for letter in letters if not unicodedata.combining(letter))
    return _ARTICLES.sub("", " ".join(kept.split()))


def consonants(name: str) -> str:
    """Return the classes of a name's consonants and its digits in order, empty where they say too little."""
    return _CONSONANTS[name]


def _consonants(name: str) -> str:
    letters = _plain(name)
    if _LATIN.search(letters):
        letters = _SOFT_C.sub("s", letters)
        for cluster, one in _CLUSTERS:
            letters = letters.replace(cluster, one)
        letters = letters.translate(_LATIN_CLASSES)
    else:
        letters = letters.replace(_TWO_LETTERS, _ONE_SOUND).translate(_ARABIC_CLASSES)
    signs = _DOUBLED.sub(r"\1", _SILENT.sub("", letters))
    enough = len(signs) >= MIN_SIGNS and sum(sign.isalpha() for sign in signs) >= MIN_CONSONANTS
    return signs if enough else ""


_CONSONANTS: Memo[str, str] = Memo(_MAX_NAMES, _consonants)
