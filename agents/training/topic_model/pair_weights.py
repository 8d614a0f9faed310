"""What features of articles and concepts are worth: learned from articles that a reader has labelled."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agents.tag_topics.classifier import Classifier
from agents.tag_topics.concepts.tree import Tree
from agents.tag_topics.model import Model
from agents.training.topic_model import logistic
from agents.training.topic_model.targets import Targets
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


def learn(model: Model, tree: Tree, known: Examples, targets: Targets) -> Model:
    """Return a model with weights and biases as the examples have it."""
    counted = targets.counted[known.articles, known.topics] > 0
    some = Examples(known.articles[counted], known.topics[counted], known.features[counted])
    size = len(tree.topics)
    weights, own, shared = logistic.fit(
        some.features,
        targets.likely[some.articles, some.topics].astype(np.float64),
        (
            logistic.Group(some.topics, size, OWN_FREEDOM),
            logistic.Group(tree.top[some.topics], size, SHARED_FREEDOM),
        ),
    )
    biases = np.round(own + shared[tree.top], 3)
    return model._replace(weights=weights, biased=tuple(tree.topics), biases=biases)
