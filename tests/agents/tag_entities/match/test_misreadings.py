"""Surfaces that are no names where they stand."""

import pytest

from tests.agents.tag_entities.drafts import draft_of


def test_a_month_is_no_company(tagged):
    """أبريل (نيسان) is a date."""
    entities, _, dates = tagged("انطلقت الحملة في أبريل (نيسان) 2019")
    assert entities == {}
    assert [d.value for d in dates] == ["2019-04"]


def test_tanwin_tells_an_adverb_from_a_place(tagged):
    """دومًا is no Douma."""
    entities, _, _ = tagged("كانت الحسابات دومًا خاطئة")
    assert entities == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("كان يشبه جدّه كثيرا", []),
        ("وصل إلى جدّة اليوم", ["loc:jeddah"]),
        ("لهم مني كل الشكر", []),
        ("وقالت جدة الطفل إن حفيدها خرج", []),
        ("أنبوب قطر فتحته متران", []),
        ("يستيقظون من أجل حلب الأبقار", []),
        ("وقال إنه مصر على الفوز", []),
        ("وأعلن أن النادي مصر على موقفه", []),
        ("وأكدت مصر على موقفها", ["loc:egypt"]),
        ("وأكد الراوي مصر على الصمت", []),
        ("كل جدة في القرية تعرف القصص", []),
        ("يبلغ قطر مرآة التلسكوب ثمانية أمتار", []),
        ("بلغت قطر نهائي البطولة", ["loc:qatar"]),
        ("مبيد يقضي على سوسة النخيل", []),
        ("وأعلنت قطر نتائج الدورة", ["loc:qatar"]),
        ("تحدثت امرأة وأم لثلاثة أطفال", []),
        ("وجدت مشكلات في الموصّل المغناطيسي", []),
        ("فقدت السيطرة على القمر الصناعي أمس", []),
        ("حضر الضيوف حفل عقد القران", []),
        ("تحاضر الدكتورة فاطمة الألمعي مساء الخميس", ["per:ar:فاطمه-الالمعي"]),
    ],
)
def test_words_that_only_look_like_names(tagged, text, found):
    """What folding or a peeled letter makes of a common word is no place, agency or party."""
    entities, _, _ = tagged(text)
    assert list(entities) == found


def test_a_figure_is_no_name(tagged):
    """A name that ends in a number is none where a decimal stands: السهم 3.37."""
    entities, _, _ = tagged("بلغت ربحية السهم 3.37 ريالات")
    assert entities == {}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("وصل فيصل سلمان بن عبد العزيز أمس", []),
        ("وصل سلمان بن عبد العزيز أمس", ["سلمان بن عبد العزيز"]),
        ("أسعار النيل من الطاقة", []),
        ("مياه النيل في مصر", ["النيل", "مصر"]),
    ],
)
def test_the_other_surfaces_are_kept(text, kept):
    """The end of a longer person's name is none."""
    assert [surface.key for surface in draft_of(text, "Misreadings").surfaces] == kept


@pytest.mark.parametrize(
    "text",
    ["قال الدكتور محمد بن لادن إن الزيارة مهمة", "عادل رقم الحكم الراحل عبد الكريم الزياني"],
)
def test_the_end_of_a_name_is_nobody_known(text):
    """بن لادن behind another given name, and a name whose first half stands before it."""
    assert [name for name in draft_of(text, "Decide").names if name.entity.known is not None] == []
