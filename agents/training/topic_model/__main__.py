"""Train the model of media topics: `python -m agents.training.topic_model DATA`, some minutes on one core.

Needs the packages of the group `train`, and DATA as docs/media-topics.md describes it.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from agents.evaluate.plot import reliability
from agents.tag_topics import model
from agents.tag_topics.classifier import Classifier
from agents.tag_topics.concepts import seeds, taxonomy
from agents.tag_topics.evidence.classes import MEANING, NAMES
from agents.tag_topics.model import Model
from agents.training.topic_model import corpus, pair_weights, report, thresholds, word_model
from agents.training.topic_model.clusters import clusters
from agents.training.topic_model.corpus import Text
from agents.training.topic_model.pair_weights import Examples
from agents.training.topic_model.report import Measured
from agents.training.topic_model.word_model import Lessons
from streams.records.tagged import TaggedArticle

CLUSTERS_TO_KEEP_ONE = 12
"""One in so many clusters of texts with a class is kept for learning about texts without a title."""
MAX_TEXTS_OF_CLASS = 60
"""Of those, at most."""
FOLDS = 4
"""In how many parts the labelled articles are held out in turn."""


def classifier_with(trained: Model) -> Classifier:
    """Return a classifier of the shipped topics."""
    return Classifier(dict(taxonomy.load()), seeds.load(), trained)


def train(
    texts: Sequence[Text], labelled: Sequence[TaggedArticle], labels: Sequence[frozenset[str]]
) -> tuple[Model, Measured]:
    """Train on texts of which only weak labels are known, and on some that a reader has labelled.

    The labelled ones teach the word model, too; what the pairs learn is then measured with word models that have not
    seen the article.

    Parameters
    ----------
    texts
        Without those of `labelled`.
    labelled
        Articles.
    labels
        Their topics.

    Returns
    -------
    pair
        The model, and a report on the labelled articles, each measured by what the others taught.
    """
    articles = [text.article for text in texts]
    wanted = pair_weights.wanted_by(labels, classifier_with(model.empty()).tree)
    now = model.empty()._replace(vocabulary=word_model.vocabulary(articles))
    now = now._replace(words=word_model.untaught(now.vocabulary), classes=word_model.untaught(now.vocabulary))
    for last in (False, True):
        classifier = classifier_with(now)
        now = pair_weights.learn(now, classifier.tree, pair_weights.examples(classifier, labelled), wanted)
        classifier = classifier_with(now)
        lessons = word_model.marked(classifier, texts)
        if not last:
            now = word_model.teach(now, lessons, classifier.tree)
    of_classes = [text for text in texts if text.source in NAMES]
    held = np.array(clusters([text.article.text for text in of_classes])) % CLUSTERS_TO_KEEP_ONE == 0
    now = word_model.teach_classes(now, classifier, _chosen(of_classes, ~held))
    now, found = _finish(now, classifier, lessons, labelled, labels)
    return _untitled(now, _chosen(of_classes, held)), found


def _chosen(texts: Sequence[Text], chosen: NDArray[np.bool_]) -> list[Text]:
    return [text for text, wanted in zip(texts, chosen.tolist(), strict=True) if wanted]


def _untitled(now: Model, texts: Sequence[Text]) -> Model:
    classifier = classifier_with(now)
    numbers, left = classifier.tree.numbers, Counter(dict.fromkeys(NAMES, MAX_TEXTS_OF_CLASS))
    some: list[Text] = []
    for text in texts:
        if left[text.source] > 0:
            left[text.source] -= 1
            some.append(text)
    top = {name: numbers[topic] for topic, names in reversed(tuple(MEANING.items())) for name in names}
    known = pair_weights.examples(classifier, [text.article for text in some])
    return pair_weights.learn_untitled(now, classifier.tree, known, np.array([top[text.source] for text in some]))


def _finish(
    now: Model,
    classifier: Classifier,
    lessons: Lessons,
    labelled: Sequence[TaggedArticle],
    labels: Sequence[frozenset[str]],
) -> tuple[Model, Measured]:
    tree = classifier.tree
    wanted = pair_weights.wanted_by(labels, tree)
    extra = word_model.lessons(classifier, labelled, wanted.astype(np.float32))
    fold_of = np.arange(len(labelled)) % FOLDS
    parts: list[Examples] = []
    for fold in range(FOLDS):
        taught = word_model.teach(now, word_model.together(lessons, extra, fold_of != fold), tree)
        held = np.flatnonzero(fold_of == fold)
        found = pair_weights.examples(classifier_with(taught), [labelled[number] for number in held.tolist()])
        parts.append(found._replace(articles=held[found.articles]))
    known = Examples(*(np.concatenate(part) for part in zip(*parts, strict=True)))
    taught = word_model.teach(now, word_model.together(lessons, extra, fold_of >= 0), tree)
    scores = report.held_out(taught, tree, known, wanted, fold_of)
    given = report.chosen(scores, tree, thresholds.needed(scores, wanted, tree, fold_of))
    reached = thresholds.reached(thresholds.choose(scores, wanted, tree), given, wanted, tree)
    exact = np.array([[topic in topics for topic in tree.topics] for topics in labels])
    measured = report.measured(scores, given, wanted, exact, tree)
    return pair_weights.learn(taught._replace(thresholds=reached), tree, known, wanted), measured


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--plot", type=click.Path(dir_okay=False, path_type=Path), help="Write a plot of reliability (SVG).")
def main(data: Path, plot: Path | None) -> None:
    """Train on DATA and write the model that the stage loads."""
    labels = corpus.labels()
    news = list(corpus.news(data))
    texts = [text for number, text in enumerate(news) if number not in labels] + list(corpus.classes(data))
    trained, found = train(texts, [news[number].article for number in labels], list(labels.values()))
    digest = hashlib.sha256(trained.words.weights.tobytes() + trained.weights.tobytes()).hexdigest()[:8]
    model.save(trained._replace(version=f"topics-1-{digest}"))
    click.echo("\n".join(report.lines(found)))
    if plot:
        plot.write_text(reliability(found.bins, "media topics of held-out articles"), encoding="utf-8")
    click.echo(f"{len(trained.vocabulary)} words, {len(trained.concepts)} concepts, {model.FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
