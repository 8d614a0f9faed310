"""The user's own word on entities: merged ids and silenced ones."""

import pytest

from agents.tag_entities.draft import EntityRef
from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.unify.user_overrides import UserOverrides
from tests.agents.tag_entities.drafts import draft_of


class Overridden:
    """A lexicon with a user's merges and silences."""

    def __init__(self, merges, silenced):
        self.merges, self.silenced = merges, silenced
        self.known = packaged().known


@pytest.mark.parametrize(
    ("merges", "silenced", "ids"),
    [
        ({}, (), ["loc:germany", "loc:france"]),
        ({"loc:germany": "loc:france"}, (), ["loc:france", "loc:france"]),
        ({}, {"loc:germany"}, ["loc:france"]),
        ({"loc:germany": "loc:france"}, {"loc:france"}, []),
        ({"loc:germany": "loc:none-such"}, (), ["loc:none-such", "loc:france"]),
    ],
)
def test_merges_come_before_silences(merges, silenced, ids):
    """What is merged into a silenced entity is silenced with it."""
    draft = draft_of("بين ألمانيا وفرنسا", "SameType")
    UserOverrides(Overridden(merges, silenced)).run(draft)
    assert [name.entity.id for name in draft.names] == ids


def test_a_merged_entity_has_the_others_names():
    """Where the lexicon knows the other."""
    draft = draft_of("وصل إلى ألمانيا", "SameType")
    UserOverrides(Overridden({"loc:germany": "loc:france"}, ())).run(draft)
    assert draft.names[0].entity == EntityRef.of_lexicon(packaged().known("loc:france"))
