"""Lines that can be the title."""

from tests.agents.clean.pages import SENTENCES, cleaned


def test_a_title_of_several_sentences_is_the_title() -> None:
    """However long it is, when a byline stands below it."""
    title = (
        "هيئة الموانئ: أعمال التوسعة تنتهي في الربيع.. المتحدث: الرصيف الجديد يستقبل سفن الحاويات الكبيرة.. "
        "وكلفة الأرصفة والرافعات مئتا مليون.. وخبراء النقل البحري: الميناء يخفف الضغط عن الموانئ المجاورة في مواسم "
        "الذروة.. والشحنات الأولى تصل في الخريف"
    )
    assert cleaned("\n".join([title, "كتب وليد الحربي", *SENTENCES])).title == title
