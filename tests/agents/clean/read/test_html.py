"""HTML pages: markup, metadata, and markup that is broken or hostile."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement

from agents.clean.read import html as html_lines
from agents.clean.read.extent import MAX_LINES
from agents.clean.read.html import read_html
from streams.rejection import Reject
from tests.agents.clean.pages import SENTENCES, TITLE, cleaned_html, reasons

HEAD = (
    '<meta charset="windows-1256"><title>{title} | شراع الجنوب</title>'
    '<meta property="og:title" content="{title}"><meta property="og:site_name" content="شراع الجنوب">'
    '<link rel="canonical" href="https://www.shiraa.example/news/77?utm_source=x">'
    '<script type="application/ld+json">{{"@graph": [{{"@type": "WebPage"}}, {{"@type": "NewsArticle",'
    '"headline": "{title}",'
    '"datePublished": "2026-01-20T08:30:00+04:00", "articleSection": ["اقتصاد"], "keywords": "ميناء، شحن",'
    '"author": [{{"@type": "Person", "name": "هدى السالمي"}}]}}]}}</script><style>p{{color:red}}</style>'
)
BODY = (
    '<header class="site-header"><nav><ul><li><a href="/">الرئيسية</a></li>'
    '<li><a href="/e">اقتصاد</a></li></ul></nav></header>'
    '<div class="breaking-ticker">عاجل <a href="/1">هزة أرضية خفيفة في الشمال</a></div>'
    "<main><h1>{title}</h1><div class=post-meta><span class=author>كتبت: هدى السالمي</span></div>"
    "<figure><img alt=''><figcaption>رافعات الميناء عند الغروب</figcaption></figure>"
    "<div class='entry has-sidebar'><p>{0}</p><p>{1}</p><script>var x = '<p>لا يظهر</p>';</script><h2>مراحل العمل</h2>"
    "<div class='related-posts'><a href=/9>تراجع أجور الشحن العالمية هذا الأسبوع</a></div>"
    "<p>{2}<br>{3}</p><p hidden>نص مخفي لا يراه أحد من القراء في هذه الصفحة أبدا.</p></div>"
    "<div class=tag-list>الوسوم: <a>ميناء</a>، <a>شحن</a></div></main>"
    "<aside><h3>الأكثر قراءة</h3><a href=/2>افتتاح معرض الكتاب في العاصمة</a></aside>"
    "<footer>© 2026 شراع الجنوب</footer>"
)
DOCUMENT = f"<html dir=rtl><head>{HEAD}</head><body class='single comments-open'>{BODY}</body></html>"
PAGE = DOCUMENT.format(*SENTENCES, title=TITLE)


def test_the_article_is_what_a_reader_sees_of_it() -> None:
    """Title, headings and paragraphs in their order; what scripts and hidden elements hold is not there."""
    article = cleaned_html(PAGE)
    assert article.text == "\n".join([TITLE, *SENTENCES[:2], "مراحل العمل", *SENTENCES[2:]])


def test_markup_says_why_a_line_is_chrome() -> None:
    """Menus, tickers, captions, links, tags and footers are named."""
    assert reasons(cleaned_html(PAGE)) == {
        "الرئيسية": "navigation",
        "اقتصاد": "navigation",
        "عاجل هزة أرضية خفيفة في الشمال": "navigation",
        "كتبت: هدى السالمي": "byline",
        "رافعات الميناء عند الغروب": "caption",
        "تراجع أجور الشحن العالمية هذا الأسبوع": "related",
        "الوسوم: ميناء، شحن": "tags",
        "الأكثر قراءة": "related",
        "افتتاح معرض الكتاب في العاصمة": "related",
        "© 2026 شراع الجنوب": "copyright",
    }


def test_metadata_fills_what_the_page_does_not_show() -> None:
    """JSON-LD gives the time, the section and the outlet's name; the canonical link gives the id."""
    article = cleaned_html(PAGE)
    assert (article.published_at, article.published_precision, article.published_from) == (
        "2026-01-20T04:30:00Z",
        "second",
        "metadata",
    )
    assert (article.section, article.section_label, article.source.name) == ("economy", "اقتصاد", "شراع الجنوب")
    assert article.id.startswith("shiraa.example-news-77-")
    assert article.url == "https://www.shiraa.example/news/77?utm_source=x"


