"""Pages from web archives."""

import gzip
import io

import orjson
import pytest

from agents.push import web_archives
from agents.push.packing import unpacked
from agents.push.page import Failure, NoPagesError

HTML = '<meta charset="windows-1256"><p>نص'


def record(type_, url, content, content_type="application/http; msgtype=response"):
    """Write a record."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {type_}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-01-20T10:00:00Z\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def archive(*answers, packed=False):
    """Write an archive of answers: address, status, type, body, encoding."""
    records = [record("warcinfo", "f", b"software: test\r\n", "application/warc-fields")]
    for url, status, type_, body, encoding in answers:
        coded = f"Content-Encoding: {encoding}\r\n" if encoding else ""
        records.append(
            record("response", url, f"HTTP/1.1 {status}\r\nContent-Type: {type_}\r\n{coded}\r\n".encode() + body)
        )
    return b"".join(map(gzip.compress if packed else bytes, records))


def read(data, max_bytes=10_000):
    """Read an archive's pages, as dicts; failures as they are."""
    items = web_archives.read(unpacked(io.BytesIO(data)), "f", max_bytes)
    return [item if isinstance(item, Failure) else orjson.loads(item.value) for item in items]


@pytest.mark.parametrize("packed", [True, False])
def test_html_answers_are_pages_and_others_are_passed_over(packed):
    """With their address and time, decoded and unpacked."""
    data = archive(
        ("https://x.example/1", "200 OK", "text/html; charset=windows-1256", HTML.encode("cp1256"), None),
        ("https://x.example/a.png", "200 OK", "image/png", b"png", None),
        ("https://x.example/old", "301 Moved", "text/html", b"moved", None),
        ("https://x.example/2", "200 OK", "TEXT/HTML", gzip.compress("<p>نص".encode()), "gzip"),
        packed=packed,
    )
    assert read(data) == [
        {"url": "https://x.example/1", "fetched_at": "2026-01-20T10:00:00Z", "html": HTML},
        {"url": "https://x.example/2", "fetched_at": "2026-01-20T10:00:00Z", "html": "<p>نص"},
    ]


@pytest.mark.parametrize("charset", ["ISO-8859-6", "windows-1256"])
def test_a_page_is_read_in_the_charset_that_its_server_sent(charset):
    """It may declare none itself, and be too short to be guessed."""
    html = "<p>هذا نص"
    data = archive(("https://x.example/1", "200 OK", f"text/html; charset={charset}", html.encode(charset), None))
    assert [page["html"] for page in read(data)] == [html]


def test_an_answer_that_unpacks_to_more_than_a_page_is_a_failure():
    """No more of it is unpacked, and its neighbours go."""
    bomb = ("https://x.example/b", "200 OK", "text/html", gzip.compress(b"x" * 10**7), "gzip")
    good = ("https://x.example/1", "200 OK", "text/html", b"<p>x", None)
    got = read(archive(bomb, good))
    assert (got[0], got[1]["html"]) == (Failure("f:2", "larger than 10000 bytes"), "<p>x")


def test_an_answer_without_an_address_ends_the_archive_and_is_said():
    """The pages before it are pages."""
    page = ("https://a.example/1", "200 OK", "text/html", "<p>نص</p>".encode(), "")
    first, failure = read(archive(page) + b"WARC/1.0\r\nWARC-Type: response\r\n\r\n")
    assert (first["url"], failure) == (page[0], Failure("f:3", "no web archive: an answer names no address"))


def test_texts_of_a_wet_file_are_pages():
    """Common Crawl keeps the text alone in them."""
    [page] = read(record("conversion", "https://x.example/1", "نص".encode(), "text/plain"))
    assert (page["url"], page["text"]) == ("https://x.example/1", "نص")


@pytest.mark.parametrize("data", [b"<html></html>\n", b"not an archive\r\n\r\n"])
def test_what_is_no_archive_is_said(data):
    """One error for the file."""
    with pytest.raises(NoPagesError):
        read(data)
