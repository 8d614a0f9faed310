"""The word model: taught by what seed phrases, sections and classes say about tens of thousands of texts."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

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
from agents.training.topic_model.targets import Targets
from streams.records.tagged import TaggedArticle

MIN_TEXTS_OF_WORD = 20
"""In how many texts a word stands that is learned."""
MIN_TEXTS_OF_CONCEPT = 40
"""Of how many texts a concept must be nearly likelier than not, to be learned."""
MIN_PROBABILITY = 0.4
"""From which on it nearly is."""
SURE_PROBABILITY = 0.9
"""The probability of what a section or a class says."""
MIN_LABELLED_OF_CONCEPT = 4
"""To how many labelled articles a reader must have given a concept that it is learned from them, whatever texts say."""
WEAK_SHARE = 0.8
"""How far what texts with weak labels taught is believed, to how often labelled articles have a concept."""
PENALTY = 4e-5
"""Of what labelled articles add to that, in squared weights."""
PACE = logistic.Pace(rounds=14, rate=0.03, batch=512)
"""Of learning from labelled articles."""
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


def bags_of(classifier: Classifier, articles: Sequence[TaggedArticle]) -> list[Bag]:
    """Return the words of articles that the model may know."""
    starts = range(0, len(articles), CHUNK_TEXTS)
    return [bag for start in starts for bag in classifier.signals(articles[start : start + CHUNK_TEXTS]).bags]


def untaught(vocabulary: Sequence[str]) -> WordModel:
    """Return a word model that knows no concepts."""
    size = len(vocabulary) + 1
    return WordModel(np.zeros((size, 0), np.int8), np.zeros(0), np.zeros(0), np.ones(size, np.int64))


def teach(model: Model, lessons: Lessons, tree: Tree) -> Model:
    """Return the model with a word model that texts with weak labels teach."""
    chosen = np.flatnonzero((lessons.likely > MIN_PROBABILITY).sum(axis=0) >= MIN_TEXTS_OF_CONCEPT)
    size = len(model.vocabulary) + 1
    rarity = _rarity(lessons.bags, size)
    weights, bias = logistic.fit_words(_unit(lessons.bags, rarity), lessons.likely[:, chosen])
    words = _whole(weights * rarity[:, None], bias, rarity)
    return model._replace(words=words, concepts=tuple(tree.topics[number] for number in chosen.tolist()))


def concepts(model: Model, given: Targets, tree: Tree) -> tuple[str, ...]:
    """Return the concepts that a word model can know: those of `model`, and those that readers gave often enough."""
    often = np.flatnonzero((given.likely > MIN_PROBABILITY).sum(axis=0) >= MIN_LABELLED_OF_CONCEPT)
    return tuple(sorted({*model.concepts, *(tree.topics[number] for number in often.tolist())}))


def refine(
    model: Model, bags: Sequence[Bag], given: Targets, classifier: Classifier, articles: NDArray[np.bool_]
) -> Model:
    """Return the model with what labelled articles teach beyond what its word model knows.

    Parameters
    ----------
    model
        Taught by texts with weak labels.
    bags
        The words of the labelled articles.
    given
        What readers gave them.
    classifier
        Its model names the concepts to learn.
    articles
        Which of them to learn from.
    """
    tree, concepts = classifier.tree, classifier.model.concepts
    columns = np.array([tree.numbers[topic] for topic in concepts])
    known = np.array([concepts.index(topic) for topic in model.concepts], np.int64)
    some = given.of(articles)
    likely, counted = some.likely[:, columns], some.counted[:, columns]
    chosen = [bag for bag, wanted in zip(bags, articles.tolist(), strict=True) if wanted]
    bias = np.log(likely.mean(axis=0) + 1e-3).astype(np.float64)
    bias[known] = (1 - WEAK_SHARE) * bias[known] + WEAK_SHARE * model.words.bias
    odds = np.tile(bias.astype(np.float32), (len(chosen), 1))
    odds[:, known] += WEAK_SHARE * (model.words.all_logits(chosen) - model.words.bias).astype(np.float32)
    rarity = model.words.rarity
    more, constants = logistic.fit_words(
        _unit(chosen, rarity),
        likely,
        pace=PACE,
        beside=logistic.Beside(odds, counted, PENALTY),
    )
    weights = more * rarity[:, None]
    weights[:, known] += WEAK_SHARE * model.words.weights * model.words.scale
    return model._replace(words=_whole(weights, bias + constants, rarity), concepts=concepts)


def teach_classes(model: Model, classifier: Classifier, texts: Sequence[Text]) -> Model:
    """Return the model with the classes that these texts, whose source is their class, teach."""
    known = np.array([[text.source == name for name in NAMES] for text in texts], np.float32)
    bags = bags_of(classifier, [text.article for text in texts])
    rarity = _rarity(bags, len(model.vocabulary) + 1)
    weights, bias = logistic.fit_words(_unit(bags, rarity), known, pace=logistic.Pace(rounds=20))
    return model._replace(classes=_whole(weights * rarity[:, None], bias, rarity))


def _counts(bags: Sequence[Bag], size: int) -> sparse.csr_matrix:
    return sparse.csr_matrix(
        (
            np.concatenate([bag.weights for bag in bags]).astype(np.float32),
            np.concatenate([bag.rows for bag in bags]),
            np.cumsum([0, *(len(bag.rows) for bag in bags)]),
        ),
        (len(bags), size),
    )


def _rarity(bags: Sequence[Bag], size: int) -> NDArray[np.int64]:
    in_texts = np.bincount(_counts(bags, size).indices, minlength=size)
    rarity: NDArray[np.int64] = np.rint(16 * np.log((len(bags) + 1) / (in_texts + 1))).astype(np.int64)
    rarity[0] = 0
    return rarity


def _unit(bags: Sequence[Bag], rarity: NDArray[np.int64]) -> sparse.csr_matrix:
    """Return the words of texts, weighed by their rarity, as rows of length one."""
    weighed = _counts(bags, len(rarity)) @ sparse.diags(rarity.astype(np.float32))
    lengths = np.sqrt(np.asarray(weighed.multiply(weighed).sum(axis=1)).ravel())
    return sparse.csr_matrix(sparse.diags(1 / np.maximum(lengths, 1)).astype(np.float32) @ weighed)


def _whole(weights: NDArray[Any], bias: NDArray[Any], rarity: NDArray[np.int64]) -> WordModel:
    """Return a word model in whole numbers of one byte."""
    scale = np.maximum(np.abs(weights).max(axis=0), 1e-9) / 127
    whole: NDArray[np.int8] = np.rint(weights / scale).astype(np.int8)
    return WordModel(whole, scale.astype(np.float64), bias.astype(np.float64), rarity)
