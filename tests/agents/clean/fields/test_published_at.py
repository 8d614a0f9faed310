"""When an article was published: by whom that is believed, in which zone it is read, and when it was changed."""

import pytest

from agents.clean.cleaner import clean
from agents.clean.judge.outlet_profile import Profile
from streams.records.articles import Article
from streams.records.pages import RawPage
from streams.settings import Settings
from tests.agents.clean.fields.dated_pages import FRIDAY, ZONED, html, linked
from tests.agents.clean.pages import ORIGIN, SENTENCES, TITLE, cleaned, cleaned_html, page


def found(article: Article) -> tuple[str | None, ...]:
    """Return when an article was published, how that is known, and when it was changed."""
    return article.published_at, article.published_from, article.published_zone_from, article.updated_at


@pytest.mark.parametrize(
    "head",
    [
        linked(ZONED),
        linked("2026-01-09T07:30:00Z"),
        f'<meta property="article:published_time" content="{ZONED}">',
        f'<time datetime="{ZONED}"></time>',
    ],
)
def test_an_instant_with_its_zone_goes_before_the_clock_that_is_shown(head: str) -> None:
    """The page's clock tells the zone that the outlet lives in."""
    article = cleaned_html(html(head, f"<div>{FRIDAY}</div>"))
    assert found(article)[:3] == ("2026-01-09T07:30:00Z", "metadata", "stated")
    assert article.published_zone == "+03:00"


@pytest.mark.parametrize(
    ("fields", "read"),
    [
        ({"source": "صحيفة الرياض"}, ("2026-01-09T07:30:00Z", "Asia/Riyadh", "outlet", "SA")),
        ({"url": "https://www.youm7.com/story/1"}, ("2026-01-09T08:30:00Z", "Africa/Cairo", "outlet", "EG")),
        ({"url": "https://shiraa.ly/story/1"}, ("2026-01-09T08:30:00Z", "Africa/Tripoli", "country", "LY")),
        ({"url": "https://shiraa.example/1"}, ("2026-01-09T10:30:00Z", "UTC", "setting", None)),
    ],
)
def test_a_clock_is_read_in_its_outlets_zone(fields: dict[str, str], read: tuple[str | None, ...]) -> None:
    """By the register, else by the country of its host, else by the setting."""
    article = cleaned(page(between=(), below=()).replace(TITLE, f"{TITLE}\n{FRIDAY}"), **fields)
    place = article.source.country
    assert (article.published_at, article.published_zone, article.published_zone_from, place) == read


def test_a_clock_is_read_in_the_zone_that_earlier_pages_showed() -> None:
    """Rather than in that of its country, which many outlets write for from abroad."""
    text = f"{TITLE}\n{FRIDAY}\n" + "\n".join(SENTENCES)
    profile = Profile(id="shiraa.ly", origin=ORIGIN, zones={"+02:00": 1, "+03:00": 4})
    raw = RawPage(url="https://shiraa.ly/1", text=text)
    article = clean(raw, ORIGIN, "2026-01-28T12:00:00Z", profile, Settings())
    assert found(article)[:3] == ("2026-01-09T07:30:00Z", "chrome", "profile")


def test_a_producers_clock_gets_its_zone_from_the_page() -> None:
    """A crawler that copied the page's clock lost the zone."""
    article = cleaned_html(html(linked(ZONED)), published_at="2026-01-09 10:30")
    assert found(article)[:2] == ("2026-01-09T07:30:00Z", "metadata")


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("آخر تحديث", "11 يناير 2026", "تاريخ النشر", "9 يناير 2026"), ()),
        (("تحديث: 11/01/2026 | نشر: 09/01/2026",), ()),
        (("9 يناير 2026",), ("تم التحديث في 11 يناير 2026",)),
    ],
)
def test_a_publication_goes_before_a_change(above: tuple[str, ...], below: tuple[str, ...]) -> None:
    """In one line or in two, with the label in its own line or before the date."""
    article = cleaned("\n".join([TITLE, *above, *SENTENCES, *below]))
    assert found(article) == ("2026-01-09T00:00:00Z", "chrome", None, "2026-01-11T00:00:00Z")


