"""Tables, lists and digests: the article's own, though no running text."""

from tests.agents.clean.layout.test_layout import TICKER
from tests.agents.clean.pages import SENTENCES, TITLE, cleaned, page, reasons

CELLS = ("الرصيف", "السفن", "الحاويات", "الشمالي", "12", "4,800", "الغربي", "9", "3,150", "الجنوبي", "7", "2,400")
"""A table, cell by cell, with a head."""


def test_a_table_within_the_text_is_the_articles() -> None:
    """Numbers that stand alone are no counters between cells."""
    text = "\n".join([TITLE, SENTENCES[0], *CELLS, *SENTENCES[1:]])
    assert cleaned(text).paragraphs == [SENTENCES[0], *CELLS, *SENTENCES[1:]]


def test_a_table_that_ends_the_text_is_the_articles() -> None:
    """What a cell says is what the text speaks of."""
    assert cleaned(page(below=CELLS)).paragraphs == [*SENTENCES, *CELLS]


def test_numbered_links_are_no_table() -> None:
    """Lines that are counted through, each with a headline, are what is read most."""
    most = [part for number, line in enumerate(TICKER, start=1) for part in (str(number), " ".join(line.split()[:4]))]
    assert cleaned(page(below=tuple(most))).paragraphs == list(SENTENCES)


def test_a_list_that_ends_the_text_is_the_articles() -> None:
    """A line with a colon leads to it, and its items speak of what the article speaks of."""
    items = ("مراحل التوسعة:", "- الرصيف الجديد في الميناء: الربيع", "- ساحة الحاويات في الميناء: الخريف")
    article = cleaned(page(below=items))
    assert article.text.endswith("\n".join(items))


def test_headlines_behind_a_line_that_leads_to_them_are_a_digest() -> None:
    """A page that has nothing but them is no page without an article."""
    article = cleaned("\n".join(["عناوين الصحف ليوم السبت 23-11-2019", "أبرز عناوين الصحف:", *TICKER]))
    assert article.title == "عناوين الصحف ليوم السبت 23-11-2019"
    assert article.paragraphs == ["أبرز عناوين الصحف:", *TICKER]


def test_headlines_that_links_below_repeat_are_no_title() -> None:
    """A ticker above the title and the same links below the text are other articles'."""
    ticker = TICKER[:4]
    article = cleaned("\n".join([*ticker, TITLE, "كتب: أحمد سالم", *SENTENCES, "اقرأ أيضا", *reversed(ticker)]))
    assert article.title == TITLE
    assert article.paragraphs == list(SENTENCES)


def test_headlines_that_are_shown_twice_in_a_row_are_no_title() -> None:
    """As a ticker that runs in a circle leaves them."""
    ticker = TICKER[:3]
    assert cleaned("\n".join([*ticker, *ticker, TITLE, *SENTENCES])).title == TITLE


def test_an_entry_of_a_live_blog_is_no_title() -> None:
    """A bare time stands above each of them, and above the first one's headline too."""
    entries = [
        part for clock, line in zip(("10:45", "10:12", "09:30"), SENTENCES, strict=False) for part in (clock, line)
    ]
    title = "تغطية مباشرة.. افتتاح الرصيف لحظة بلحظة"
    article = cleaned("\n".join([title, "10 أكتوبر 2015", entries[0], TITLE, *entries[1:]]))
    assert article.title == title
    assert TITLE in article.headings


def test_a_title_with_a_date_is_no_date_line() -> None:
    """Prices and forecasts name their day."""
    for title in ("أسعار الذهب اليوم الأحد 12 أكتوبر 2014", "حالة الطقس الخميس 4-9-2014"):
        assert cleaned("\n".join([title, *SENTENCES])).title == title


def test_a_name_with_a_date_is_a_byline() -> None:
    """A dash between them, or a name that is known for one."""
    for line in ("لمى الجوهرجي - 12 أكتوبر 2014", "محمد أحمد 12 أكتوبر 2014"):
        assert reasons(cleaned("\n".join([TITLE, line, *SENTENCES])))[line] == "date"


def test_a_short_question_that_the_text_answers_is_a_heading() -> None:
    """It ends as a sentence does, and heads what follows."""
    assert cleaned("\n".join([TITLE, SENTENCES[0], "ما هو الرصيف الجديد؟", *SENTENCES[1:]])).headings == [
        "ما هو الرصيف الجديد؟"
    ]


def test_what_an_embedded_post_says_is_no_paragraph() -> None:
    """A short link of its network stands in it; text that is glued to its signature stays."""
    post = "الميناء الجديد يستقبل أول سفينة https://t.co/3np9HMP8eV شاهدوا الصور"
    glued = f"— أخبار الميناء (@alminaa) September 7, 2014 {SENTENCES[1]}"
    article = cleaned("\n".join([TITLE, SENTENCES[0], post, glued, *SENTENCES[2:]]))
    assert article.paragraphs == [SENTENCES[0], glued, *SENTENCES[2:]]


