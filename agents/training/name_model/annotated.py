"""The annotated news as sentences of the name model: its tokens, proclitics on them, and flat spans."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from agents.arabic.folding import fold_with_offsets
from agents.arabic.tokens import tokenize
from agents.evaluate.conll import Sentence, Span
from agents.tag_entities.fields import ReadText
from agents.tag_entities.find.model_text import Sentences, sentences
from agents.training.annotations import records
from agents.training.annotations.convert import part_of
from agents.training.annotations.records import Annotated, Thing
from agents.training.annotations.texts import Texts


class News(NamedTuple):
    """Annotated articles, each as its sentences: those to train on, and those that are kept to measure."""

    train: list[list[Sentence]]
    held_out: list[list[Sentence]]


def news(root: Path, left_out: int | None = None) -> News:
    """Return the project's annotated news, with the texts of a data folder.

    Parameters
    ----------
    left_out
        The part of the training articles that is kept to measure, in place of those held out.
    """
    texts = Texts(root)
    out = News([], [])
    for article in records.read():
        if article.held_out and left_out is not None:
            continue
        text = texts.text(article.set, article.row, article.letters, article.sha256)
        is_kept = article.held_out or part_of(article.id) == left_out
        (out.held_out if is_kept else out.train).append(sentences_of(text, article))
    return out


def sentences_of(text: str, article: Annotated) -> list[Sentence]:
    """Return the sentences of an article, with the outermost of the names that stand in each."""
    folded = fold_with_offsets(text)
    read = ReadText(text, folded, tokenize(folded.text))
    cut = sentences(read.tokens, read.published)
    word_of = _words_of_tokens(cut, len(read.tokens.words))
    starts, ends = zip(*(folded.span(*span) for span in read.tokens.spans), strict=True)
    spans: list[list[Span]] = [[] for _ in cut.words]
    for start, end, kind in _outermost(_names(article.entities)):
        first, last = bisect_right(ends, start), bisect_left(starts, end) - 1
        if first > last:
            continue
        (sentence, word), (sentence_behind, last_word) = word_of[first], word_of[last]
        if sentence == sentence_behind and (not spans[sentence] or spans[sentence][-1][1] <= word):
            spans[sentence].append((word, last_word + 1, kind))
    return [Sentence(words, of) for words, of in zip(cut.words, spans, strict=True) if words]


def _words_of_tokens(cut: Sentences, tokens: int) -> list[tuple[int, int]]:
    """Return each token's sentence and word; a word may be several tokens, of which `cut` gives the first."""
    known = {
        position: (sentence, word)
        for sentence, positions in enumerate(cut.positions)
        for word, position in enumerate(positions)
        if position >= 0
    }
    found: list[tuple[int, int]] = []
    for token in range(tokens):
        found.append(known[token] if token in known else found[-1])
    return found


def _names(things: Iterable[Thing]) -> Iterator[Span]:
    """Yield the places of things with their types; of a place with two names inside each other the shorter one.

    What stands in front of it there, such as `مدينة`, is outside in the older corpora, too.
    """
    for thing in things:
        for start, end in thing.places:
            is_around = any(
                (start, end) != (first, last) and start <= first and last <= end for first, last in thing.places
            )
            if thing.type != "LOC" or not is_around:
                yield start, end, thing.type


def _outermost(names: Iterable[Span]) -> Iterator[Span]:
    """Yield the names that stand in no other, in order."""
    free = 0
    for start, end, kind in sorted(names, key=lambda name: (name[0], -name[1], name[2])):
        if start >= free:
            yield start, end, kind
            free = end
