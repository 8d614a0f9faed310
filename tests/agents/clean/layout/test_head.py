"""Pass `head`: what stands in front of the text."""

import pytest

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned, explained, page, reasons


def test_a_headline_right_above_the_title_is_a_heading_where_it_speaks_of_the_article() -> None:
    """Papers set a kicker there, and sites a link."""
    kicker = "المتحدث باسم الهيئة: الرصيف الجديد يستقبل سفن الحاويات الكبيرة"
    link = "وزير الزراعة يفتتح معرض التمور السنوي في القصيم"
    own, strange = (cleaned(page("اقتصاد", line), title=TITLE) for line in (kicker, link))
    assert (own.title, own.headings, strange.headings) == (TITLE, [kicker], [])


def test_what_is_worded_as_a_caption_below_the_title_is_one() -> None:
    """It is no deck, though it speaks of the same, and no title."""
    for line in ("رئيس هيئة الموانئ متفقدا أعمال الرصيف الجديد", "من الافتتاح الذي أقامته هيئة الموانئ في الميناء"):
        for above in ((), ("12 يناير 2014",)):
            article = cleaned("\n".join([TITLE, *above, line, *SENTENCES]))
            assert (article.title, article.headings, reasons(article)[line]) == (TITLE, [], "caption")


def test_a_short_deck_below_a_date_is_a_heading() -> None:
    """It is made as headlines are, and speaks of what the text speaks of."""
    for line in ("هيئة الموانئ: الرصيف الجديد يستقبل سفن الحاويات", "التوسعة في الميناء.. والشحنات الأولى في الخريف"):
        assert cleaned("\n".join([TITLE, "12 يناير 2014", line, *SENTENCES])).headings == [line]


def test_lines_of_the_head_are_settled() -> None:
    """A label is a section, another line navigation."""
    lines = explained(page("اقتصاد", "خدمات القراء"))
    assert (lines["اقتصاد"][2:], lines["خدمات القراء"][2:]) == (("section", "head"), ("navigation", "head"))


def test_a_name_below_the_title_is_the_byline() -> None:
    """Anywhere else it would say nothing."""
    lines = explained("\n".join([TITLE, "سالم الهاشمي", *SENTENCES]))
    assert lines["سالم الهاشمي"][1:] == ("chrome", "byline", "head")


def test_the_text_is_not_the_heads() -> None:
    """Its first line is settled later."""
    assert explained(page())[SENTENCES[0]].by == "inside"


def test_a_lead_that_ends_in_two_dots_is_the_articles() -> None:
    """Three would break off."""
    lead = "أعمال توسعة الرصيف الجنوبي ستنتهي قريبا.."
    assert lead in cleaned("\n".join([TITLE, "20 يناير 2026", lead, *SENTENCES])).paragraphs


def test_who_took_the_pictures_is_no_author() -> None:
    """The line is a caption, with or without a colon."""
    article = cleaned("\n".join([TITLE, "تصوير خالد النمر", *SENTENCES]))
    assert (article.byline.author, reasons(article)["تصوير خالد النمر"]) == (None, "caption")


def test_a_line_that_leads_to_the_text_is_a_heading() -> None:
    """It ends in a colon, and is of the text."""
    assert cleaned("\n".join([TITLE, "كتب: خالد النمر", "هيئة الموانئ :", *SENTENCES])).headings == ["هيئة الموانئ :"]


def test_a_headline_that_ends_in_a_dash_is_a_heading() -> None:
    """Papers end decks so."""
    deck = "أعمال توسعة الرصيف الجنوبي قبل الربع الثاني -"
    assert cleaned("\n".join([TITLE, "12 يناير 2014", deck, *SENTENCES])).headings == [deck]


def test_a_country_alone_below_the_title_is_a_section() -> None:
    """A city alone is where it was written."""
    found = [cleaned("\n".join([TITLE, place, "12 يناير 2014", *SENTENCES])) for place in ("لبنان", "بيروت")]
    assert [(each.section_label, each.byline.dateline) for each in found] == [("لبنان", None), (None, "بيروت")]


