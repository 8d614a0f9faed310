"""The signs for and against a name: who found it, what the model sees there, its words, and what stands beside it."""

import math
from collections.abc import Collection, Sequence
from typing import Final

from agents.arabic.clitics import ARTICLE, DEFINITE
from agents.arabic.memo import Memo
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Draft, ModelName, Name
from agents.tag_entities.find.odds import Extent, Signs
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.people import FUNCTION_WORDS
from agents.tag_entities.words.roles import CONNECTORS, DROPPED, KEPT, TITLES
from agents.tag_entities.words.speech import SPEECH
from streams.records.entities import EntityType

MAX_WORDS_TOLD: Final = 6
"""Words of a name from which on more make no difference."""
LONG_NAME_WORDS: Final = 3
"""Words of a name from which on it is a long one."""
MAX_INNER_WORDS: Final = 12
"""Words between a name's first and last that tell something by themselves."""
MAX_LOGIT: Final = 5.0
"""By how many nats at most the model's own score counts."""
FEW_LETTERS: Final = 3
"""Letters of a name that is hardly one by itself."""
SCORE_STEPS: Final = 8
"""Steps into which the score of a name of the model is divided."""
RELATION_STEPS: Final = 4
"""The same of a name of the model beside one found otherwise."""
MAX_WORDS_REMEMBERED: Final = 40_000
"""Words beside names, or at their beginning, whose kinds are remembered."""
MAX_NAMES_REMEMBERED: Final = 1 << 13
"""Names of which it is remembered what their words tell."""
_MIN_SCORE: Final = 1e-4
_QUOTES: Final = frozenset("\"«»“”'‘’")
_BEHIND: Final = (*DEFINITE, *"لوب")
"""Beginnings of the word behind a name that tell whether the name may go on."""


