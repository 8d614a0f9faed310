"""What names sound like in Arabic and in Latin letters."""

import pytest

from agents.tag_entities.unify.sounds import consonants


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("اكس بوكس 360", "Xbox 360"),
        ("سيكيوريتي ديسكافري", "Security Discovery"),
        ("راشيل رايلي", "Rachel Riley"),
        ("ويبسايت بلانت", "Website Planet"),
        ("اوفيس 2010", "Office 2010"),
    ],
)
def test_names_that_sound_alike(arabic, latin):
    """Their consonants and digits are the same."""
    assert consonants(arabic) == consonants(latin.lower()) != ""


@pytest.mark.parametrize("name", ["A 350", "بي 12", "او اي", "ios"])
def test_names_with_too_few_consonants(name):
    """They sound like too many others."""
    assert not consonants(name.lower())
