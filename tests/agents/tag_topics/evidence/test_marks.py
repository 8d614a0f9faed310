"""What is known of an article besides its words."""

import msgspec
import pytest

from agents.tag_topics.evidence.marks import LEAD_CHARACTERS, kinds, marks
from streams.records.entities import Entity, Mention
from tests.agents.tag_topics.samples import article

CLUB = next(entity for entity, kind in kinds().items() if kind == "club")


def named(start: int, entity: str = CLUB) -> Entity:
    mention = Mention(start=start, end=start + 3, surface="")
    return Entity(id=entity, name_ar="", type="ORG", known=True, count=1, salience=1, mentions=[mention])


@pytest.mark.parametrize(("start", "zone"), [(0, 0), (10, 2), (10 + LEAD_CHARACTERS, 3)])
def test_an_entity_stands_where_it_is_named_first(start: int, zone: int) -> None:
    """The kind of an entity counts where its first mention is."""
    expected = [["@club"] if number == zone else [] for number in range(4)]
    assert list(marks(msgspec.structs.replace(article("عنوان خبر", "نص"), entities=[named(start)]))) == expected


def test_a_section_counts_as_a_heading() -> None:
    """The section is a mark among the headings; entities of other kinds leave none."""
    with_both = msgspec.structs.replace(article("عنوان", "نص"), section="sport", entities=[named(0, "loc:nowhere")])
    assert marks(with_both) == ([], ["@section:sport"], [], [])
