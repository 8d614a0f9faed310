"""HTML pages that were read before."""

import pytest

from agents.clean.cleaner import clean
from agents.clean.read import page_texts
from agents.clean.read.html import Document, read_html
from agents.clean.read.read_pages import ReadPages, key_of_page
from streams.records.articles import Article
from streams.records.pages import RawPage
from streams.settings import Settings
from tests.agents.clean.pages import ORIGIN, RECEIVED, SENTENCES, TITLE

LATER = "2026-01-28T15:00:00Z"
PAGE = f"<h1>{TITLE}</h1><p>منذ 3 ساعات</p>" + "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def _document(number: int, lines: int = 10) -> Document:
    document = read_html("".join(f"<p>{number} {line} {SENTENCES[0]}</p>" for line in range(lines)))
    assert document is not None
    return document


def _cleaned(received_at: str) -> Article:
    return clean(RawPage(html=PAGE, url="https://example.com/a"), ORIGIN, received_at, None, Settings())


def test_a_page_that_comes_again_is_not_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same page is parsed once, another one anew."""
    parsed: list[str] = []
    monkeypatch.setattr(page_texts, "_READ_PAGES", ReadPages())
    monkeypatch.setattr(page_texts, "read_html", lambda html, url: parsed.append(html) or read_html(html, url))
    for html in (PAGE, PAGE, PAGE + " ", PAGE):
        list(page_texts.read_texts(RawPage(html=html)))
    assert parsed == [PAGE, PAGE + " "]


def test_a_page_that_comes_again_gives_what_it_gives_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept changes nothing: a date that counts from the visit still does."""
    alone = {}
    for received_at in (RECEIVED, LATER):
        monkeypatch.setattr(page_texts, "_READ_PAGES", ReadPages())
        alone[received_at] = _cleaned(received_at)
    again = {received_at: _cleaned(received_at) for received_at in (LATER, RECEIVED, LATER)}
    assert again == alone
    assert alone[RECEIVED].published_at != alone[LATER].published_at


def test_documents_stay_within_their_bytes() -> None:
    """Whatever comes, what is kept does not grow over its bound, and the page asked for last stays."""
    kept = ReadPages(max_bytes=200_000)
    favourite = _document(0)
    kept.keep(b"0", favourite)
    for number in range(1, 200):
        kept.keep(str(number).encode(), _document(number))
        assert kept.get(b"0") is favourite
    assert kept.get(b"1") is None
    assert 0 < kept.size <= 200_000
    assert len(kept) > 10


def test_a_page_too_large_drives_out_no_others() -> None:
    """A page that would take much of the room is read anew each time."""
    kept = ReadPages(max_bytes=200_000)
    kept.keep(b"small", _document(0))
    kept.keep(b"large", _document(1, lines=100))
    assert kept.get(b"large") is None
    assert len(kept) == 1


def test_a_page_kept_twice_counts_once() -> None:
    """Its bytes are counted once."""
    kept = ReadPages()
    kept.keep(b"0", _document(0))
    size = kept.size
    kept.keep(b"0", _document(0))
    assert kept.size == size


def test_a_page_is_known_by_its_address_too() -> None:
    """The address tells which of the articles that a page describes is its own; the two do not run together."""
    keys = {key_of_page("ab", "c"), key_of_page("b", "ca"), key_of_page("abc", None), key_of_page("abc", "d")}
    assert len(keys) == 4
