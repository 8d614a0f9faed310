"""Regions that are called by their towns."""

import pytest

from tests.agents.tag_entities.drafts import draft_of

SOME = "أمطار في {} أمس"


def ids(text):
    """Return the ids of the names in a text, in order."""
    return [name.entity.id for name in draft_of(text, "Regions").names]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وقع حادث في محافظة المنيا أمس", ["loc:minya-governorate"]),
        ("وقع حادث في مدينة المنيا أمس", ["loc:minya"]),
        ("وقع حادث في المنيا أمس", ["loc:minya"]),
        (SOME.format("ولاية تمنغست"), ["loc:tamanrasset-province"]),
        (SOME.format("ولاية تونس"), ["loc:tunis-governorate"]),
        (SOME.format("مناطق حلب وإدلب"), ["loc:aleppo", "loc:idlib"]),
        (SOME.format("محافظتي عدن وتعز"), ["loc:aden-governorate", "loc:taiz-governorate"]),
        (SOME.format("ولايات المهدية والمنستير"), ["loc:mahdia", "loc:monastir"]),
        (SOME.format("محافظة القصرين"), ["loc:kasserine-governorate"]),
        (SOME.format("محافظة #تعز"), ["loc:taiz-governorate"]),
        (SOME.format("محافظة القصرين وتعز"), ["loc:kasserine-governorate", "loc:taiz"]),
        (SOME.format("إقليم بني ملال وجهة بني ملال"), ["loc:beni-mellal-province", "loc:beni-mellal-khenifra"]),
    ],
)
def test_a_word_before_the_name_tells_the_region(text, found):
    """Before one name, though another word is the region's own, and before two; behind a plural a list names towns."""
    assert ids(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("حادث في المنيا. قالت محافظة المنيا إنه انتهى", ["loc:minya-governorate"] * 2),
        (
            "قالت محافظة المنيا إن مدينة المنيا آمنة وإن المنيا هادئة",
            ["loc:minya-governorate", "loc:minya", "loc:minya"],
        ),
        ("أعلنت محافظة بغداد العطلة، وقال مسؤول في بغداد إنها ليوم", ["loc:baghdad-governorate", "loc:baghdad"]),
    ],
)
def test_an_article_speaks_of_the_region_once_it_says_so(text, found):
    """Unless it says that the town is meant, or that is a capital."""
    assert ids(text) == found


def test_many_names_are_told_in_linear_time():
    """Ten thousand names in one list."""
    assert set(ids("محافظتي " + "تعز وإب و" * 5_000)) >= {"loc:taiz-governorate"}
