"""What stands around the text: other reports, tickers, tags, decks, captions."""

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned, page, reasons

OTHER = (
    "شراع الجنوب - الدوحة فاز فريق السد بلقب بطولة الشباب لكرة اليد بعد مباراة أقيمت أمس على صالة النادي.",
    "وسجل لاعبو السد ثلاثين هدفا، فيما اكتفى منافسهم بسبعة وعشرين هدفا في الشوطين والوقت الإضافي.",
)
"""The beginning of another report, with a dateline of its own."""
TICKER = (
    "وزير الزراعة يفتتح معرض التمور في القصيم",
    "انخفاض أسعار الحديد في الأسواق المحلية",
    "انطلاق مهرجان الربيع في حديقة المدينة",
    "القبض على عصابة سرقت ثلاثين سيارة",
    "مدارس البنات تستقبل معلمات الرياضة الجديدات",
    "أمطار متوقعة على المرتفعات الغربية غدا",
)


def test_another_report_below_the_text_is_cut_off_without_a_label() -> None:
    """Its dateline and its subject give it away."""
    article = cleaned(page(below=OTHER), source="شراع الجنوب")
    assert article.paragraphs == list(SENTENCES)


def test_a_report_with_a_correspondent_in_it_stays_whole() -> None:
    """A dateline alone, on the same subject, begins no other report."""
    more = "الرياض (واس) - وأعلنت هيئة الموانئ أن الرصيف الجديد وأعمال التوسعة في الميناء الجنوبي ستنتهي في الخريف."
    assert more in cleaned(page(below=(more,))).paragraphs


def test_a_digest_of_reports_stays_whole() -> None:
    """Many datelines are many reports, and all of them what the reader came for."""
    towns = ("الدوحة", "الكويت", "المنامة", "مسقط")
    reports = [f"{town} (رويترز) - {OTHER[0].partition('الدوحة ')[2]}" for town in towns]
    assert cleaned(page(below=tuple(reports))).paragraphs == [*SENTENCES, *reports]


def test_a_ticker_above_a_text_without_a_title_gives_none() -> None:
    """One of ten headlines of other reports is no title because it stands first."""
    article = cleaned("\n".join([*TICKER, *SENTENCES]))
    assert (article.title, article.headings, article.paragraphs) == ("", [], list(SENTENCES))


def test_tags_without_a_label_are_tags() -> None:
    """Words of the text, one a line below it."""
    assert cleaned(page(below=("هيئة الموانئ", "الرصيف الجديد", "سفن الحاويات"))).tags == [
        "هيئة الموانئ",
        "الرصيف الجديد",
        "سفن الحاويات",
    ]


def test_a_caption_that_stands_twice_is_one_though_it_ends_as_a_sentence_does() -> None:
    """No paragraph is repeated at once."""
    caption = "رافعات تنزل الحاويات من سفينة في الميناء (تصوير حسن الوردي)."
    assert reasons(cleaned(page(TITLE, caption, caption, title="12 يناير 2026")))[caption] == "caption"


def test_a_title_of_several_sentences_is_the_title() -> None:
    """However long it is, when a byline stands below it."""
    title = (
        "هيئة الموانئ: أعمال التوسعة تنتهي في الربيع.. المتحدث: الرصيف الجديد يستقبل سفن الحاويات الكبيرة.. "
        "وكلفة الأرصفة والرافعات مئتا مليون.. وخبراء النقل البحري: الميناء يخفف الضغط عن الموانئ المجاورة في مواسم "
        "الذروة.. والشحنات الأولى تصل في الخريف"
    )
    assert cleaned("\n".join([title, "كتب وليد الحربي", *SENTENCES])).title == title


def test_an_author_glued_to_the_title_is_the_author() -> None:
    """Columns carry him there."""
    article = cleaned(page(title=f"{TITLE} ، بقلم : وليد الحربي"))
    assert article.byline.author == "وليد الحربي"


def test_the_outlet_in_front_of_a_place_or_a_name_makes_a_byline() -> None:
    """A place that is part of the outlet's name is read as one behind it."""
    place = cleaned(page("بغداد اليوم- بغداد"), source="بغداد اليوم").byline
    name = cleaned(page("شراع الجنوب - وليد الحربي"), source="شراع الجنوب").byline
    assert (place.dateline, name.author) == ("بغداد", "وليد الحربي")


def test_a_caption_below_the_title_is_not_the_title_because_it_stands_twice() -> None:
    """What stands above it says more of the same."""
    title, caption = "موعد توسعة أرصفة الميناء الجنوبي والشحنات الأولى", "أرصفة الميناء الجنوبي"
    assert cleaned("\n".join(["رياضة", title, caption, caption, *SENTENCES])).title == title


def test_a_bulleted_menu_holds_no_title() -> None:
    """Not even where its items stand twice."""
    menu = ("• توسعة الميناء", "توسعة الميناء", "• سفن الحاويات الكبيرة", "سفن الحاويات الكبيرة")
    assert cleaned(page(*menu)).title == TITLE


def test_a_blurb_above_the_title_is_not_the_article() -> None:
    """A headline with a date right below it begins the article, whatever stands above."""
    blurb = "انطلقت أعمال المشروعات الكبرى قبل عامين، نقدم هنا آخر المستجدات المتعلقة بها والتقارير المصورة والتعليقات."
    article = cleaned("\n".join(["المشروعات الكبرى", "المشروعات الكبرى", blurb, TITLE, "12 يناير 2026", *SENTENCES]))
    assert (article.title, article.paragraphs) == (TITLE, list(SENTENCES))


def test_teasers_below_the_text_are_links() -> None:
    """A headline of another subject, and the beginning of what it tells."""
    teaser = ("فريق السد يفوز ببطولة الشباب لكرة اليد!", f"{OTHER[1].rstrip('.')}، ثم عاد اللاعبون إلى مدينتهم ...")
    assert cleaned(page(below=teaser)).paragraphs == list(SENTENCES)


def test_a_headline_right_above_the_title_is_a_heading_where_it_speaks_of_the_article() -> None:
    """Papers set a kicker there, and sites a link."""
    kicker = "المتحدث باسم الهيئة: الرصيف الجديد يستقبل سفن الحاويات الكبيرة"
    link = "وزير الزراعة يفتتح معرض التمور السنوي في القصيم"
    own, strange = (cleaned(page("اقتصاد", line), title=TITLE) for line in (kicker, link))
    assert (own.title, own.headings, strange.headings) == (TITLE, [kicker], [])


def test_a_column_of_one_word_has_its_title() -> None:
    """The first line, where the author or the text follows at once; a section's label is none."""
    column, label = (cleaned("\n".join([word, "بقلم: وليد الحربي", *SENTENCES])) for word in ("المشربية", "رياضة"))
    assert (column.title, label.title) == ("المشربية", "")


def test_a_place_and_a_colon_begin_a_headline_and_no_byline() -> None:
    """«باكستان: الهند انتهكت وقف النار» names nobody who wrote."""
    title = "باكستان: الهند انتهكت وقف النار"
    assert cleaned("\n".join([title, *SENTENCES])).title == title
