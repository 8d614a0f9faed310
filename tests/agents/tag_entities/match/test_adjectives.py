"""Places' names that are adjectives."""

import pytest

from tests.agents.tag_entities.drafts import draft_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قالت الصحف السعودية إن الوفد عاد", []),
        ("عاد الوفد إلى السعودية", ["loc:saudi-arabia"]),
        ("رحبت السعودية بالبيان", ["loc:saudi-arabia"]),
        ("بلغ الإنتاج في المدن الصناعية السعودية مليون طن", []),
        ("فتحت الفرص للمرأة السعودية في العمل", []),
    ],
)
def test_a_country_that_is_an_adjective_is_none(tagged, text, found):
    """السعودية behind a noun with an article is an adjective, the country elsewhere."""
    entities, _, _ = tagged(text)
    assert list(entities) == found


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("كتب عن التجربة الناصرية أمس", []),
        ("سار في الطريق الأقصر", []),
        ("سافر إلى الأقصر", ["loc:luxor"]),
        ("ذكرت صحيفة «عكاظ» السعودية", ["org:okaz"]),
    ],
)
def test_an_adjective_of_the_noun_before_is_no_place(text, ids):
    """The same word is the town behind a preposition."""
    assert [name.entity.id for name in draft_of(text, "Decide").names] == ids
