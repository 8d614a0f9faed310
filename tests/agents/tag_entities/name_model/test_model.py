"""The name model as a whole: the same names however it is called, within borders, whatever the input."""

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.tag_entities.name_model.model import NameModel


def words(sentence: str) -> list[str]:
    """Split a sentence that is written with its punctuation apart."""
    return sentence.split()


SENTENCES = [
    words("قال وزير الخارجية الروسي سيرغي لافروف اليوم في موسكو إن المحادثات مستمرة ."),
    words("وصل الرئيس الأمريكي باراك أوباما إلى باريس ، حيث التقى فرانسوا هولاند ."),
    words("أعلنت الأمم المتحدة أن مجلس الأمن سيجتمع غدا لبحث الوضع في سوريا ولبنان"),
    words("ارتفعت أسعار النفط بنسبة 3 بالمئة"),
    [],
    ["محمد"],
]


@pytest.fixture(scope="module")
def model() -> NameModel:
    """Give the shipped model."""
    return NameModel.load()


def test_plain_names(model):
    """Well-known names in plain sentences are found with their types."""
    found = [
        {(" ".join(tokens[start:end]), kind) for start, end, kind, _ in spans}
        for tokens, spans in zip(SENTENCES, model.spans(SENTENCES), strict=True)
    ]
    assert {("سيرغي لافروف", "PER"), ("موسكو", "LOC")} <= found[0]
    assert {("باراك أوباما", "PER"), ("باريس", "LOC"), ("فرانسوا هولاند", "PER")} <= found[1]
    assert {("الأمم المتحدة", "ORG"), ("سوريا", "LOC"), ("ولبنان", "LOC")} <= found[2]
    assert not found[3]
    assert not found[4]


def test_batches_do_not_matter(model):
    """Each sentence alone, all at once and in another order, and with a fresh memory: the same spans and scores."""
    together = model.spans(SENTENCES)
    assert [model.spans([sentence])[0] for sentence in SENTENCES] == together
    assert NameModel.load().spans(SENTENCES[::-1])[::-1] == together
    assert model.spans(SENTENCES * 150) == together * 150


@pytest.mark.parametrize("threads", ["1", "2"])
def test_processes_do_not_matter(model, threads):
    """Another process, hash seed and number of threads: the same spans and scores."""
    code = (
        "import sys, ast; from agents.tag_entities.name_model.model import NameModel;"
        "sys.stdout.write(repr(NameModel.load().spans(ast.literal_eval(sys.stdin.read()))))"
    )
    chosen = {"PYTHONHASHSEED": threads, "OPENBLAS_NUM_THREADS": threads, "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        [sys.executable, "-c", code],
        input=repr(SENTENCES),
        capture_output=True,
        check=True,
        env={**os.environ, **chosen},
        encoding="utf-8",
    )
    assert run.stdout == repr(model.spans(SENTENCES))


_KNOWN = st.sampled_from([word for sentence in SENTENCES for word in sentence])
_TOKENS = st.lists(st.one_of(st.text(min_size=1, max_size=12), _KNOWN), max_size=40)


@settings(max_examples=60, deadline=None)
@given(st.lists(_TOKENS, max_size=5))
def test_spans_are_in_order(sentences):
    """Whatever the tokens are, spans lie within the sentence, in order, apart, with a known type and a score."""
    for tokens, spans in zip(sentences, NameModel.load().spans(sentences), strict=True):
        done = 0
        for start, end, kind, score in spans:
            assert done <= start < end <= len(tokens)
            assert kind in {"PER", "LOC", "ORG", "MISC"}
            assert 0 <= score <= 1
            done = end


def test_odd_tokens(model):
    """An empty token, a lone surrogate, a token of a megabyte and a sentence of 5,000 words are tagged, not refused."""
    spans = model.spans([["", "\ud800", "ا" * 1_000_000, "محمد"], ["محمد"] * 5000])
    assert [len(s) >= 0 for s in spans] == [True, True]


def test_memory_is_bounded(model, monkeypatch):
    """A model that has met more words than it keeps forgets them, and still says the same."""
    monkeypatch.setattr("agents.tag_entities.name_model.model.MAX_WORDS_REMEMBERED", 5)
    before = model.spans(SENTENCES)
    model.spans([[f"كلمة{i}" for i in range(100)]])
    assert model.spans(SENTENCES) == before
    assert len(model._memory) < 60


def test_writing_varies(model):
    """Hamza, diacritics and tatweel do not change what is found."""
    plain = words("وقال الرئيس الأمريكي باراك أوباما في القاهرة")
    other = words("وقال الرئيس الامريكى بَاراك اوبامـا في القاهره")
    assert model.spans([plain]) == model.spans([other])
