"""How well a model does on labelled articles that it has not seen; training prints it."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agents.tag_topics.choose import MIN_SCORE, choose
from agents.tag_topics.concepts.tree import Tree
from agents.tag_topics.model import Model
from agents.training.topic_model import pair_weights
from agents.training.topic_model.pair_weights import Examples
from agents.training.topic_model.rates import Rates, rates
from agents.training.topic_model.targets import Targets

BINS = 10
"""Of scores, in the table of reliability."""


def held_out(
    model: Model, tree: Tree, known: Examples, given: Targets, fold_of: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return the scores of articles by weights that others taught (shape: articles, topics)."""
    scores = np.zeros(given.likely.shape)
    for fold in range(int(fold_of.max()) + 1):
        others = fold_of[known.articles] != fold
        taught = pair_weights.learn(model, tree, Examples(*(part[others] for part in known)), given)
        mine = Examples(*(part[~others] for part in known))
        odds = mine.features @ taught.weights[:-1] + taught.weights[-1] + taught.biases[mine.topics]
        scores[mine.articles, mine.topics] = np.round(1 / (1 + np.exp(-odds)), 3)
    return scores


def chosen(scores: NDArray[np.float64], tree: Tree, needed: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return the media topics of articles; `needed` is the least score of each (shape of all: articles, topics)."""
    given = np.zeros(scores.shape, np.bool_)
    for row, of_article, least in zip(given, scores, needed.tolist(), strict=True):
        likely = np.flatnonzero(of_article >= MIN_SCORE).tolist()
        ranked = sorted(((topic, float(of_article[topic])) for topic in likely), key=lambda pair: (-pair[1], pair[0]))
        row[[topic for topic, _ in choose(ranked, tree, least)]] = True
    return given


def reliability(
    scores: NDArray[np.float64], given: NDArray[np.bool_], readers: Targets
) -> list[tuple[float, float, int]]:
    """Return by tenths of scores: their mean, the share that is right (the topic or one below it), their number."""
    of_given, right = scores[given & (readers.counted > 0)], readers.wanted[given & (readers.counted > 0)]
    tenth = np.minimum((of_given * BINS).astype(np.int64), BINS - 1)
    return [
        (float(of_given[tenth == i].mean()), float(right[tenth == i].mean()), int((tenth == i).sum()))
        for i in range(BINS)
        if (tenth == i).any()
    ]


class Measured(NamedTuple):
    """What held-out articles say."""

    articles: int
    given: int
    """Topics of all articles."""
    levels: dict[str, Rates]
    bins: list[tuple[float, float, int]]
    """As `reliability` gives them."""


def measured(
    scores: NDArray[np.float64], given: NDArray[np.bool_], readers: Targets, exact: NDArray[np.bool_], tree: Tree
) -> Measured:
    """Return what each level of topics reached; what would be no mistake and need not be given counts for nothing.

    Parameters
    ----------
    scores, given
        As above.
    readers
        What readers gave.
    exact
        The topics that they gave, without those above them; shape: articles, topics.
    tree
        The topics.
    """
    counted = readers.counted > 0
    closed, wanted = tree.raised(given) & counted, readers.wanted & counted
    tops = tree.depth == 0
    levels = {
        "top level": rates(closed[:, tops], wanted[:, tops]),
        "all levels, those above included": rates(closed, wanted),
        "the very topics": rates(given & counted, exact),
    }
    return Measured(len(scores), int(given.sum()), levels, reliability(scores, given, readers))


def lines(found: Measured) -> list[str]:
    """Return the report's lines."""
    written = [f"{found.articles} articles, {found.given / found.articles:.2f} topics each"]
    for name, of in found.levels.items():
        written.append(f"{name:34} precision {of.precision:.3f}  recall {of.recall:.3f}  F1 {of.f1:.3f}")
    written.append("score, right, how many:")
    return written + [f"  {score:.2f}  {right:.2f}  {count}" for score, right, count in found.bins]
