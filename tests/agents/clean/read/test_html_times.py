"""Times that elements carry for machines."""

import pytest
from lxml.html import document_fromstring

from agents.clean.read.html_times import HtmlTimes, read_times

OWN, OTHER = "2025-03-14T10:30:00+03:00", "2025-03-16T09:00:00+03:00"
PUBLISHED = f'<time itemprop="datePublished" datetime="{OWN}"></time>'
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
