"""Pass `title`: the likeliest title."""

import pytest

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned, laid_out, page, reasons


def test_a_title_with_the_outlets_name_gives_way_to_one_without() -> None:
    """What stands in a window's title stands above the page's own."""
    article = cleaned("\n".join([f"{TITLE} | البشام الإخباري", TITLE, *SENTENCES]))
    assert (article.title, article.headings) == (TITLE, [])


def test_a_section_glued_to_the_title_is_taken_off() -> None:
    """The line that glues both is the title's; its plain copy is a repetition."""
    article = cleaned(page(f"أخبار الاقتصاد {TITLE}"))
    assert (article.title, article.section_label, article.section) == (TITLE, "أخبار الاقتصاد", "economy")
    assert reasons(article) == {TITLE: "title_repeated"}


def test_a_section_in_front_of_a_bar_is_taken_off() -> None:
    """A label and a separator are enough, without a second copy."""
    article = cleaned(page(title=f"اقتصاد | {TITLE}"))
    assert (article.title, article.section) == (TITLE, "economy")


def test_the_title_is_settled() -> None:
    """The text begins behind it."""
    found = laid_out(page("الرئيسية"), "title")
    assert (found.title, found.lines[found.title_index].by, found.start) == (TITLE, "title", found.title_index + 1)


def test_a_text_alone_has_no_title() -> None:
    """Its first paragraph is none."""
    assert laid_out("\n".join(SENTENCES), "title").title_index == -1


@pytest.mark.parametrize(
    "notice",
    [
        "نحن وشركاؤنا نستخدم ملفات تعريف الارتباط. يمكنك قبولها أو رفضها. لمزيد من المعلومات اقرأ سياسة الخصوصية.",
        "هذا المقال للمشتركين فقط، اشترك الآن لتتمكن من قراءة جميع المقالات على الموقع والتطبيق.",
        "يجب تفعيل جافا سكريبت لعرض الموقع بشكل صحيح في متصفحك هذا قبل أن تتابع القراءة.",
        "مرحبا بك أيها الزائر الكريم، نشكرك على اختيارك لنا ونتمنى لك وقتا طيبا معنا في كل يوم.",
    ],
)
def test_notices_above_the_title_hide_none(notice: str) -> None:
    """Consent, subscription, scripts, a welcome: they speak of nothing that the text speaks of."""
    article = cleaned(f"{notice}\n{page()}")
    assert (article.title, article.paragraphs) == (TITLE, list(SENTENCES))


@pytest.mark.parametrize(
    "address", ["https://example.org/12/توسعة-الميناء-الجنوبي-تنتهي-في-الربيع-المقبل", "https://example.org/?p=12"]
)
def test_a_caption_is_no_title_where_the_address_tells_another(address: str) -> None:
    """The address has a title's words; where it has none, nothing speaks against the line."""
    caption = "فريق السد القطري"
    article = cleaned("\n".join([caption, "الدوحة - خالد النمر", *SENTENCES]), url=address)
    assert (article.title, article.paragraphs) == ("" if "?" not in address else caption, list(SENTENCES))


def test_a_title_that_its_address_cuts_short_is_one() -> None:
    """All that the address tells is in it."""
    article = cleaned("\n".join([TITLE, *SENTENCES]), url="https://example.org/توسعة-الميناء-الجنوبي-تنتهي")
    assert article.title == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "ما هي أعمال التوسعة في الميناء الجنوبي؟",
        "ما هو موعد توسعة الميناء الجنوبي؟",
        "من هو مدير الميناء الجنوبي؟",
        "كيف تغير التوسعة الميناء الجنوبي؟",
        "لماذا تتأخر توسعة الميناء الجنوبي",
        "هل تنتهي توسعة الميناء الجنوبي في الربيع؟",
        "أين تقف أعمال التوسعة في الميناء الجنوبي؟",
    ],
)
def test_a_question_is_a_title_whole(title: str) -> None:
    """«ما هي» is no label, not even where a heading shows the title without it."""
    heading = title.removeprefix("ما هي ").rstrip("؟")
    article = cleaned("\n".join(["اقتصاد", title, *SENTENCES[:3], heading, SENTENCES[3]]))
    assert (article.title, article.section_label) == (title, "اقتصاد")


