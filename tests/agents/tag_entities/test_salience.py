"""How much an article is about an entity."""

import pytest

from agents.tag_entities.salience import salience


@pytest.mark.parametrize(
    ("count", "most", "first", "in_title", "expected"),
    [(4, 4, 0.0, True, 1.0), (1, 4, 1.0, False, 0.1), (2, 4, 0.5, False, 0.33), (0, 0, 1.0, False, 0.0)],
)
def test_mentions_place_and_title_add_up(count, most, first, in_title, expected):
    """The most mentioned entity of a title has 1; one that the end names once has next to nothing."""
    assert salience(count, most, first, in_title=in_title) == expected
