"""The tuning of the tagger: sentences in rows, and a small tagger that learns two names. Needs PyTorch."""

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is for training only")

from agents.evaluate.conll import Sentence  # noqa: E402
from agents.tag_entities.name_model.decode import LABELS  # noqa: E402
from agents.tag_entities.name_model.pieces import Pieces  # noqa: E402
from agents.training.name_model import neural_tuning  # noqa: E402
from agents.training.name_model.bert import Tagger  # noqa: E402

PIECES = Pieces({p: i for i, p in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "قال", "سامي", "##ر", "بيروت", "في"])})
SENTENCES = [Sentence(["قال", "سامير", "في", "بيروت"], [(1, 2, "PER"), (3, 4, "LOC")]), Sentence(["في", "قال"], [])]


def test_rows():
    """A sentence that is longer than the window becomes several rows that hold all of its words."""
    found = list(neural_tuning.rows(Sentence(["سامير"] * 300, [(0, 1, "PER")]), PIECES))
    assert [len(row.words) for row in found] == [127, 127, 46]
    assert [len(row.labels) for row in found] == [127, 127, 46]


def test_tuning(tmp_path):
    """A tagger learns its sentences, leaves alone what is frozen, and learns the same again."""
    scores = []
    for _ in range(2):
        torch.manual_seed(3)
        model = Tagger(9, 2, len(LABELS), (16, 2, 32))
        before = model.layers[0].up.weight.clone()
        plan = neural_tuning.Plan(epochs=60, rate=1e-2, label_rate=1e-2, frozen=1, seed=1, kept=50)
        reader = neural_tuning.Reader(model, PIECES)
        rows = [row for s in SENTENCES * 4 for row in neural_tuning.rows(s, PIECES)]
        neural_tuning.tune(reader, lambda _, __, rows=rows: rows, plan, {}, tmp_path / "m.pt")
        assert torch.equal(before, model.layers[0].up.weight)
        scores.append(neural_tuning.opinion(reader, [s.tokens for s in SENTENCES]).scores.tolist())
        assert neural_tuning.evaluate(reader, SENTENCES).micro.f1 == 1
    assert scores[0] == scores[1]
