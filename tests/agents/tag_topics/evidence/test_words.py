"""Words: how they are looked up, weighed and added."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.tag_topics.evidence import vocabulary
from agents.tag_topics.evidence.phrases import join
from agents.tag_topics.evidence.vocabulary import UNKNOWN, Vocabulary
from agents.tag_topics.evidence.words import COUNT_WEIGHTS, Bag, WordModel, bags


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("وزير", "وزير"),
        ("الوزير", "وزير"),
        ("وَالوزير", "وزير"),
        ("وزيرها", "وزير"),
        ("للانتخابات", "انتخابات"),
        ("الانتخـابات", "انتخابات"),
        ("بانتخاباتها", "انتخابات"),
        ("زير", None),
        ("", None),
        ("x" * 100, None),
    ],
)
def test_look_up(word: str, known: str | None) -> None:
    """A word is found with what may be glued to it, in any spelling; others are unknown."""
    words = ["وزير", "انتخابات"]
    assert Vocabulary(words)[word] == (words.index(known) + 1 if known else UNKNOWN)


def test_a_learned_word_hides_no_seed() -> None:
    """A model's word that is a seed's with something in front is not known by itself."""
    assert vocabulary.join(["بطاله"], ["البطاله", "سوق", "بطاله"]) == ["بطاله", "سوق"]


@given(st.text(max_size=50))
def test_any_word_has_a_number(word: str) -> None:
    """Looking up fails for no text, and gives the same number again."""
    words = Vocabulary(["وزير"])
    assert words[word] == words[word]


def test_bags() -> None:
    """A word counts more in the title; words that the model does not know are left out."""
    rows = np.array([0, 1, 0, 2])
    found = bags(join([[[1], [], [1, 3], [2, 3]], [[], [], [], []], [[], [], [], [3]]]), rows)
    expected = [
        Bag(np.array([1, 2]), COUNT_WEIGHTS[[5, 3]]),
        Bag(np.array([]), np.array([])),
        Bag(np.array([2]), COUNT_WEIGHTS[[1]]),
    ]
    assert [(bag.rows.tolist(), bag.weights.tolist()) for bag in found] == [
        (bag.rows.tolist(), bag.weights.tolist()) for bag in expected
    ]


def test_logits() -> None:
    """The weights of the words count in proportion to their share; no word, the bias alone."""
    model = WordModel(
        np.array([[0, 0], [100, -50], [0, 20]], np.int8),
        np.array([0.01, 0.1]),
        np.array([-1.0, 0.5]),
        np.array([0, 3, 4]),
    )
    none = Bag(np.array([], np.int64), np.array([], np.int64))
    assert model.logits(none).tolist() == [-1.0, 0.5]
    some = model.logits(Bag(np.array([1, 2]), np.array([1, 1])))
    assert some == pytest.approx([-1 + 0.01 * 100 / 5, 0.5 + 0.1 * (-50 + 20) / 5])
