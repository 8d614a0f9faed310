"""The corpora, where they are."""

import os
from pathlib import Path

import pytest

from agents.training.name_model import corpora

ROOT = Path(os.environ.get("RASID_SHARED_DATA", Path(__file__).parents[5] / "shared" / "data"))

pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(not (ROOT / "ner").is_dir(), reason="the annotated corpora are not here"),
]


def test_anercorp_parts():
    """ANERcorp's two parts are apart and keep every sentence; the development part is four runs of a hundred."""
    train, dev = corpora.anercorp(ROOT)
    assert (len(train), len(dev)) == (3572, 400)
    assert {kind for s in dev for *_, kind in s.spans} == {"PER", "LOC", "ORG", "MISC"}


def test_wojood_is_flat():
    """Spans of a Wojood sentence do not overlap."""
    for sentence in corpora.wojood(ROOT, "val"):
        for one, other in zip(sentence.spans, sentence.spans[1:], strict=False):
            assert one[1] <= other[0]


def test_tokens():
    """Punctuation stands alone, words with a hyphen or a point inside stay whole."""
    assert corpora.tokens_of("قال: «نعم»، جي-20 في 3.5") == ["قال", ":", "«", "نعم", "»", "،", "جي-20", "في", "3.5"]
