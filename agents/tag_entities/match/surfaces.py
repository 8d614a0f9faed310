"""Find the lexicon's surfaces in a text: one look-up a word, whatever the size of the lexicon."""

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from agents.arabic.clitics import is_accusative_adjective
from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.lexicon.lexicon import FLAG_BITS, SURNAME, Lexicon
from agents.tag_entities.lexicon.spelling import bones, sound
from agents.tag_entities.word_kinds import Kinds

_CACHE = 200_000
"""Words whose openings are remembered; more are forgotten and worked out anew."""
_LEAST = 3
"""Letters that a name must have left when a proclitic is peeled."""
_HEARD = 5
"""Letters of a surname that may stand alone under another spelling: more than these."""
_SHORT = frozenset(["ام", "ال", "بو", "بن", "ذي"])
"""Words of two letters that open names of several words: لأم كلثوم."""
_BEFORE = folded("في من إلى عن مدينة بمدينة لمدينة ومدينة إقليم بإقليم عمالة ولاية بولاية")
"""Words that no و follows."""
_JOINTS = frozenset(["", " ", "-", "–", " - ", "  ", "_", "."])
"""What may stand between two words of a surface."""


class Match(NamedTuple):
    """A surface of the lexicon in a text: words `first` to `last` (exclusive), characters `start` to `end`."""

    first: int
    last: int
    start: int
    end: int
    key: str
    bearers: list[int]
    """As in the artifact: entities and flags."""


class _Opening(NamedTuple):
    """One way in which a word can begin a surface: without `skip` letters, spelt `word` in the lexicon."""

    skip: int
    word: str
    alone: bool
    """Whether the word by itself is a surface."""
    seconds: Mapping[str, tuple[int, ...]]
    """What words can follow, and how many words the surfaces so begun have, most first."""


class _Begun(NamedTuple):
    """The ways in which a word can begin a surface."""

    ways: tuple[_Opening, ...]
    alone: bool
    """Whether one of them is a surface by itself."""
    seconds: Container[str]
    """What words can follow one of them."""


class Matcher:
    """Finds surfaces. Remembers how words open, nothing of the texts."""

    def __init__(self, lexicon: Lexicon, kinds: Kinds) -> None:
        self._lexicon = lexicon
        self._openings = _Openings(lexicon, kinds)
        self._spellings = _Spellings(lexicon)
        self._phrases, self._twins = lexicon.phrases, lexicon.twins

    def opens(self, word: str) -> bool:
        """Say whether a word can begin a surface."""
        return self._openings[word] is not None

    def find(self, tokens: Tokens, places: Sequence[int]) -> list[Match]:
        """Find surfaces from left to right, without overlap; of two that overlap the longer, else the first.

        Parameters
        ----------
        places
            The tokens that can begin one.
        """
        if len(self._openings) > _CACHE or len(self._spellings) > _CACHE:
            self._openings.clear()
            self._spellings.clear()
        words = tokens.words
        spellings, openings = self._spellings, self._openings
        matches: list[Match] = []
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

    def after_and(self, tokens: Tokens, match: Match) -> Match | None:
        """Give the surface that stands behind و where the whole word was read as one: جدة in وجدة."""
        rest = match.key[1:]
        if match.last - match.first > 1 or match.key[0] != "و" or rest not in self._lexicon.surfaces:
            return None
        if not match.first or match.start != tokens.spans[match.first][0] or tokens.words[match.first - 1] in _BEFORE:
            return None
        return match._replace(start=match.start + 1, key=rest, bearers=self._lexicon.surfaces[rest])

    def _longest(self, tokens: Tokens, at: int, openings: tuple[_Opening, ...], second: str) -> Match | None:
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
        return Match(
            at, at + length, spans[at][0] + skip, spans[at + length - 1][1], found, self._lexicon.surfaces[found]
        )


def _both(first: Match, second: Match, tokens: Tokens) -> Match | None:
    """Join two surfaces that overlap and name one entity: حركة الجهاد [الإسلامي]."""
    if second.last <= first.last:
        return None
    bearers = {bearer >> FLAG_BITS for bearer in second.bearers}
    shared = [bearer for bearer in first.bearers if bearer >> FLAG_BITS in bearers]
    if not shared:
        return None
    key = " ".join([first.key, *tokens.words[first.last : second.last]])
    return Match(first.first, second.last, first.start, second.end, key, shared)


