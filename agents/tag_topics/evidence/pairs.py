"""Numbers about an article and a concept: seed phrases, the word model, and both of the concepts around it."""

import numpy as np
from numpy.typing import NDArray

from agents.tag_topics.concepts.tree import Tree
from agents.tag_topics.evidence.classes import Classes

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

ZONE_WEIGHTS: Ints = np.array([40, 20, 20, 7], np.int64)
"""What evidence in the title, the headings, the lead and the rest counts, in twentieths."""
_TWENTIETHS = 20
_MAX_TWENTIETHS = 4000
_LOGS: Floats = np.log1p(np.arange(_MAX_TWENTIETHS + 1) / _TWENTIETHS)
_MIN_LOGIT, _MAX_LOGIT = -6.0, 4.0
"""Between which the word model is believed."""
_MIN_LOGIT_TO_BEST = -8.0
_RIVALS = 5
"""Concepts whose words say most, to which another is held."""

FEATURES = (
    "title",
    "headings",
    "lead",
    "body",
    "evidence",
    "evidence to the strongest",
    "evidence to the third",
    "evidence below",
    "more below",
    "evidence of the top level",
    "top level to the strongest",
    "evidence above",
    "words known",
    "words",
    "words of the top level",
    "words to the strongest top level",
    "words to the strongest",
    "words to the second",
    "words to the fifth",
    "words below",
    "is top level",
    "is second level",
    "evidence with words",
    "words with evidence",
    "class share",
    "class known",
    "class chance",
    "class chance at the top level",
)


class Pairs:
    """Makes the features.

    Parameters
    ----------
    tree
        The concepts.
    modelled
        The numbers in the tree of the word model's concepts.
    """

    def __init__(self, tree: Tree, modelled: Ints) -> None:
        self.tree = tree
        self.modelled = modelled
        self._known = np.zeros(len(tree.topics), np.float64)
        self._known[modelled] = 1
        self.classes = Classes(tree)
        self._tops = np.flatnonzero(tree.depth == 0)

    def features(self, evidence: Ints, logits: Floats, classes: Floats) -> list[Floats]:
        """Return the features one by one, each for all articles and concepts.

        All is done element by element or with whole numbers, so that an article's features are the same bit by bit in
        whatever company it comes.

        Parameters
        ----------
        evidence
            Of the seed phrases; shape: articles, zones, topics.
        logits
            Of the word model; shape: articles, its concepts.
        classes
            Log odds of the nine classes; shape: articles, classes.

        Returns
        -------
        list of arrays
            As FEATURES names them; shape of each: articles, topics.
        """
        tree = self.tree
        total: Ints = np.tensordot(evidence, ZONE_WEIGHTS, (1, 0))
        strength = _logs(total)
        strongest, third = _highest(strength)
        below = tree.raised(strength) - strength
        summed = _logs(tree.summed(total))
        words = np.zeros(strength.shape)
        words[:, self.modelled] = np.clip(logits, _MIN_LOGIT, _MAX_LOGIT)
        subtree = np.full(strength.shape, _MIN_LOGIT)
        subtree[:, self.modelled] = words[:, self.modelled]
        of_top = words[:, tree.top]
        least = np.full((len(words), _RIVALS), _MIN_LOGIT)
        ranked = np.sort(np.concatenate([least, logits], axis=1), axis=1)
        first, second, fifth = ranked[:, -1:], ranked[:, -2:-1], ranked[:, -_RIVALS][:, None]
        some = strength > 0
        every = np.ones(strength.shape)
        return [
            *(_logs(evidence[:, zone] * _TWENTIETHS) for zone in range(len(ZONE_WEIGHTS))),
            strength,
            strength - strongest,
            strength - third,
            below,
            (below > 0).astype(np.float64),
            summed,
            summed - summed.max(axis=1, keepdims=True),
            tree.lowered(strength),
            self._known * every,
            words,
            of_top,
            of_top - words[:, self._tops].max(axis=1, keepdims=True),
            np.clip(words - first, _MIN_LOGIT_TO_BEST, 0.0) * self._known,
            np.clip(words - second, _MIN_LOGIT_TO_BEST, _MAX_LOGIT) * self._known,
            np.clip(words - fifth, _MIN_LOGIT_TO_BEST, _MAX_LOGIT) * self._known,
            tree.raised(subtree),
            (tree.depth == 0) * every,
            (tree.depth == 1) * every,
            strength * self._known,
            words * some,
            *self.classes.features(classes),
        ]


def _highest(strength: Floats) -> tuple[Floats, Floats]:
    """Return the highest value of each row, and the third (ties count each for itself)."""
    rows = np.arange(len(strength))
    left = strength.copy()
    found = []
    for _ in range(3):
        places = left.argmax(axis=1)
        found.append(left[rows, places][:, None])
        left[rows, places] = 0
    return found[0], found[2]


def _logs(values: Ints) -> Floats:
    looked_up: Floats = _LOGS[np.minimum(values, _MAX_TWENTIETHS)]
    return looked_up
