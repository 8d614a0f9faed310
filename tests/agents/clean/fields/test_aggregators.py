"""The outlet behind an aggregator's page."""

import pytest

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://nabd.com/s/123456789-abc/youm7", "اليوم السابع"),
        ("https://www.masress.com/youm7/993545", "اليوم السابع"),
        ("https://news.google.com/read?url=https%3A%2F%2Fwww.alarabiya.net%2Farab%2F1", "العربية"),
        ("https://www.google.com/amp/s/www.aljazeera.net/amp/news/1", "الجزيرة نت"),
        ("https://web.archive.org/web/2026/https://shiraa.example/news/1", "shiraa.example"),
        ("https://www.msn.com/ar-ae/news/other/title/ar-AA1abc", None),
        ("https://nabd.com/s/123456789", None),
        ("https://shiraa.example/share?url=https://www.aljazeera.net/news/1", None),
        ("https://notnabd.com/youm7/1", None),
        ("https://nabd.com/[youm7", None),
    ],
)
def test_an_aggregators_address_names_the_outlet(url: str, outlet: str | None) -> None:
    """By the outlet's host, or by its name in Latin letters; the address of any other page says nothing."""
    assert cleaned("\n".join([TITLE, *SENTENCES]), url=url).republished_from == outlet


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("مقدم من سكاي نيوز عربية", "سكاي نيوز عربية"),
        ("موقع كل يوم - جريدة عكاظ", "عكاظ"),
        ("عبر شراع الجنوب نيوز", "شراع الجنوب نيوز"),
        ("20 يناير 2026", None),
        ("مقدم من رويترز", None),
    ],
)
def test_a_line_of_an_aggregators_page_names_the_outlet(line: str, outlet: str | None) -> None:
    """A known one beside the aggregator's own name, any one behind words that say so; no agency."""
    page = "\n".join([TITLE, line, *SENTENCES])
    assert cleaned(page, url="https://nabd.com/s/123456789").republished_from == outlet
    assert cleaned(page, url="https://shiraa.example/news/1").republished_from is None


def test_an_aggregators_name_above_a_text_without_a_title_is_no_title() -> None:
    """It stands where a title would."""
    article = cleaned("\n".join(["موقع كل يوم - جريدة عكاظ", *SENTENCES]), url="https://klyoum.com/news/1")
    assert (article.title, article.republished_from) == ("", "عكاظ")
