"""Pass `next_articles`: of several articles in one page, the page's own stays."""

import pytest

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned_html, reasons

NEXT_TITLE = "السد بطل كرة اليد للشباب"
NEXT = (
    "فاز فريق السد بلقب بطولة الشباب لكرة اليد بعد مباراة أقيمت أمس على صالة النادي في الدوحة.",
    "وسجل لاعبو السد ثلاثين هدفا، فيما اكتفى منافسهم بسبعة وعشرين هدفا في الشوطين والوقت الإضافي.",
)


def _paragraphs(sentences: tuple[str, ...]) -> str:
    return "".join(f"<p>{sentence}</p>" for sentence in sentences)


OWN = f"<h1>{TITLE}</h1>{_paragraphs(SENTENCES)}"
NEXT_BODY = f"<h1>{NEXT_TITLE}</h1>{_paragraphs(NEXT)}"
TYPE = "https://schema.org/NewsArticle"


@pytest.mark.parametrize(
    "body",
    [
        f"<article>{OWN}</article><article><h1>{NEXT_TITLE}</h1>{_paragraphs(NEXT)}</article>",
        f"<article>{OWN}</article><article><h2>{NEXT_TITLE}</h2>{_paragraphs(NEXT)}</article>",
        f"<main><article>{OWN}</article></main><section><article>{NEXT_BODY}</article></section>",
        f"<div class=entry>{OWN}</div><div>{NEXT_BODY}</div>",
        f"<div class=post>{OWN}</div><div class=post><h3>{NEXT_TITLE}</h3>{_paragraphs(NEXT)}</div>",
        f"<div itemtype={TYPE}>{OWN}</div><div itemtype={TYPE}><h2>{NEXT_TITLE}</h2>{_paragraphs(NEXT)}</div>",
        f"<article>{OWN}<article><h2>{NEXT_TITLE}</h2>{_paragraphs(NEXT)}</article></article>",
        f"<div data-article-id=7>{OWN}</div><div data-article-id=8><h2>{NEXT_TITLE}</h2>{_paragraphs(NEXT)}</div>",
        (
            f"<section data-news-id=7>{OWN}</section>"
            f"<section data-news-id=8><h3>{NEXT_TITLE}</h3>{_paragraphs(NEXT)}</section>"
        ),
        f"<article><article>{OWN}</article><article>{NEXT_BODY}</article></article>",
        f"<div>{OWN}</div><section id=next-post><h2>{NEXT_TITLE}</h2>{_paragraphs(NEXT)}</section>",
        f"{OWN.replace('</h1>', '</h1><article>')}</article>{NEXT_BODY.replace('</h1>', '</h1><article>')}</article>",
    ],
)
def test_the_next_article_is_chrome_with_a_reason_of_its_own(body: str) -> None:
    """Whether its element says that it is an article, or only its `<h1>`."""
    article = cleaned_html(f"<html><body>{body}</body></html>")
    assert (article.title, article.paragraphs) == (TITLE, list(SENTENCES))
    assert reasons(article) == dict.fromkeys((NEXT_TITLE, *NEXT), "next_article")


@pytest.mark.parametrize("signature", ["الأربعاء 14 يناير 2026", "كتب: خالد النمر"])
@pytest.mark.parametrize("tags", [("h1", "h2"), ("h2", "h2"), ("h1", "h3")])
def test_an_article_below_a_heading_with_its_day_or_author_is_the_next(tags: tuple[str, str], signature: str) -> None:
    """Without an element of its own, and without an `<h1>`."""
    own, following = (f"<{tag}>{title}</{tag}>" for tag, title in zip(tags, (TITLE, NEXT_TITLE), strict=True))
    article = cleaned_html(
        f"<html><head><title>{TITLE}</title></head><body>{own}{_paragraphs(SENTENCES)}"
        f"<hr>{following}<p>{signature}</p>{_paragraphs(NEXT)}</body></html>"
    )
    assert (article.title, article.paragraphs, article.published_at) == (TITLE, list(SENTENCES), None)
    assert reasons(article) == dict.fromkeys((NEXT_TITLE, signature, *NEXT), "next_article")


@pytest.mark.parametrize("time", ["10:45", "الأربعاء 14 يناير 2026 - 10:45"])
def test_dated_entries_of_one_article_stay(time: str) -> None:
    """They speak of the same."""
    entry = f"<h2>الهيئة عن كلفة التوسعة</h2><p>{time}</p>{_paragraphs(SENTENCES[2:])}"
    text = f"{SENTENCES[1]} وبلغت كلفة التوسعة على الأرصفة مئتي مليون."
    assert len(cleaned_html(f"<h1>{TITLE}</h1>{_paragraphs((SENTENCES[0], text))}{entry}").paragraphs) == 4


def test_the_article_that_shows_the_pages_title_is_its_own() -> None:
    """Even where another one stands above it."""
    head = f"<title>{TITLE}</title>"
    above = f"<article><h1>{NEXT_TITLE}</h1>{_paragraphs(NEXT)}</article>"
    article = cleaned_html(f"<html><head>{head}</head><body>{above}<article>{OWN}</article></body></html>")
    assert article.paragraphs == list(SENTENCES)


@pytest.mark.parametrize("tag", ["h1", "h2"])
@pytest.mark.parametrize("named_by", ["canonical", "url"])
def test_the_address_tells_the_pages_own_article(tag: str, named_by: str) -> None:
    """Infinite scroll has moved the window's title on to the next article's, and not the page's address."""
    address = f"https://shiraa.example/1/{TITLE.replace(' ', '-')}"
    link = f"<link rel=canonical href='{address}'>" if named_by == "canonical" else ""
    body = OWN.replace("h1>", f"{tag}>"), NEXT_BODY.replace("h1>", f"{tag}>")
    html = f"<title>{NEXT_TITLE}</title>{link}<article>{body[0]}</article><article>{body[1]}</article>"
    article = cleaned_html(html, url=None if link else address)
    assert (article.title, article.paragraphs) == (TITLE, list(SENTENCES))


@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_headings_within_an_article_are_its_own(tag: str) -> None:
    """Some sites set sub-headings in an `<h1>` too: what stands below speaks of the same."""
    body = f"<h1>{TITLE}</h1>{_paragraphs(SENTENCES[:2])}<{tag}>مراحل العمل</{tag}>{_paragraphs(SENTENCES[2:])}"
    assert cleaned_html(f"<article>{body}</article>").paragraphs == list(SENTENCES)


def test_entries_of_a_live_blog_are_one_article() -> None:
    """They have elements of their own, and speak of one thing."""
    own = f"<article><h1>{TITLE}</h1>{_paragraphs(SENTENCES[:2])}</article>"
    text = f"{SENTENCES[2]} وقال إن أعمال التوسعة في الرصيف ستنتهي."
    entry = f"<article><h3>الهيئة عن كلفة التوسعة</h3><p>{text}</p></article>"
    assert len(cleaned_html(own + entry).paragraphs) == 3


def test_a_part_of_the_story_with_an_id_stays() -> None:
    """It has no headline, or speaks of the same."""
    parts = "".join(f"<div data-story-id=7><h2>الجزء {n}</h2><p>{SENTENCES[n]}</p></div>" for n in (2, 3))
    article = cleaned_html(
        f"<body><div data-story-id=7><h1>{TITLE}</h1>{_paragraphs(SENTENCES[:2])}{parts}</div></body>"
    )
    assert article.paragraphs == list(SENTENCES)
