"""Which of the concepts that fit an article are its media topics."""

from collections.abc import Iterable, Sequence

import msgspec

from agents.tag_topics.concepts.tree import Tree

MAX_TOPICS = 4
"""Media topics of an article."""
MIN_SCORE = 0.18
"""The score of an article's first media topic, and of any."""
MIN_SCORE_ALONE = 0.35
"""Of the one topic that is given where none scores as much as its own threshold asks."""
MIN_SCORE_SAME_TOP = 0.32
"""Of a further topic under the same concept of the top level."""
MIN_SCORE_OTHER_TOP = 0.35
"""Of a further one under another."""
MIN_SCORE_TOP_LEVEL = 0.9
"""Of a further one that is itself of the top level."""
MIN_SCORE_SECOND_LEVEL = 0.6
"""Of a further one that stands right under the top level and has others below it."""
DEEPER_SHARE = 0.6
"""A concept is left out where one below it scores this share of it or more, and MIN_SCORE or more."""
DEEPER_SHARE_OF_TOP_LEVEL = 0.2
"""The same of one of the top level, which says little."""


class Threshold(msgspec.Struct, frozen=True):
    """What held-out articles say about one topic, those below it included."""

    id: str
    min_score: float = msgspec.field(name="least")
    """The score from which on it is given; 0 where the data did not allow one, and what all topics share holds."""
    sure_score: float | None = msgspec.field(name="sure")
    """The score from which on the precision that is aimed at was reached, whatever it costs; none where none did."""
    examples: int
    """Articles that a reader gave it."""
    precision: float = 0.0
    """Of the held-out articles that got it, the share that a reader gave it."""
    recall: float = 0.0
    """Of the articles that a reader gave it, the share that got it."""


def min_scores(thresholds: Iterable[Threshold], tree: Tree) -> list[float]:
    """Return the score that each topic of a tree must have; 0 for those that have no threshold of their own."""
    of_topic = {threshold.id: threshold.min_score for threshold in thresholds}
    return [of_topic.get(topic, 0.0) for topic in tree.topics]


def choose(scores: Sequence[tuple[int, float]], tree: Tree, needed: Sequence[float] = ()) -> list[tuple[int, float]]:
    """Choose an article's media topics.

    Parameters
    ----------
    scores
        Concepts and their probabilities, highest first; none below MIN_SCORE need be there.
    tree
        The concepts.
    needed
        What each concept, and the one of the top level above it, must score, as `min_scores` returns it. Where none
        does, the likeliest is given alone.

    Returns
    -------
    list of pairs
        At most MAX_TOPICS, highest first, none above another, none of taxonomy.CONTAINERS.
    """
    fitting = [(concept, score) for concept, score in scores if concept not in tree.containers]
    chosen = _deepest(_above_threshold(fitting, tree, needed), tree)
    if chosen or not needed:
        return chosen
    return [(concept, score) for concept, score in _deepest(fitting, tree)[:1] if score >= MIN_SCORE_ALONE]


def _deepest(fitting: Sequence[tuple[int, float]], tree: Tree) -> list[tuple[int, float]]:
    """Return the deepest concepts that fit; a further one needs the more, the farther it stands from the first."""
    chosen: list[tuple[int, float]] = []
    tops: set[int] = set()
    above: set[int] = set()
    given: set[int] = set()
    below: dict[int, float] = {}
    for concept, score in fitting:
        for up in tree.above[concept]:
            below[up] = max(below.get(up, 0.0), score)
    for concept, score in fitting:
        deeper = below.get(concept, 0.0)
        share = DEEPER_SHARE if tree.depth[concept] else DEEPER_SHARE_OF_TOP_LEVEL
        if deeper >= max(share * score, MIN_SCORE):
            continue
        if concept in above or given.intersection(tree.above[concept]):
            continue
        if score >= (_further(concept, tree, tops, broad=deeper > 0) if chosen else MIN_SCORE):
            chosen.append((concept, score))
            given.add(concept)
            tops.add(int(tree.top[concept]))
            above.update(tree.above[concept])
        if len(chosen) == MAX_TOPICS:
            break
    return chosen


def _further(concept: int, tree: Tree, tops: set[int], *, broad: bool) -> float:
    """Return what a concept must score beside others; `broad` is one that has likely ones below it."""
    needed = MIN_SCORE_SAME_TOP if int(tree.top[concept]) in tops else MIN_SCORE_OTHER_TOP
    if tree.depth[concept] == 0:
        return max(needed, MIN_SCORE_TOP_LEVEL)
    if tree.depth[concept] == 1 and broad:
        return max(needed, MIN_SCORE_SECOND_LEVEL)
    return needed


def _above_threshold(
    scores: Sequence[tuple[int, float]], tree: Tree, needed: Sequence[float]
) -> list[tuple[int, float]]:
    """Return the concepts that score what they must; one above another that does not may stand in for it."""
    if not needed:
        return list(scores)
    of_top: dict[int, float] = {}
    for concept, score in scores:
        top = int(tree.top[concept])
        of_top[top] = max(of_top.get(top, 0.0), score)
    return [
        (concept, score)
        for concept, score in scores
        if score >= needed[concept] and of_top[top := int(tree.top[concept])] >= needed[top]
    ]
