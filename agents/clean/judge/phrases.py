"""The lexicon of chrome: what a line says that makes it no part of an article."""

import functools
import tomllib
from importlib import resources
from typing import NamedTuple

from agents.clean.read.line_words import split

START_WORDS = 16
"""The longest line, in words, that an opening phrase makes chrome."""
ANY_WORDS = 24
"""The longest line that a phrase within it makes chrome."""
_MOST_WHOLE = 10
_GAP = 4
"""How many words a `*` stands for, at most."""
_FUNCTION_WORDS = frozenset(split("في من عن على إلى أو و مع لا هذا هذه إن عبر حول ال"))


class Match(NamedTuple):
    """A phrase found in a line."""

    reason: str
    how: str
    """`whole`, `start`, `label`, `any`, `strong` or `words`."""
    end: int
    start: int = 0
    """Where in the words it begins."""


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    reason: str
    how: str
    anchor: int
    """Where its first word stands that is not in every text."""


class _Branch(NamedTuple):
    """Phrases that one word leads to, the strong ones first, then the longest."""

    by_next: dict[str, list[_Phrase]]
    """Those that can stand where this is the word behind it; they are in `others` too where any word will do."""
    others: list[_Phrase]

    def before(self, word: str) -> list[_Phrase]:
        """Give the phrases that can go on with a word."""
        return self.by_next.get(word, self.others)


def _branch(phrases: list[_Phrase]) -> _Branch:
    """Sort phrases by the word behind their anchor."""
    phrases = sorted(phrases, key=lambda phrase: (phrase.how != "strong", -len(phrase.words)))
    following = [(*phrase.words[phrase.anchor + 1 :], "*")[0] for phrase in phrases]
    free = [word in ("*", "#") for word in following]

    def going_on(word: str) -> list[_Phrase]:
        return [phrase for phrase, own, any_ in zip(phrases, following, free, strict=True) if any_ or own == word]

    return _Branch({word: going_on(word) for word in following if word not in ("*", "#")}, going_on(""))


class Phrases(NamedTuple):
    """The compiled lexicon.

    `start` is keyed by a phrase's first word, `anywhere` by its first word that is not in every text; `whole` and
    `vocabulary` hold words without the article.
    """

    whole: dict[str, str]
    start: dict[str, _Branch]
    anywhere: dict[str, _Branch]
    vocabulary: dict[str, str]
    openers: frozenset[str]
    """The first words of `whole`."""
    anchors: frozenset[str]
    """The words of `anywhere`."""

    def match(self, words: list[str], count: int) -> Match | None:
        """Find what a line says.

        Parameters
        ----------
        words
            Its words as `split` gives them; of a long line the first ones are enough.
        count
            How many words the line has.
        """
        if not words:
            return None
        if count > ANY_WORDS:
            return None if self.anchors.isdisjoint(words) else self._anywhere(words, strong_only=True)
        first = words[0]
        bare = _bare(first)
        if count == len(words) <= _MOST_WHOLE and bare in self.openers:
            reason = self.whole.get(" ".join(map(_bare, words)))
            if reason is not None:
                return Match(reason, "whole", count)
        found = None
        if count <= START_WORDS and (first in self.start or first.isdigit()):
            found = self._start(words)
        if found is None and not self.anchors.isdisjoint(words):
            found = self._anywhere(words, strong_only=False)
        if found is None and count == len(words) and (bare in self.vocabulary or _means_nothing(first)):
            found = self._vocabulary(words)
        return found

    def said_by(self, words: list[str]) -> str | None:
        """Give the reason of words that are a whole phrase."""
        return self.whole.get(" ".join(map(_bare, words)))

    def opened_by(self, words: list[str]) -> Match | None:
        """Find the phrase that opens a line of any length, and needs no colon behind it."""
        found = self._start(words) if words[0] in self.start else None
        return found if found is not None and found.how == "start" else None

    def is_chrome(self, words: list[str], outlet: frozenset[str]) -> bool:
        """Say whether words are a whole phrase, or all of the trade or the outlet's name."""
        bare = list(map(_bare, words))
        return " ".join(bare) in self.whole or all(
            word in self.vocabulary or word.isdigit() or whole in outlet
            for word, whole in zip(bare, words, strict=True)
        )

    def _start(self, words: list[str]) -> Match | None:
        branch = self.start.get(words[0]) or (self.start.get("#") if words[0].isdigit() else None)
        if branch is None:
            return None
        for phrase in branch.before(words[1] if len(words) > 1 else ""):
            end = _ends(phrase.words, words, 0)
            if end:
                return Match(phrase.reason, phrase.how, end)
        return None

    def _anywhere(self, words: list[str], *, strong_only: bool) -> Match | None:
        for index, word in enumerate(words):
            branch = self.anywhere.get(word)
            if branch is None:
                continue
            for phrase in branch.before(words[index + 1] if index + 1 < len(words) else ""):
                start = index - phrase.anchor
                if start >= 0 and (phrase.how == "strong" or not strong_only):
                    end = _ends(phrase.words, words, start)
                    if end:
                        return Match(phrase.reason, phrase.how, end, start)
        return None

    def _vocabulary(self, words: list[str]) -> Match | None:
        """Say whether there is nothing in a line but words of the trade."""
        reasons: dict[str, int] = {}
        for word in words:
            reason = self.vocabulary.get(_bare(word))
            if reason is None:
                if _means_nothing(word):
                    continue
                return None
            if word not in _FUNCTION_WORDS:
                reasons[reason] = reasons.get(reason, 0) + 1
        if not reasons:
            return None
        return Match(max(reasons, key=lambda reason: reasons[reason]), "words", len(words))


