"""A raw page's texts in the order in which they are tried, each cut into lines: its html, then its text."""

import re
from collections.abc import Iterator

from agents.clean.read.broken_lines import join_broken
from agents.clean.read.extent import within_extent
from agents.clean.read.html import Document, read_html
from agents.clean.read.html_metadata import Metadata
from agents.clean.read.markup_in_text import is_html, plain, without_cdata, without_tags
from agents.clean.read.read_pages import ReadPages, key_of_page
from agents.clean.read.visual_order import is_visual, put_lines_right, put_right
from agents.clean.read.wrapped_lines import unwrap
from streams.records.pages import RawPage

_MIN_MARKS_OF_TITLE = 2
"""Signs in a title that it runs backwards, of which a text must have more."""

_STAMP = re.compile(r"\A\s*date \d{4}-\d\d(?:-\d\d)?(?=[ \t]+(?!\d{1,2}:)\S)")
"""The day that some crawlers write in front of a page's text, with nothing but a space behind it."""

_READ_PAGES = ReadPages()
_SAMPLE_LINES = 40
"""Lines that are looked at to find out whether a page runs backwards."""


def read_texts(raw: RawPage) -> Iterator[Document]:
    """Return the page's texts, and what its html says of it."""
    if raw.html:
        document = _read_page(raw.html, raw.url)
        if document is not None:
            yield document
    if raw.text:
        text = _STAMP.sub(r"\g<0>\n", without_cdata(raw.text), count=1)
        document = read_html(f"<body>{text}</body>") if is_html(text) else None
        if document is None:
            document = _cut(unwrap(join_broken(without_tags(text))))
        if document.texts:
            yield _as_seen(document)


def _read_page(html: str, url: str | None) -> Document | None:
    """Return an HTML page's document, as it was read before, if it was."""
    key = key_of_page(html, url)
    known = _READ_PAGES.get(key)
    if known is not None:
        return known
    document = read_html(html, url)
    if document is None:
        return None
    document = _as_seen(document)
    _READ_PAGES.keep(key, document)
    return document


def read_title(title: str) -> str:
    """Return a title that a field or metadata gives as a reader would see it."""
    if not title:
        return title
    title = plain(title)
    return put_right(title) if is_visual(title, _MIN_MARKS_OF_TITLE) else title


def _cut(text: str) -> Document:
    """Cut a text into its lines, without those that are empty."""
    texts = list(filter(None, map(str.strip, text.replace("\r", "\n").split("\n"))))
    return Document(texts, None, frozenset(), Metadata())


def _as_seen(document: Document) -> Document:
    """Take what is read of a document, markup out of each of its lines, and put lines right that run backwards."""
    read = within_extent(document.texts)
    texts = read if document.hints is None else [plain(text) or text for text in read]
    if is_visual("\n".join(texts[:_SAMPLE_LINES])):
        texts = put_right("\n".join(texts)).split("\n")
    else:
        texts = put_lines_right(texts)
    if texts is document.texts:
        return document
    return document._replace(texts=texts, is_truncated=document.is_truncated or read != document.texts)
