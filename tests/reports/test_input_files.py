"""Files as public bug reports of feed readers and stream processors have them: read, or refused with one error."""

import csv
import gzip
import io

import orjson
import pytest
import zstandard
from click.testing import CliRunner

from agents.cli import main

TEXT = (
    "وصل وزير الخارجية الروسي سيرغي لافروف إلى القاهرة اليوم الأربعاء في زيارة رسمية تستمر يومين.\n"
    "وقال لافروف إن المباحثات مع الجانب المصري تناولت الأوضاع في ليبيا وسوريا والتعاون الاقتصادي بين البلدين."
)
PAGES = [
    {"url": f"https://x.example/{number}", "title": f"عنوان الخبر رقم {number}", "text": TEXT} for number in range(90)
]
ITEM = "<item><title>{title}</title><link>{url}</link><description>{text}</description></item>\n"
FEED = "<rss version='2.0'>\n<channel>\n" + "".join(ITEM.format(**page) for page in PAGES) + "</channel>\n</rss>\n"
PRETTY = "\n".join(orjson.dumps(page, option=orjson.OPT_INDENT_2).decode() for page in PAGES)


def enriched(folder, name, content):
    """Write a file, enrich it, and return the exit code, the articles and what was said."""
    (folder / name).write_text(content, "utf-8")
    ran = CliRunner().invoke(main, ["enrich", str(folder / name)])
    return ran.exit_code, len(ran.stdout.splitlines()), ran.stderr.splitlines()


@pytest.mark.parametrize(
    ("name", "content"),
    [("feed.xml", FEED), ("feed.rss", FEED), ("pretty.jsonl", PRETTY), ("pretty.json", PRETTY)],
)
def test_feeds_and_pretty_printed_pages_are_read(tmp_path, name, content):
    """simplepie/simplepie#614, miniflux/v2#1129, robinhood/faust#16: each line was taken for a page."""
    assert enriched(tmp_path, name, content) == (0, len(PAGES), [])


def archive_of(pages):
    """Return a web archive of pages."""
    records = []
    for page in pages:
        body = f"<html><body><h1>{page['title']}</h1><p>{page['text'].replace(chr(10), '</p><p>')}</p></body></html>"
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {page['url']}\r\nWARC-Date: 2026-01-20T10:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        records.append(gzip.compress(head.encode() + answer + b"\r\n\r\n"))
    return b"".join(records)


def rows_of(pages):
    """Return a packed table of pages, with a head."""
    table = io.StringIO()
    writer = csv.DictWriter(table, ["url", "title", "text"])
    writer.writeheader()
    writer.writerows(pages)
    return zstandard.compress(table.getvalue().encode())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("crawl.warc.gz", archive_of(PAGES)),
        ("pages.csv.zst", rows_of(PAGES)),
        ("pages.jsonl.zst", zstandard.compress(b"\n".join(map(orjson.dumps, PAGES)))),
        ("pages.json.gz", gzip.compress(orjson.dumps(PAGES))),
    ],
)
def test_packed_archives_tables_and_arrays_are_read(tmp_path, name, content):
    """As crawlers and spreadsheets leave them: each page an article, nothing said."""
    (tmp_path / name).write_bytes(content)
    ran = CliRunner().invoke(main, ["enrich", str(tmp_path / name)])
    assert (ran.exit_code, len(ran.stdout.splitlines()), ran.stderr) == (0, len(PAGES), "")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("feed.jsonl", FEED),
        ("feed", FEED),
        ("app.log", "started\n" * 600),
        ("page.jsonl", "<!DOCTYPE html>\n<html>\n"),
        ("table.jsonl", "url,title,text\n1,2,3\n"),
        ("strings.json", '["a",\n"b"]'),
        ("sitemap.xml", "<urlset>\n<url/>\n</urlset>"),
    ],
)
def test_what_holds_no_pages_is_one_error(tmp_path, name, content):
    """The same reports: over 500 such lines stopped the worker; the exit code was 0."""
    code, articles, said = enriched(tmp_path, name, content)
    assert (code, articles, len(said), said[0].startswith("cannot read")) == (1, 0, 1, True)