@pytest.mark.parametrize("line", ["بالشراكة مع دويتشه فيله", "محتوى بالتعاون مع صحيفة الغد", "برعاية بنك الجنوب"])
def test_a_partnership_above_the_title_is_no_title(line: str) -> None:
    """It stands first on the page."""
    assert cleaned(page(line)).title == TITLE


def test_a_section_glued_to_the_titles_first_word_is_taken_off() -> None:
    """Where the title is told, or stands below without it."""
    glued = f"اقتصاد{TITLE}"
    told = cleaned("\n".join([glued, *SENTENCES]), title=TITLE)
    copied = cleaned("\n".join([glued, TITLE, *SENTENCES]))
    assert [(article.title, article.section_label) for article in (told, copied)] == [(TITLE, "اقتصاد")] * 2


@pytest.mark.parametrize(("end", "section"), [("– أخبار العالم", "world"), ("- اقتصاد", "economy")])
def test_a_section_at_the_titles_end_is_taken_off(end: str, section: str) -> None:
    """Behind a dash, as windows show it."""
    article = cleaned("\n".join([f"{TITLE} {end}", *SENTENCES]))
    assert (article.title, article.section) == (TITLE, section)


def test_two_words_above_a_report_are_no_title() -> None:
    """A column may have such a title, an agency's report has none."""
    lines = ["الرصيف الجنوبي", "صلالة - رويترز", *SENTENCES]
    column = ["الرصيف الجنوبي", "كتب: سالم الهاشمي", *SENTENCES]
    assert [cleaned("\n".join(text)).title for text in (lines, column)] == ["", "الرصيف الجنوبي"]


def test_a_line_that_says_less_than_the_address_is_no_title() -> None:
    """A caption of a few of its words: the title has them all."""
    address = "https://example.org/12/هيئة-الموانئ-تعلن-انتهاء-توسعة-الرصيف-الجنوبي-بكلفة-مليون"
    assert cleaned("\n".join(["الرصيف الجنوبي الجديد", *SENTENCES]), url=address).title == ""


def test_a_bar_behind_a_title_is_a_tables_edge() -> None:
    """Old sites lay their pages out in tables, whose cells lose their walls."""
    article = cleaned("\n".join([f"{TITLE} |", "الأربعاء, 14 يناير 2026 14:57 |", *SENTENCES]))
    assert article.title == TITLE


def test_no_button_and_no_office_of_a_site_is_a_title() -> None:
    """Though they stand where a title would."""
    found = [cleaned("\n".join([label, TITLE, *SENTENCES])).title for label in ("قم بمشاركة الخبر", "إدارة الصحيفة")]
    assert found == [TITLE, TITLE]


@pytest.mark.parametrize(
    "line",
    [
        "وزارة الصحة",
        "العصر 13:46",
        "• الصلاة القادمة",
        "adsense",
        "شراع الجنوب رئيس التحريرسالم الهاشمي",
        "أربيل/ عراق اوبزيرفر",
    ],
)
def test_no_title_is_given_where_a_page_shows_none(line: str) -> None:
    """A picture's name of two words with which the text opens, an hour, an item, a slot for ads, an editor are none."""
    text = "\n".join([line, f"أعلنت وزارة الصحة أن الحملة بدأت. {SENTENCES[0]}", *SENTENCES[1:]])
    assert cleaned(text).title == ""


def test_a_line_below_teasers_is_the_title_where_it_is_signed() -> None:
    """Its byline stands between it and the text, of which one paragraph is enough."""
    teaser = "فاز فريق السد بلقب بطولة الشباب لكرة اليد بعد مباراة أقيمت أمس على صالة النادي."
    article = cleaned("\n".join([teaser, TITLE, "صلالة - رويترز:", SENTENCES[0]]))
    assert article.title == TITLE


def test_the_line_that_the_address_tells_word_for_word_is_the_title() -> None:
    """Not a kicker above it that is long enough for a paragraph."""
    kicker = " ".join([SENTENCES[1].rstrip("."), SENTENCES[2].rstrip(".")])
    url = f"https://shiraa.example/news/7/{TITLE.replace(' ', '-')}"
    text = "\n".join(["9 يناير 2026", kicker, TITLE, f"{TITLE} {TITLE}", "كتبت - نورا فخري", *SENTENCES])
    assert cleaned(text, url=url).title == TITLE