def test_the_date_of_a_change_is_none_of_publication_where_another_is_known() -> None:
    """By the address here."""
    url = "https://shiraa.example/2026/01/09/port"
    article = cleaned("\n".join([TITLE, "آخر تحديث: 11 يناير 2026", *SENTENCES]), url=url)
    assert found(article) == ("2026-01-09T00:00:00Z", "address", None, "2026-01-11T00:00:00Z")


@pytest.mark.parametrize(
    "text",
    [
        page(between=("مبارك لأهل الميناء", "— بلدية الميناء (@port_x) January 9, 2024")),
        page(between=("Posted by بلدية الميناء on Tuesday, January 9, 2024",)),
        page(below=("أخبار ذات صلة", "وزارة الصحة تعلن موعد حملة التطعيم", "1 يناير 2024")),
        page(below=("التعليقات", "أبو محمد", "1 يناير 2024", "متى يفتح الرصيف؟")),
        page("صحيفة الشراع تأسست في 5 أغسطس 1976"),
        page(below=("مبارك لأهل الميناء", "Posted by بلدية الميناء on Tuesday, January 9, 2024")),
        page(below=("Publiée par بلدية الميناء sur Mardi 9 janvier 2024",)),
        page(below=("استطلاع الرأي", "من 1 يناير 2024 إلى 31 يناير 2024")),
        page(below=("معرض الكتاب", "من الثلاثاء 1 حتى 9 يناير 2024")),
    ],
)
def test_a_date_of_something_else_is_none_of_the_articles(text: str) -> None:
    """Of embedded posts, related links, comments, of the outlet's founding, of what lasts some days."""
    assert found(cleaned(text)) == (None, None, None, None)


@pytest.mark.parametrize(
    "other",
    [
        '<blockquote class="twitter-tweet"><p>مبارك</p>&mdash; بلدية (@x) <a href="/s">9 يناير، 2024</a></blockquote>',
        '<div class="comment"><b>أبو علي</b> <span>12 يناير 2026</span><p>مبارك لأهل الميناء.</p></div>',
        '<aside class="related"><h3>وزارة الصحة تعلن موعدا</h3><time datetime="2024-01-09">9 يناير 2024</time></aside>',
    ],
)
def test_dates_of_posts_comments_and_lists_are_none_of_the_articles(other: str) -> None:
    """Neither alone nor before what the metadata tells."""
    assert cleaned_html(html(below=other)).published_at is None
    assert cleaned_html(html(linked(ZONED), inside=other)).published_at == "2026-01-09T07:30:00Z"


def test_json_ld_of_another_article_is_none_of_the_pages() -> None:
    """A related or the next one's."""
    other = linked("2024-01-01T00:00:00Z", "وزارة الصحة تعلن موعد حملة التطعيم")
    assert cleaned_html(html(other + linked(ZONED))).published_at == "2026-01-09T07:30:00Z"
    assert cleaned_html(html(other)).published_at is None


def test_a_day_in_the_lead_counts_where_nothing_better_is() -> None:
    """With the name of the day beside it."""
    text = "\n".join([TITLE, SENTENCES[0].replace("أعلنت", "أعلنت اليوم الثلاثاء 20 يناير 2026"), *SENTENCES[1:]])
    assert found(cleaned(text)) == ("2026-01-20T00:00:00Z", "text", None, None)


def test_a_masthead_clock_in_both_calendars_is_no_publication() -> None:
    """On the day of the fetch, with a line between it and the title; on another day it is the article's."""
    clock = "الأربعاء 28 يناير 2026 11:40 صـ 9 شعبان 1447 هـ"
    text = "\n".join(["شراع الجنوب", clock, "جريدة شراع الجنوب", "رئيس التحريرسالم الهاشمي", TITLE, *SENTENCES])
    assert cleaned(text, source="شراع الجنوب").published_at is None
    assert cleaned(text.replace("28 يناير", "21 يناير"), source="شراع الجنوب").published_at == "2026-01-21T11:40:00Z"


