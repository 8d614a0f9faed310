"""Which of the concepts that fit an article are its media topics."""

from collections.abc import Sequence

from agents.tag_topics.concepts.tree import Tree

MOST = 4
"""Media topics of an article."""
FIRST = 0.25
"""The least score of an article's first media topic, and of any."""
BESIDE = 0.35
"""Of a further one under the same concept of the top level."""
ALONE = 0.35
"""Of the one topic that is given where none scores as much as its own least score."""
ELSEWHERE = 0.42
"""Of a further one under another."""
BARE = 0.55
"""Of a further one that is itself of the top level."""
BROAD = 0.6
"""Of a further one that stands right under the top level and has others below it."""
DEEPER = 0.5
"""A concept is left out where one below it scores at least this share of it, and not less than FIRST."""


def decide(scores: Sequence[tuple[int, float]], tree: Tree, least: Sequence[float] = ()) -> list[tuple[int, float]]:
    """Choose media topics.

    Parameters
    ----------
    scores
        Concepts and their probabilities, highest first; none below FIRST need be there.
    tree
        The concepts.
    least
        What each concept, and the one of the top level above it, must score at least. Where none does, the
        likeliest is given alone.

    Returns
    -------
    list of pairs
        At most MOST, highest first, none above another, none of taxonomy.CONTAINERS.
    """
    fitting = [(concept, score) for concept, score in scores if concept not in tree.containers]
    chosen = _choose(_sure(fitting, tree, least), tree)
    if chosen or not least:
        return chosen
    return [(concept, score) for concept, score in _choose(fitting, tree)[:1] if score >= ALONE]


def _choose(fitting: Sequence[tuple[int, float]], tree: Tree) -> list[tuple[int, float]]:
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
        if concept in above or given.intersection(tree.above[concept]) or deeper >= max(DEEPER * score, FIRST):
            continue
        top = int(tree.top[concept])
        if chosen:
            needed = BESIDE if top in tops else ELSEWHERE
            if tree.depth[concept] == 0:
                needed = max(needed, BARE)
            elif tree.depth[concept] == 1 and deeper:
                needed = max(needed, BROAD)
        else:
            needed = FIRST
        if score >= needed:
            chosen.append((concept, score))
            given.add(concept)
            tops.add(top)
            above.update(tree.above[concept])
        if len(chosen) == MOST:
            break
    return chosen


def _sure(scores: Sequence[tuple[int, float]], tree: Tree, least: Sequence[float]) -> list[tuple[int, float]]:
    """Leave out what scores less than it must; one above it may stand in for it."""
    if not least:
        return list(scores)
    of_top: dict[int, float] = {}
    for concept, score in scores:
        top = int(tree.top[concept])
        of_top[top] = max(of_top.get(top, 0.0), score)
    return [
        (concept, score)
        for concept, score in scores
        if score >= least[concept] and of_top[top := int(tree.top[concept])] >= least[top]
    ]
