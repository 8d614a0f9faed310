"""Scores lean towards what the same word is elsewhere in its text."""

import numpy as np

from agents.tag_entities.name_model.decode import LABELS, UNIT
from agents.tag_entities.name_model.echo import lean
from agents.tag_entities.name_model.model import NameModel

PER = LABELS.index("S-PER")


def _scores(*of_person: float) -> np.ndarray:
    """Give tokens' scores that are the label of a person's name by so many nats over no name."""
    scores = np.full((len(of_person), len(LABELS)), -9 * UNIT, np.float32)
    scores[:, 0] = 0
    scores[:, PER] = np.rint(np.array(of_person) * UNIT)
    return scores


def test_a_clear_place_helps_an_unclear_one():
    """What is surely a person three times is one the fourth time as well, and the other way round."""
    scores = _scores(5, 5, 5, -0.5, -5, -5, -5, 0.5)
    lean(scores, np.array([1, 1, 1, 1, 2, 2, 2, 2]))
    assert scores[3].argmax() == PER
    assert scores[7].argmax() == 0


def test_a_word_alone_is_left():
    """A word that stands once, or is marked to be left, keeps its scores."""
    scores = _scores(5, -0.5, 3, -3)
    before = scores.copy()
    lean(scores, np.array([1, 2, -1, -1]))
    assert (scores == before).all()
    lean(scores[:0], np.array([], int))


def test_the_order_does_not_matter():
    """Tokens in another order get the same scores, which are whole numbers."""
    order = np.random.default_rng(1).permutation(40)
    scores = _scores(*np.linspace(-3, 3, 40))
    words = np.arange(40) % 7
    other = scores[order]
    lean(scores, words)
    lean(other, words[order])
    assert (scores[order] == other).all()
    assert (scores == np.rint(scores)).all()


def test_texts_do_not_meet():
    """A text gets the same names whatever other texts are in the batch."""
    model = NameModel.load()
    text = [
        "قال الكاتب توفيق الحكيم في القاهرة اليوم".split(),
        "ولا يخشى الحكيم من ذلك".split(),
    ]
    other = ["قال الرجل الحكيم إن الصبر جميل".split(), "كان الحكيم من الناس يسمع كثيرا".split()]
    alone = model.spans(text, [2])
    assert model.spans([*other, *text], [2, 2])[2:] == alone
    assert model.spans([*text, *other, [], *text], [2, 3, 2])[:2] == alone
    assert any(span[:3] == (2, 3, "PER") for span in alone[1])
