"""How well media topics tell the nine classes of a public collection: a label and a text a line, no title."""

from collections.abc import Sequence
from typing import NamedTuple

from agents.tag_topics.classifier import Classifier
from agents.tag_topics.concepts import taxonomy
from agents.tag_topics.concepts.seeds import topic_id
from agents.tag_topics.evidence.classes import NAMES
from streams.records.tagged import TaggedArticle

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


class Labelled(NamedTuple):
    """An article and its class."""

    article: TaggedArticle
    label: str


def published(classifier: Classifier, texts: Sequence[Labelled]) -> float:
    """Return the share of texts whose first media topic means their class."""
    right = 0
    for enriched, text in zip(classifier.enrich([text.article for text in texts]), texts, strict=True):
        first = enriched.media_topics[0].id if enriched.media_topics else None
        path = [first, *taxonomy.path(first, classifier.concepts)] if first else []
        right += next((CODES[up] for up in path if up in CODES), None) == text.label
    return right / len(texts)


def by_words(classifier: Classifier, texts: Sequence[Labelled]) -> float:
    """Return the share of texts whose class is found, choosing among the nine by words."""
    bags = classifier.signals([text.article for text in texts]).bags
    best: list[int] = classifier.model.classes.all_logits(bags).argmax(axis=1).tolist()
    right = sum(NAMES[number] == text.label for number, text in zip(best, texts, strict=True))
    return right / len(texts)


def lines(classifier: Classifier, texts: Sequence[Labelled]) -> list[str]:
    """Return what is printed."""
    return [
        f"{len(texts)} texts with a class, model {classifier.version}",
        f"{by_words(classifier, texts):.3f} right, choosing among the classes by words",
        f"{published(classifier, texts):.3f} right by the first media topic",
    ]