def test_what_a_template_leaves_is_chrome() -> None:
    """A field that was never filled, and a place for an advertisement."""
    found = reasons(cleaned("\n".join([TITLE, "{clean_title}", "spot_img", *SENTENCES])))
    assert set(found) == {"{clean_title}", "spot_img"}


def test_an_outlet_and_its_desk_are_nobodys_name() -> None:
    """They stand where an author would."""
    for line in ("يمن مونيتور/ قسم الأخبار", "جراءة نيوز - اخبار الاردن :", "موقع كل يوم -جريدة الجريدة"):
        article = cleaned("\n".join([TITLE, line, *SENTENCES]))
        assert (article.byline.author, article.title) == (None, TITLE)


def test_a_title_that_the_latest_headlines_hold_too_is_the_title() -> None:
    """The list below the text names the page's own article among others."""
    latest = ["آخر الأخبار", *TICKER[2:6], TITLE]
    assert cleaned("\n".join([TITLE, *SENTENCES, *latest])).title == TITLE
    assert cleaned("\n".join([*TICKER[:4], TITLE, "12 يناير 2014", *SENTENCES, *latest])).title == TITLE


def test_a_first_paragraph_below_its_title_is_no_strip_of_headlines() -> None:
    """Though what follows has other words, and a heading of its own."""
    first = "فيما تتواصل الجهود لإنهاء الخلاف على أجور العمال في مدن الشمال، يدخل إضراب سائقي القطارات يومه الخامس."
    article = cleaned("\n".join(["إضراب في الشمال وأزمة في المصانع.. آخر التطورات", first, TITLE, *SENTENCES]))
    assert article.paragraphs == [first, *SENTENCES]


def test_three_reports_with_datelines_are_a_digest() -> None:
    """The first of them counts."""
    reports = [f"{town} (رويترز) - {line}" for town, line in zip(("الدوحة", "الكويت", "مسقط"), SENTENCES, strict=False)]
    assert cleaned("\n".join([TITLE, *reports])).paragraphs == reports


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


def test_who_wrote_it_may_be_called_ali() -> None:
    """The name folds to the preposition that stands before an hour."""
    for line in ("كتب محمد علي - الأحد 12 يناير 2014 10:30 ص", "محمد علي - 12 يناير 2014"):
        assert cleaned("\n".join([TITLE, line, *SENTENCES])).byline.author == "محمد علي"


def test_prices_that_stand_alone_are_text() -> None:
    """A heading above them and one below are headings, within a list too."""
    prices = ("7943 جنيها للبيع", "7885.5 جنيه للشراء")
    lines = [TITLE, SENTENCES[0], "عيار الذهب", *prices, SENTENCES[1]]
    article = cleaned(
        "\n".join(
            [*lines, "وجاءت الأسعار كالتالي:", "عيار 24: 5205 للبيع – 5182 للشراء", "عوامل السعر", *SENTENCES[2:]]
        )
    )
    assert article.headings == ["عيار الذهب", "عوامل السعر"]
    assert set(prices) < set(article.paragraphs)


def test_a_label_and_the_links_glued_to_it_are_links() -> None:
    """However long the line is."""
    glued = "مقالات أخرى للكاتب" + "".join(TICKER) + TICKER[0]
    assert reasons(cleaned(page(below=(glued,))))[glued] == "related"


def test_a_title_with_the_outlets_name_gives_way_to_one_without() -> None:
    """What stands in a window's title stands above the page's own."""
    article = cleaned("\n".join([f"{TITLE} | البشام الإخباري", TITLE, *SENTENCES]))
    assert (article.title, article.headings) == (TITLE, [])


def test_an_agencys_english_caption_is_no_paragraph() -> None:
    """Nor a licence above an Arabic text."""
    english = "A view of the new quay in this still image taken from a video released by the port authority on Monday."
    assert cleaned("\n".join([TITLE, english, *SENTENCES])).paragraphs == list(SENTENCES)


def test_a_deck_right_below_the_title_is_no_title() -> None:
    """Though it says more of what the text says."""
    deck = "هيئة الموانئ تنهي أعمال التوسعة في الرصيف الجنوبي"
    article = cleaned("\n".join(["الأخبار المحلية", TITLE, deck, *SENTENCES]))
    assert (article.title, article.headings) == (TITLE, [deck])


def test_a_place_and_a_name_are_no_title() -> None:
    """Though nothing else stands above the text."""
    article = cleaned("\n".join(["مراكش - ثورية ايشرم", *SENTENCES]))
    assert (article.title, article.byline.author, article.byline.dateline) == ("", "ثورية ايشرم", "مراكش")


def test_a_menu_in_one_line_is_no_title() -> None:
    """It has the word for news again and again."""
    menu = "الأخبار أخبار سورية أخبار عربية أخبار دولية"
    article = cleaned("\n".join([menu, "١٤ يوليو ٢٠٢٥", TITLE, *SENTENCES]))
    assert (article.title, reasons(article)[menu]) == (TITLE, "navigation")
