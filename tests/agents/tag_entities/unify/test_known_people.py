"""Known people under fuller names, and under other spellings."""

import pytest

from agents.tag_entities.draft import EntityRef
from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.unify.known_people import KnownPeople
from tests.agents.tag_entities.drafts import draft_of, word_kinds


@pytest.mark.parametrize(
    ("text", "entity_id"),
    [
        ("مصطفى كمال مدبولي", "per:mostafa-madbouly"),
        ("رمضان أخماتوفيتش قديروف", "per:ramzan-kadyrov"),
        ("مصطفى مدبولي كمال", "per:ar:مصطفي-مدبولي-كمال"),
        ("كمال مدبولي", "per:ar:كمال-مدبولي"),
        ("عبدالله بن عبدالعزيز بن مساعد آل سعود", "per:ar:عبدالله-بن-عبدالعزيز-بن-مساعد-ال-سعود"),
        ("محمد كمال علي", "per:ar:محمد-كمال-علي"),
    ],
)
def test_a_name_goes_through_another(text, entity_id):
    """The given name opens both, the surname ends both, and tells."""
    draft = draft_of(text)
    tokens = draft.tokens
    draft.add(0, len(tokens.words), 0, len(tokens.text), EntityRef.of_text("PER", tokens.text))
    KnownPeople(packaged(), word_kinds()).run(draft)
    assert [name.entity.id for name in draft.names] == [entity_id]


def test_a_very_long_name_is_read_in_linear_time():
    """Ten thousand words that a model takes for one name."""
    draft = draft_of("مصطفى " + "كمال " * 10_000 + "مدبولي")
    tokens = draft.tokens
    draft.add(0, len(tokens.words), 0, len(tokens.text), EntityRef.of_text("PER", tokens.text))
    KnownPeople(packaged(), word_kinds()).run(draft)
    assert [name.entity.id for name in draft.names] == ["per:mostafa-madbouly"]


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
    draft = draft_of("قال الدكتور محمد حسين والمدافع إبراهيم صلاح ذلك", "KnownPeople")
    assert [name.entity.known for name in draft.names] == [None, None]
