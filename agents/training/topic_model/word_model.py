"""The word model: taught by what seed phrases, sections and classes say about tens of thousands of texts."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from agents.arabic.folding import fold
from agents.tag_topics.classifier import Classifier
from agents.tag_topics.concepts.tree import Tree
from agents.tag_topics.evidence.classes import NAMES
from agents.tag_topics.evidence.vocabulary import LETTERS, PREFIXES
from agents.tag_topics.evidence.words import Bag, WordModel
from agents.tag_topics.evidence.zones import zones
from agents.tag_topics.model import Model
from agents.training.topic_model import logistic
from agents.training.topic_model.corpus import Text
from streams.records.tagged import TaggedArticle

MIN_TEXTS_OF_WORD = 15
"""In how many texts a word stands that is learned."""
MIN_TEXTS_OF_CONCEPT = 40
"""Of how many texts a concept must be nearly likelier than not, to be learned."""
MIN_PROBABILITY = 0.4
"""From which on it nearly is."""
SURE_PROBABILITY = 0.9
"""The probability of what a section or a class says."""
LABELLED_WEIGHT = 8
"""How many texts with weak labels one counts that a reader has labelled."""
CHUNK_TEXTS = 256
_MIN_WORD_LETTERS, _MAX_WORD_LETTERS = 2, 24
_BARE_SHARE = 0.15
"""How often a word without what is glued to it must stand, to that with it, to be learned in its place."""


def vocabulary(articles: Sequence[TaggedArticle]) -> tuple[str, ...]:
    """Return the words that are worth learning, the commonest first, without what is glued in front of them."""
    surfaces: Counter[str] = Counter()
    for article in articles:
        surfaces.update({word for zone in zones(article) for word in zone})
    folded: Counter[str] = Counter()
    for surface, count in surfaces.items():
        for part in LETTERS.findall(fold(surface)):
            if not part.isdigit() and _MIN_WORD_LETTERS <= len(part) <= _MAX_WORD_LETTERS:
                folded[part] += count

    def bare(word: str, count: int) -> bool:
        rests = (word[len(prefix) :] for prefix in PREFIXES if word.startswith(prefix))
        return not any(
            len(rest) > _MIN_WORD_LETTERS and folded[rest] >= max(MIN_TEXTS_OF_WORD, _BARE_SHARE * count)
            for rest in rests
        )

    kept = [word for word, count in folded.items() if count >= MIN_TEXTS_OF_WORD and bare(word, count)]
    return tuple(sorted(kept, key=lambda word: (-folded[word], word)))


class Lessons(NamedTuple):
    """Texts, and how likely each concept is for each."""

    bags: list[Bag]
    likely: NDArray[np.float32]
    """Shape: texts, topics."""


def marked(classifier: Classifier, texts: Sequence[Text]) -> Lessons:
    """Return how likely each concept is for each text, by seed phrases and by what is known."""
    tree = classifier.tree
    likely = np.zeros((len(texts), len(tree.topics)), np.float32)
    bags: list[Bag] = []
    for start in range(0, len(texts), CHUNK_TEXTS):
        some = texts[start : start + CHUNK_TEXTS]
        signals = classifier.signals([text.article for text in some])
        scores = classifier.scores(signals)
        for row, text in zip(scores, some, strict=True):
            for topic in text.topics:
                row[tree.numbers[topic]] = max(row[tree.numbers[topic]], SURE_PROBABILITY)
        likely[start : start + CHUNK_TEXTS] = tree.raised(scores)
        bags += signals.bags
    return Lessons(bags, likely)


def lessons(classifier: Classifier, articles: Sequence[TaggedArticle], likely: NDArray[np.float32]) -> Lessons:
    """Return texts and probabilities together."""
    starts = range(0, len(articles), CHUNK_TEXTS)
    bags = [bag for start in starts for bag in classifier.signals(articles[start : start + CHUNK_TEXTS]).bags]
    return Lessons(bags, likely)


def together(weak: Lessons, sure: Lessons, chosen: NDArray[np.bool_]) -> Lessons:
    """Return lessons with some that are sure added, each LABELLED_WEIGHT times."""
    bags = [bag for bag, wanted in zip(sure.bags, chosen.tolist(), strict=True) if wanted]
    return Lessons(
        weak.bags + bags * LABELLED_WEIGHT, np.concatenate([weak.likely] + [sure.likely[chosen]] * LABELLED_WEIGHT)
    )


def untaught(vocabulary: Sequence[str]) -> WordModel:
    """Return a word model that knows no concepts."""
    size = len(vocabulary) + 1
    return WordModel(np.zeros((size, 0), np.int8), np.zeros(0), np.zeros(0), np.ones(size, np.int64))


def teach(model: Model, lessons: Lessons, tree: Tree) -> Model:
    """Return the model with a word model that these lessons teach."""
    chosen = np.flatnonzero((lessons.likely > MIN_PROBABILITY).sum(axis=0) >= MIN_TEXTS_OF_CONCEPT)
    words = _fitted(lessons.bags, lessons.likely[:, chosen], len(model.vocabulary) + 1)
    return model._replace(words=words, concepts=tuple(tree.topics[number] for number in chosen.tolist()))


def teach_classes(model: Model, classifier: Classifier, texts: Sequence[Text]) -> Model:
    """Return the model with the classes that these texts, whose source is their class, teach."""
    known = np.array([[text.source == name for name in NAMES] for text in texts], np.float32)
    taught = lessons(classifier, [text.article for text in texts], known)
    return model._replace(classes=_fitted(taught.bags, known, len(model.vocabulary) + 1, rounds=20))


def _fitted(bags: Sequence[Bag], likely: NDArray[np.float32], size: int, rounds: int = 8) -> WordModel:
    counts = sparse.csr_matrix(
        (
            np.concatenate([bag.weights for bag in bags]).astype(np.float32),
            np.concatenate([bag.rows for bag in bags]),
            np.cumsum([0, *(len(bag.rows) for bag in bags)]),
        ),
        (len(bags), size),
    )
    in_texts = np.bincount(counts.indices, minlength=size)
    rarity = np.rint(16 * np.log((len(bags) + 1) / (in_texts + 1))).astype(np.int64)
    rarity[0] = 0
    weighted = counts @ sparse.diags(rarity.astype(np.float32))
    lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    unit = sparse.csr_matrix(sparse.diags(1 / np.maximum(lengths, 1)).astype(np.float32) @ weighted)
    weights, bias = logistic.fit_words(unit, likely, rounds=rounds)
    of_words = weights * rarity[:, None]
    scale = np.maximum(np.abs(of_words).max(axis=0), 1e-9) / 127
    whole = np.rint(of_words / scale).astype(np.int8)
    return WordModel(whole, scale.astype(np.float64), bias.astype(np.float64), rarity)
