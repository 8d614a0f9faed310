"""In which ways a word can begin a surface of the lexicon: without proclitics, or under another spelling."""

from collections.abc import Container, Mapping
from typing import NamedTuple

from agents.arabic.clitics import is_accusative_adjective
from agents.arabic.memo import Memo
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.lexicon.spelling import bones, sound
from agents.tag_entities.word_kinds import WordKinds

MAX_WORDS_REMEMBERED = 200_000
MIN_NAME_LETTERS = 3
"""Letters that a name must have left when a proclitic is peeled: more than these."""
MIN_RESPELT_LETTERS = 5
"""Letters of a surname that may stand alone under another spelling: more than these."""
_SHORT = frozenset(["ام", "ال", "بو", "بن", "ذي"])
"""Words of two letters that open names of several words: لأم كلثوم."""


class Opening(NamedTuple):
    """One way in which a word can begin a surface: without `skip` letters, spelt `word` in the lexicon."""

    skip: int
    word: str
    alone: bool
    """Whether the word by itself is a surface."""
    seconds: Mapping[str, tuple[int, ...]]
    """What words can follow, and how many words the surfaces so begun have, most first."""


class Openings(NamedTuple):
    """The ways in which a word can begin a surface."""

    ways: tuple[Opening, ...]
    alone: bool
    """Whether one of them is a surface by itself."""
    seconds: Container[str]
    """What words can follow one of them."""


class OpeningFinder:
    """Works out how words can begin surfaces."""

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds) -> None:
        self._lexicon = lexicon
        self._word_kinds = word_kinds
        self.openings: Memo[str, Openings | None] = Memo(MAX_WORDS_REMEMBERED, self._of)
        """The openings of each word, None for most words."""

    def _of(self, word: str) -> Openings | None:
        begun, surfaces, common = self._lexicon.begun, self._lexicon.surfaces, self._lexicon.common
        whole = (word in self._lexicon.demonyms and word.startswith("ال")) or is_accusative_adjective(word, common)
        plain = word[0] == "و" and word in common  # وفيات are no Fiat
        joined = word[0] in "وف" and word.endswith("ا") and word[1:-1] in common  # ولسانا is no agency's
        found = [
            Opening(
                skip,
                rest,
                rest in surfaces
                and not (skip and plain)
                and not (word[:skip].endswith("ال") and rest in common),  # الهاربين are not in Harbin
                begun.get(rest, {}),
            )
            for skip, rest in _rests(word)
            if (rest in surfaces or rest in begun) and not (whole and skip) and not (joined and skip > 1)
        ]
        if not found and word not in common:
            found = self._respelt(word)
        return _joined(tuple(found)) if found else None

    def _respelt(self, word: str) -> list[Opening]:
        """Find openings under another spelling; without vowels only where a second word confirms it."""
        lexicon = self._lexicon
        found = []
        for skip, rest in _rests(word):
            if len(rest) <= MIN_NAME_LETTERS or rest.startswith("ال") or rest in lexicon.common:
                continue
            if word[:skip].endswith("ال") and rest.endswith(("ي", "يه")):
                continue  # a nationality that no list has
            plain = self._word_kinds[rest].common
            same = lexicon.sounds.get(sound(rest))
            if same is not None:
                bare = not word[:skip].endswith("ال")  # الكويران are no Ghuwayran
                alone = (
                    bare
                    and same in lexicon.surfaces
                    and not plain
                    and len(rest) > MIN_RESPELT_LETTERS
                    and len(rest) == len(same)
                )
                if alone or same in lexicon.begun:
                    found.append(Opening(skip, same, alone, lexicon.begun.get(same, {})))
                break
            near = None if plain else lexicon.skeletons.get(bones(rest))
            if near is not None and near in lexicon.begun:
                found.append(Opening(skip, near, alone=False, seconds=lexicon.begun[near]))
                break
        return found


class SpellingFinder:
    """Works out what stands for words inside phrases of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.spellings: Memo[str, str] = Memo(MAX_WORDS_REMEMBERED, self._of)

    def _of(self, word: str) -> str:
        lexicon = self._lexicon
        result = lexicon.twins.get(word, word)
        if word not in lexicon.vocabulary and word not in lexicon.common:
            result = lexicon.sounds.get(sound(word)) or lexicon.twins.get(
                near := lexicon.skeletons.get(bones(word), word), near
            )
        return result


def _joined(ways: tuple[Opening, ...]) -> Openings:
    seconds = ways[0].seconds if len(ways) == 1 else frozenset().union(*(way.seconds for way in ways))
    return Openings(ways, any(way.alone for way in ways), seconds)


def _rests(word: str) -> list[tuple[int, str]]:
    """Return a word without each run of proclitics, the word itself first: letters peeled, rest.

    After لل the name is what follows it: as it is (لليونان: يونان, of اليونان), or with one ل (لليبيا: ليبيا).
    """
    rests = [(0, word)]
    if len(word) <= MIN_NAME_LETTERS:
        if word[1:] in _SHORT and word[0] in "وفبلك":
            rests.append((1, word[1:]))
        return rests
    if word[0] in "وف":
        rests.append((1, word[1:]))
    start = 1 if word[0] in "وف" else 0
    if len(word) - start > MIN_NAME_LETTERS and word[start] in "بلك":
        rest = word[start + 1 :]
        if word[start] == "ل" and rest.startswith("ل"):
            rests.append((start + 2, "ا" + rest))
            rests.append((start + 2, "ال" + rest))
        rests.append((start + 1, rest))
        if rest.startswith("ال") and len(rest) > MIN_NAME_LETTERS + 2:
            rests.append((start + 3, rest[2:]))
    elif word[start:].startswith("ال") and len(word) - start > MIN_NAME_LETTERS + 2:
        rests.append((start + 2, word[start + 2 :]))
    return rests
