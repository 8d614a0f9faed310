"""What may be said in a text: each stretch that could be a quote, with what speaks for it or against it."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final, NamedTuple

from agents.arabic.tokens import Tokens
from agents.tag_entities.quotes.phrases import read_phrase
from agents.tag_entities.quotes.speech_text import FoundQuote, SpeechText, SpeechVerb
from agents.tag_entities.words.speech import CONTINUING

_SIZES: Final = (3, 5, 8, 12, 20, 40)
"""Bounds of the classes of length, in words."""
_DISTANCES: Final = (0, 1, 2, 4, 7, 12, 20, 32)
"""Bounds of the classes of distance, in words."""


class Candidate(NamedTuple):
    """A stretch that may be said."""

    quote: FoundQuote
    features: list[str]
    """What the judge weighs; each begins with the kind of candidate."""


def size_class(words: int) -> str:
    """Return the class of a length in words."""
    return f"size {bisect_left(_SIZES, words)}"


def distance_class(words: int) -> str:
    """Return the class of a distance in words."""
    return f"distance {bisect_left(_DISTANCES, words)}"


def featured(kind: str, features: Iterable[str]) -> list[str]:
    """Return features under the name of their kind of candidate."""
    return [kind, *[f"{kind}: {feature}" for feature in features]]


class VerbFeatures:
    """What the verbs of one text tell about what stands behind them."""

    def __init__(self, text: SpeechText) -> None:
        self._text = text
        self._known: dict[int, list[str]] = {}

    def of(self, number: int) -> list[str]:
        """Return what a verb tells."""
        known = self._known.get(number)
        if known is None:
            known = self._known[number] = self._read(number)
        return known

    def _read(self, number: int) -> list[str]:
        text, verb = self._text, self._text.verbs[number]
        words, behind = text.tokens.words, verb.position + 1
        features = [
            f"form {verb.speech.form}",
            f"lemma {verb.speech.lemma}",
            subject_feature(verb),
            f"behind {read_phrase(text.tokens, behind).kind}",
            f"joined {words[verb.position].startswith(('و', 'ف'))}",
            f"goes on {verb.speech.lemma in CONTINUING}",
        ]
        if verb.subject is None and behind < len(words):
            features.append(f"subject word {words[behind]}")
        return features


def subject_feature(verb: SpeechVerb) -> str:
    """Return what is known of a verb's subject."""
    if verb.subject is not None:
        return f"subject {verb.subject.type}"
    return "subject likely" if verb.named else "subject unnamed" if verb.anonymous else "subject open"


def gap_sign(gap: str) -> str:
    """Return the sign that tells most about a gap between two words."""
    for sign in "\n:،,-–—(؛.؟!":
        if sign in gap:
            return "," if sign == "،" else sign
    return gap.strip()


def is_parted(tokens: Tokens, first: int, last: int, marks: str) -> bool:
    """Whether one of some marks stands between tokens, save behind a comma or a single letter: د. محمد."""
    signs = "".join(tokens.gaps[first:last])
    return any(mark in signs for mark in marks) and any(
        tokens.parted(at, marks)
        and not (len(tokens.words[at]) == 1 and tokens.between(at).strip() == ".")
        and "،" not in tokens.between(at)
        for at in range(first, last)
    )