class SignReader:
    """Reads the signs of possible names."""

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds) -> None:
        self._word_kinds = word_kinds
        self._demonyms = lexicon.demonyms
        self._opening: Memo[str, str] = Memo(MAX_WORDS_REMEMBERED, self._read_opening)
        """What kind of word a name opens with, by the word."""
        self._word_before: Memo[str, str] = Memo(MAX_WORDS_REMEMBERED, self._read_word_before)
        self._word_behind: Memo[str, str] = Memo(MAX_WORDS_REMEMBERED, self._read_word_behind)
        """What kind of word stands before a name, and behind one, by the word."""
        self._of_source: Memo[tuple[str, EntityType, str, str, int], tuple[str, ...]]
        self._of_source = Memo(MAX_WORDS_REMEMBERED, _read_source)
        self._of_neighbours: Memo[tuple[str, str, str, bool, bool], tuple[str, ...]]
        self._of_neighbours = Memo(MAX_WORDS_REMEMBERED, _read_neighbours)
        self._of_words: Memo[tuple[str, EntityType, tuple[str, ...], bool], tuple[str, ...]]
        self._of_words = Memo(MAX_NAMES_REMEMBERED, self._read_words)
        """The signs of a name by who found it, by what stands beside it, and by its words."""
        self._openings: tuple[tuple[Collection[str], str], ...] = (
            (TITLES, "a title"),
            (CONNECTORS, "a connector"),
            (lexicon.demonyms, "a nationality"),
        )
        self._words_before: tuple[tuple[Collection[str], str], ...] = (
            (TITLES, "a title"),
            (SPEECH, "speech"),
            (FUNCTION_WORDS, "a small word"),
        )

    def of_name(self, draft: Draft, name: Name, seen: Sequence[int]) -> Signs:
        """Return the signs of a name that stands.

        Parameters
        ----------
        seen
            For each token the number of the model's name that takes it in, -1 for none.
        """
        source, kind, known = name.found_by, name.entity.type, name.entity.known
        extent = Extent(name.first, name.last, name.start - draft.tokens.spans[name.first][0], kind)
        relation, step = _relation(draft.model_names, extent, seen)
        of_source = self._of_source[source, kind, known.kind if known is not None else "", relation, step]
        by = f"stands {kind}"
        groups = of_source, *self._shape(draft, extent, by)
        return Signs(extent, groups, words=_words(draft.tokens, extent, by))

    def of_model_name(self, draft: Draft, extent: Extent, score: float, inside: Sequence[Name]) -> Signs:
        """Return the signs of a name that the model sees, `inside` the names that begin in it."""
        words = extent.last - extent.first
        by = f"model {extent.type}"
        odds = min(max(score, _MIN_SCORE), 1 - _MIN_SCORE)
        logit = max(-MAX_LOGIT, min(MAX_LOGIT, math.log(odds / (1 - odds))))
        length = str(words) if words < LONG_NAME_WORDS else "more"
        around = _around(inside, words) if inside or draft.is_free(extent.first, extent.last) else "a part"
        named = (
            by,
            f"{by}, {length}, {int(score * SCORE_STEPS)}",
            f"{by}, around: {around}",
            f"model {length}, around: {around}",
        )
        groups = named, *self._shape(draft, extent, by)
        return Signs(extent, groups, logit, f"{by}, {length}, score", _words(draft.tokens, extent, by))

    def _shape(self, draft: Draft, extent: Extent, by: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return what the words of a name and those beside it tell; `by` says who found it, and its type."""
        first, last, skip, kind = extent
        tokens = draft.tokens
        words = (tokens.words[first][skip:], *tokens.words[first + 1 : last])
        marked = bool(first) and not _QUOTES.isdisjoint(tokens.gaps[first - 1])
        closed = marked and not _QUOTES.isdisjoint(tokens.gaps[last - 1])
        beside = by, self._before(tokens, first), self._behind(draft, last), marked, closed
        return self._of_words[by, kind, words, skip > 0], self._of_neighbours[beside]

    def _read_words(self, told: tuple[str, EntityType, tuple[str, ...], bool]) -> tuple[str, ...]:
        """Return what the words of a name tell: their number, the first, how common they are."""
        by, kind, words, peeled = told
        bare, count = words[0], min(len(words), MAX_WORDS_TOLD)
        signs = [f"{by}, {count} words", f"{by} opens with {self._opening[bare]}", *self._of_kinds(words, by, kind)]
        if peeled:
            signs.append(f"{by}, a proclitic off")
        if bare.isascii():
            signs.append(f"{by} in Latin letters")
        if words[-1].isdigit():
            signs.append(f"{by} ends with a number")
        if count == 1 and len(bare) <= FEW_LETTERS:
            signs.append(f"{by}, few letters")
        if count == 1 and bare.startswith(ARTICLE):
            signs.append(f"{by} with the article{', like an adjective' if bare.endswith(('ي', 'يه')) else ''}")
        return tuple(signs)

    def _of_kinds(self, words: Sequence[str], by: str, kind: EntityType) -> list[str]:
        """Return how common the words of a name are, and how many are names of people."""
        kinds = [self._word_kinds[word] for word in words]
        common = sum([each.common for each in kinds])
        lot = "all" if common == len(kinds) else "some" if common else "none"
        length = "one word" if len(words) == 1 else "words"
        signs = [f"{by}, {length}, common: {lot}"]
        if kind == "PER":
            listed = sum([each.given or each.family for each in kinds])
            signs.append(f"{by}, {length}, listed: {listed if len(words) < LONG_NAME_WORDS else 'of many'}")
        elif any(each.given for each in kinds):
            signs.append(f"{by} with a given name")
        return signs

    def _before(self, tokens: Tokens, first: int) -> str:
        """Return what stands before a name."""
        gap = tokens.gaps[first - 1] if first else "\n"
        if gap != " ":
            return "a line's end" if "\n" in gap else "a sign"
        return self._word_before[tokens.words[first - 1]]

    def _behind(self, draft: Draft, last: int) -> str:
        """Return what stands behind a name."""
        tokens = draft.tokens
        gap = tokens.gaps[last - 1] if last < len(tokens.words) else "\n"
        if gap != " ":
            return "a line's end" if "\n" in gap else "a bracket" if "(" in gap else "a sign"
        return "a name" if draft.is_taken(last) else self._word_behind[tokens.words[last]]

    def _read_opening(self, word: str) -> str:
        generic = _generic(word) or (word.startswith(ARTICLE) and word[2:] in KEPT and "a definite generic word")
        listed = generic or next((label for words, label in self._openings if word in words), "")
        if listed:
            return listed
        return "an article" if word.startswith(ARTICLE) else "a digit" if word[:1].isdigit() else "a word"

    def _read_word_before(self, word: str) -> str:
        listed = _generic(word) or next((label for words, label in self._words_before if word in words), "")
        return listed or ("an article" if word.startswith(DEFINITE) else "a word")

    def _read_word_behind(self, word: str) -> str:
        if word in self._demonyms:
            return "a nationality"
        opening = next((opening for opening in _BEHIND if word.startswith(opening)), "")
        return opening or ("a number" if word[:1].isdigit() else "speech" if word in SPEECH else "a word")


def _words(tokens: Tokens, extent: Extent, by: str) -> tuple[str, ...]:
    """Return what each word of a name, and each beside it, tells by itself."""
    first, last, skip, kind = extent
    words = tokens.words
    length = "one word" if last - first == 1 else "words"
    return (
        f"{by}, {length}, first: {words[first][skip:]}",
        f"{by}, {length}, last: {words[last - 1][skip if last - first == 1 else 0 :]}",
        *(f"{kind} around: {word}" for word in words[first + 1 : last - 1][:MAX_INNER_WORDS]),
        f"{by} behind: {words[first - 1] if first else ''}",
        f"{by} before: {words[last] if last < len(words) else ''}",
    )


def seen_by_model(names: Sequence[ModelName], tokens: int) -> list[int]:
    """Return for each token the number of the model's name that takes it in, -1 for none."""
    seen = [-1] * tokens
    for number, name in enumerate(names):
        seen[name.first : name.last] = [number] * (name.last - name.first)
    return seen


def _read_source(told: tuple[str, EntityType, str, str, int]) -> tuple[str, ...]:
    """Return what the pass that found a name tells, the kind of what the lexicon knows, and what the model sees."""
    source, kind, known_kind, relation, step = told
    known = (f"a {known_kind}", f"a {known_kind}, the model: {relation}")
    return (
        f"{source} {kind}",
        f"{source}, the model: {relation}",
        f"{kind}, the model: {relation}, {step}",
        *(known if known_kind else (f"{source} {kind}, the model: {relation}",)),
    )


def _read_neighbours(told: tuple[str, str, str, bool, bool]) -> tuple[str, ...]:
    """Return what stands beside a name, quotation marks too."""
    by, before, behind, marked, closed = told
    marks = (f"{by} {'in' if closed else 'behind'} quotation marks",) if marked else ()
    return (f"{by} behind {before}", f"{by} before {behind}", *marks)


def _generic(word: str) -> str:
    if word in KEPT:
        return f"a generic {KEPT[word]} word"
    return f"a generic {DROPPED[word]} word that is no part" if word in DROPPED else ""


def _relation(names: Sequence[ModelName], extent: Extent, seen: Sequence[int]) -> tuple[str, int]:
    """Return how what the model sees stands to a name, and a step of its score."""
    first, last, _, kind = extent
    numbers = sorted({number for number in seen[first:last] if number >= 0})
    if not numbers:
        return "nothing", 0
    name = names[numbers[0]]
    step = int(name.score * RELATION_STEPS)
    if len(numbers) > 1:
        return "several names", step
    same = "it" if name.type == kind else name.type
    if (name.first, name.last) == (first, last):
        return same, step
    if name.first <= first and last <= name.last:
        return f"{same}, longer", step
    return f"{same}, shorter" if first <= name.first and name.last <= last else f"{same}, crossing", step


def _around(inside: Sequence[Name], words: int) -> str:
    """Return what names stand inside of one of the model's of so many words."""
    if not inside:
        return "nothing"
    if len(inside) > 1:
        return "several names"
    name = inside[0]
    source = "known" if name.entity.known is not None else name.found_by
    length = name.last - name.first
    return f"{source} {name.entity.type}, {'all' if length == words else 'one word' if length == 1 else 'words'}"
