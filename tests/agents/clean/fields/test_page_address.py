"""Addresses: all of one page's are one, and none of another's."""

import pytest

from agents.clean.fields.page_address import absolute, canonical_url, host


@pytest.mark.parametrize(
    "url",
    [
        "https://www.shiraa.example/news/77",
        "http://shiraa.example/news/77/",
        "https://m.shiraa.example/news/77?utm_source=x&fbclid=y",
        "HTTPS://WWW.SHIRAA.EXAMPLE:443/news/77#top",
        "shiraa.example/news/77",
        "https://shiraa.example/news/77/amp",
        "https://shiraa.example/amp/news/77",
        "https://shiraa.example/news/77?amp",
        "https://shiraa.example/news/77?output=amp",
        "https://shiraa-example.cdn.ampproject.org/c/s/shiraa.example/news/77",
        "https://shiraa.example/news/77?m=1",
        "https://shiraa.example//news//77",
        "https://shiraa.example/news/./77",
        "https://shiraa.example/x/../news/77",
        "https://shiraa.example/news/77;jsessionid=AB12",
        "https://shiraa.example/(S(lit3py55t21z5v55vlm25s55))/news/77",
        "https://shiraa.example/news/77?PHPSESSID=1&sid=0cc175b9c0f1b6a831c399e269772661",
        "https://shiraa.example/news/77?share=whatsapp&ref=twitter&nb=1",
        "https://shiraa.example/news/77?utm_source=a&amp;utm_medium=b",
        "https://shiraa.example/news/77?at_medium=a&pk_campaign=b&ns_mchannel=c&WT.mc_id=d&_x_tr_sl=ar",
    ],
)
def test_the_addresses_of_one_page_are_one(url: str) -> None:
    """Scheme, www, AMP, slashes, dots, sessions, tracking and fragment make no other page."""
    assert canonical_url(url) == "shiraa.example/news/77"


@pytest.mark.parametrize(
    "name", ["s", "from", "share", "source", "src", "ref", "id", "sid", "m", "nb", "at_id", "pk_id", "ns_id"]
)
def test_a_parameter_that_names_the_page_counts(name: str) -> None:
    """?s=101 and ?s=102 are two pages, whatever other sites mean by the parameter."""
    assert canonical_url(f"https://a.example/?{name}=102") == f"a.example?{name}=102"


def test_a_host_is_one_in_its_own_letters_and_in_those_of_machines() -> None:
    """xn--wgbh1c is مصر."""
    assert (
        canonical_url("http://xn--mgbcd4a2b0d2b.xn--wgbh1c/a")
        == canonical_url("https://العربية.مصر/a")
        == "العربية.مصر/a"
    )


def test_letters_of_an_old_charset_tell_pages_apart() -> None:
    """What is no UTF-8 is kept byte by byte."""
    assert canonical_url("http://a.example/%D3%C7") != canonical_url("http://a.example/%CE%C8")


@pytest.mark.parametrize(
    "url", [None, "", "/news/77", "https://a.example/", "javascript:void(0)", "http://[", "mailto:a@b.example"]
)
def test_what_is_no_pages_address_has_no_canonical_form(url: str | None) -> None:
    """An outlet's front page is no article."""
    assert canonical_url(url) is None


@pytest.mark.parametrize(
    ("address", "read"),
    [
        ("/news/77", "https://a.example/news/77"),
        ("77.html", "https://a.example/x/77.html"),
        ("a.example/news/77", "a.example/news/77"),
        ("//b.example/77", "//b.example/77"),
    ],
)
def test_an_address_is_read_against_the_pages(address: str, read: str) -> None:
    """An address whose scheme was forgotten is none below the page's."""
    assert absolute(address, "https://a.example/x/1") == read


def test_many_parameters_are_taken_as_they_stand() -> None:
    """A hostile address costs no more than its length."""
    assert host("https://a.example/?" + "a&" * 5000) == "a.example"
    assert canonical_url("https://a.example/?" + "a&" * 5000) is not None


def test_pages_that_stand_behind_a_sign_of_the_front_page_are_pages() -> None:
    """Some sites show all of theirs there; what is no path behind it is a place on the page."""
    one, other = (canonical_url(f"https://shiraa.example/#!/news/{number}") for number in (77, 78))
    assert one == "shiraa.example#!/news/77"
    assert one != other
    assert canonical_url("https://shiraa.example/#comments") is None
    assert canonical_url("https://shiraa.example/index.html") is None
