"""Names in Latin letters."""

import pytest

from tests.agents.tag_entities.drafts import found_by


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أعلنت مايكروسوفت خدمة Azure AI Foundry أمس", ["Azure AI Foundry"]),
        ("كشفت الشركة عن هاتف Galaxy Fold 7 Edge أمس", ["Galaxy Fold 7 Edge"]),
        ("نشرت في مجلة Nature أمس", []),
        ("كتب Thank you all for coming here to see us أمس", []),
        ("باعت خدمة new things أمس", []),
    ],
)
def test_words_that_stand_together_are_one_name(text, names):
    """A word tells what it is, or a name inside; a sentence is none, nor what begins without a capital."""
    assert found_by("LatinNames", text) == names


def test_the_lexicons_own_name_stays(tagged):
    """A run that is known as a whole keeps its link."""
    entities, _, _ = tagged("قالت صحيفة New York Times إن الأمر مهم")
    assert [entity_id for entity_id in entities if "ar:" in entity_id] == []
