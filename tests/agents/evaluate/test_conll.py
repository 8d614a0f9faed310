"""Reading CoNLL columns, and scoring."""

from agents.evaluate.conll import Sentence, read, spans_of
from agents.evaluate.span_scores import Part, score


def test_spans_of_labels():
    """BIO and BIOES labels give spans; a stray I opens one; other names of types become the four."""
    assert spans_of(["B-PERS", "I-PERS", "B-PER", "O", "I-LOC", "I-ORG", "S-MIS"]) == [
        (0, 2, "PER"),
        (2, 3, "PER"),
        (4, 5, "LOC"),
        (5, 6, "ORG"),
        (6, 7, "MISC"),
    ]


def test_sentences_end_at_empty_lines():
    """Empty lines, lines without a label and -DOCSTART- end sentences; middle columns are passed over."""
    lines = ["-DOCSTART- O", "", "في O", "باريس NN B-LOC", "", "", "نعم O", "(", "لا O"]
    assert list(read(lines)) == [
        Sentence(["في", "باريس"], [(1, 2, "LOC")]),
        Sentence(["نعم"], []),
        Sentence(["لا"], []),
    ]


def test_score_is_strict():
    """A span with a wrong border or a wrong type counts neither for precision nor for recall."""
    result = score([[(0, 1, "PER"), (2, 4, "LOC")], [(0, 1, "ORG")]], [[(0, 1, "PER"), (2, 3, "LOC")], [(0, 1, "PER")]])
    assert result.micro == Part(1 / 3, 1 / 3, 1 / 3, 3)
    assert result.types["PER"] == Part(0.5, 1.0, 2 / 3, 1)
