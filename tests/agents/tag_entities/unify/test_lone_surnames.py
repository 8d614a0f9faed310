"""Surnames of well-known people whom a text does not name in full."""

import pytest

from agents.tag_entities.draft import ModelName
from tests.agents.tag_entities.drafts import draft_of


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("في السودان قال البرهان إن ذلك صحيح", ["loc:sudan", "per:abdel-fattah-al-burhan"]),
        ("في السودان قال البرهان القاطع ذلك", ["loc:sudan"]),
        ("في السودان رأى البرهان إن ذلك صحيح", ["loc:sudan"]),
        ("قال البرهان إن ذلك صحيح", []),
    ],
)
def test_a_surname_behind_a_verb_of_reporting(text, ids):
    """A clause must follow, and the text must speak of the person's country."""
    assert [name.entity.id for name in draft_of(text, "LoneSurnames").names] == ids


def test_a_surname_that_the_model_sees():
    """All names that are as it is mean the person, too."""
    seen = [ModelName(3, 4, "PER", 0.97), ModelName(8, 9, "PER", 0.97)]
    draft = draft_of("في السودان قال البرهان إن ذلك صحيح وغادر البرهان", "LoneSurnames", model_names=seen)
    assert [name.entity.id for name in draft.names] == ["loc:sudan", *["per:abdel-fattah-al-burhan"] * 2]
