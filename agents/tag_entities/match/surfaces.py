"""Find the lexicon's surfaces in a text: one look-up a word, whatever the size of the lexicon."""

from collections.abc import Sequence
from typing import Final

from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Draft, Surface
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.match.openings import Opening, OpeningFinder, SpellingFinder
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.name_parts import SONS

_JOINTS: Final = frozenset(["", " ", "-", "–", " - ", "  ", "_", "."])
"""What may stand between two words of a surface."""


class Surfaces:
    """The pass that finds the lexicon's surfaces. Remembers how words can begin one, nothing of the texts."""

    name = "Surfaces"

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds) -> None:
        self._lexicon = lexicon
        self._finder = OpeningFinder(lexicon, word_kinds)
        self._spellings = SpellingFinder(lexicon).spellings
        self._phrases, self._twins = lexicon.phrases, lexicon.twins

    def starts(self, word: str) -> bool:
        """Whether a word can begin a surface; how is remembered of those that can."""
        found = self._finder.openings_of(word)
        if found is not None:
            self._finder.openings.keep(word, found)
        return found is not None

    def run(self, draft: Draft) -> None:
        """Find surfaces from left to right, without overlap; of two that overlap the longer, else the first."""
        draft.surfaces = self.find(draft.tokens, draft.starts(self))

    def find(self, tokens: Tokens, positions: Sequence[int]) -> list[Surface]:
        """Return the surfaces that begin at some positions, from left to right."""
        words = tokens.words
        spellings, openings = self._spellings, self._finder.openings
        surfaces: list[Surface] = []
        done = 0
        end = len(words) - 1
        for position in positions:
            begun = openings[words[position]]
            if begun is None:
                continue
            second = spellings[words[position + 1]] if position < end else ""
            if not begun.alone and second not in begun.seconds:
                continue
            surface = self._longest(tokens, position, begun.ways, second)
            if surface is None:
                continue
            if position < done:
                both = _both(surfaces[-1], surface, tokens)
                if both is not None:
                    surfaces[-1] = both
                    done = both.last
                    continue
                shorter = surface.last - surface.first <= surfaces[-1].last - surfaces[-1].first
                if shorter or words[position - 1] in SONS:  # the father of تميم بن حمد
                    continue
                surfaces.pop()
            surfaces.append(surface)
            done = surface.last
        return surfaces

    def _longest(self, tokens: Tokens, first: int, openings: tuple[Opening, ...], second: str) -> Surface | None:
        """Return the longest surface that begins at a position in one of some ways, None where there is none."""
        words, phrases = tokens.words, self._phrases
        best: tuple[int, int, str] | None = None
        for skip, word, alone, seconds in openings:
            for length in seconds.get(second, ()):
                if best is not None and length <= best[0]:
                    break
                last = first + length
                if last > len(words):
                    continue
                rest = words[first + 1 : last]
                key = phrases.get(f"{self._twins.get(word, word)} {' '.join(map(self._spellings.__getitem__, rest))}")
                if key is not None and _are_joined(tokens, first, last):
                    exact = " ".join([word, *rest])
                    best = length, skip, exact if exact in self._lexicon.surfaces else key
                    break
            if best is None and alone:
                best = 1, skip, word
        if best is None:
            return None
        length, skip, key = best
        start, end = tokens.spans[first][0] + skip, tokens.spans[first + length - 1][1]
        return Surface(first, first + length, start, end, key, self._lexicon.bearers(key))


def _both(one: Surface, other: Surface, tokens: Tokens) -> Surface | None:
    """Return two surfaces that overlap and name one entity as one: حركة الجهاد [الإسلامي]."""
    if other.last <= one.last:
        return None
    ids = {bearer.known.id for bearer in other.bearers}
    shared = tuple(bearer for bearer in one.bearers if bearer.known.id in ids)
    if not shared:
        return None
    key = " ".join([one.key, *tokens.words[one.last : other.last]])
    return Surface(one.first, other.last, one.start, other.end, key, shared)


def _are_joined(tokens: Tokens, first: int, last: int) -> bool:
    """Whether nothing stands between some words that parts a name."""
    return all(tokens.gaps[position] in _JOINTS for position in range(first, last - 1))
