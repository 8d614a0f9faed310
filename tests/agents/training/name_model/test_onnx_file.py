"""The tagger's ONNX file says what the tagger says, but for rounding. Needs what training needs."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="PyTorch is for training only")
pytest.importorskip("onnx", reason="onnx is for training only")

from agents.evaluate.conll import Sentence  # noqa: E402
from agents.tag_entities.name_model.decode import LABELS  # noqa: E402
from agents.tag_entities.name_model.neural import NeuralModel  # noqa: E402
from agents.tag_entities.name_model.pieces import Pieces  # noqa: E402
from agents.training.name_model import neural_tuning, onnx_file  # noqa: E402
from agents.training.name_model.bert import Tagger  # noqa: E402

PIECES = ["[PAD]", "[unused]", "[UNK]", "[CLS]", "[SEP]", "Google", "قال", "سامي", "##ر", "بيروت", "في", "##Maps", "."]


def test_same_scores(tmp_path):
    """A small tagger with chance weights scores labels alike in PyTorch and from its file."""
    torch.manual_seed(1)
    model = Tagger(len(PIECES), 2, len(LABELS), (32, 4, 64))
    with torch.no_grad():
        model.positions.normal_()
    onnx_file.export(model, PIECES, "3", tmp_path / "tiny.onnx")
    made = NeuralModel.load(tmp_path / "tiny.onnx")
    sentences = [["قال", "سامير", "في", "بيروت", "."], ["بيروت"]]
    pieces = Pieces({piece: i for i, piece in enumerate(PIECES)})
    for tokens, found in zip(sentences, made.scores(sentences), strict=True):
        rows = list(neural_tuning.rows(Sentence(tokens, []), pieces))
        with torch.no_grad():
            expected = model(*neural_tuning.tensors(rows, pieces)).numpy()
        assert found.shape == expected.shape
        assert np.abs(found - expected).max() < 0.1
    assert made.version.startswith("neural-3+")


def test_kept():
    """Pieces of Arabic, short ones and the marks are kept; long Latin ones are not."""
    assert [PIECES[i] for i in onnx_file.kept(PIECES)] == [
        p for p in PIECES if p not in {"[unused]", "Google", "##Maps"}
    ]
