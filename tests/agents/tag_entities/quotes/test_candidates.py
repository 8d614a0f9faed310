"""What may be said in a text, and what speaks for it."""

import pytest

from agents.arabic.tokens import tokenize
from agents.tag_entities.quotes.candidates import distance_class, featured, gap_sign, is_parted, size_class


def test_features_carry_their_kind():
    """The same feature of two kinds of candidates has two weights."""
    assert featured("clause", ["size 1"]) == ["clause", "clause: size 1"]


@pytest.mark.parametrize(("words", "name"), [(1, "size 0"), (4, "size 1"), (41, "size 6")])
def test_classes_of_length(words, name):
    """Lengths are told apart by classes."""
    assert size_class(words) == name


def test_classes_of_distance():
    """Distances beyond the last bound are one class."""
    assert (distance_class(0), distance_class(33) == distance_class(500)) == ("distance 0", True)


@pytest.mark.parametrize(("gap", "sign"), [("، ", ","), (": \n", "\n"), (" ", ""), ("»", "»")])
def test_sign_of_a_gap(gap, sign):
    """The sign of a gap is the one that tells most."""
    assert gap_sign(gap) == sign


@pytest.mark.parametrize(("text", "parted"), [("a. b", False), ("aa. b", True), ("aa،\nb", False), ("aa\nb", True)])
def test_parted(text, parted):
    """A dot and a line's end part words, but not behind a single letter or a comma."""
    assert is_parted(tokenize(text), 0, 1, ".\n") is parted
