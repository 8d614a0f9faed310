"""What speaks for a title, and what against it."""

import pytest

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned, page


def test_a_caption_below_the_title_is_not_the_title_because_it_stands_twice() -> None:
    """What stands above it says more of the same."""
    title, caption = "موعد توسعة أرصفة الميناء الجنوبي والشحنات الأولى", "أرصفة الميناء الجنوبي"
    assert cleaned("\n".join(["رياضة", title, caption, caption, *SENTENCES])).title == title


def test_a_bulleted_menu_holds_no_title() -> None:
    """Not even where its items stand twice."""
    menu = ("• توسعة الميناء", "توسعة الميناء", "• سفن الحاويات الكبيرة", "سفن الحاويات الكبيرة")
    assert cleaned(page(*menu)).title == TITLE


def test_a_place_and_a_colon_begin_a_headline_and_no_byline() -> None:
    """«باكستان: الهند انتهكت وقف النار» names nobody who wrote."""
    title = "باكستان: الهند انتهكت وقف النار"
    assert cleaned("\n".join([title, *SENTENCES])).title == title


def test_an_entry_of_a_live_blog_is_no_title() -> None:
    """A bare time stands above each of them, and above the first one's headline too."""
    entries = [
        part for clock, line in zip(("10:45", "10:12", "09:30"), SENTENCES, strict=False) for part in (clock, line)
    ]
    title = "تغطية مباشرة.. افتتاح الرصيف لحظة بلحظة"
    article = cleaned("\n".join([title, "10 أكتوبر 2015", entries[0], TITLE, *entries[1:]]))
    assert article.title == title
    assert TITLE in article.headings


def test_a_deck_right_below_the_title_is_no_title() -> None:
    """Though it says more of what the text says."""
    deck = "هيئة الموانئ تنهي أعمال التوسعة في الرصيف الجنوبي"
    article = cleaned("\n".join(["الأخبار المحلية", TITLE, deck, *SENTENCES]))
    assert (article.title, article.headings) == (TITLE, [deck])


@pytest.mark.parametrize(
    "caption", ["رافعات في الميناء الجنوبي (رويترز)", "رافعات وسفن حاويات في الميناء الجنوبي - أ ف ب"]
)
def test_a_line_with_a_pictures_credit_is_no_title_above_one_without(caption: str) -> None:
    """Though it says more of what the text says."""
    article = cleaned(page(caption))
    assert (article.title, article.captions) == (TITLE, [caption])


@pytest.mark.parametrize("above", [(), ("الرئيسية", "اقتصاد")])
def test_a_lead_that_ends_in_two_dots_is_a_paragraph(above: tuple[str, ...]) -> None:
    """Right below the title, of whose subject it says more."""
    lead = "أعلنت هيئة الموانئ انتهاء أعمال التوسعة في الميناء الجنوبي.."
    article = cleaned("\n".join([*above, TITLE, lead, *SENTENCES]))
    assert (article.title, article.paragraphs) == (TITLE, [lead, *SENTENCES])


def test_the_first_question_of_an_interview_is_no_title() -> None:
    """A question that is the only one may be."""
    title = "مدير الميناء لـ«الشراع»: التوسعة تنتهي في الربيع المقبل"
    questions = ["متى تنتهي أعمال التوسعة في الميناء الجنوبي؟", "كم بلغت كلفة التوسعة؟", "ما الذي ستغيره؟"]
    lines = [part for pair in zip(questions, SENTENCES, strict=False) for part in pair]
    assert cleaned("\n".join([title, *lines])).title == title
    assert cleaned("\n".join([questions[0], *SENTENCES])).title == questions[0]


def test_a_table_of_contents_holds_no_title() -> None:
    """Its lines begin with dashes; the title above its date does not."""
    contents = ["- أعمال التوسعة في الرصيف الجنوبي", "- كلفة التوسعة على الأرصفة والرافعات"]
    assert cleaned("\n".join(["التوسعة الجديدة للميناء", "9 يناير 2026", *contents, *SENTENCES])).title == (
        "التوسعة الجديدة للميناء"
    )


def test_a_title_that_pictures_go_with_is_no_caption() -> None:
    """«… (صور)»."""
    title = "هيئة الموانئ تفتتح الرصيف الجنوبي (صور)"
    assert cleaned("\n".join([title, "الشراع الفني", "من حفل الافتتاح", "من حفل الافتتاح", *SENTENCES])).title == title
