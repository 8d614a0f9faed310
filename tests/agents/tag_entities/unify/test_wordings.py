"""Known things in a generic word's company or of one edition."""

from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.unify.wordings import Wordings
from tests.agents.tag_entities.unify.names import ids_after

_WORDINGS = Wordings(packaged())


def test_a_known_thing_behind_a_generic_word():
    """مجمع سونلغاز is سونلغاز, which the lexicon has."""
    assert ids_after(_WORDINGS, "مجمع سونلغاز", (0, 2, "ORG", None)) == ["org:sonelgaz"]


def test_a_building_is_not_what_it_is_called_after():
    """A generic word that is part of the name it opens: ميناء سبتة."""
    assert ids_after(_WORDINGS, "ميناء سبتة", (0, 2, "LOC", None)) == ["loc:ar:ميناء-سبته"]


def test_the_only_edition_stands_for_its_event():
    """كأس العالم is that of 2018 where no other is named."""
    event, edition = "misc:fifa-world-cup", "misc:2018-fifa-world-cup"
    text = "كأس العالم ثم كأس العالم 2018"
    assert ids_after(_WORDINGS, text, (0, 2, "MISC", event), (3, 6, "MISC", edition)) == [edition] * 2


def test_another_year_is_another_edition():
    """كأس العالم 1950 is not that of 2018."""
    event, edition = "misc:fifa-world-cup", "misc:2018-fifa-world-cup"
    text = "كأس العالم 1950 ثم كأس العالم 2018"
    assert ids_after(_WORDINGS, text, (0, 3, "MISC", event), (4, 7, "MISC", edition)) == [event, edition]
