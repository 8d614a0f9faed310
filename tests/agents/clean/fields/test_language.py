"""The language gate."""

import pytest

from agents.clean.fields.language import detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("قال الرئيس إن البلاد في حاجة إلى إصلاح كبير خلال العام الحالي", "ar"),
        ("ﺍﻓﺘﺘﺤﺖ ﺟﺎﻣﻌﺔ ﺍﻟﺮﺍﻓﺪ ﻛﻠﻴﺔ ﺟﺪﻳﺪﺓ ﻟﻌﻠﻮﻡ ﺍﻟﺒﺤﺎﺭ", "ar"),
        ("مقابلة مع مهندس في Google و Apple و Microsoft عن الذكاء الاصطناعي", "ar"),
        ("قال وزیر الداخلیة العراقی إن القوات فی بغداد سیطرت علی الوضع بعد أن", "ar"),
        ("رئیس جمهور گفت که این کشور برای مذاکره آماده است و باید تحریم‌ها برداشته شود", "fa"),
        ("وزیر اعظم نے کہا ہے کہ ملک میں مہنگائی کم ہو رہی ہے", "ur"),
        ("سەرۆکی هەرێمی کوردستان لەگەڵ باڵیۆزی وڵاتان کۆبووەوە بۆ گفتوگۆ", "ckb"),
        ("د افغانستان حکومت وايي چې په دې اړه به خبرې کوي او ښه پایله به ولري", "ps"),
        ("The president said on Monday that the country is ready for the vote", "en"),
        ("Le président a déclaré que le pays est prêt pour les élections", "fr"),
        ("Cumhurbaşkanı bu konuda çok önemli bir adım olarak gördüklerini söyledi ve", "tr"),
        ("Президент сказал, что страна готова к выборам", "ru"),
        ("הנשיא אמר כי המדינה מוכנה לבחירות", "he"),
        ("总统星期一表示国家已经准备好举行选举", "zh"),
        ("12345 — 678", "und"),
        ("", "und"),
    ],
)
def test_languages_are_told_apart(text: str, code: str) -> None:
    """By script, by letters, by their commonest words."""
    assert detect(text).code == code


def test_a_language_has_a_name_for_people() -> None:
    """The rejection names it."""
    assert detect("وزیر اعظم نے کہا ہے کہ ملک میں مہنگائی کم ہو رہی ہے").name == "Urdu"
