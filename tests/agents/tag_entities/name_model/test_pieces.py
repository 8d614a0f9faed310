"""Words in pieces: the longest first, marks left out, never without a piece."""

from hypothesis import given
from hypothesis import strategies as st

from agents.tag_entities.name_model.pieces import MAX_PIECES, Pieces

VOCABULARY = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "ال",
    "كتاب",
    "##كتاب",
    "##ات",
    "م",
    "##ح",
    "##م",
    "##د",
    ".",
    "2",
    "5",
]
NUMBERS = {piece: i for i, piece in enumerate(VOCABULARY)}
cut = Pieces(NUMBERS)


def named(word: str) -> list[str]:
    return [VOCABULARY[number] for number in cut(word)]


def test_longest_first():
    """Each piece is the longest that the vocabulary has for what is left."""
    assert named("الكتاب") == ["ال", "##كتاب"]
    assert named("محمد") == ["م", "##ح", "##م", "##د"]


def test_marks_do_not_count():
    """Diacritics and tatweel are left out."""
    assert named("مُحَمَّد") == named("محمـــد") == named("محمد")


def test_punctuation_stands_alone():
    """A mark inside of a token is a piece of its own."""
    assert named("2.5") == ["2", ".", "5"]


def test_unknown():
    """What the vocabulary cannot put together is unknown, and so is nothing."""
    assert named("قلم") == named("") == named("\u200f") == ["[UNK]"]


@given(st.text())
def test_any_text(word):
    """Any text has one to MAX_PIECES pieces."""
    assert 1 <= len(cut(word)) <= MAX_PIECES
