"""Train without some texts and measure on them: `python -m agents.training.topic_model.validation DATA`.

Held out are a whole outlet of the Saudi articles, labelled ones included, and a fifth of the texts with a class, whole
clusters of texts that share a passage.
"""

from pathlib import Path

import click
import numpy as np

from agents.evaluate.classes import Labelled, by_words, published
from agents.tag_topics.choose import min_scores
from agents.training.topic_model import __main__, corpus, labelled, news_sets, report
from agents.training.topic_model.clusters import clusters
from agents.training.topic_model.targets import exact, targets

CLUSTERS_TO_HOLD_ONE_OUT = 5


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--outlet", default="alyaum", show_default=True, help="The outlet that is held out.")
def main(data: Path, outlet: str) -> None:
    """Train without some of DATA and measure on it."""
    labels, saudi, classes = corpus.labels(), list(corpus.news(data)), list(corpus.classes(data))
    held = [cluster % CLUSTERS_TO_HOLD_ONE_OUT == 0 for cluster in clusters([text.article.text for text in classes])]
    texts = [text for number, text in enumerate(saudi) if number not in labels and text.source != outlet]
    texts = [*texts[:: __main__.ONE_IN_SAUDI], *news_sets.texts(data, labelled.rows())]
    texts += [text for text, out in zip(classes, held, strict=True) if not out]
    of_outlet = {text.article.id for text in saudi if text.source == outlet}
    read = labelled.read(data)
    trained, _ = __main__.train(texts, [one for one in read if one.article.id not in of_outlet])
    classifier = __main__.classifier_with(trained)
    test = [Labelled(text.article, text.source) for text, out in zip(classes, held, strict=True) if out]
    click.echo(f"{len(test)} texts with a class: {by_words(classifier, test):.3f} choosing among the classes by words,")
    click.echo(f"{published(classifier, test):.3f} by the first media topic")
    for name, unseen in (
        (outlet, [one for one in read if one.article.id in of_outlet]),
        ("annotated news", labelled.read(data, held_out=True)),
    ):
        scores = classifier.scores(classifier.signals([article for article, _ in unseen]))
        tree, topics = classifier.tree, [topics for _, topics in unseen]
        click.echo(f"{name}, held out:")
        needed = np.tile(min_scores(trained.thresholds, tree), (len(scores), 1))
        given = report.chosen(scores, tree, needed)
        found = report.measured(scores, given, targets(topics, tree), exact(topics, tree), tree)
        click.echo("\n".join(report.lines(found)))


if __name__ == "__main__":
    main()
