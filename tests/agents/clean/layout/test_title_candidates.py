"""Lines that can be the title."""

import pytest

from agents.clean.layout.title_candidates import find_candidates
from tests.agents.clean.pages import SENTENCES, cleaned, cut_lines


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


@pytest.mark.parametrize("end", [" وفيما يأتي نص البيان:", " وأوضحت...", "."])
def test_a_long_lead_is_no_title(end: str) -> None:
    """It tells the report and heads none, as on a page that shows no headline."""
    lead = SENTENCES[0].rstrip(".") + " على أن تبدأ الملاحة فيه بعد ذلك بشهرين" + end
    assert find_candidates(cut_lines("\n".join([lead, *SENTENCES])), 1) == []


def test_points_in_front_of_a_text_are_no_title() -> None:
    """Each of several lines opens with a dash; one alone may be a title."""
    points = ["- هيئة الموانئ توسع الرصيف الجنوبي للميناء", "- الشحنات الأولى تصل إلى الرصيف في الخريف"]
    assert cleaned("\n".join([*points, *SENTENCES])).title == ""
    assert find_candidates(cut_lines("\n".join([points[0], *SENTENCES])), 1) == [0]