def test_the_number_of_an_issue_stands_beside_a_day() -> None:
    """«العدد: 1937 - 2026 / 1 / 5 - 11:04»."""
    line = "شراع الجنوب-العدد: 1937 - 2026 / 1 / 5 - 11:04"
    assert cleaned("\n".join([TITLE, "راسم عبيدات", line, *SENTENCES])).published_at == "2026-01-05T11:04:00Z"


@pytest.mark.parametrize(
    ("below", "day"),
    [
        (("أبو علي", "12 يناير 2026", "مبارك للجميع هذا الإنجاز الكبير"), None),
        (("أبو علي", "12 يناير 2026"), "2026-01-12T00:00:00Z"),
        (("سالم الهاشمي", "نشر في 12 يناير 2026", "مبارك للجميع هذا الإنجاز الكبير"), "2026-01-12T00:00:00Z"),
    ],
)
def test_the_date_of_a_remark_below_the_text_is_none_of_the_articles(below: tuple[str, ...], day: str | None) -> None:
    """It stands under a bare name, with what he remarks below."""
    assert cleaned(page(below=below)).published_at == day


@pytest.mark.parametrize("above", ["جريدة إلكترونية تأسست", "يومية سياسية مستقلة تصدر منذ"])
def test_a_founding_date_may_have_its_word_in_the_line_above(above: str) -> None:
    """In the masthead, and the date below."""
    assert cleaned(page(above, "1/1/2015")).published_at is None


def test_a_day_in_the_masthead_is_none_that_the_lead_gainsays() -> None:
    """«اليوم الاثنين» was not written on the Friday on which a crawler came by; «اليوم الجمعة» may have been."""
    opened = [f"أعلنت الهيئة، اليوم {day}، نتائج المشروع. {SENTENCES[0]}" for day in ("الاثنين", "الجمعة")]
    pages = ["\n".join(["الجمعة 9 يناير 2026", "القائمة", "من نحن", TITLE, first, *SENTENCES[1:]]) for first in opened]
    assert [cleaned(text).published_at for text in pages] == [None, "2026-01-09T00:00:00Z"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("السبت 17/يناير/2026", "2025-11-13"),
        ("نشر في 17/01/2026", "2026-01-17"),
        ("13 نوفمبر 2025 - 10:30", "2025-11-13"),
    ],
)
def test_a_day_above_the_title_is_none_that_is_after_the_one_in_the_address(line: str, day: str) -> None:
    """A crawler came by on it, unless the line says that it is of publication."""
    article = cleaned(f"{line}\n{page()}", url="https://shiraa.example/news/2025/11/13/249819")
    assert (article.published_at or "")[:10] == day


def test_a_clock_may_stand_in_the_line_below_its_day() -> None:
    """Nothing else stands there."""
    article = cleaned("\n".join([TITLE, "الجمعة ٩ يناير ٢٠٢٦", "13:35", *SENTENCES]), source="صحيفة الرياض")
    assert (article.published_at, article.published_precision) == ("2026-01-09T10:35:00Z", "minute")


@pytest.mark.parametrize(
    ("top", "first", "expected"),
    [
        (["6:28 مساءً / 11 يناير، 2026", "مدار للصحافة"], "اليوم الثلاثاء", None),
        (["6:28 مساءً / 13 يناير، 2026", "مدار للصحافة"], "اليوم الثلاثاء", "2026-01-13T18:28:00Z"),
        (["11/1/2026 | 14:19", "آخر الأخبار"], "اليوم", None),
        (["نشر في 11/1/2026 | 14:19", "مدار للصحافة"], "اليوم الثلاثاء", "2026-01-11T14:19:00Z"),
    ],
)
def test_a_clock_that_runs_above_the_page_is_not_the_articles(top: list[str], first: str, expected: str | None) -> None:
    """The report is of another day of the week, or a strip of news stands below the clock."""
    lead = SENTENCES[0].replace("أعلنت هيئة الموانئ", f"أعلنت هيئة الموانئ، {first}،")
    assert cleaned("\n".join([*top, TITLE, lead, *SENTENCES[1:]])).published_at == expected


