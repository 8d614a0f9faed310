"""The thresholds of topics, by what held-out articles say.

`python -m agents.training.topic_model.thresholds` prints those of the shipped model.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import click
import msgspec
import numpy as np
from numpy.typing import NDArray

from agents.tag_topics import model
from agents.tag_topics.choose import Threshold, min_scores
from agents.tag_topics.concepts import taxonomy
from agents.tag_topics.concepts.taxonomy import Concept
from agents.tag_topics.concepts.tree import Tree
from agents.training.topic_model.rates import rates
from agents.training.topic_model.targets import Targets

AIMED_PRECISION = 0.9
"""Of a topic, from its threshold on."""
MAX_F1_LOSS = 0.02
"""How much of a topic's best F1 its threshold may cost."""
MIN_EXAMPLES = 25
"""Of how many articles a reader must have given a topic below the top level that it gets a threshold of its own."""
MIN_SCORING_ARTICLES = 5
"""Articles that must score as much as a threshold that the data allow."""
SCORES = np.round(np.arange(0.2, 0.96, 0.01), 2)


class _Choice(NamedTuple):
    score: float
    precision: float
    f1: float
    scoring: int
    """Articles that score as much."""


def choose(scores: NDArray[np.float64], readers: Targets, tree: Tree) -> list[Threshold]:
    """Return a threshold for every topic of the top level, and for those below of which there are enough.

    Parameters
    ----------
    scores
        Of articles that were held out; shape: articles, topics.
    readers
        What readers gave.
    tree
        The topics.
    """
    raised = tree.raised(scores)
    found: list[Threshold] = []
    for number, topic in enumerate(tree.topics):
        counted = readers.counted[:, number] > 0
        right, of_topic = readers.wanted[counted, number], raised[counted, number]
        examples = int(right.sum())
        if tree.depth[number] > 0 and examples < MIN_EXAMPLES:
            continue
        choices = [_choice(of_topic >= score, right, float(score)) for score in SCORES]
        sure = [
            choice
            for choice in choices
            if choice.precision >= AIMED_PRECISION and choice.scoring >= MIN_SCORING_ARTICLES
        ]
        bearable = max(choice.f1 for choice in choices) - MAX_F1_LOSS
        cheap = next((choice.score for choice in sure if choice.f1 >= bearable), None)
        found.append(Threshold(topic, cheap or 0.0, sure[0].score if sure else None, examples))
    return found


def reached(
    thresholds: Sequence[Threshold], given: NDArray[np.bool_], readers: Targets, tree: Tree
) -> tuple[Threshold, ...]:
    """Return thresholds with the precision and recall that held-out articles had (`given`: articles, topics)."""
    counted = readers.counted > 0
    closed, right = tree.raised(given) & counted, readers.wanted & counted
    columns = [tree.numbers[threshold.id] for threshold in thresholds]
    of_each = [rates(closed[:, [column]], right[:, [column]]) for column in columns]
    return tuple(
        msgspec.structs.replace(threshold, precision=round(of.precision, 2), recall=round(of.recall, 2))
        for threshold, of in zip(thresholds, of_each, strict=True)
    )


def needed(
    scores: NDArray[np.float64], readers: Targets, tree: Tree, fold_of: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return the thresholds that the articles of other folds have each topic get (shape: articles, topics)."""
    found = np.zeros(scores.shape)
    for fold in range(int(fold_of.max()) + 1):
        others = fold_of != fold
        found[~others] = min_scores(choose(scores[others], readers.of(others), tree), tree)
    return found


def _choice(given: NDArray[np.bool_], right: NDArray[np.bool_], score: float) -> _Choice:
    of = rates(given, right)
    return _Choice(score, of.precision, of.f1, int(given.sum()))


def table(thresholds: Sequence[Threshold], concepts: Mapping[str, Concept]) -> list[str]:
    """Return a table for readers (Markdown)."""
    lines = ["| media topic | threshold | precision | recall | examples | 0.9 from |", "|---|---:|---:|---:|---:|---:|"]
    for of in thresholds:
        own = f"{of.min_score:.2f}" if of.min_score else "shared"
        sure = "" if of.sure_score is None else f"{of.sure_score:.2f}"
        name = concepts[of.id].name_en
        lines.append(f"| {name} | {own} | {of.precision:.2f} | {of.recall:.2f} | {of.examples} | {sure} |")
    return lines


def main() -> None:
    """Print the table of the shipped model."""
    click.echo("\n".join(table(model.load().thresholds, taxonomy.load())))


if __name__ == "__main__":
    main()
