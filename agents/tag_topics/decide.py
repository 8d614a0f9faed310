"""Which of the concepts that fit an article are its media topics."""

from collections.abc import Sequence

from agents.tag_topics.tree import Tree

MOST = 4
"""Media topics of an article."""
FIRST = 0.25
"""The least score of an article's first media topic."""
BESIDE = 0.35
"""Of a further one under the same concept of the top level."""
ELSEWHERE = 0.42
"""Of a further one under another, where ELSEWHERE_UNDER has no other value."""
ELSEWHERE_UNDER = {
    "medtop:01000000": 0.38,
    "medtop:02000000": 0.38,
    "medtop:05000000": 0.36,
    "medtop:08000000": 0.36,
    "medtop:09000000": 0.36,
    "medtop:10000000": 0.55,
    "medtop:12000000": 0.46,
    "medtop:13000000": 0.36,
    "medtop:14000000": 0.52,
    "medtop:15000000": 0.5,
}
"""By topic of the top level: as held-out articles had it (precision and recall weighed alike), halfway to ELSEWHERE."""
BARE = 0.55
"""Of a further one that is itself of the top level."""
BROAD = 0.6
"""Of a further one that stands right under the top level and has others below it."""
DEEPER = 0.45
"""A concept is left out where one below it scores at least this share of it, and not less than FAINT."""
FAINT = 0.2


def decide(scores: Sequence[tuple[int, float]], tree: Tree) -> list[tuple[int, float]]:
    """Choose media topics.

    Parameters
    ----------
    scores
        Concepts and their probabilities, highest first; none below FAINT need be there.
    tree
        The concepts.

    Returns
    -------
    list of pairs
        At most MOST, highest first, none above another, none of taxonomy.CONTAINERS.
    """
    chosen: list[tuple[int, float]] = []
    tops: set[int] = set()
    above: set[int] = set()
    given: set[int] = set()
    below: dict[int, float] = {}
    fitting = [(concept, score) for concept, score in scores if concept not in tree.containers]
    for concept, score in fitting:
        for up in tree.above[concept]:
            below[up] = max(below.get(up, 0.0), score)
    for concept, score in fitting:
        deeper = below.get(concept, 0.0)
        if concept in above or given.intersection(tree.above[concept]) or deeper >= max(DEEPER * score, FAINT):
            continue
        top = int(tree.top[concept])
        if chosen:
            needed = BESIDE if top in tops else ELSEWHERE_UNDER.get(tree.topics[top], ELSEWHERE)
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
