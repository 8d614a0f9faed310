"""Pages from RSS and Atom."""

import io
import time

import orjson
import pytest

from agents.push import news_feeds
from agents.push.page import NoPagesError

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>صحيفة</title><link>https://x.example/</link><language>ar</language>
<item><title>أول</title><link>/1</link>
<pubDate>Tue, 20 Jan 2026 10:00:00 +0300</pubDate><dc:creator>فلان</dc:creator>
<category>سياسة</category><description>ملخص</description>
<content:encoded><![CDATA[<p>نص</p><script>x</script>]]></content:encoded></item>
<item><title>ثان</title>
<guid isPermaLink="false">7</guid><description>ملخص بلا رابط</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>صحيفة</title><entry><title>ثالث</title>
<link href="https://x.example/3"/><updated>2026-01-20T10:00:00+03:00</updated><content type="html">
&lt;p&gt;نص&lt;/p&gt;</content>
</entry></feed>"""


def read(data, max_bytes=10_000):
    """Read a feed's pages, as dicts."""
    return [orjson.loads(page.value) for page in news_feeds.read(io.BufferedReader(io.BytesIO(data)), "f", max_bytes)]


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256"])
def test_rss_gives_a_page_for_each_entry(encoding):
    """With all that the feed says; the summary only where there is nothing more."""
    assert read(RSS.format(encoding=encoding).encode(encoding)) == [
        {
            "url": "https://x.example/1",
            "title": "أول",
            "html": "<p>نص</p><script>x</script>",
            "published_at": "Tue, 20 Jan 2026 10:00:00 +0300",
            "lang": "ar",
            "author": "فلان",
            "tags": ["سياسة"],
            "summary": "ملخص",
        },
        {"source": "صحيفة", "title": "ثان", "text": "ملخص بلا رابط", "lang": "ar", "guid": "7"},
    ]


def test_atom_gives_a_page_for_each_entry():
    """Its date is that of the update when there is no other."""
    [page] = read(ATOM.encode())
    assert (page["url"], page["html"], page["published_at"]) == (
        "https://x.example/3",
        "<p>نص</p>",
        "2026-01-20T10:00:00+03:00",
    )


BOMB = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    "data",
    [b"", b"<urlset><url/></urlset>", b"<html><p>x</p></html>", b"\0\1\2", RSS.replace("<rss", BOMB + "<rss").encode()],
    ids=["nothing", "a map of a site", "a page", "binary", "entities"],
)
def test_what_is_no_feed_is_said(data):
    """One error for the file."""
    with pytest.raises(NoPagesError):
        read(data)


def test_hostile_nesting_is_refused_at_once():
    """Reading it would take the square of its depth."""
    began = time.process_time()
    with pytest.raises(NoPagesError):
        read(b"<rss version='2.0'><channel><item>" + b"<a>" * 1_000_000)
    assert time.process_time() - began < 5


def test_a_feed_too_large_is_refused(monkeypatch):
    """It is read whole."""
    monkeypatch.setattr(news_feeds, "MAX_FEED_BYTES", 100)
    with pytest.raises(NoPagesError, match="larger than 100 bytes"):
        read(RSS.encode())


def test_a_character_that_is_none_costs_no_feed():
    """A reference beyond Unicode becomes the mark of a character that was lost."""
    broken = '<rss version="2.0"><channel><item><title>أ &#2000000; ب &#xFFFFFFF;</title></item></channel>'
    assert [page["title"] for page in read(broken.encode())] == ["أ \ufffd ب \ufffd"]