@pytest.mark.parametrize("mark", ["• ", "- ", "– ", "* ", "1. "])
def test_a_list_in_front_of_the_text_is_the_articles(mark: str) -> None:
    """Its items are nobody's names, and what heads them is a heading."""
    items = [f"{mark}{item}" for item in ("دجاجة متوسطة", "كوبان من الأرز", "بصلة مفرومة")]
    steps = ["1- يقلى البصل في الزيت حتى يذبل.", "2- يضاف الدجاج والأرز والماء ويترك على نار هادئة نصف ساعة."]
    article = cleaned("\n".join(["طريقة عمل كبسة الدجاج", "المقادير", *items, "طريقة التحضير", *steps]))
    assert (article.headings, article.paragraphs) == (["المقادير", "طريقة التحضير"], [*items, *steps])
    assert article.byline.author is None


def test_a_place_below_the_title_is_the_dateline_though_the_text_speaks_of_it() -> None:
    """A caption would say more."""
    text = (
        "أعلنت هيئة الموانئ في الرياض أن أعمال التوسعة في الرصيف الجنوبي ستنتهي قبل نهاية الربع الثاني من العام المقبل."
    )
    article = cleaned("\n".join([TITLE, "الثلاثاء 11 أغسطس 2015م", "الرياض", text, *SENTENCES]))
    assert article.byline.dateline == "الرياض"


def test_another_outlet_may_stand_in_front_of_the_author() -> None:
    """Where the page's own name is not known."""
    assert cleaned("\n".join([TITLE, "صدى الشعب – سليمان أبو خرمة", *SENTENCES])).byline.author == "سليمان أبو خرمة"


def test_a_title_of_two_parts_is_no_byline() -> None:
    """Two dots part them: «محمد القرعان.. الأمين المؤتمن»."""
    article = cleaned("\n".join(["محمد القرعان.. الأمين المؤتمن", "2015 05 14", *SENTENCES]))
    assert (article.title, article.byline.author) == ("محمد القرعان.. الأمين المؤتمن", None)


def test_words_of_the_title_are_no_author() -> None:
    """A caption below it may be two of them."""
    article = cleaned("\n".join([TITLE, "9 يناير 2026", "توسعة الميناء", *SENTENCES]))
    assert (article.byline.author, reasons(article)["توسعة الميناء"]) == (None, "caption")


@pytest.mark.parametrize(
    ("line", "reason"), [("محليات وبرلمان", "section"), ("حاويات كبيرة", "caption"), ("وليد الحربي", "byline")]
)
def test_what_could_be_a_name_is_none_when_the_text_speaks_of_it(line: str, reason: str) -> None:
    """A caption's words stand in the text, a section's label begins with a section."""
    text = [f"{SENTENCES[0]} ونقلت حاويات كبيرة إلى الرصيف.", *SENTENCES[1:]]
    article = cleaned("\n".join([TITLE, "9 يناير 2026", line, *text]))
    assert reasons(article)[line] == reason
    assert article.byline.author == (line if reason == "byline" else None)


def test_a_name_with_what_he_is_behind_a_colon_is_a_caption_where_the_text_opens_with_him() -> None:
    """He is spoken of, and does not write."""
    line = "محمد الأمين الوافي: مترشح للانتخابات"
    lead = SENTENCES[0].replace("أعلنت هيئة الموانئ", "أعلن محمد الأمين الوافي")
    article = cleaned("\n".join([TITLE, line, lead, *SENTENCES[1:]]))
    assert (reasons(article)[line], article.byline.authors) == ("caption", [])


def test_a_line_that_ends_in_a_dash_names_the_outlet_in_front_of_the_text() -> None:
    """«مدار جو -»: unless it is known for a person's name."""
    articles = [cleaned("\n".join([TITLE, line, *SENTENCES])) for line in ("مدار جو -", "هدى السالمي -")]
    assert [article.byline.authors for article in articles] == [[], ["هدى السالمي"]]


def test_a_name_is_a_captions_where_another_line_says_who_wrote() -> None:
    """Whoever is shown stands above the place and the author."""
    article = cleaned("\n".join([TITLE, "عامل الإقليم سالم الهاشمي", "الرباط - هدى السالمي", *SENTENCES]))
    assert (article.byline.authors, reasons(article)["عامل الإقليم سالم الهاشمي"]) == (["هدى السالمي"], "caption")


def test_marked_lines_in_front_of_the_text_are_all_of_one_kind() -> None:
    """A paper's summary of a report speaks of more than the part of it that a page shows."""
    summary = ("* الهاشمي: الرصيف الجديد يستقبل سفن الحاويات", "* شكرا لكل من صبر طويلا", "* لا عودة إلى الوراء أبدا")
    assert cleaned("\n".join([TITLE, *summary, *SENTENCES]), title=TITLE).paragraphs == [*summary, *SENTENCES]
