"""Trains without some texts and measures on them: `python -m agents.tag_topics.training.validate DATA`.

Held out are a whole outlet, labelled articles included, and a fifth of the texts with a class, whole clusters of texts
that share a passage.
"""

from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np

from agents.tag_topics import taxonomy, thresholds, train
from agents.tag_topics.classes import NAMES
from agents.tag_topics.classify import Classifier
from agents.tag_topics.seeds import topic_id
from agents.tag_topics.training import corpus, pairwork, report
from agents.tag_topics.training.clusters import clusters
from agents.tag_topics.training.corpus import Text

PART = 5
CODES = {
    topic_id(code): name
    for name, codes in {
        "Beauty": ("20001248", "20001249", "20000011", "20000012", "20000565"),
        "Culture": ("01000000",),
        "Finance": ("04000000",),
        "Gaming": ("20000548", "20000540", "20000538", "20001183"),
        "Medical": ("07000000",),
        "Politics": ("11000000", "16000000", "02000000"),
        "Religion": ("12000000",),
        "Sports": ("15000000",),
        "Tech": ("13000000", "20000225", "20001258"),
    }.items()
    for code in codes
}
"""What class a media topic means, itself or the next above it that stands here."""


def published(classifier: Classifier, texts: Sequence[Text]) -> float:
    """Give the share of texts whose first media topic means their class."""
    right = 0
    for enriched, text in zip(classifier.enrich([text.article for text in texts]), texts, strict=True):
        first = enriched.media_topics[0].id if enriched.media_topics else None
        path = [first, *taxonomy.path(first, classifier.concepts)] if first else []
        right += next((CODES[up] for up in path if up in CODES), None) == text.source
    return right / len(texts)


def by_words(classifier: Classifier, texts: Sequence[Text]) -> float:
    """Give the share of texts whose class is found, choosing among the nine by words."""
    bags = classifier.signals([text.article for text in texts]).bags
    best: list[int] = classifier.model.classes.all_logits(bags).argmax(axis=1).tolist()
    right = sum(NAMES[place] == text.source for place, text in zip(best, texts, strict=True))
    return right / len(texts)


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--outlet", default="alyaum", show_default=True, help="The outlet that is held out.")
def main(data: Path, outlet: str) -> None:
    """Train without some of DATA and measure on it."""
    labels, news, classes = corpus.labels(), list(corpus.news(data)), list(corpus.classes(data))
    held = [cluster % PART == 0 for cluster in clusters([text.article.text for text in classes])]
    known = {number: topics for number, topics in labels.items() if news[number].source != outlet}
    texts = [text for number, text in enumerate(news) if number not in labels and text.source != outlet]
    texts += [text for text, out in zip(classes, held, strict=True) if not out]
    trained, _ = train.train(texts, [news[number].article for number in known], list(known.values()))
    classifier = train.classifier_with(trained)
    test = [text for text, out in zip(classes, held, strict=True) if out]
    click.echo(f"{len(test)} texts with a class: {by_words(classifier, test):.3f} choosing among the classes by words,")
    click.echo(f"{published(classifier, test):.3f} by the first media topic")
    unseen = {number: topics for number, topics in labels.items() if news[number].source == outlet}
    scores = classifier.scores(classifier.signals([news[number].article for number in unseen]))
    tree = classifier.tree
    wanted = pairwork.wanted_by(list(unseen.values()), tree)
    exact = np.array([[topic in topics for topic in tree.topics] for topics in unseen.values()])
    click.echo(f"{outlet}, held out:")
    needed = np.tile(thresholds.least(trained.thresholds, tree), (len(scores), 1))
    found = report.measured(scores, report.chosen(scores, tree, needed), wanted, exact, tree)
    click.echo("\n".join(report.lines(found)))


if __name__ == "__main__":
    main()
