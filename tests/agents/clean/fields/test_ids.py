"""Ids: the same for one article wherever and whenever it is cleaned."""

import pytest

from agents.clean.fields import ids
from streams.records.pages import RawPage


def test_the_producers_id_goes_first() -> None:
    """Rasid invents none where there is one."""
    assert ids.article_id(RawPage(id="a-1", url="https://a.example/1", text="نص"), None, "نص") == "a-1"


def test_an_id_of_an_address_is_readable() -> None:
    """Host and path in front, a hash behind."""
    page = RawPage(url="https://www.shiraa.example/%D8%AE%D8%A8%D8%B1/77", text="نص")
    assert ids.article_id(page, None, "نص") == "shiraa.example-خبر-77-" + ids.article_id(page, None, "")[-16:]


def test_a_canonical_link_may_be_relative() -> None:
    """It is read against the page's own address."""
    page = RawPage(url="https://shiraa.example/print/77?x=1", text="نص")
    same = RawPage(url="https://shiraa.example/news/77", text="نص")
    assert ids.article_id(page, "/news/77", "") == ids.article_id(same, None, "")


def test_an_id_of_a_text_is_that_of_its_letters() -> None:
    """Hamzas, marks and white space make no other text."""
    one = ids.article_id(RawPage(text="x"), None, "أعلنت الهيئة\nاليوم")
    other = ids.article_id(RawPage(text="x"), None, "اعلنت  الهيـئة اليوم.")
    assert one == other
    assert one.startswith("text-")


@pytest.mark.parametrize(
    ("page", "outlet"),
    [
        (RawPage(source="شراع الجنوب", url="https://a.example/1"), "شراع-الجنوب"),
        (RawPage(url="https://www.a.example/1"), "a.example"),
        (RawPage(text="نص\n© 2026 شراع الجنوب"), "شراع-الجنوب"),
        (RawPage(html='<meta property="og:site_name" content="شراع الجنوب">'), "شراع-الجنوب"),
        (RawPage(text="نص"), "unknown"),
        (RawPage(source="—", text="نص"), "unknown"),
    ],
)
def test_an_outlets_id_comes_from_the_best_that_there_is(page: RawPage, outlet: str) -> None:
    """The producer's name, the host, what the page calls itself."""
    assert ids.outlet_id(page) == outlet


def test_a_long_name_gives_a_bounded_id() -> None:
    """Two long names that begin alike stay two."""
    one, other = ids.outlet_of("كلمة " * 60 + "أ", None), ids.outlet_of("كلمة " * 60 + "ب", None)
    assert len(one) <= 80
    assert one != other


@pytest.mark.parametrize("named", ["https://shiraa.example/news", "/index.php", "null", "/", "#"])
def test_a_canonical_link_that_all_pages_of_a_site_name_is_none(named: str) -> None:
    """A section's, the front page's, and what a template makes of nothing would make one article of all."""
    one, other = (RawPage(url=f"https://shiraa.example/news/{number}", text="نص") for number in (77, 78))
    assert ids.article_id(one, named, "نص") != ids.article_id(other, named, "نص")


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("https://shiraa.example/news/77/the-headline", "https://shiraa.example/news/77"),
        ("https://shiraa.example/port-opens-in-spring/print", "https://shiraa.example/port-opens-in-spring"),
    ],
)
def test_a_canonical_link_may_be_the_beginning_of_an_address(url: str, named: str) -> None:
    """Where it has a number or a headline of its own."""
    page, same = RawPage(url=url, text="نص"), RawPage(url=named, text="نص")
    assert ids.article_id(page, named, "") == ids.article_id(same, None, "")
