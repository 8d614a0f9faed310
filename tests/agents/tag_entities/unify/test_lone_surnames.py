"""Surnames of well-known people whom a text does not name in full."""

import pytest

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
