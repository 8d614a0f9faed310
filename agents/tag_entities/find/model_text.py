"""Give a text to the name model in the form that it reads, and bring its spans back to the text's tokens."""

from collections.abc import Callable, Container, Sequence
from typing import NamedTuple

from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import ModelName

_ENDS = frozenset(".!؟?")

Spans = Callable[[Sequence[Sequence[str]]], Sequence[Sequence[tuple[int, int, str, float]]]]
"""What a model does: sentences of tokens in, spans of each out."""


class Sentences(NamedTuple):
    """A text's sentences for the model, and for each of their tokens the text's token, -1 for a punctuation mark."""

    words: list[list[str]]
    places: list[list[int]]


def windows(cut: Sentences, hot: Container[int], reach: int) -> Sentences:
    """Keep of sentences the stretches around the tokens that the model should judge.

    Parameters
    ----------
    hot
        Tokens of the text.
    reach
        Words that the model sees on either side of one of these: its verdict on one rests on no more.
    """
    kept = Sentences([], [])
    for words, places in zip(cut.words, cut.places, strict=True):
        end = -1
        start = 0
        for at, place in enumerate(places):
            if place not in hot:
                continue
            if at - reach > end:
                if end >= 0:
                    kept.words.append(words[start:end])
                    kept.places.append(places[start:end])
                start = max(0, at - reach)
            end = min(len(words), at + reach + 1)
        if end >= 0:
            kept.words.append(words[start:end])
            kept.places.append(places[start:end])
    return kept


def sentences(tokens: Tokens, shown: Callable[[int, int], str] | None = None) -> Sentences:
    """Cut a text into sentences of words and single punctuation marks; letters and digits that touch are one word.

    Words are as the tokens have them, folded, or what `shown` gives for their stretches of the folded text.
    """
    words: list[str] = []
    places: list[int] = []
    cut = Sentences([words], [places])
    gap = ""
    forms = tokens.words if shown is None else [shown(*span) for span in tokens.spans]
    for at, (word, behind) in enumerate(zip(forms, tokens.gaps, strict=True)):
        if gap != " ":
            if not gap and words:
                words[-1] += word
                gap = behind
                continue
            for sign in gap:
                if not sign.isspace():
                    words.append(sign)
                    places.append(-1)
            if words and ("\n" in gap or (not _ENDS.isdisjoint(gap) and gap[-1:].isspace())):
                words, places = [], []
                cut.words.append(words)
                cut.places.append(places)
        words.append(word)
        places.append(at)
        gap = behind
    return cut


def names_in_text(
    cut: Sentences, found: Sequence[Sequence[tuple[int, int, str, float]]], tokens: Tokens
) -> list[ModelName]:
    """Bring the model's spans of a text's sentences back to the text's tokens, in order."""
    names: list[ModelName] = []
    for places, spans in zip(cut.places, found, strict=True):
        for first, last, kind, score in spans:
            inside = [place for place in places[first:last] if place >= 0]
            if inside:
                end = inside[-1] + 1
                while end < len(tokens.words) and tokens.spans[end][0] == tokens.spans[end - 1][1]:
                    end += 1  # a word that the model saw as one
                names.append(ModelName(inside[0], end, kind, score))  # type: ignore[arg-type] # the model's types are ours
    return names
