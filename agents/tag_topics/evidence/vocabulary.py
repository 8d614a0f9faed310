"""From words as they stand in a text to the numbers of the words that the classifier knows."""

import re
from collections.abc import Iterable, Iterator

from agents.arabic import wordlist
from agents.arabic.folding import fold
from agents.arabic.memo import Memo

WORDS = re.compile(r"[\w\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u206f]+")
"""A word of a text as published, with the marks that folding drops."""
UNKNOWN = 0
"""The number of every word that is not known."""
_MAX_CACHED_WORDS = 80_000
_MAX_WORD_CHARACTERS = 40
"""A longer word is no word of a language."""
_MIN_STEM_LETTERS = 3
"""What must be left of a word without what is glued to it."""
LETTERS = re.compile(r"[^\W\d_]+|\d+")
"""Letters in a row, or digits, of a folded word."""
_AFFIXES = wordlist.load("agents.tag_topics", "affixes.toml")
PREFIXES = _AFFIXES.phrases("prefixes")
_SUFFIXES = _AFFIXES.phrases("suffixes")
_PREFIXES_BY_FIRST = {affix[0]: tuple(other for other in PREFIXES if other[0] == affix[0]) for affix in PREFIXES}
_SUFFIXES_BY_LAST = {affix[-1]: tuple(other for other in _SUFFIXES if other[-1] == affix[-1]) for affix in _SUFFIXES}
"""By the letter that a word must begin or end with, in the order of the lists."""


class Vocabulary(Memo[str, int]):
    """The number of a word as published, kept once it was looked up.

    A word that is not known as it stands is looked for without what may be glued to it, the least taken away first:
    the number is a function of the word and the known words alone, whatever was looked up before.

    Parameters
    ----------
    known
        Canonical words; the number of a word is its place, from 1 on.
    """

    def __init__(self, known: Iterable[str]) -> None:
        super().__init__(_MAX_CACHED_WORDS, self._look_up)
        self.known = {word: number for number, word in enumerate(known, 1)}

    def __missing__(self, word: str) -> int:
        return UNKNOWN if len(word) > _MAX_WORD_CHARACTERS else super().__missing__(word)

    def _look_up(self, word: str) -> int:
        known = self.known
        parts = LETTERS.findall(fold(word))
        if len(parts) != 1:
            return next((known[part] for part in parts if part in known and not part.isdigit()), UNKNOWN)
        return next((known[form] for form in forms(parts[0]) if form in known), UNKNOWN)


def forms(folded: str) -> Iterator[str]:
    """Return a folded word and what it may be without what is glued to it, the least taken away first."""
    yield folded
    stems = [folded]
    for prefix in _PREFIXES_BY_FIRST.get(folded[:1], ()):
        rest = folded[len(prefix) :]
        if folded.startswith(prefix) and len(rest) >= _MIN_STEM_LETTERS - (prefix == "ال"):
            yield rest
            stems.append(rest)
    for stem in stems:
        for suffix in _SUFFIXES_BY_LAST.get(stem[-1:], ()):
            if stem.endswith(suffix) and len(stem) - len(suffix) >= _MIN_STEM_LETTERS:
                rest = stem[: -len(suffix)]
                yield rest
                yield rest + "ه"


def join(seeds: Iterable[str], learned: Iterable[str]) -> list[str]:
    """Return the words to know: those of seed phrases, and those of a model that would not hide one of them.

    A model's word that is a seed's with something in front (`البطاله` for `بطاله`) is left out: the seed is found.
    """
    words = dict.fromkeys(seeds)
    rest = [word for word in learned if word not in words and not any(bare in words for bare in _bare(word))]
    return [*words, *rest]


def _bare(word: str) -> Iterator[str]:
    return (
        word[len(prefix) :]
        for prefix in PREFIXES
        if word.startswith(prefix) and len(word) - len(prefix) >= _MIN_STEM_LETTERS
    )