@pytest.mark.parametrize("between", ["Logo", "شراع الجنوب رئيس التحريرسالم الهاشمي", "الرئيسية » اقتصاد » موانئ"])
def test_a_day_above_the_sites_own_lines_is_that_of_a_visit(between: str) -> None:
    """Unless the report was written on that day of the week; a section's label may stand between."""
    lines = ["الجمعة 9 يناير 2026", between, TITLE]
    told = SENTENCES[0].replace("أعلنت", "أعلنت اليوم الجمعة")
    pages = [[*lines, *SENTENCES], [*lines, told, *SENTENCES[1:]], ["الجمعة 9 يناير 2026", "محليات", TITLE, *SENTENCES]]
    days = [cleaned("\n".join(text)).published_at for text in pages]
    assert days == [None, "2026-01-09T00:00:00Z", "2026-01-09T00:00:00Z"]


def test_a_month_stands_before_its_day_where_only_that_is_the_day_of_the_lead() -> None:
    """«11-03-2025» above «اليوم الاثنين» is the third of November."""
    lead = SENTENCES[0].replace("أعلنت", "أعلنت اليوم الاثنين")
    days = [
        cleaned("\n".join([TITLE, line, lead, *SENTENCES[1:]])).published_at for line in ("11-03-2025", "10-03-2025")
    ]
    assert days == ["2025-11-03T00:00:00Z", "2025-03-10T00:00:00Z"]


def test_a_month_stands_behind_its_day_where_else_it_were_in_the_future() -> None:
    """«02-01-2026» above «اليوم الأحد» is no first of February of a page that was received in January."""
    lead = SENTENCES[0].replace("أعلنت", "أعلنت اليوم الأحد")
    assert cleaned("\n".join([TITLE, "02-01-2026", lead, *SENTENCES[1:]])).published_at == "2026-01-02T00:00:00Z"


def test_a_day_that_a_later_paragraph_calls_today_counts() -> None:
    """With its name and its date."""
    text = "\n".join([TITLE, *SENTENCES, "وبدأ العمل، بحسب الهيئة، اليوم الثلاثاء 20 كانون ثاني/يناير 2026."])
    assert found(cleaned(text)) == ("2026-01-20T00:00:00Z", "text", None, None)


def test_hours_counted_back_from_a_visit_that_nobody_tells_of_do_not_gainsay_a_day() -> None:
    """Unless the producer says when it was, or nothing else is dated."""
    lines = [TITLE, "2 يناير 2026", "منذ ساعتين", *SENTENCES]
    counted = "\n".join([TITLE, "منذ ساعتين", *SENTENCES])
    text = "\n".join(lines)
    fetched = cleaned(text, fetched_at="2026-01-02T12:00:00Z")
    assert [cleaned(text).published_at, cleaned(counted).published_at, fetched.published_at] == [
        "2026-01-02T00:00:00Z",
        "2026-01-28T10:00:00Z",
        "2026-01-02T10:00:00Z",
    ]


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("نشرة الظهيرة من راديو الميناء | الثلاثاء 13-01-2026", "2026-01-13"),
        ("حصاد يوم أمس الثلاثاء 13 يناير 2026 في الميناء", "2026-01-14"),
        ("نشرة الظهيرة من راديو الميناء | الأحد 13-01-2026", None),
        ("ذكرى افتتاح الميناء في 13 يناير 2016", None),
    ],
)
def test_the_day_that_a_roundups_title_names_counts_where_nothing_better_is(title: str, day: str | None) -> None:
    """With the name of the day, which must be that of the date."""
    published = cleaned("\n".join([title, *SENTENCES]), title=title).published_at
    assert (published or "")[:10] == (day or "")


def test_a_clock_that_is_labelled_as_one_is_the_sites() -> None:
    """«التوقيت الثلاثاء، 13 يناير 2026» above the title."""
    assert cleaned("\n".join(["التوقيت الثلاثاء، 13 يناير 2026", TITLE, *SENTENCES])).published_at is None


