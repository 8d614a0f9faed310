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


def test_a_line_that_names_its_picture_is_no_title() -> None:
    """With a label in front of who took it, whatever it speaks of."""
    article = cleaned("\n".join(["هيئة الموانئ توسع الرصيف الجنوبي للميناء. / صورة: AA (AA)", *SENTENCES]))
    assert (article.title, article.captions) == ("", ["هيئة الموانئ توسع الرصيف الجنوبي للميناء. / صورة: AA (AA)"])
