"""Nine classes as evidence for the top level."""

import numpy as np

from agents.tag_topics.concepts import taxonomy
from agents.tag_topics.concepts.tree import Tree
from agents.tag_topics.evidence.classes import NAMES, Classes

TREE = Tree(["medtop:20001065", "medtop:20000053", "medtop:17000000"], taxonomy.load())
SPORT, FOOTBALL, WEATHER = (TREE.numbers[f"medtop:{number}"] for number in ("15000000", "20001065", "17000000"))


def test_features() -> None:
    """A class speaks for its topic of the top level and all below it, and for no other."""
    logits = np.where(np.array(NAMES) == "Sports", 9.0, 0.0)[None, :]
    share, known, chance, there = (feature[0] for feature in Classes(TREE).features(logits))
    assert (known[FOOTBALL], known[WEATHER], there[FOOTBALL]) == (1, 0, 0)
    assert chance[FOOTBALL] == chance[SPORT] == there[SPORT] > 0.99
    assert share[FOOTBALL] == np.log(chance[FOOTBALL])


def test_nothing_learned() -> None:
    """Without classes there is no evidence, and all stays as it is."""
    features = Classes(TREE).features(np.zeros((2, 0)))
    assert [feature.shape for feature in features] == [(2, len(TREE.topics))] * 4
    assert not features[0].any()
