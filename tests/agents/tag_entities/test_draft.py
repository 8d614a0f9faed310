"""What a draft gives in the end."""

from agents.tag_entities.draft import MAX_NAME_CHARACTERS
from tests.agents.tag_entities.drafts import draft_of, surfaces


def test_a_name_without_end_is_none():
    """It does not come out, and the names beside it do."""
    texts = [f"قال وزير الخارجية أحمد {'ابجد' * times} للصحفيين في القاهرة" for times in (2, MAX_NAME_CHARACTERS)]
    found = [surfaces(draft_of(text, "UserOverrides")) for text in texts]
    assert found == [["أحمد ابجدابجد", "القاهرة"], ["القاهرة"]]
