"""Find the lexicon's surfaces in a text: one look-up a word, whatever the size of the lexicon."""

from collections.abc import Sequence

from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Draft, Surface
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.match.openings import Opening, OpeningFinder, SpellingFinder
from agents.tag_entities.word_kinds import WordKinds

_JOINTS = frozenset(["", " ", "-", "–", " - ", "  ", "_", "."])
"""What may stand between two words of a surface."""


class Surfaces:
    """The pass that finds the lexicon's surfaces. Remembers how words open, nothing of the texts."""

    name = "Surfaces"

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds) -> None:
        self._lexicon = lexicon
        self._openings = OpeningFinder(lexicon, word_kinds).openings
        self._spellings = SpellingFinder(lexicon).spellings
        self._phrases, self._twins = lexicon.phrases, lexicon.twins

    def starts(self, word: str) -> bool:
        """Whether a word can begin a surface."""
        return self._openings[word] is not None

    def run(self, draft: Draft) -> None:
        """Find surfaces from left to right, without overlap; of two that overlap the longer, else the first."""
        draft.surfaces = self.find(draft.tokens, draft.starts(self))

    def find(self, tokens: Tokens, places: Sequence[int]) -> list[Surface]:
        """Return the surfaces that begin at some positions, from left to right."""
        words = tokens.words
        spellings, openings = self._spellings, self._openings
        matches: list[Surface] = []
        done = 0
        end = len(words) - 1
        for at in places:
            begun = openings[words[at]]
            if begun is None:
                continue
            second = spellings[words[at + 1]] if at < end else ""
            if not begun.alone and second not in begun.seconds:
                continue
            match = self._longest(tokens, at, begun.ways, second)
            if match is None:
                continue
            if at < done:
                both = _both(matches[-1], match, tokens)
                if both is not None:
                    matches[-1] = both
                    done = both.last
                    continue
                if match.last - match.first <= matches[-1].last - matches[-1].first:
                    continue
                matches.pop()
            matches.append(match)
            done = match.last
        return matches

    def _longest(self, tokens: Tokens, at: int, openings: tuple[Opening, ...], second: str) -> Surface | None:
        words, phrases = tokens.words, self._phrases
        best: tuple[int, int, str] | None = None
        for skip, word, alone, seconds in openings:
            for length in seconds.get(second, ()):
                if best is not None and length <= best[0]:
                    break
                last = at + length
                if last > len(words):
                    continue
                found = phrases.get(
                    f"{self._twins.get(word, word)} {' '.join(map(self._spellings.__getitem__, words[at + 1 : last]))}"
                )
                if found is not None and _joined(tokens, at, last):
                    exact = " ".join([word, *words[at + 1 : last]])
                    best = length, skip, exact if exact in self._lexicon.surfaces else found
                    break
            if best is None and alone:
                best = 1, skip, word
        if best is None:
            return None
        length, skip, found = best
        spans = tokens.spans
        return Surface(
            at, at + length, spans[at][0] + skip, spans[at + length - 1][1], found, self._lexicon.bearers(found)
        )


def _both(first: Surface, second: Surface, tokens: Tokens) -> Surface | None:
    """Join two surfaces that overlap and name one entity: حركة الجهاد [الإسلامي]."""
    if second.last <= first.last:
        return None
    ids = {bearer.known.id for bearer in second.bearers}
    shared = tuple(bearer for bearer in first.bearers if bearer.known.id in ids)
    if not shared:
        return None
    key = " ".join([first.key, *tokens.words[first.last : second.last]])
    return Surface(first.first, second.last, first.start, second.end, key, shared)


def _joined(tokens: Tokens, first: int, last: int) -> bool:
    text, spans = tokens.text, tokens.spans
    return all(text[spans[at][1] : spans[at + 1][0]] in _JOINTS for at in range(first, last - 1))