def _means_nothing(word: str) -> bool:
    """Say whether a word is a number or a mark, which may stand beside any other."""
    return word.isdigit() or word in "#+©"


@functools.lru_cache(maxsize=1 << 16)
def _bare(word: str) -> str:
    """Take the article off a word: «الموضوعات المتعلقة» and «موضوعات متعلقة» are one label."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word  # noqa: PLR2004 - a word is left


def _ends(phrase: tuple[str, ...], words: list[str], at: int) -> int:
    """Give the index after a phrase that stands at `at`, or 0 when it does not stand there."""
    size = len(words)
    for index, part in enumerate(phrase):
        if part == "*":
            rest = phrase[index + 1 :]
            for gap in range(1, _GAP + 1):
                end = _ends(rest, words, at + gap) if at + gap < size else 0
                if end:
                    return end
            return 0
        if at >= size or not (words[at] == part or (part == "#" and words[at].isdigit())):
            return 0
        at += 1
    return at


def _anchor(words: tuple[str, ...]) -> int:
    """Give the place of a phrase's first word that is worth looking for; what stands before it is of fixed length."""
    for index, word in enumerate(words):
        if word == "*":
            break
        if word not in _FUNCTION_WORDS and word != "#":
            return index
    return 0


@functools.cache
def load() -> Phrases:
    """Read the lexicon that the program carries."""
    tables = tomllib.loads((resources.files("agents.clean") / "words" / "phrases.toml").read_text("utf-8"))
    whole: dict[str, str] = {}
    start: dict[str, list[_Phrase]] = {}
    anywhere: dict[str, list[_Phrase]] = {}
    vocabulary: dict[str, str] = {}
    for reason, table in tables.items():
        for text in table.get("whole", ()):
            whole.setdefault(" ".join(map(_bare, split(text))), reason)
        for kind, target in (("start", start), ("label", start), ("any", anywhere), ("strong", anywhere)):
            for text in table.get(kind, ()):
                words = tuple(split(text))
                anchor = _anchor(words) if target is anywhere else 0
                target.setdefault(words[anchor], []).append(_Phrase(words, reason, kind, anchor))
        for text in table.get("words", ()):
            for word in split(text):
                vocabulary.setdefault(_bare(word), reason)
    begun, within = ({word: _branch(found) for word, found in target.items()} for target in (start, anywhere))
    openers = frozenset(text.partition(" ")[0] for text in whole)
    return Phrases(whole, begun, within, vocabulary, openers, frozenset(within))
