"""The least score with which a media topic is given, as held-out articles had it."""

from collections.abc import Iterable

import msgspec

from agents.tag_topics.concepts.tree import Tree


class Threshold(msgspec.Struct, frozen=True):
    """What held-out articles say about one topic, those below it included."""

    id: str
    least: float
    """The score from which on it is given; 0 where the data did not allow one, and what all topics share holds."""
    sure: float | None
    """The score from which on the precision that is aimed at was reached, whatever it costs; none where none did."""
    examples: int
    """Articles that a reader gave it."""
    precision: float = 0.0
    """Of the held-out articles that got it, the share that a reader gave it."""
    recall: float = 0.0
    """Of the articles that a reader gave it, the share that got it."""


def least(thresholds: Iterable[Threshold], tree: Tree) -> list[float]:
    """Give the least score of every topic of a tree; 0 for those that have no threshold of their own."""
    of_topic = {threshold.id: threshold.least for threshold in thresholds}
    return [of_topic.get(topic, 0.0) for topic in tree.topics]
