"""The sweep over words that can begin composed names."""

import pytest

from agents.arabic.folding import fold
from agents.tag_entities.find.composed_names import ComposedNames
from agents.tag_entities.lexicon.lexicon import packaged
from tests.agents.tag_entities.drafts import draft_of, word_kinds


@pytest.mark.parametrize(("word", "opens"), [("ووزارة", True), ("للدرك", True), ("بجامعة", True), ("يذهبون", False)])
def test_words_that_can_begin_a_composed_name(word, opens):
    """A word that begins none costs one look-up: nothing opens at it."""
    assert ComposedNames(packaged(), word_kinds()).starts(fold(word)) is opens


def test_a_known_quarter_is_linked_behind_its_word(tagged):
    """حي is part of the surface, and takes no link away."""
    entities, _, _ = tagged("سقطت قذائف على حي جوبر في دمشق")
    assert "loc:jobar" in entities


def test_a_reader_can_be_left_out():
    """Its names are not found, those of the others are."""
    left = ComposedNames(packaged(), word_kinds(), without=["NationalBodies"])
    assert [left.starts(fold(word)) for word in ("الدرك", "جامعة")] == [False, True]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('ذكر موقع "الشروق" الجزائري أن السلطات تخشى المرض', "org:ar:الشروق"),
        ('ذكر موقع "الشروق" المصري أن السلطات تخشى المرض', "org:al-shorouk"),
        ('ذكر موقع "الشروق" أن السلطات تخشى المرض', "org:al-shorouk"),
    ],
)
def test_another_nation_behind_makes_another_body(text, found):
    """A nationality that is not the known body's says that a namesake is meant."""
    assert found in [name.entity.id for name in draft_of(text, "ComposedNames").names]
