"""Phrases of the user in a text: word by word on the folded form, with particles in front of the first."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from agents.arabic.clitics import ARTICLE, CONJUNCTIONS, OPENINGS
from agents.arabic.folding import fold

WORD = re.compile(r"\w+")
FOR_THE = "لل"
"""ل and the article in one."""


class Phrases:
    """Finds which of some phrases stand in a text, in time that does not grow with their number."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: defaultdict[str, list[tuple[list[str], str]]] = defaultdict(list)
        for phrase in sorted(set(phrases)):
            first, *rest = words_of(phrase) or [""]
            self._by_first[first].append((rest, phrase))

    def find(self, words: list[str]) -> set[str]:
        """Return the phrases that stand among the words of a text, as the user wrote them."""
        if not self._by_first:
            return set()
        return {
            phrase
            for at, word in enumerate(words)
            for form in _forms(word)
            for rest, phrase in self._by_first.get(form, ())
            if words[at + 1 : at + 1 + len(rest)] == rest
        }


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded and in small letters."""
    return WORD.findall(fold(text).lower())


def _forms(word: str) -> Iterator[str]:
    """Yield a word without each particle that it may begin with; للأهلي also as الأهلي."""
    for particle in OPENINGS:
        if word.startswith(particle) and len(word) > len(particle):
            yield word[len(particle) :]
    for join in ("", *CONJUNCTIONS):
        if word.startswith(join + FOR_THE):
            rest = word[len(join) + len(FOR_THE) :]
            yield rest
            yield ARTICLE + rest
