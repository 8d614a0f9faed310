"""What the model sees of a word: its letters, the word without its proclitics, and the name lists that hold either.

All that is computed here depends on the word alone, so that a model computes it once a word and keeps it.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple
from zlib import crc32

import numpy as np

from agents.tag_entities.name_model.letter_groups import BUCKETS, MAX_STEM_LETTERS, groups

Array = np.ndarray

LISTS = (
    *("given-1", "given-2", "given-6", "surname-1", "surname-2", "surname-6", "part", "demonym"),
    *("PER", "PER-last", "LOC", "LOC-small", "ORG", "MISC"),
)
"""The word lists, a bit each: names by how many people have them, nationality adjectives, names of one word."""

PHRASE_KINDS = ("PER", "LOC", "ORG", "MISC", "PART")
"""What a name of several words is; PART: a part of a person's name, such as `نور الدين`."""
LONGEST = 8
"""Words of a listed name, at most."""
PHRASE_ROWS = 1 + 3 * len(PHRASE_KINDS)
"""Rows for a word's place in a listed name: 0 none, then first, middle and last word for each kind."""

ROWS = BUCKETS + 2 * len(LISTS)
"""Rows of the table: hashed ones, the lists of the word itself, the lists of the word without its proclitics."""

_LENGTHS = 8
_WORD, _STEM, _SHAPE = map(crc32, (b"w", b"t", b"h"))
"""What hashes of different kinds begin with."""
_ARABIC_LETTERS = re.compile(r"[\u0620-\u064a\u0671-\u06d3]+")
_PROCLITICS = {"و": ("و", "وب", "ول", "وك"), "ف": ("ف", "فب", "فل"), "ب": ("ب",), "ل": ("ل",), "ك": ("ك",)}
"""By their first letter."""


class Words(NamedTuple):
    """Words as the model sees them: rows of the table, and the indices of their own and their stems' vectors."""

    rows: Array
    """(rows,) int: all words' after one another, at least one each."""
    starts: Array
    """(words,) int: where each word's rows begin."""
    vectors: Array
    """(words,) int; -1: none."""
    stem_vectors: Array
    stems: list[str]
    """The words without their proclitics."""


def stems(word: str) -> list[str]:
    """Return what a folded word may be without proclitics, least taken off first, such as `بوش` for `وبوش`."""
    found = []
    for clitic in _PROCLITICS.get(word[:1], ()):
        if word.startswith(clitic) and len(word) > len(clitic) + 2:
            rest = word[len(clitic) :]
            found.append(rest)
            if clitic.endswith("ل") and rest.startswith("ل"):  # `لل` stands for `ل` and `ال`
                found += ["ا" + rest, rest[1:]]
    return found


class Lexical:
    """The word lists and the vocabulary.

    Parameters
    ----------
    lists
        Folded word to a bit mask over LISTS.
    vocabulary
        Folded word to the index of its vector.
    """

    def __init__(self, lists: Mapping[str, int], vocabulary: Mapping[str, int]) -> None:
        self.lists = lists
        self.vocabulary = vocabulary

    def stem(self, word: str) -> str:
        """Return the word without its proclitics where the lists, or else the vocabulary, say that it has some."""
        if word in self.lists:
            return word
        candidates = stems(word)
        for known in (self.lists, self.vocabulary) if word not in self.vocabulary else (self.lists,):
            for candidate in candidates:
                if candidate in known:
                    return candidate
        return word

    def __call__(self, words: Sequence[str]) -> Words:
        """Return the rows and vectors of folded words."""
        stems = list(map(self.stem, words))
        numbers, hashed = groups(words, stems)
        whole = [
            number * ROWS + row
            for number, (word, stem) in enumerate(zip(words, stems, strict=True))
            for row in (*_whole_rows(word, stem), *_list_rows(self.lists.get(word, 0), self.lists.get(stem, 0)))
        ]
        rows = np.sort(np.concatenate([numbers * ROWS + hashed, np.array(whole, np.int64)]))
        rows = rows[np.diff(rows, prepend=-1) > 0]  # each once; np.unique takes ten times as long
        starts = np.searchsorted(rows, np.arange(len(words)) * ROWS)
        vectors, stem_vectors = (np.array([self.vocabulary.get(word, -1) for word in of]) for of in (words, stems))
        return Words(rows % ROWS, starts, vectors, stem_vectors, stems)


def _whole_rows(word: str, stem: str) -> tuple[int, int, int]:
    """Hash the word, its stem, and its shape."""
    return (
        crc32(word.encode("utf-8", "surrogatepass"), _WORD) % BUCKETS,
        crc32(stem.encode("utf-8", "surrogatepass"), _STEM) % BUCKETS,
        _shape_row(_shape(word)),
    )


@cache
def _shape_row(shape: str) -> int:
    return crc32(shape.encode(), _SHAPE) % BUCKETS


@cache
def _list_rows(own: int, bare: int) -> list[int]:
    """Return the rows of the name lists that have a word, and of those that have its stem, by their masks."""
    rows = []
    for bit in range(len(LISTS)):
        if own >> bit & 1:
            rows.append(BUCKETS + bit)
        if bare >> bit & 1:
            rows.append(BUCKETS + len(LISTS) + bit)
    return rows


@cache
def _letter(character: str) -> str:
    if "\u0620" <= character <= "\u064a" or "\u0671" <= character <= "\u06d3":
        return "a"
    if character.isdigit():
        return "d"
    if character.isalpha():
        return "X" if character.isupper() else "x"
    return "."


def _shape(word: str) -> str:
    """Return kinds of letters, runs cut, and a length: `d4` for a year, `a6`, `Xx5`."""
    if _ARABIC_LETTERS.fullmatch(word):
        return f"a{min(len(word), _LENGTHS)}"
    shape = ""
    for character in word[:MAX_STEM_LETTERS]:
        kind = _letter(character)
        if not shape.endswith(kind):
            shape += kind
    return f"{shape[:4]}{min(len(word), _LENGTHS)}"


class Phrases:
    """Names of several words, and where they stand in a sentence.

    Parameters
    ----------
    names
        Folded words joined by a space, to the index of the kind in PHRASE_KINDS.
    """

    def __init__(self, names: Mapping[str, int]) -> None:
        self.names = names
        self.begun: set[str] = set()
        for name in names:
            words = name.split(" ")
            self.begun.update(" ".join(words[:n]) for n in range(1, len(words)))
        self.openings: frozenset[str] = frozenset(two for two in (*names, *self.begun) if two.count(" ") == 1)
        """The first two words of the names."""
        self.seconds: frozenset[str] = frozenset(two.partition(" ")[2] for two in self.openings)

    def begins(self, word: str, stem: str) -> str:
        """Return the form of a first word (itself, or its stem) that some name begins with, or nothing."""
        if word in self.begun:
            return word
        return stem if stem in self.begun else ""

    def match(self, start: str, words: Sequence[str]) -> tuple[int, int]:
        """Return how many words the longest listed name has that begins the words, and its kind; 0: there is none.

        `start` is the form of the first word to match; see `begins`.
        """
        best = (0, 0)
        name = start
        for i in range(1, min(len(words), LONGEST)):
            name = f"{name} {words[i]}"
            kind = self.names.get(name)
            if kind is not None:
                best = (i + 1, kind)
            if name not in self.begun:
                break
        return best
