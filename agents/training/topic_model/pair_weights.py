"""What features of articles and concepts are worth: learned from articles that a reader has labelled."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from agents.tag_topics.classifier import Classifier
from agents.tag_topics.concepts import taxonomy
from agents.tag_topics.concepts.tree import Tree
from agents.tag_topics.evidence.pairs import FEATURES, OF_CLASSES
from agents.tag_topics.model import Model
from agents.training.topic_model import logistic
from streams.records.tagged import TaggedArticle

OWN_FREEDOM, SHARED_FREEDOM = 0.7, 0.5
"""How freely a concept's own bias, and that of all under the same top level, may move."""
_CHUNK_ARTICLES = 256


class Examples(NamedTuple):
    """Candidates of some articles."""

    articles: NDArray[np.int64]
    topics: NDArray[np.int64]
    features: NDArray[np.float64]
    """Shape: candidates, FEATURES."""


def examples(classifier: Classifier, articles: Sequence[TaggedArticle]) -> Examples:
    """Return the candidates of articles, and their features."""
    parts: list[Examples] = []
    for start in range(0, len(articles), _CHUNK_ARTICLES):
        features, candidates = classifier.features(classifier.signals(articles[start : start + _CHUNK_ARTICLES]))
        rows, topics = np.nonzero(candidates)
        parts.append(Examples(rows + start, topics, np.stack([feature[candidates] for feature in features], axis=1)))
    return Examples(*(np.concatenate(part) for part in zip(*parts, strict=True)))


def wanted(topics: frozenset[str], tree: Tree) -> NDArray[np.float64]:
    """Return 1 for each topic and those above it, 0 for the rest (shape: topics)."""
    chosen = np.zeros(len(tree.topics))
    concepts = taxonomy.load()
    for up in {up for topic in topics for up in (topic, *taxonomy.path(topic, concepts))}:
        if up in tree.numbers:
            chosen[tree.numbers[up]] = 1
    return chosen


def wanted_by(labels: Sequence[frozenset[str]], tree: Tree) -> NDArray[np.float64]:
    """Return `wanted` for several articles (shape: articles, topics)."""
    return np.array([wanted(topics, tree) for topics in labels])


def learn(model: Model, tree: Tree, known: Examples, wanted: NDArray[np.float64]) -> Model:
    """Return a model with weights and biases as the examples have it (`wanted` by the number of the article)."""
    targets = wanted[known.articles, known.topics]
    count = np.arange(len(targets))
    ones = np.ones(len(targets))
    of_topic = sparse.csr_matrix((OWN_FREEDOM * ones, (count, known.topics)), (len(targets), len(tree.topics)))
    of_top = sparse.csr_matrix(
        (SHARED_FREEDOM * ones, (count, tree.top[known.topics])), (len(targets), len(tree.topics))
    )
    all_features = sparse.csr_matrix(sparse.hstack([sparse.csr_matrix(known.features), of_topic, of_top]))
    found = logistic.fit(all_features, targets)
    own, shared = np.split(found[len(FEATURES) : -1], 2)
    biases = np.round(OWN_FREEDOM * own + SHARED_FREEDOM * shared[tree.top], 3)
    weights = np.append(found[: len(FEATURES)], found[-1])
    return model._replace(weights=weights, biased=tuple(tree.topics), biases=biases)


def learn_untitled(model: Model, tree: Tree, known: Examples, tops: NDArray[np.int64]) -> Model:
    """Return a model that also knows how to correct the scores of texts without a title.

    Parameters
    ----------
    model
        Finished but for that.
    tree
        The concepts.
    known
        Candidates of texts without a title.
    tops
        The number of the topic of the top level that each text is about.
    """
    odds = known.features @ model.weights[:-1] + model.weights[-1] + model.biases[known.topics]
    of_classes = known.features[:, -len(OF_CLASSES) :]
    top = (tree.depth[known.topics] == 0).astype(np.float64)[:, None]
    corrections = sparse.csr_matrix(np.hstack([of_classes[:, :3], top, of_classes[:, :3] * top]))
    inside = tree.top[known.topics] == tops[known.articles]
    targets = np.where(inside, np.where(top[:, 0] > 0, 1.0, 1 / (1 + np.exp(-odds))), 0.0)
    return model._replace(untitled=logistic.fit(corrections, targets, given=odds))