def test_a_title_does_not_give_way_to_a_picture_that_names_a_part_of_it() -> None:
    """Only to one from which signs part what stands around it."""
    title = "موريتانيا: هيئة الموانئ تستلم الرصيف الجنوبي من المقاول"
    assert cleaned("\n".join([title, "هيئة الموانئ تستلم الرصيف", *SENTENCES])).title == title


def test_what_stands_twice_right_below_the_headline_names_its_picture() -> None:
    """It is shorter, and a section stands between its copies."""
    caption = "المتحدث باسم هيئة الموانئ"
    assert cleaned("\n".join([TITLE, caption, "اقتصاد", caption, "9 يناير 2026", *SENTENCES])).title == TITLE


def test_the_country_in_front_of_a_headline_is_its_own() -> None:
    """«اليمن – …» says where; «اقتصاد – …» is a label."""
    titles = [cleaned("\n".join([f"{label} – {TITLE}", *SENTENCES])).title for label in ("اليمن", "اقتصاد")]
    assert titles == [f"اليمن – {TITLE}", TITLE]


def test_a_title_with_a_full_stop_that_the_text_repeats_is_one() -> None:
    """Pages that are written for search engines open their text with it."""
    title = "سعر الذهب اليوم في الميناء الجنوبي."
    article = cleaned("\n".join([title, f"{title} {SENTENCES[0]}", *SENTENCES[1:]]))
    assert article.title == title


def test_the_number_of_a_paths_last_step_is_no_part_of_the_title() -> None:
    """The path shows its steps one a line."""
    steps = ("1. الرئيسية", "2. مقالات", f"3. {TITLE}")
    assert cleaned("\n".join([*steps, TITLE, "مقالات", TITLE, "11 يناير 2026 14:25", *SENTENCES])).title == TITLE


@pytest.mark.parametrize(
    "line", ["الشراع- خاص", "الشراع_مسقط", "دار المعارف", "الشرفة – شراع|", "الشراع ـ مسقط", "مجلة الشراع shiraa"]
)
def test_what_an_outlet_signs_with_is_no_title(line: str) -> None:
    """On a page that shows none."""
    assert cleaned("\n".join([line, *SENTENCES])).title == ""


def test_a_line_that_stands_twice_below_a_longer_one_is_the_title_where_the_address_says_the_same() -> None:
    """Else it names a picture."""
    kicker = "المتحدث باسم هيئة الموانئ يعلن موعد استقبال الرصيف الجديد لسفن الحاويات"
    text = "\n".join([kicker, TITLE, "• 1791", TITLE, "أرشيف", *SENTENCES])
    url = "https://shiraa.example/توسعة-الميناء-الجنوبي-تنتهي-في-الربيع"
    assert cleaned(text, url=url).title == TITLE


def test_a_heading_of_the_text_is_no_title_though_the_address_says_the_same() -> None:
    """A paragraph above it tells of what is told below it, as no notice does."""
    heading = "موعد انتهاء توسعة الميناء الجنوبي"
    text = "\n".join([SENTENCES[0], heading, *SENTENCES[1:]])
    article = cleaned(text, url="https://shiraa.example/موعد-انتهاء-توسعة-الميناء-الجنوبي")
    assert (article.title, article.headings, article.paragraphs) == ("", [heading], list(SENTENCES))


def test_an_outlet_behind_its_section_is_no_part_of_the_title() -> None:
    """Whose name nothing else tells."""
    assert cleaned("\n".join([f"{TITLE} – أخبار السعودية – رافا نيو", *SENTENCES])).title == TITLE


def test_a_label_whose_words_open_the_headline_below_is_no_title() -> None:
    """The headline says more."""
    headline = "افتتاحيات الصحف ليوم السبت 5 أيلول 2020"
    article = cleaned("\n".join(["افتتاحيات الصحف", headline, "صحيفة الشراع", *SENTENCES]))
    assert (article.title, article.genre) == (headline, "digest")


def test_an_outlet_and_its_country_are_no_part_of_the_title() -> None:
    """Where the title stands below without them."""
    article = cleaned("\n".join([f"{TITLE} – موقع قناة الشراع – لبنان", "قناة الشراع", TITLE, *SENTENCES]))
    assert article.title == TITLE
