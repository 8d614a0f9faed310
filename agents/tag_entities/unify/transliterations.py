"""Names that an article writes in Arabic and in Latin letters: إكس بوكس 360 is Xbox 360, هاري كين is Harry Kane."""

import re
import unicodedata
from typing import Final

from agents.arabic import wordlist
from agents.arabic.memo import Memo
from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.unify.aliases import rename_all

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


class Transliterations:
    """The pass that makes one entity of a name in Latin letters and the one of its type that sounds alike in Arabic.

    Consonants and digits must agree, or the name in Latin letters be the English name of what the article names in
    Arabic. The lexicon's entity is meant where one is known, else the one in Arabic.
    """

    name = "Transliterations"
    starts = None

    @staticmethod
    def run(draft: Draft) -> None:
        """Let names in Latin letters mean what stands in Arabic, in articles that have both."""
        names = draft.names
        texts = [draft.tokens.text[name.start : name.end].lower() for name in names]
        latin = [name for name, text in zip(names, texts, strict=True) if _LATIN.search(text)]
        if not latin:
            return
        by_sound: dict[tuple[str, str], dict[str, EntityRef]] = {}
        by_english: dict[tuple[str, str], dict[str, EntityRef]] = {}
        for name, text in zip(names, texts, strict=True):
            entity = name.entity
            if not _LATIN.search(text):
                by_sound.setdefault((entity.type, consonants(text)), {})[entity.id] = entity
            elif entity.known is None:
                by_english.setdefault((entity.type, _plain(text)), {})[entity.id] = entity
            if entity.known is not None and entity.en:
                by_english.setdefault((entity.type, _plain(entity.en)), {})[entity.id] = entity
        others: dict[str, EntityRef] = {}
        for name in latin:
            _add(others, name, by_english.get((name.entity.type, _plain(_text(draft, name))), {}))
            sound = consonants(_text(draft, name).lower())
            _add(others, name, by_sound.get((name.entity.type, sound), {}) if sound else {})
        rename_all(draft, others)


def _add(others: dict[str, EntityRef], name: Name, found: dict[str, EntityRef]) -> None:
    """Note that a name and the one entity found, or the one known, are one; of two that are known neither is."""
    entity = name.entity
    unlike = [each for each in found.values() if each.id != entity.id]
    candidates = [each for each in unlike if each.known is not None] or unlike
    if len(candidates) != 1:
        return
    other = candidates[0]
    if other.id in others or entity.id in others:
        return
    if entity.known is None:
        others[entity.id] = other
    elif other.known is None:
        others[other.id] = entity


def _text(draft: Draft, name: Name) -> str:
    return draft.tokens.text[name.start : name.end]


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
