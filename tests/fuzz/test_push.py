"""Files of every form, damaged: each item is a page that fits, or a failure that says why."""

import gzip
import io
import zlib

import orjson
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from agents.push.field_map import Adapter, parse
from agents.push.forms import FORMS
from agents.push.outlet_key import outlet_key
from agents.push.page import Page
from agents.push.pages import STDIN, Pages
from streams.settings import SettingsError
from tests.fuzz import inputs
from tests.fuzz.stages import PAGES

MAX_BYTES = 20_000
HTML = "<html><head><meta charset=windows-1256><title>عنوان</title></head><body><p>قال الوزير إن</p></body></html>"
RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>الفنار</title>
<link>https://a.example/</link><item><title>عنوان</title><link>/1</link><pubDate>Sun, 01 Mar 2026 10:30:00 GMT</pubDate>
<description><![CDATA[<p>قال الوزير</p>]]></description><category>سياسة</category></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>الفنار</title><entry><title>عنوان</title>
<id>tag:a</id><link href="https://a.example/1"/><updated>2026-03-01T10:30:00Z</updated>
<content type="html">&lt;p&gt;قال&lt;/p&gt;</content></entry></feed>"""


def warc(pack):
    """Return a small web archive, each record of it packed."""
    body = gzip.compress(HTML.encode(), mtime=0)
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\nWARC-Date: 2026-03-01T10:30:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return 2 * pack(head.encode() + http + b"\r\n\r\n")


SAMPLES = {
    "json": [b"\n".join(PAGES[:3]), b"[" + b",\n".join(PAGES[:3]) + b"]", orjson.dumps([{"text": "a"}, 1, {"b": []}])],
    "csv": ['url,title,text\nhttps://a.example/1,عنوان,"قال\nالوزير"\n'.encode(), "نص;عنوان\nا;ب\n".encode("cp1256")],
    "feed": [RSS.encode(), ATOM.encode(), RSS.replace("utf-8", "utf-16").encode("utf-16")],
    "warc": [warc(bytes), warc(gzip.compress)],
    "html": [HTML.encode(), HTML.encode("cp1256"), HTML.encode("utf-16")],
    "text": ["قال الوزير\nإن".encode(), "قال الوزير".encode("utf-16-le")],
}
PACKINGS = (
    lambda data: data,
    lambda data: data,
    lambda data: gzip.compress(data, mtime=0),
    zstandard.compress,
    zlib.compress,
)
MAPS = ("", "text=body", "text=a.b.c,title=t", "html=content.0", "text=text")


@pytest.mark.parametrize("form", sorted(FORMS))
@given(data=st.data())
def test_a_damaged_file_gives_pages_and_failures(form, data):
    """Nothing but these comes out of a file, packed or not, and what was read before stays read."""
    raw = data.draw(st.one_of(st.sampled_from(SAMPLES[form]).flatmap(inputs.damaged), st.binary(max_size=200)))
    packed = data.draw(st.sampled_from(PACKINGS))(raw)
    stdin = io.BytesIO(data.draw(inputs.damaged(packed)))
    adapter = Adapter(parse(data.draw(st.sampled_from(MAPS))))
    items = list(Pages([STDIN], MAX_BYTES, stdin, adapter=adapter, form=FORMS[form]))

    for item in items:
        assert not isinstance(item, Page) or len(item.value) <= MAX_BYTES
        assert not isinstance(item, Page) or isinstance(outlet_key(item.value), bytes | None)


@given(items=st.lists(st.tuples(inputs.texts, inputs.values), max_size=4), html=inputs.html())
def test_a_feed_of_any_entries_is_read(items, html):
    """Titles, bodies and dates of any kind in a feed that is one."""
    entries = "".join(f"<item><title>{title}</title><pubDate>{value}</pubDate>{html}</item>" for title, value in items)
    feed = f'<rss version="2.0"><channel><title>a</title>{entries}</channel></rss>'.encode("utf-8", "replace")
    items = list(Pages([STDIN], MAX_BYTES, io.BytesIO(feed), form=FORMS["feed"]))

    assert [item for item in items if isinstance(item, Page) and not isinstance(orjson.loads(item.value), dict)] == []


@given(text=st.one_of(inputs.texts, st.text(alphabet="texhml=,. ab", max_size=20)), page=inputs.values)
def test_a_map_of_fields_is_read_or_refused(text, page):
    """Whatever stands on the command line, and whatever page it is used on."""
    try:
        adapter = Adapter(parse(text))
    except SettingsError:
        adapter = Adapter()
    assert isinstance(adapter.adapt(inputs.as_json(page)), bytes)
