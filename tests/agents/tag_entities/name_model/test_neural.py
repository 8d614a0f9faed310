"""The neural name model: sentences by themselves, long ones in windows, and what is said when it cannot be loaded."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.tag_entities.name_model import neural
from agents.tag_entities.name_model.chooser import choose
from agents.tag_entities.name_model.decode import LABELS
from agents.tag_entities.name_model.model import NameModel
from agents.tag_entities.name_model.neural import NeuralModel
from streams.settings import SettingsError

PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "قال", "سامي", "##ر", "بيروت", "في", "."]
SEEN = {"قال": "O", "سامي": "S-PER", "بيروت": "S-LOC", "في": "O", ".": "O", "[UNK]": "O"}


class Session:
    """Stands for onnxruntime's: a word's first piece alone says what it is."""

    def __init__(self) -> None:
        self.lengths: list[int] = []

    def get_modelmeta(self) -> SimpleNamespace:
        """Give what the file says of itself."""
        return SimpleNamespace(custom_metadata_map={"version": "7", "pieces": "\n".join(PIECES)})

    def run(self, _: list[str], given: dict[str, np.ndarray]) -> list[np.ndarray]:
        """Score words."""
        ids, firsts = given["ids"], given["firsts"]
        self.lengths.append(len(ids))
        assert (ids[0], ids[-1]) == (2, 3)
        scores = np.zeros((len(firsts), len(LABELS)), np.float32)
        for row, at in enumerate(firsts):
            scores[row, LABELS.index(SEEN[PIECES[ids[at]]])] = 5
        return [scores]


class Small:
    """Stands for the small model: it has no opinion, but for one word."""

    version = "1"
    moves = np.zeros((len(LABELS) + 2,) * 2, np.float32)

    def read(self, sentences: list[list[str]]) -> SimpleNamespace:
        """Score words."""
        words = [word for tokens in sentences for word in tokens]
        scores = np.zeros((len(words), len(LABELS)), np.float32)
        scores[:, LABELS.index("S-ORG")] = [900 if word == "أرامكو" else 0 for word in words]
        return SimpleNamespace(scores=scores, words=words)

    def words(self, read: SimpleNamespace, texts: list[int]) -> np.ndarray:
        """Tell words apart; there is one text."""
        assert len(texts) == 1
        return np.unique(read.words, return_inverse=True)[1]


@pytest.fixture
def model() -> NeuralModel:
    return NeuralModel(Session(), Small())


def test_names(model):
    """Spans have first and last token, type and score."""
    found = model.spans([["قال", "سامير", "في", "بيروت", "."], [], ["قال"]])
    assert [[span[:3] for span in spans] for spans in found] == [[(1, 2, "PER"), (3, 4, "LOC")], [], []]
    assert all(0 < span[3] <= 1 for spans in found for span in spans)
    assert model.version == "neural-7+1"


def test_votes(model):
    """What the small model is sure of, and the encoder knows nothing of, is found."""
    assert [span[:3] for span in model.spans([["قال", "أرامكو"]])[0]] == [(1, 2, "ORG")]


def test_words_lean_on_their_text(model, monkeypatch):
    """A word that says little by itself is what it is elsewhere in the text."""
    monkeypatch.setitem(SEEN, "[UNK]", "O")
    sentences = [["قال", "أرامكو"], ["في", "بيروت"], []]
    assert model.spans(sentences, [3]) == model.spans(sentences)
    several = [["سامير"], ["سامير", "قال"], ["قال", "سامير"]]
    assert [[span[:3] for span in spans] for spans in model.spans(several, [3])] == [
        [(0, 1, "PER")],
        [(0, 1, "PER")],
        [(1, 2, "PER")],
    ]


def test_long_sentences(model):
    """A sentence that is longer than the window is read in parts, and no word of it is left out."""
    found = model.spans([["سامير"] * 400])[0]
    assert [span[:3] for span in found] == [(i, i + 1, "PER") for i in range(400)]
    assert max(model._session.lengths) <= neural.WINDOW + 2


@given(st.lists(st.lists(st.one_of(st.sampled_from(PIECES[4:]), st.text(max_size=5)), max_size=8), max_size=4))
def test_sentences_are_apart(sentences):
    """What a sentence gets does not depend on the others; spans lie within it, in order."""
    model = NeuralModel(Session(), Small())
    together = model.spans(sentences)
    assert [model.spans([s])[0] for s in sentences] == together
    for tokens, spans in zip(sentences, together, strict=True):
        borders = [0, *[border for span in spans for border in span[:2]], len(tokens)]
        assert borders == sorted(borders)


def test_no_file(tmp_path):
    """Without the file the message names it, and how it is made."""
    with pytest.raises(SettingsError, match=r"model\.onnx; `make models`"):
        choose(str(tmp_path / "model.onnx"))


def test_default():
    """Without a file it is the model that ships."""
    assert isinstance(choose(""), NameModel)
