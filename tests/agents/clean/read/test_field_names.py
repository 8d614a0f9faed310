"""What crawlers call the fields of a raw page."""

import json
from pathlib import Path

import pytest

from agents.arabic import wordlist
from agents.clean.read.field_names import field_of, holds_body
from agents.clean.read.raw_page import STRINGS, decode_page
from streams.settings import Settings

TEXT = "نص الخبر"
CLIENTS = Path(__file__).parents[4] / "docs" / "clients.md"


def decoded(page):
    """Read a raw page, and give the fields that it has."""
    read = decode_page(json.dumps(page).encode(), Settings())
    fields = {name: getattr(read, name) for name in (*STRINGS, "extra")}
    return {name: value for name, value in fields.items() if value}


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            {"headline": "ع", "body": TEXT, "link": "https://x.example/1", "date": "2026-01-20", "publisher": "الصباح"},
            {
                "title": "ع",
                "text": TEXT,
                "url": "https://x.example/1",
                "published_at": "2026-01-20",
                "source": "الصباح",
            },
        ),
        (
            {"articleBody": TEXT, "datePublished": "2026-01-20", "inLanguage": "ar", "author": "فلان"},
            {"text": TEXT, "published_at": "2026-01-20", "lang": "ar", "extra": {"author": "فلان"}},
        ),
        ({"content": "<div><p>نص</p></div>"}, {"html": "<div><p>نص</p></div>"}),
        ({"Content": ["سطر", "سطر"], "Title": ["ع"]}, {"text": "سطر\nسطر", "title": "ع"}),
        (
            {"raw_html": "<p>نص", "maintext": TEXT, "scraped_at": 1741948200},
            {"html": "<p>نص", "text": TEXT, "fetched_at": "2025-03-14T10:30:00Z"},
        ),
    ],
    ids=["an item of Scrapy", "schema.org", "html by its look", "lists of strings", "both bodies"],
)
def test_the_commonest_names_are_understood(page, expected):
    """Whoever pushed the page."""
    assert decoded(page) == expected


def test_own_names_win_and_the_others_stay():
    """Nothing is overwritten, and nothing is lost."""
    page = {"text": TEXT, "title": "ع", "body": "آخر", "headline": "غيره", "url": "", "link": "https://x.example/1"}
    assert decoded(page) == {
        "text": TEXT,
        "title": "ع",
        "url": "https://x.example/1",
        "extra": {"body": "آخر", "headline": "غيره"},
    }


def test_the_commoner_name_of_two_wins():
    """By the order of the list, not of the page."""
    assert decoded({"text": TEXT, "date": "2026-01-21", "pubDate": "2026-01-20"}) == {
        "text": TEXT,
        "published_at": "2026-01-20",
        "extra": {"date": "2026-01-21"},
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [("date", {"y": 2026}), ("headline", 5), ("publisher", "https://x.example/"), ("link", ["a", "b"]), ("site", " ")],
)
def test_a_value_that_does_not_fit_stays_where_it_is(name, value):
    """It makes no page wrong."""
    assert decoded({"text": TEXT, name: value}) == {"text": TEXT, "extra": {name: value}}


def test_names_that_mean_this_and_that_are_not_understood():
    """An id, a time or a description of a crawler's own stays its own."""
    names = ("description", "summary", "timestamp", "time", "created_at", "guid", "name", "x" * 1000)
    assert [field_of(name) for name in names] == [None] * len(names)


def test_a_body_is_known_by_any_of_its_names():
    """Of the text or of the HTML."""
    assert [holds_body({name: ""}) for name in ("text", "Body", "raw_html", "title")] == [True, True, True, False]


def test_the_page_on_clients_lists_all_names():
    """As the file has them."""
    lists = wordlist.load("agents.clean", "field_names.toml")
    names = {name for key in lists.keys_of() for name in lists.as_written(key)}
    assert {name for name in names if f"`{name}`" not in CLIENTS.read_text("utf-8")} == set()
