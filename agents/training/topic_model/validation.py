"""Train without some texts and measure on them: `python -m agents.training.topic_model.validation DATA`.

Held out are a whole outlet, labelled articles included, and a fifth of the texts with a class, whole clusters of texts
that share a passage.
"""

from pathlib import Path

import click
import numpy as np

from agents.evaluate.classes import Labelled, by_words, published
from agents.tag_topics.choose import min_scores
from agents.training.topic_model import __main__, corpus, pair_weights, report
from agents.training.topic_model.clusters import clusters

CLUSTERS_TO_HOLD_ONE_OUT = 5


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--outlet", default="alyaum", show_default=True, help="The outlet that is held out.")
def main(data: Path, outlet: str) -> None:
    """Train without some of DATA and measure on it."""
    labels, news, classes = corpus.labels(), list(corpus.news(data)), list(corpus.classes(data))
    held = [cluster % CLUSTERS_TO_HOLD_ONE_OUT == 0 for cluster in clusters([text.article.text for text in classes])]
    known = {number: topics for number, topics in labels.items() if news[number].source != outlet}
    texts = [text for number, text in enumerate(news) if number not in labels and text.source != outlet]
    texts += [text for text, out in zip(classes, held, strict=True) if not out]
    trained, _ = __main__.train(texts, [news[number].article for number in known], list(known.values()))
    classifier = __main__.classifier_with(trained)
    test = [Labelled(text.article, text.source) for text, out in zip(classes, held, strict=True) if out]
    click.echo(f"{len(test)} texts with a class: {by_words(classifier, test):.3f} choosing among the classes by words,")
    click.echo(f"{published(classifier, test):.3f} by the first media topic")
    unseen = {number: topics for number, topics in labels.items() if news[number].source == outlet}
    scores = classifier.scores(classifier.signals([news[number].article for number in unseen]))
    tree = classifier.tree
    wanted = pair_weights.wanted_by(list(unseen.values()), tree)
    exact = np.array([[topic in topics for topic in tree.topics] for topics in unseen.values()])
    click.echo(f"{outlet}, held out:")
    needed = np.tile(min_scores(trained.thresholds, tree), (len(scores), 1))
    found = report.measured(scores, report.chosen(scores, tree, needed), wanted, exact, tree)
    click.echo("\n".join(report.lines(found)))


if __name__ == "__main__":
    main()
