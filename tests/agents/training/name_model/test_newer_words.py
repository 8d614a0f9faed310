"""Words of the news get vectors beside those that a model has. Needs PyTorch."""

import numpy as np
import pytest

pytest.importorskip("torch", reason="PyTorch is for training only")

from agents.tag_entities.name_model.features import Lexical, Phrases
from agents.training.name_model import newer_words
from agents.training.name_model.examples import Words
from agents.training.name_model.further import Stored
from agents.training.name_model.newer_words import MIN_COUNT, widen
from agents.training.name_model.student import STEP, Student

OLD = ["وصل", "الي", "الوزير", "لبنان", "غادر", "امس"]
LINE = "وصل الوزير ماكرون إلى لبنان وغادر ماكرون أمس"


def stored() -> Stored:
    """Return an untaught model of a few words."""
    vectors = np.random.default_rng(1).standard_normal((len(OLD), 2 * newer_words.counted_vectors.SIZE)) / 14
    vocabulary = {word: number for number, word in enumerate(OLD)}
    return Stored(Student(vectors), Words(Lexical({}, vocabulary), Phrases({})))


@pytest.fixture(autouse=True)
def few_directions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each word a direction of its own: a few have not as many as texts have."""
    monkeypatch.setattr(newer_words.counted_vectors, "vectors", lambda _, count: np.eye(count, 96, dtype=np.float32))


def test_unknown_words_get_a_vector():
    """A frequent word that the model has not, nor without its proclitic, gets one; the others stay as they were."""
    before = stored()
    old = before.model.vectors.clone()
    after = widen(before, [LINE] * MIN_COUNT)
    assert list(after.words.lexical.vocabulary) == [*OLD, "ماكرون"]
    assert after.model.vectors.shape == (len(OLD) + 1, old.shape[1])
    assert (after.model.vectors[: len(OLD)] == old).all()


def test_rare_words_get_none():
    """A word that the news hardly has stays unknown."""
    assert list(widen(stored(), [LINE] * (MIN_COUNT // 2 - 1)).words.lexical.vocabulary) == OLD


def test_vectors_follow_from_what_stands_beside_words():
    """Where known words' vectors follow from the counted ones, so do the new words' ones, in the model's units."""
    rng = np.random.default_rng(2)
    counted = rng.standard_normal((500, 96)).astype(np.float32) / 10
    meant = counted @ rng.standard_normal((96, 192)) / 2
    found = newer_words._mapped(counted, np.full(400, 50), meant[:400])
    assert np.abs(found - meant[400:]).max() < 0.2
    assert np.allclose(found / STEP, np.rint(found / STEP), atol=1e-3)
