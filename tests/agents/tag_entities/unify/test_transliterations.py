"""Names in Arabic and in Latin letters."""

import pytest

from agents.tag_entities.unify.transliterations import Transliterations, consonants
from tests.agents.tag_entities.unify.names import ids_after


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


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        (
            "كشف باحثو Website Planet ثم ويبسايت بلانت",
            [(2, 4, "ORG", None), (5, 7, "ORG", None)],
            "org:ar:ويبسايت-بلانت",
        ),
        ("سيرغي لافروف Sergey Lavrov", [(0, 2, "PER", "per:sergey-lavrov"), (2, 4, "PER", None)], "per:sergey-lavrov"),
        (
            "سيرغي لافروف LAVROV Sergey Lavrov",
            [(0, 2, "PER", "per:sergey-lavrov"), (3, 5, "PER", None)],
            "per:sergey-lavrov",
        ),
    ],
)
def test_one_entity(text, names, found):
    """The lexicon's, or the one in Arabic."""
    assert ids_after(Transliterations(), text, *names) == [found] * 2


def test_other_digits():
    """They make another thing."""
    found = ids_after(Transliterations(), "اكس بوكس 360 و Xbox 720", (0, 3, "MISC", None), (4, 6, "MISC", None))
    assert len(set(found)) == len(found)


def test_another_type():
    """A person is no company."""
    found = ids_after(Transliterations(), "راشيل رايلي و Rachel Riley", (0, 2, "PER", None), (3, 5, "ORG", None))
    assert len(set(found)) == len(found)


def test_two_known_entities():
    """None of them is the other, whatever they sound like."""
    names = [(0, 2, "PER", "per:sergey-lavrov"), (2, 4, "PER", "per:vladimir-putin")]
    found = ids_after(Transliterations(), "سيرغي لافروف Sergey Lavrov", *names)
    assert found == ["per:sergey-lavrov", "per:vladimir-putin"]
