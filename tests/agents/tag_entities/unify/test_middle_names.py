"""Known people under fuller names."""

import pytest

from agents.tag_entities.draft import EntityRef
from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.unify.middle_names import MiddleNames
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
    MiddleNames(packaged(), word_kinds()).run(draft)
    assert [name.entity.id for name in draft.names] == [entity_id]


def test_a_very_long_name_is_read_in_linear_time():
    """Ten thousand words that a model takes for one name."""
    draft = draft_of("مصطفى " + "كمال " * 10_000 + "مدبولي")
    tokens = draft.tokens
    draft.add(0, len(tokens.words), 0, len(tokens.text), EntityRef.of_text("PER", tokens.text))
    MiddleNames(packaged(), word_kinds()).run(draft)
    assert [name.entity.id for name in draft.names] == ["per:mostafa-madbouly"]
