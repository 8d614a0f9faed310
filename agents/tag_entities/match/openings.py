"""In which ways a word can begin a surface of the lexicon: without proclitics, or under another spelling."""

from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple

from agents.arabic.clitics import AND, ARTICLE, CONJUNCTIONS, JOINED_PREPOSITIONS, PROCLITICS, is_accusative_adjective
from agents.arabic.memo import Memo
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.lexicon.spelling import bones, sound
from agents.tag_entities.word_kinds import WordKinds

MAX_WORDS_REMEMBERED = 160_000
MIN_LETTERS_TO_PEEL = 4
"""Letters of a word that a proclitic is peeled off; of one with fewer where more words tell the name: بتل أبيب, وإب."""
MIN_LETTERS_TO_PEEL_ARTICLE = 6
"""Letters of a word that begins with ال, which is peeled off."""
MIN_LETTERS_TO_RESPELL = 4
"""Letters of a word that may open a surface under another spelling."""
MIN_LETTERS_TO_RESPELL_ALONE = 6
"""Letters of a word that may be a whole surface under another spelling."""
_NATIONALITY_ENDINGS = ("ي", "يه")
_ACCUSATIVE_ENDING = "ا"
_WITHOUT_ARTICLE = frozenset(["city", "country", "district", "region"])
"""Kinds of places whose names no article comes before that they do not have."""
_HER = "ها"
"""Ends a noun that is somebody's."""


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
        self.openings: Memo[str, Openings | None] = Memo(MAX_WORDS_REMEMBERED, self.openings_of)
        """The openings of words that have some."""

    def openings_of(self, word: str) -> Openings | None:
        """Work out how a word can begin a surface; None for most words."""
        rests = _rests(word)
        found = self._as_spelt(word, rests)
        if not found and word not in self._lexicon.common:
            found = self._respelt(word, rests)
        if not found:
            return None
        ways = tuple(found)
        seconds = ways[0].seconds if len(ways) == 1 else frozenset().union(*(way.seconds for way in ways))
        return Openings(ways, any(way.alone for way in ways), seconds)

    def _as_spelt(self, word: str, rests: Iterable[tuple[int, str]]) -> list[Opening]:
        """Return the openings of a word as it is spelt, with and without its proclitics."""
        begun, surfaces, common = self._lexicon.begun, self._lexicon.surfaces, self._lexicon.common
        listed = [(skip, rest) for skip, rest in rests if rest in surfaces or rest in begun]
        if not listed:
            return []
        whole = (word in self._lexicon.demonyms and word.startswith(ARTICLE)) or is_accusative_adjective(word, common)
        plain = word[0] == AND and word in common  # وفيات are no Fiat
        accusative = word.endswith(_ACCUSATIVE_ENDING) and word[0] in CONJUNCTIONS
        joined = accusative and word[1:-1] in common  # ولسانا is no agency's
        found = []
        for skip, rest in listed:
            if (skip and whole) or (skip > 1 and joined):
                continue
            definite = word[:skip].endswith(ARTICLE) and (rest in common or self._is_town(rest))  # الهاربين, السانيا
            owned = skip and word.endswith(_HER) and word[: -len(_HER)] in common  # بابها is a door, not in Abha
            alone = rest in surfaces and not (skip and plain) and not definite and not owned
            if skip and len(word) < MIN_LETTERS_TO_PEEL:
                unsure = alone or (plain and rest in surfaces and all(b.weak for b in self._lexicon.bearers(rest)))
                alone = word[0] == AND and unsure
            found.append(Opening(skip, rest, alone, begun.get(rest, {})))
        return found

    def _is_town(self, surface: str) -> bool:
        """Whether nothing but a town or a country bears a surface: such a name has its article, or none."""
        bearers = self._lexicon.bearers(surface)
        return bool(bearers) and all(bearer.known.kind in _WITHOUT_ARTICLE for bearer in bearers)

    def _respelt(self, word: str, rests: Iterable[tuple[int, str]]) -> list[Opening]:
        """Return the openings of an uncommon word under another spelling, without vowels where a second confirms it."""
        lexicon = self._lexicon
        for skip, rest in rests:
            if len(rest) < MIN_LETTERS_TO_RESPELL or rest.startswith(ARTICLE) or (skip and rest in lexicon.common):
                continue
            definite = word[:skip].endswith(ARTICLE)
            if definite and rest.endswith(_NATIONALITY_ENDINGS):
                continue  # a nationality that no list has
            same = lexicon.sounds.get(sound(rest))
            if same is not None:
                alone = (
                    not definite  # الكويران are no Ghuwayran
                    and same in lexicon.surfaces
                    and len(rest) >= MIN_LETTERS_TO_RESPELL_ALONE
                    and len(rest) == len(same)
                    and not self._word_kinds[rest].common
                )
                if alone or same in lexicon.begun:
                    return [Opening(skip, same, alone, lexicon.begun.get(same, {}))]
                return []
            near = lexicon.skeletons.get(bones(rest))
            if near is not None and near in lexicon.begun and not self._word_kinds[rest].common:
                return [Opening(skip, near, alone=False, seconds=lexicon.begun[near])]
        return []


class SpellingFinder:
    """Works out what stands for words inside phrases of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.spellings: Memo[str, str] = Memo(MAX_WORDS_REMEMBERED, self._spelling_of)
        """The spelling of each word under which phrases have it."""

    def _spelling_of(self, word: str) -> str:
        lexicon = self._lexicon
        if word in lexicon.vocabulary or word in lexicon.common:
            return lexicon.twins.get(word, word)
        same = lexicon.sounds.get(sound(word))
        if same:
            return same
        near = lexicon.skeletons.get(bones(word), word)
        return lexicon.twins.get(near, near)


def _rests(word: str) -> list[tuple[int, str]]:
    """Return a word without each run of proclitics, the word itself first: letters peeled, rest.

    After لل the name is what follows it: as it is (لليونان: يونان, of اليونان), or with one ل (لليبيا: ليبيا).
    """
    rests = [(0, word)]
    if len(word) < MIN_LETTERS_TO_PEEL:
        if len(word) == MIN_LETTERS_TO_PEEL - 1 and word[0] in PROCLITICS:
            rests.append((1, word[1:]))
        return rests
    start = 0
    if word[0] in CONJUNCTIONS:
        rests.append((1, word[1:]))
        start = 1
    letters = len(word) - start
    if letters >= MIN_LETTERS_TO_PEEL and word[start] in JOINED_PREPOSITIONS:
        rest = word[start + 1 :]
        if word[start] == rest[0] == "ل":
            rests.append((start + 2, "ا" + rest))
            rests.append((start + 2, ARTICLE + rest))
        rests.append((start + 1, rest))
        if rest.startswith(ARTICLE) and len(rest) >= MIN_LETTERS_TO_PEEL_ARTICLE:
            rests.append((start + 3, rest[2:]))
    elif word.startswith("ال", start) and letters >= MIN_LETTERS_TO_PEEL_ARTICLE:
        rests.append((start + 2, word[start + 2 :]))
    return rests
