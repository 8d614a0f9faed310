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

BINS = 10
"""Of scores, in the table of reliability."""


def held_out(
    model: Model, tree: Tree, known: Examples, wanted: NDArray[np.float64], fold_of: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return the scores of articles by weights that others taught (shape: articles, topics)."""
    scores = np.zeros(wanted.shape)
    for fold in range(int(fold_of.max()) + 1):
        others = fold_of[known.articles] != fold
        taught = pair_weights.learn(model, tree, Examples(*(part[others] for part in known)), wanted)
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
    scores: NDArray[np.float64], given: NDArray[np.bool_], wanted: NDArray[np.float64]
) -> list[tuple[float, float, int]]:
    """Return by tenths of scores: their mean, the share that is right (the topic or one below it), their number."""
    of_given, right = scores[given], wanted[given]
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
    scores: NDArray[np.float64],
    given: NDArray[np.bool_],
    wanted: NDArray[np.float64],
    exact: NDArray[np.bool_],
    tree: Tree,
) -> Measured:
    """Return what each level of topics reached.

    Parameters
    ----------
    scores, given, wanted
        As above.
    exact
        The topics that the reader gave, without those above them; shape: articles, topics.
    tree
        The topics.
    """
    closed = tree.raised(given)
    tops = tree.depth == 0
    levels = {
        "top level": rates(closed[:, tops], wanted[:, tops] > 0),
        "all levels, those above included": rates(closed, wanted > 0),
        "the very topics": rates(given, exact),
    }
    return Measured(len(scores), int(given.sum()), levels, reliability(scores, given, wanted))


def lines(found: Measured) -> list[str]:
    """Return the report's lines."""
    written = [f"{found.articles} articles, {found.given / found.articles:.2f} topics each"]
    for name, of in found.levels.items():
        written.append(f"{name:34} precision {of.precision:.3f}  recall {of.recall:.3f}  F1 {of.f1:.3f}")
    written.append("score, right, how many:")
    return written + [f"  {score:.2f}  {right:.2f}  {count}" for score, right, count in found.bins]
