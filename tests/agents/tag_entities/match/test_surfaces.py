"""What the lexicon's surfaces are, whatever they mean."""

import pytest

from tests.agents.tag_entities.drafts import draft_of


def keys(text):
    """Return the surfaces of a text as the lexicon spells them."""
    return [surface.key for surface in draft_of(text, "Surfaces").surfaces]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وصل إلى باريس", ["باريس"]),
        ("وصل من باريس وبرلين", ["باريس", "برلين"]),
        ("قرر مجلس الأمن الدولي ذلك", ["مجلس الامن الدولي"]),
        ("انتهى لقاء ريال مدريد ونيوكاسل يونايتد", ["ريال مدريد", "نيوكاسل يونايتد"]),
        ("وصل، مجلس. الأمن", []),
        ("يذهبون ويعودون", []),
        ("", []),
    ],
)
def test_the_longest_surface_is_read(text, found):
    """Of two that begin at a word the longer is taken; what a mark parts is no surface."""
    assert keys(text) == found


def test_two_that_overlap_and_mean_one_thing_are_one():
    """حركة الجهاد and الجهاد الإسلامي name one body, which has all of the words."""
    surfaces = draft_of("أعلنت حركة الجهاد الإسلامي موقفها", "Surfaces").surfaces
    assert [(surface.first, surface.last) for surface in surfaces] == [(1, 4)]


def test_positions_are_those_of_the_text_without_the_proclitic():
    """وبرلين begins a letter later, لليونان two."""
    draft = draft_of("زار وبرلين لليونان", "Surfaces")
    assert [draft.tokens.text[surface.start : surface.end] for surface in draft.surfaces] == ["برلين", "يونان"]