def test_what_a_reader_sees_goes_before_the_metadata() -> None:
    """A page that shows another day than its metadata is believed, and the metadata kept as evidence."""
    article = cleaned_html(
        PAGE.replace("<figure>", "<time>18 يناير 2026</time><figure>").replace('"headline": "', '"headline": "عاجل: ')
    )
    assert (article.published_at, article.published_from) == ("2026-01-18T00:00:00Z", "chrome")
    assert article.evidence["published"] == "2026-01-20T08:30:00+04:00"
    assert (article.title, article.evidence["title"]) == (TITLE, f"عاجل: {TITLE}")


def test_a_day_that_the_page_shows_is_made_precise_by_its_metadata() -> None:
    """The same day, and the time of it."""
    article = cleaned_html(PAGE.replace("<figure>", "<time>20 يناير 2026</time><figure>"))
    assert (article.published_at, article.published_from) == ("2026-01-20T04:30:00Z", "metadata")


def test_the_declared_charset_does_not_count() -> None:
    """The page comes decoded; what its head says of windows-1256 is past."""
    assert "windows-1256" in PAGE
    assert cleaned_html(PAGE).title == TITLE


@pytest.mark.parametrize("cut", range(200, len(PAGE), 97))
def test_a_document_that_breaks_off_is_read_as_far_as_it_goes(cut: int) -> None:
    """No end of a document is an accident."""
    try:
        article = cleaned_html(PAGE[:cut])
    except Reject:
        return
    assert set(article.paragraphs) <= set(SENTENCES) | {
        SENTENCES[i][:n] for i in range(4) for n in range(len(SENTENCES[i]))
    }


def test_deep_nesting_is_no_accident() -> None:
    """Neither the parser's limit nor Python's recursion stops the worker."""
    deep = "<div>" * 20_000 + f"<p>{SENTENCES[0]}</p>" + "</div>" * 20_000
    try:
        cleaned_html(f"<html><body><h1>{TITLE}</h1><p>{SENTENCES[1]}</p>{deep}</body></html>")
    except Reject as reject:
        assert reject.detail  # noqa: PT017 - either outcome is right


def test_json_ld_of_any_shape_is_no_accident() -> None:
    """Lists, numbers and nulls where strings belong are passed over."""
    hostile = '{"@type": ["NewsArticle", 5], "headline": [], "author": [null], "publisher": 7, "keywords": [1]}'
    page = PAGE.replace('{"@graph"', hostile + '</script><script type="application/ld+json">{"@graph"')
    assert cleaned_html(page).paragraphs == list(SENTENCES)


NAMES = "div|p|span|a|b|h1|h2|ul|li|table|tr|td|script|style|nav|article|br|img|time|figure|meta|title|iframe"
tags = st.sampled_from(NAMES.split("|"))
attributes = st.sampled_from(
    ["", " class=related", " class='post-content'", " id=comments", " style='display:none'", " href='x", " hidden"]
)
pieces = st.one_of(
    st.builds("<{}{}>".format, tags, attributes),
    st.builds("</{}>".format, tags),
    st.sampled_from(
        [
            *SENTENCES,
            TITLE,
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "&nbsp;",
            "&#0;",
            "&#xD800;",
            "<?xml version='1.0'?>",
            "\x00",
            "<",
        ]
    ),
    st.text(max_size=12),
)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(pieces, max_size=40).map("".join))
@example(f"&#0;<div>{SENTENCES[0]}")
def test_no_markup_is_an_accident(document: str) -> None:
    """Any markup gives an article or a documented refusal; scripts never pass."""
    try:
        article = cleaned_html(document)
    except Reject:
        return
    assert all(line == line.strip() and "\n" not in line for line in article.paragraphs)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=200))
def test_no_text_is_a_broken_document(text: str) -> None:
    """What is no HTML at all is read as a line of text, or not at all."""
    document = read_html(text)
    assert document is None or all(document.texts)


@pytest.mark.parametrize(
    "name",
    [
        "elementor-widget elementor-widget-theme-post-content",
        "post-content share-enabled",
        "td-ad-background-wrap",
        "author-tpl",
    ],
)
def test_a_container_that_reads_like_an_article_is_one_whatever_its_class(name: str) -> None:
    """Page builders name everything a widget."""
    page = PAGE.replace("entry has-sidebar", name)
    assert cleaned_html(page).paragraphs == list(SENTENCES)


def test_the_outlets_logo_is_no_title() -> None:
    """Some sites set their name in an <h1>, and the title in an <h2>."""
    page = PAGE.replace(f"<h1>{TITLE}</h1>", f"<h2>{TITLE}</h2>").replace(
        "<nav>", "<h1 class=logo>شراع الجنوب</h1><nav>"
    )
    assert cleaned_html(page).title == TITLE


