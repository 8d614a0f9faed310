"""Trains the model of media topics: `python -m agents.tag_topics.train DATA`, some minutes on one core.

Needs the packages of the group `train`, and DATA as docs/media-topics.md describes it.
"""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from agents.tag_topics import model, seeds, taxonomy
from agents.tag_topics.classify import Classifier
from agents.tag_topics.model import Model
from agents.tag_topics.training import corpus, logistic, weak
from agents.tag_topics.training.corpus import Text
from agents.tag_topics.tree import Tree

Labels = Mapping[int, frozenset[str]]
_ROUNDS = 2
"""How often the word model is taught; from the second time on also by itself."""


def classifier_with(trained: Model) -> Classifier:
    """Give a classifier of the shipped topics."""
    return Classifier(dict(taxonomy.load()), seeds.load(), trained)


def wanted(topics: frozenset[str], tree: Tree) -> NDArray[np.float64]:
    """Give 1 for each topic and those above it, 0 for the rest (shape: topics)."""
    chosen = np.zeros(len(tree.topics))
    for number in (tree.numbers[topic] for topic in topics if topic in tree.numbers):
        chosen[[number, *tree.above[number]]] = 1
    return chosen


def pair_weights(
    classifier: Classifier, texts: Sequence[Text], labels: Sequence[frozenset[str]]
) -> NDArray[np.float64]:
    """Learn from texts that a reader has labelled what the features of a pair are worth."""
    features, candidates = classifier.features(classifier.signals([text.article for text in texts]))
    targets = np.array([wanted(topics, classifier.tree) for topics in labels])
    return logistic.fit(np.stack([feature[candidates] for feature in features], axis=1), targets[candidates])


def train(texts: Sequence[Text], labelled: Sequence[Text], labels: Sequence[frozenset[str]]) -> Model:
    """Train on texts of which only weak labels are known, and on some that a reader has labelled.

    Parameters
    ----------
    texts
        Without those of `labelled`.
    labelled
        Texts.
    labels
        Their topics.
    """
    vocabulary = weak.vocabulary([text.article for text in texts])
    now = model.empty()._replace(vocabulary=vocabulary)
    now = now._replace(words=now.words._replace(weights=np.zeros((len(vocabulary) + 1, 0), np.int8)))
    now = now._replace(words=now.words._replace(rarity=np.ones(len(vocabulary) + 1, np.int64)))
    for _ in range(_ROUNDS):
        classifier = classifier_with(now)
        now = now._replace(weights=pair_weights(classifier, labelled, labels))
        classifier = classifier_with(now)
        likely = weak.targets(classifier, texts)
        bags = classifier.signals([text.article for text in texts]).bags
        words, concepts = weak.word_model(bags, likely, vocabulary, classifier.tree.topics)
        now = now._replace(words=words, concepts=concepts)
    return now._replace(weights=pair_weights(classifier_with(now), labelled, labels))


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(data: Path) -> None:
    """Train on DATA and write data/model.npz."""
    labels = corpus.labels()
    news = list(corpus.news(data))
    texts = [text for number, text in enumerate(news) if number not in labels] + list(corpus.classes(data))
    trained = train(texts, [news[number] for number in labels], list(labels.values()))
    digest = hashlib.sha256(trained.words.weights.tobytes() + trained.weights.tobytes()).hexdigest()[:8]
    model.save(trained._replace(version=f"topics-1-{digest}"))
    click.echo(f"{len(trained.vocabulary)} words, {len(trained.concepts)} concepts, {model.FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
