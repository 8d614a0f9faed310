"""The lexicon of chrome: what a line says that makes it no part of an article."""

import functools
from typing import NamedTuple

from agents.arabic import wordlist
from agents.arabic.memo import Memo
from agents.clean.read.line_words import split

MAX_START_WORDS = 16
"""The longest line, in words, that an opening phrase makes chrome."""
MAX_ANY_WORDS = 24
"""The longest line that a phrase within it makes chrome."""
_MAX_WHOLE_WORDS = 10
_MAX_GAP_WORDS = 4
"""How many words a `*` stands for, at most."""
_FUNCTION_WORDS = wordlist.load("agents.clean", "lines.toml").words("function_words")
_MIN_WORD_LETTERS = 3
"""Letters of a word that are left without its article."""
_ARTICLE = "ال"


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
        """Return the phrases that can go on with a word."""
        return self.by_next.get(word, self.others)


def _branch(phrases: list[_Phrase]) -> _Branch:
    """Sort phrases by the word behind their anchor."""
    phrases = sorted(phrases, key=lambda phrase: (phrase.how != "strong", -len(phrase.words)))
    following = [(*phrase.words[phrase.anchor + 1 :], "*")[0] for phrase in phrases]
    free = [word in ("*", "#") for word in following]

    def going_on(word: str) -> list[_Phrase]:
        return [phrase for phrase, own, any_ in zip(phrases, following, free, strict=True) if any_ or own == word]

    return _Branch({word: going_on(word) for word in following if word not in ("*", "#")}, going_on(""))


class PhraseLexicon(NamedTuple):
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
    strong_anchors: frozenset[str]
    """Those of them that lead to a strong phrase, the only ones that count in a long line."""

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
        if count > MAX_ANY_WORDS:
            return None if self.strong_anchors.isdisjoint(words) else self._anywhere(words, strong_only=True)
        first = words[0]
        bare = _BARE[first]
        if count == len(words) <= _MAX_WHOLE_WORDS and bare in self.openers:
            reason = self.whole.get(" ".join(map(_BARE.__getitem__, words)))
            if reason is not None:
                return Match(reason, "whole", count)
        found = None
        if count <= MAX_START_WORDS and (first in self.start or first.isdigit()):
            found = self._start(words)
        if found is None and not self.anchors.isdisjoint(words):
            found = self._anywhere(words, strong_only=False)
        if found is None and count == len(words) and (bare in self.vocabulary or _means_nothing(first)):
            found = self._vocabulary(words)
        return found

    def said_by(self, words: list[str]) -> str | None:
        """Return the reason of words that are a whole phrase."""
        return self.whole.get(" ".join(map(_BARE.__getitem__, words)))

    def opened_by(self, words: list[str]) -> Match | None:
        """Find the phrase that opens a line of any length, and needs no colon behind it."""
        found = self._start(words) if words[0] in self.start else None
        return found if found is not None and found.how == "start" else None

    def is_chrome(self, words: list[str], outlet: frozenset[str]) -> bool:
        """Whether words are a whole phrase, or all of the trade or the outlet's name."""
        bare = list(map(_BARE.__getitem__, words))
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
        """Whether there is nothing in a line but words of the trade."""
        reasons: dict[str, int] = {}
        for word in words:
            reason = self.vocabulary.get(_BARE[word])
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
    """Whether a word is a number or a mark, which may stand beside any other."""
    return word.isdigit() or word in "#+©"


def _without_article(word: str) -> str:
    """Return a word without its article: «الموضوعات المتعلقة» and «موضوعات متعلقة» are one label."""
    bare = word.removeprefix(_ARTICLE)
    return bare if len(bare) >= _MIN_WORD_LETTERS else word


_BARE: Memo[str, str] = Memo(1 << 16, _without_article)
"""Words without their article."""


def _ends(phrase: tuple[str, ...], words: list[str], at: int) -> int:
    """Return the index after a phrase that stands at `at`, or 0 when it does not stand there."""
    size = len(words)
    for index, part in enumerate(phrase):
        if part == "*":
            rest = phrase[index + 1 :]
            for gap in range(1, _MAX_GAP_WORDS + 1):
                end = _ends(rest, words, at + gap) if at + gap < size else 0
                if end:
                    return end
            return 0
        if at >= size or not (words[at] == part or (part == "#" and words[at].isdigit())):
            return 0
        at += 1
    return at


def _anchor(words: tuple[str, ...]) -> int:
    """Return the place of a phrase's first word that is worth looking for; what stands before it is of fixed length."""
    for index, word in enumerate(words):
        if word == "*":
            break
        if word not in _FUNCTION_WORDS and word != "#":
            return index
    return 0


@functools.cache
def load() -> PhraseLexicon:
    """Read the lexicon that the program carries."""
    table = wordlist.load("agents.clean", "phrases.toml")
    whole: dict[str, str] = {}
    start: dict[str, list[_Phrase]] = {}
    anywhere: dict[str, list[_Phrase]] = {}
    vocabulary: dict[str, str] = {}
    for reason in table.keys_of():
        lists = {how: table.as_written(f"{reason}.{how}") for how in table.keys_of(reason)}
        for text in lists.get("whole", ()):
            whole.setdefault(" ".join(map(_BARE.__getitem__, split(text))), reason)
        for how, target in (("start", start), ("label", start), ("any", anywhere), ("strong", anywhere)):
            for text in lists.get(how, ()):
                words = tuple(split(text))
                anchor = _anchor(words) if target is anywhere else 0
                target.setdefault(words[anchor], []).append(_Phrase(words, reason, how, anchor))
        for text in lists.get("words", ()):
            for word in split(text):
                vocabulary.setdefault(_BARE[word], reason)
    begun, within = ({word: _branch(found) for word, found in target.items()} for target in (start, anywhere))
    openers = frozenset(text.partition(" ")[0] for text in whole)
    strong = frozenset(word for word, found in anywhere.items() if any(phrase.how == "strong" for phrase in found))
    return PhraseLexicon(whole, begun, within, vocabulary, openers, frozenset(within), strong)