def test_a_consent_notice_is_no_paragraph() -> None:
    """Long and without links, and yet no article."""
    notice = (
        "<div class='cookie-consent'><p>"
        + "نحن وشركاؤنا نخزن معلومات على جهازك ونعالج بياناتك كي نعرض لك ما يناسبك. " * 8
        + "</p></div>"
    )
    assert cleaned_html(PAGE.replace("<main>", notice + "<main>")).paragraphs == list(SENTENCES)


@pytest.mark.parametrize(
    ("name", "is_hidden"),
    [
        ("sr-only", True),
        ("caption visually-hidden", True),
        ("d-none", True),
        ("screen-reader-text", True),
        ("d-none d-md-block", False),
        ("hidden lg:block", False),
        ("hidden-xs", False),
        ("overflow-hidden", False),
    ],
)
def test_what_a_class_hides_is_not_read(name: str, *, is_hidden: bool) -> None:
    """On screens of all widths: what wide ones show is there."""
    extra = "نص آخر لا يراه أحد من القراء في هذه الصفحة على الشاشة أبدا."
    document = read_html(f"<p>{SENTENCES[0]}</p><p class='{name}'>{extra}</p>")
    assert document is not None
    assert (extra not in document.texts) is is_hidden


def test_more_lines_than_are_read_are_told() -> None:
    """No text is lost without a word."""
    document = read_html("<p>سطر</p>" * (MAX_LINES + 1))
    assert document is not None
    assert (len(document.texts), document.is_truncated) == (MAX_LINES, True)


def test_names_within_names_do_not_count_the_page_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two hundred named elements around a page count its text a few times, and the article is found all the same."""
    counted = 0
    count = html_lines._Lines._size_of

    def counting(lines: html_lines._Lines, element: HtmlElement) -> int:
        nonlocal counted
        size = count(lines, element)
        counted += size
        return size

    monkeypatch.setattr(html_lines._Lines, "_size_of", counting)
    nest = "<div class=widget>" * 200
    body = "".join(f"<p>{number} {sentence}</p>" for number in range(500) for sentence in SENTENCES)
    article = cleaned_html(f"<html><body><h1>{TITLE}</h1>{nest}{body}</body></html>")
    assert article.title == TITLE
    assert article.paragraphs[0] == f"0 {SENTENCES[0]}"
    assert counted < 8 * len(body)


@pytest.mark.parametrize(("lines", "asked"), [(html_lines._MAX_LINES_TWICE, 1), (html_lines._MAX_LINES_TWICE + 1, 0)])
def test_no_second_opinion_is_asked_on_endless_pages(monkeypatch: pytest.MonkeyPatch, lines: int, asked: int) -> None:
    """Of tens of thousands of lines it would take seconds; all of them are read all the same."""
    roots: list[HtmlElement] = []

    def asking(root: HtmlElement) -> frozenset[str]:
        roots.append(root)
        return frozenset()

    monkeypatch.setattr(html_lines, "_second_opinion", asking)
    document = read_html("<p>سطر</p>" * lines)
    assert document is not None
    assert (len(document.texts), document.is_truncated, len(roots)) == (lines, False, asked)


def test_no_more_elements_are_visited_than_lines_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many siblings those behind the last line cost nothing."""
    visited = 0
    hint_of = html_lines._Lines._own_hint

    def visiting(lines: html_lines._Lines, element: HtmlElement, inherited: str) -> str:
        nonlocal visited
        visited += 1
        return hint_of(lines, element, inherited)

    monkeypatch.setattr(html_lines._Lines, "_own_hint", visiting)
    document = read_html("<p>سطر</p>" * (3 * MAX_LINES))
    assert document is not None
    assert (document.is_truncated, visited < 1.1 * MAX_LINES) == (True, True)


@pytest.mark.parametrize("element", ["article", "main", "section", "div"])
@pytest.mark.parametrize("head", ["<title>{}</title>", "<meta charset=utf-8><title>{}</title><link rel=icon href=x>"])
def test_a_page_may_leave_out_the_tags_of_its_head_and_body(element: str, head: str) -> None:
    """As HTML allows: the parser then takes the article for a part of the head."""
    body = f"<{element}><h1>{TITLE}</h1>" + "".join(f"<p>{sentence}" for sentence in SENTENCES) + f"</{element}>"
    article = cleaned_html(f"<!doctype html>{head.format(TITLE)}{body}")
    assert (article.title, article.paragraphs) == (TITLE, list(SENTENCES))
