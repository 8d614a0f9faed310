"""Foreign people under a spelling that no list has."""

import pytest

from tests.agents.tag_entities.drafts import draft_of


@pytest.mark.parametrize(
    ("text", "entity", "surface"),
    [
        ("التقى الوزير السيد أندري يرماك في كييف", "per:andriy-yermak", "أندري يرماك"),
        ("اتهم الحاكم دونالد ترامب وغافين نيوسوم بذلك", "per:gavin-newsom", "غافين نيوسوم"),
    ],
)
def test_a_foreigner_is_known_under_other_vowels(tagged, text, entity, surface):
    """A full foreign name that differs from a known one by vowels alone is that person's."""
    entities, _, _ = tagged(text)
    assert [mention.surface for mention in entities[entity].mentions] == [surface]


def test_vowels_make_other_arabic_names():
    """حسين is not حسن."""
    draft = draft_of("قال الدكتور محمد حسين والمدافع إبراهيم صلاح ذلك", "Respellings")
    assert [name.entity.known for name in draft.names] == [None, None]
