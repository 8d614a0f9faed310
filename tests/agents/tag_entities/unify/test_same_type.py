"""Unknown names that an article takes for things of several types."""

import pytest

from agents.tag_entities.draft import ModelName
from tests.agents.tag_entities.drafts import draft_of


@pytest.mark.parametrize(
    ("types", "ids"),
    [
        (["ORG", "LOC", "LOC"], ["loc:ar:بودلوف"] * 3),
        (["ORG", "LOC", "PER"], ["org:ar:بودلوف"] * 3),
        (["ORG"], ["org:ar:بودلوف"]),
    ],
)
def test_one_spelling_has_one_type(types, ids):
    """The most frequent, of equals the first."""
    text = "غادر بودلوف " * len(types)
    seen = [ModelName(2 * number + 1, 2 * number + 2, entity_type, 0.9999) for number, entity_type in enumerate(types)]
    assert [name.entity.id for name in draft_of(text, "SameType", model_names=seen).names] == ids


def test_another_spelling_keeps_its_type():
    """بودلوف and كارستنسون have nothing to do with each other."""
    seen = [ModelName(1, 2, "ORG", 0.9999), ModelName(3, 4, "LOC", 0.9999)]
    draft = draft_of("غادر بودلوف وصل كارستنسون", "SameType", model_names=seen)
    assert [name.entity.type for name in draft.names] == ["ORG", "LOC"]
