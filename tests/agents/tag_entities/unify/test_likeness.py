"""How the words of two names relate."""

import pytest

from agents.tag_entities.lexicon.spelling import key
from agents.tag_entities.unify.likeness import form_of, relation


@pytest.mark.parametrize(
    ("short", "long", "name", "unlike"),
    [
        ("الاتحاد", "اتحاد", "same", ()),
        ("بدر عبد العاطي", "بدر عبدالعاطي", "same", ()),
        ("راشيل رايلي", "Rachel Riley", "sounds alike", ()),
        ("الفقيه بنصالح", "الفقيه بن صالح", "joined", ()),
        ("ضيافات نسيم", "نسيم ضيافات", "turned round", ()),
        ("كافانوا", "كافانو", "respelt sound", ("كافانوا", "كافانو")),
        ("بلينكن", "بلنكين", "respelt bones", ("بلينكن", "بلنكين")),
        ("دورسي", "دروسي", "respelt swapped long", ("دورسي", "دروسي")),
        ("سونلغاز", "سونلغار", "respelt other last long", ("سونلغاز", "سونلغار")),
        ("قطر", "مطر", "respelt other first short", ("قطر", "مطر")),
        ("القياس", "المركز الوطني للقياس", "ends", ("مركز", "وطني")),
        ("جامعة كامبردج", "جامعة كامبردج البريطانية", "begins", ("بريطانيه",)),
        ("مجلس القياس", "المجلس الأعلى للقياس", "skips True True", ("اعلي",)),
        ("تنمية القرى", "القرى وصندوق التنمية", "among 0 of 2", ("وصندوق",)),
        ("جامع الأندلس", "مسجد الأندلس", "shares tail 2 1", ("مسجد",)),
    ],
)
def test_names_that_have_something_in_common(short, long, name, unlike):
    """The surest of what relates them, and the words that the shorter one lacks."""
    found = relation(form_of(key(short)), form_of(key(long)))
    assert found is not None
    assert (found.name, found.unlike) == (name, unlike)


@pytest.mark.parametrize(
    ("short", "long"), [("القاهرة", "بيروت"), ("سامي", "سمير"), ("اكس بوكس 360", "Xbox 720"), ("مرسيليا", "برسلونة")]
)
def test_names_without_anything_in_common(short, long):
    """Other words, and another digit in other letters."""
    assert relation(form_of(key(short)), form_of(key(long))) is None
