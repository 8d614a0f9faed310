"""Times that elements carry for machines."""

import pytest
from lxml.html import document_fromstring

from agents.clean.read.html_times import HtmlTimes, read_times

OWN, OTHER = "2025-03-14T10:30:00+03:00", "2025-03-16T09:00:00+03:00"
PUBLISHED = f'<time itemprop="datePublished" datetime="{OWN}"></time>'
CARD = f'<a href="/2">وزارة الصحة تعلن موعد حملة التطعيم</a><time datetime="{OTHER}"></time>'
TIME = f'<time datetime="{OWN}">10:30</time>'


@pytest.mark.parametrize(
    ("body", "times"),
    [
        (f"<article><h1>عنوان</h1>{TIME}</article>", HtmlTimes(OWN)),
        (
            f'<time itemprop="dateModified" datetime="{OTHER}"></time>{PUBLISHED}',
            HtmlTimes(OWN, OTHER),
        ),
        (
            f'<time class="updated" datetime="{OTHER}"></time><time class="published" datetime="{OWN}"></time>',
            HtmlTimes(OWN, OTHER),
        ),
        (f'<time class="entry-date published updated" datetime="{OWN}"></time>', HtmlTimes(OWN)),
        (
            f'<p>آخر تحديث <time datetime="{OTHER}"></time></p><p>نُشر: <time datetime="{OWN}"></time></p>',
            HtmlTimes(OWN, OTHER),
        ),
        (f'<span class="updated"><time datetime="{OTHER}"></time></span>{TIME}', HtmlTimes(OWN, OTHER)),
        (f'<span itemprop="datePublished" content="{OWN}"></span>', HtmlTimes(OWN)),
        (f"<h1>عنوان</h1><blockquote>{TIME}</blockquote>", HtmlTimes()),
        (f'<h1>عنوان</h1><div class="commentsList">{TIME}</div>', HtmlTimes()),
        (f'<h1>عنوان</h1><section id="related-news">{TIME}</section>', HtmlTimes()),
        (f"<article><h1>عنوان</h1></article><article>{TIME}</article>", HtmlTimes()),
        (f'<div class="related-enabled"><h1>عنوان</h1>{TIME}</div>', HtmlTimes(OWN)),
        ("<time>10:30</time>", HtmlTimes()),
    ],
)
def test_the_articles_own_times_are_read(body: str, times: HtmlTimes) -> None:
    """None of comments, posts, lists and other articles; of a change only what says so."""
    assert read_times(document_fromstring(f"<html><body>{body}</body></html>")) == times


@pytest.mark.parametrize(
    ("body", "times"),
    [
        (f"<h1>عنوان</h1><article><footer>{TIME}</footer><p>نص</p></article>", HtmlTimes(OWN)),
        (f"<article><h1>عنوان</h1><p>نص</p><footer><div>{TIME}</div></footer></article>", HtmlTimes(OWN)),
        (f"<h1>عنوان</h1><article><p>نص</p></article><footer>{TIME}</footer>", HtmlTimes()),
        (f"<h1>عنوان</h1><article><p>نص</p><footer><ul><li>{TIME}</li></ul></footer></article>", HtmlTimes()),
        (f'<article><h1>عنوان</h1><footer class="comment-meta">{TIME}</footer></article>', HtmlTimes()),
        (f"<article><h1>عنوان</h1></article><article><footer>{TIME}</footer></article>", HtmlTimes()),
        (f"<article><h1>عنوان</h1><blockquote><footer>{TIME}</footer></blockquote></article>", HtmlTimes()),
    ],
)
def test_a_footer_of_the_article_tells_its_time(body: str, times: HtmlTimes) -> None:
    """Not that of the page, of a comment, of a quotation, of another article."""
    assert read_times(document_fromstring(f"<html><body>{body}</body></html>")) == times


@pytest.mark.parametrize(
    ("body", "times"),
    [
        (f"<h1>عنوان</h1><p>نص</p><aside><article>{CARD}</article></aside>", HtmlTimes()),
        (f"<h1>عنوان</h1><div><h4>التالي</h4><article>{CARD}</article></div>", HtmlTimes()),
        (f"<h1>عنوان</h1><div><h4>المزيد</h4><div>{CARD}</div><div>{CARD}</div></div>", HtmlTimes()),
        (
            f'<a href="/2"><b>وزارة الصحة تعلن موعد حملة التطعيم</b>{TIME}</a><h1>عنوان</h1>{PUBLISHED}',
            HtmlTimes(OWN),
        ),
        (f'<h1>عنوان</h1><div class="block-more-from">{TIME}</div>', HtmlTimes()),
        (f"<aside><article>{CARD}</article></aside><h1>عنوان</h1><article>{TIME}</article>", HtmlTimes(OWN)),
        (f'<h1>عنوان</h1><div class="meta"><a href="/a">ليلى حسن</a> {TIME}</div>', HtmlTimes(OWN)),
        (f'<h1>عنوان</h1><p><a href="/author/5">الدكتور عبد الرحمن بن علي</a> {TIME}</p>', HtmlTimes(OWN)),
        (
            f'<h1>عنوان</h1><div><a href="/1"><time datetime="{OWN}">نشر يوم 14 مارس 2025</time></a></div>',
            HtmlTimes(OWN),
        ),
        (f'<div><h1><a href="/1">هيئة الموانئ تفتتح رصيفا جديدا</a></h1>{TIME}</div>', HtmlTimes(OWN)),
        (
            f"<title>وزارة الصحة تعلن موعد حملة التطعيم | الشراع</title><h1>الشراع</h1><div>{CARD}</div>",
            HtmlTimes(OTHER),
        ),
        (f'<div><h2><a href="/1">هيئة الموانئ تفتتح رصيفا جديدا</a></h2>{TIME}</div>', HtmlTimes(OWN)),
        (f"<h1>عنوان</h1><div>{TIME}{'<p>نص طويل</p> ' * 30}{CARD}</div>", HtmlTimes(OWN)),
    ],
)
def test_a_time_beside_a_linked_headline_is_of_another_article(body: str, times: HtmlTimes) -> None:
    """A card in whatever stands around it; not a byline, a link to the page itself, a text with links."""
    assert read_times(document_fromstring(f"<html><body>{body}</body></html>")) == times