def test_hours_counted_back_do_not_gainsay_a_change() -> None:
    """«منذ 1 سنة», and below it what the page was changed on."""
    text = "\n".join([TITLE, "منذ 1 سنة", "آخر تحديث: 03/01/2026 - 18:09", *SENTENCES])
    article = cleaned(text)
    assert article.published_at == "2026-01-03T18:09:00Z"


@pytest.mark.parametrize(
    "line",
    [
        "صدر هذا المقال في النسخة الورقية للشراع - تاريخ النشر : 2026/01/03",
        "القسم: محليات | تاريخ النشر: 2026-01-03 | عدد القراءات: 55",
        "رقم المطلب: 1374 تاريخ النشر: 03 يناير 2026 عدد المشاهدة: 408",
    ],
)
def test_a_day_counts_whose_label_stands_in_front_whatever_else_the_line_says(line: str) -> None:
    """Between the title and the text."""
    assert cleaned("\n".join([TITLE, line, *SENTENCES]), title=TITLE).published_at == "2026-01-03T00:00:00Z"


def test_a_labelled_day_among_links_below_the_text_is_another_articles() -> None:
    """Lists of articles show theirs."""
    link = "القسم: محليات | تاريخ النشر: 2026-01-03 | عدد القراءات: 55"
    assert cleaned("\n".join([TITLE, *SENTENCES, "اقرأ أيضا", link]), title=TITLE).published_at is None


def test_a_day_near_the_title_has_the_time_that_another_line_tells_with_its_zone() -> None:
    """Content systems write the instant for machines and the day for readers."""
    lines = [TITLE, "admin", "2026-01-14T17:45:29+00:00", "آخر الأخبار", "admin14 يناير 2026", TITLE, *SENTENCES]
    assert cleaned("\n".join(lines)).published_at == "2026-01-14T17:45:29Z"


def test_a_day_that_the_page_opens_with_twice_is_that_of_the_visit() -> None:
    """The text was written on another day of the week."""
    lead = f"زار المدير الميناء، اليوم الخميس، مع وفد. {SENTENCES[0]}"
    day = "السبت - 24 يناير 2026"
    text = "\n".join([day, day, TITLE, TITLE, lead, *SENTENCES[1:]])
    assert cleaned(text, fetched_at="2026-01-24T09:00:00Z").published_at is None


def test_what_is_of_tomorrow_was_published_today() -> None:
    """«يوم غد الجمعة 16/1/2026»."""
    lead = "يصل المدير يوم غد الجمعة 16/1/2026 إلى الميناء الجنوبي مع وفد كبير من المهندسين."
    assert cleaned("\n".join([TITLE, lead, *SENTENCES])).published_at == "2026-01-15T00:00:00Z"


def test_a_day_in_the_imprint_is_none_that_the_address_gainsays() -> None:
    """Streets are called by days."""
    article = cleaned(
        "\n".join([TITLE, *SENTENCES, "المنطقة الصناعية 24 فيفري 1956 قسنطينة - الجزائر |"]),
        url="https://shiraa.example/local/205256-2026-01-08-10-14-44",
    )
    assert (article.published_at, article.published_from) == ("2026-01-08T00:00:00Z", "address")


def test_a_day_behind_points_above_the_text_counts() -> None:
    """What opens with a dash does not open the report."""
    points = ["- هيئة الموانئ توسع الرصيف الجنوبي للميناء", "- الشحنات الأولى تصل إلى الرصيف في الخريف"]
    lead = "تحتفل هيئة الموانئ، اليوم 9 يناير، بإتمام أعمال التوسعة في الرصيف الجنوبي الذي يستقبل السفن الكبيرة."
    assert cleaned("\n".join([*points, lead, *SENTENCES[1:]])).published_at == "2026-01-09T00:00:00Z"


def test_an_instant_for_machines_goes_before_hours_counted_back() -> None:
    """A page that somebody kept was shown at another time than it is read."""
    article = cleaned_html(html(above=f'<time datetime="{ZONED}">منذ ساعتين</time>'))
    assert (article.published_at, article.published_from) == ("2026-01-09T07:30:00Z", "metadata")
