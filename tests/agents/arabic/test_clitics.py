"""Letters that lean on a word."""

import pytest

from agents.arabic.clitics import is_accusative_adjective, peel


@pytest.mark.parametrize(
    ("word", "ways"),
    [
        ("فرنسا", [(0, "فرنسا"), (1, "رنسا")]),
        ("ولفرنسا", [(0, "ولفرنسا"), (1, "لفرنسا"), (2, "فرنسا")]),
        ("بعمان", [(0, "بعمان"), (1, "عمان")]),
        ("ولد", [(0, "ولد")]),
        ("وبلد", [(0, "وبلد"), (1, "بلد")]),
    ],
)
def test_each_way_to_read_a_word(word, ways):
    """The word itself, without one letter, without two; what is left is as long as a name."""
    assert peel(word) == ways


@pytest.mark.parametrize(("word", "is_one"), [("وزاريا", True), ("سوريا", False)])
def test_an_adjective_in_the_accusative(word, is_one):
    """وزاريا is وزاري in the accusative, and not و before a place."""
    assert is_accusative_adjective(word, frozenset(["وزاري"])) is is_one