def _joined(tokens: Tokens, first: int, last: int) -> bool:
    text, spans = tokens.text, tokens.spans
    return all(text[spans[at][1] : spans[at + 1][0]] in _JOINTS for at in range(first, last - 1))


class _Openings(dict[str, _Begun | None]):
    """The openings of each word seen, None for most words; worked out when first asked for."""

    def __init__(self, lexicon: Lexicon, kinds: Kinds) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._kinds = kinds

    def __missing__(self, word: str) -> _Begun | None:
        begun, surfaces, common = self._lexicon.begun, self._lexicon.surfaces, self._lexicon.common
        whole = (word in self._lexicon.demonyms and word.startswith("ال")) or is_accusative_adjective(word, common)
        plain = word[0] == "و" and word in common  # وفيات are no Fiat
        joined = word[0] in "وف" and word.endswith("ا") and word[1:-1] in common  # ولسانا is no agency's
        found = [
            _Opening(
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
        result = _begun(tuple(found)) if found else None
        self[word] = result
        return result

    def _respelt(self, word: str) -> list[_Opening]:
        """Find openings under another spelling; without vowels only where a second word confirms it."""
        lexicon = self._lexicon
        found = []
        for skip, rest in _rests(word):
            if len(rest) <= _LEAST or rest.startswith("ال") or rest in lexicon.common:
                continue
            if word[:skip].endswith("ال") and rest.endswith(("ي", "يه")):
                continue  # a nationality that no list has
            plain = self._kinds[rest].common
            same = lexicon.sounds.get(sound(rest))
            if same is not None:
                bare = not word[:skip].endswith("ال")  # الكويران are no Ghuwayran
                alone = (
                    bare and same in lexicon.surfaces and not plain and len(rest) > _HEARD and len(rest) == len(same)
                )
                if alone or same in lexicon.begun:
                    found.append(_Opening(skip, same, alone, lexicon.begun.get(same, {})))
                break
            near = None if plain else lexicon.skeletons.get(bones(rest))
            if near is not None and near in lexicon.begun:
                found.append(_Opening(skip, near, alone=False, seconds=lexicon.begun[near]))
                break
        return found


class _Spellings(dict[str, str]):
    """What stands for each word seen inside a phrase of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, word: str) -> str:
        lexicon = self._lexicon
        result = lexicon.twins.get(word, word)
        if word not in lexicon.vocabulary and word not in lexicon.common:
            result = lexicon.sounds.get(sound(word)) or lexicon.twins.get(
                near := lexicon.skeletons.get(bones(word), word), near
            )
        self[word] = result
        return result


def _begun(ways: tuple[_Opening, ...]) -> _Begun:
    seconds = ways[0].seconds if len(ways) == 1 else frozenset().union(*(way.seconds for way in ways))
    return _Begun(ways, any(way.alone for way in ways), seconds)


def _rests(word: str) -> list[tuple[int, str]]:
    """Give a word without each run of proclitics, the word itself first: letters peeled, rest.

    After لل the name is what follows it: as it is (لليونان: يونان, of اليونان), or with one ل (لليبيا: ليبيا).
    """
    rests = [(0, word)]
    if len(word) <= _LEAST:
        if word[1:] in _SHORT and word[0] in "وفبلك":
            rests.append((1, word[1:]))
        return rests
    if word[0] in "وف":
        rests.append((1, word[1:]))
    start = 1 if word[0] in "وف" else 0
    if len(word) - start > _LEAST and word[start] in "بلك":
        rest = word[start + 1 :]
        if word[start] == "ل" and rest.startswith("ل"):
            rests.append((start + 2, "ا" + rest))
            rests.append((start + 2, "ال" + rest))
        rests.append((start + 1, rest))
        if rest.startswith("ال") and len(rest) > _LEAST + 2:
            rests.append((start + 3, rest[2:]))
    elif word[start:].startswith("ال") and len(word) - start > _LEAST + 2:
        rests.append((start + 2, word[start + 2 :]))
    return rests


def entity_of(bearer: int) -> int:
    """Give the entity's place in the lexicon."""
    return bearer >> FLAG_BITS


def flags_of(bearer: int) -> int:
    """Give the flags of a bearer."""
    return bearer & ((1 << FLAG_BITS) - 1)


def only_surname(bearers: list[int]) -> bool:
    """Say whether nobody bears a surface as more than a surname."""
    return all(bearer & SURNAME for bearer in bearers)
