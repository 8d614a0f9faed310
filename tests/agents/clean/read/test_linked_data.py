"""JSON-LD: which of the articles in it is the page's own."""

from typing import Any

import pytest

from agents.clean.read.linked_data import PageNames, find_article
from tests.agents.clean.pages import SENTENCES, cleaned_html

OWN = "هيئة الموانئ تفتتح رصيفا جديدا في الميناء الجنوبي"
OTHER = "وزارة الصحة تعلن موعد حملة التطعيم المقبلة"
PAGE = PageNames(("https://a.example/1",), (OWN,), "صحيفة الشراع")


def article(**fields: Any) -> dict[str, Any]:
    """Return an article's object."""
    return {"@type": "NewsArticle", **fields}


@pytest.mark.parametrize(
    "values",
    [
        [article(headline=OTHER, datePublished="x"), article(headline=OWN, datePublished="own")],
        [{"@type": "ItemList", "itemListElement": [article(headline=OTHER)]}, article(datePublished="own")],
        [
            article(url="https://a.example/2", datePublished="x"),
            article(url="http://a.example/1/", datePublished="own"),
        ],
        [
            {
                "@graph": [
                    {"@type": "WebPage", "datePublished": "x"},
                    article(headline=OWN + " اليوم", datePublished="own"),
                ]
            }
        ],
        [{"@type": "WebPage", "datePublished": "own", "relatedLink": [article(datePublished="x")]}],
    ],
)
def test_the_pages_own_article_is_told_by_its_address_or_headline(values: list[Any]) -> None:
    """Wherever it stands among others."""
    assert find_article(values, PAGE)["datePublished"] == "own"


@pytest.mark.parametrize(
    "values",
    [
        [article(headline=OTHER)],
        [{"@type": "ItemList", "itemListElement": [{"item": article(datePublished="x")}]}],
        [{"@type": "NewsMediaOrganization", "foundingDate": "1976-01-01"}],
        [None, "text", 5, [[[]]]],
    ],
)
def test_another_pages_article_is_none_of_the_pages(values: list[Any]) -> None:
    """Though it is the only one."""
    assert find_article(values, PAGE) == {}


def test_an_article_is_believed_where_the_page_shows_no_title() -> None:
    """The title of the window may be the outlet's name alone."""
    assert find_article([article(headline=OWN)], PageNames((), (), "صحيفة الشراع")) != {}


@pytest.mark.parametrize("heading", ["h1", "h2", "h3"])
@pytest.mark.parametrize(("headline", "author"), [(OWN, "ليلى حسن"), (OTHER, None)])
def test_an_author_of_another_article_is_none_of_the_pages(heading: str, headline: str, author: str | None) -> None:
    """Whatever the level of the page's own headline, which its window shows as well."""
    linked = (
        f'{{"@type": "NewsArticle", "headline": "{headline}", "author": {{"@type": "Person", "name": "ليلى حسن"}}}}'
    )
    head = f'<title>صحيفة الشراع - {OWN}</title><script type="application/ld+json">{linked}</script>'
    body = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    page = f"<html><head>{head}</head><body><{heading}>{OWN}</{heading}>{body}</body></html>"
    assert cleaned_html(page).byline.author == author


def test_an_outlets_name_in_a_heading_is_no_other_headline() -> None:
    """Its JSON-LD is the page's own."""
    linked = f'{{"@type": "NewsArticle", "headline": "{OWN}", "author": {{"@type": "Person", "name": "ليلى حسن"}}}}'
    head = f'<title>صحيفة الشراع</title><script type="application/ld+json">{linked}</script>'
    body = f"<h3>صحيفة الشراع</h3><h2>{OWN}</h2>" + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    assert cleaned_html(f"<html><head>{head}</head><body>{body}</body></html>").byline.author == "ليلى حسن"


@pytest.mark.parametrize("script", ["/* Shiraa SEO */ {} ;", "{}"])
@pytest.mark.parametrize("published", ['"2026-01-12T10:00:00Z"', "1768212000"])
def test_a_plugins_remark_and_a_number_of_seconds_are_read(script: str, published: str) -> None:
    """As some plugins write JSON-LD."""
    linked = '{"@type": "NewsArticle", "headline": "' + OWN + '", "datePublished": ' + published + "}"
    head = f'<script type="application/ld+json">{script.format(linked)}</script>'
    body = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    page = f"<html><head>{head}</head><body><h1>{OWN}</h1>{body}</body></html>"
    assert cleaned_html(page).published_at == "2026-01-12T10:00:00Z"
