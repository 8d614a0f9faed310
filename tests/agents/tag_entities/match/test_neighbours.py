"""What stands around a surface."""

import pytest

from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.match.neighbours import neighbours_of
from tests.agents.tag_entities.drafts import draft_of


def named(tagger, article, *paragraphs, section=None):
    """Return surface and id of each mention of an article, in order."""
    record = tagger.tag([article(*paragraphs, section=section)])[0]
    mentions = [(m.start, m.surface, e.id) for e in record.entities for m in e.mentions]
    return [(surface, entity) for _, surface, entity in sorted(mentions)]


def test_a_list_tells_what_its_members_are(tagger, article):
    """Common words between sure names of one kind are names of that kind; جدة behind و is not وجدة."""
    found = named(tagger, article, "أسواق", "تراجعت أسهم شيفرون، شل، إكسون موبيل، وزار الدمام وجدة والخرج.")
    assert ("شل", "org:shell") in found
    assert ("جدة", "loc:jeddah") in found


def test_a_dateline_is_signed_by_an_agency(tagged):
    """Behind a place and a slash, الأناضول is the agency, and no land."""
    entities, _, _ = tagged("بغداد / الأناضول أعلن الوزير موقفه")
    assert list(entities) == ["loc:baghdad", "org:anadolu-agency"]


def neighbours(text, key, section=None):
    """Return what stands around the surface of a text that the lexicon spells so."""
    draft = draft_of(text, "SureNames", section=section)
    surface = next(surface for surface in draft.surfaces if surface.key == key)
    return neighbours_of(packaged(), surface, draft.context)


@pytest.mark.parametrize(
    ("text", "signed"),
    [("بغداد / الأناضول قال", True), ("بغداد (الأناضول) قال", True), ("زار الوفد الأناضول أمس", False)],
)
def test_where_an_agency_signs(text, signed):
    """A slash, or a bracket behind a place."""
    assert neighbours(text, "الاناضول").signed is signed


@pytest.mark.parametrize(("text", "listed"), [("شيفرون، شل، إكسون موبيل", {"company"}), ("شيفرون. ثم شل", set())])
def test_what_stands_in_a_list(text, listed):
    """A comma joins, a full stop parts."""
    assert neighbours(text, "شل").listed == listed
