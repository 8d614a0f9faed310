"""Train the model of media topics: `python -m agents.training.topic_model DATA`, some minutes on one core.

Needs the packages of the group `train`, and DATA as docs/media-topics.md describes it.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from agents.evaluate.plot import reliability
from agents.tag_topics import model
from agents.tag_topics.classifier import Classifier
from agents.tag_topics.concepts import seeds, taxonomy
from agents.tag_topics.evidence.classes import NAMES
from agents.tag_topics.model import Model
from agents.training.topic_model import corpus, labelled, news_sets, pair_weights, report, thresholds, word_model
from agents.training.topic_model.clusters import clusters
from agents.training.topic_model.corpus import Text
from agents.training.topic_model.labelled import Labelled, Topics, as_labelled
from agents.training.topic_model.pair_weights import Examples
from agents.training.topic_model.report import Measured
from agents.training.topic_model.targets import exact, targets

CLUSTERS_TO_KEEP_ONE = 12
"""One in so many clusters of texts with a class is kept for learning about texts without a title."""
ONE_IN_SAUDI = 2
"""Of the Saudi outlets' texts, which are the oldest."""
FOLDS = 5
"""In how many parts the labelled articles are held out in turn."""


def classifier_with(trained: Model) -> Classifier:
    """Return a classifier of the shipped topics."""
    return Classifier(dict(taxonomy.load()), seeds.load(), trained)


def train(texts: Sequence[Text], labelled: Sequence[Labelled]) -> tuple[Model, Measured]:
    """Train on texts of which only weak labels are known, and on some that a reader has labelled.

    The labelled ones teach the word model, too; what the pairs learn is then measured with word models that have not
    seen the article.

    Parameters
    ----------
    texts
        Without those of `labelled`.
    labelled
        Articles and their topics.

    Returns
    -------
    pair
        The model, and a report on the labelled articles, each measured by what the others taught.
    """
    articles = [article for article, _ in labelled]
    now = model.empty()._replace(vocabulary=word_model.vocabulary([*(text.article for text in texts), *articles]))
    now = now._replace(words=word_model.untaught(now.vocabulary), classes=word_model.untaught(now.vocabulary))
    classifier = classifier_with(now)
    given = targets([topics for _, topics in labelled], classifier.tree)
    now = pair_weights.learn(now, classifier.tree, pair_weights.examples(classifier, articles), given)
    classifier = classifier_with(now)
    now = word_model.teach(now, word_model.marked(classifier, texts), classifier.tree)
    of_classes = [text for text in texts if text.source in NAMES]
    held = np.array(clusters([text.article.text for text in of_classes])) % CLUSTERS_TO_KEEP_ONE == 0
    now = word_model.teach_classes(now, classifier, _chosen(of_classes, ~held))
    return _finish(now, labelled, as_labelled(_chosen(of_classes, held)))


def _chosen(texts: Sequence[Text], chosen: NDArray[np.bool_]) -> list[Text]:
    return [text for text, wanted in zip(texts, chosen.tolist(), strict=True) if wanted]


def _finish(now: Model, labelled: Sequence[Labelled], untitled: Sequence[Labelled]) -> tuple[Model, Measured]:
    """Return the model that labelled articles finish, and texts without a title, on which nothing is measured."""
    every_one = [*labelled, *untitled]
    articles = [article for article, _ in every_one]
    topics = [topics for _, topics in every_one]
    bags = word_model.bags_of(classifier_with(now), articles)
    every = np.ones(len(every_one), np.bool_)
    fold_of = np.arange(len(every_one)) % FOLDS
    classifier = classifier_with(_learnable(now, topics))
    tree = classifier.tree
    given = targets(topics, tree)
    parts: list[Examples] = []
    for fold in range(FOLDS):
        taught = word_model.refine(now, bags, given, classifier, fold_of != fold)
        held = np.flatnonzero(fold_of == fold)
        found = pair_weights.examples(classifier_with(taught), [articles[number] for number in held.tolist()])
        parts.append(found._replace(articles=held[found.articles]))
    known = Examples(*(np.concatenate(part) for part in zip(*parts, strict=True)))
    taught = word_model.refine(now, bags, given, classifier, every)
    scores = report.held_out(taught, tree, known, given, fold_of)[: len(labelled)]
    read, fold_of = given.of(slice(len(labelled))), fold_of[: len(labelled)]
    chosen = report.chosen(scores, tree, thresholds.needed(scores, read, tree, fold_of))
    reached = thresholds.reached(thresholds.choose(scores, read, tree), chosen, read, tree)
    measured = report.measured(scores, chosen, read, exact(topics[: len(labelled)], tree), tree)
    return pair_weights.learn(taught._replace(thresholds=reached), tree, known, given), measured


def _learnable(now: Model, topics: Sequence[Topics]) -> Model:
    """Return a model that names all concepts that its word model can know, taught by labelled articles, too."""
    accepted = frozenset[str]().union(*(of_article.accepted for of_article in topics))
    named = now._replace(concepts=tuple(sorted({*now.concepts, *accepted.intersection(taxonomy.load())})))
    tree = classifier_with(named).tree
    return now._replace(concepts=word_model.concepts(now, targets(topics, tree), tree))


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path("../shared/data"))
@click.option("--plot", type=click.Path(dir_okay=False, path_type=Path), help="Write a plot of reliability (SVG).")
def main(data: Path, plot: Path | None) -> None:
    """Train on DATA and write the model that the stage loads."""
    labels = corpus.labels()
    saudi = [text for number, text in enumerate(corpus.news(data)) if number not in labels]
    texts = [*saudi[::ONE_IN_SAUDI], *corpus.classes(data), *news_sets.texts(data, labelled.rows())]
    trained, found = train(texts, labelled.read(data))
    digest = hashlib.sha256(trained.words.weights.tobytes() + trained.weights.tobytes()).hexdigest()[:8]
    model.save(trained._replace(version=f"topics-2-{digest}"))
    click.echo("\n".join(report.lines(found)))
    if plot:
        plot.write_text(reliability(found.bins, "media topics of held-out articles"), encoding="utf-8")
    click.echo(f"{len(trained.vocabulary)} words, {len(trained.concepts)} concepts, {model.FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
