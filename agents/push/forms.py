"""The forms in which pages are read, and the endings of files that say which."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from agents.push import csv_rows, json_pages, news_feeds, web_archives, whole_files
from agents.push.packing import PACKED
from agents.push.page import Failure, Page


class Form(NamedTuple):
    """One form."""

    endings: tuple[str, ...]
    read: Callable[[io.BufferedReader, str, int], Iterator[Page | Failure]]
    """Reads a stream, with its name and the largest page in bytes; raises NoPagesError when it is not of the form."""
    is_one_page: bool = False


FORMS = {
    "json": Form((".jsonl", ".ndjson", ".jl", ".json"), json_pages.read),
    "csv": Form((".csv", ".tsv"), csv_rows.read),
    "feed": Form((".rss", ".atom", ".rdf", ".xml"), news_feeds.read),
    "warc": Form((".warc", ".wet"), web_archives.read),
    "html": Form((".html", ".htm"), whole_files.read_html, is_one_page=True),
    "text": Form((".txt",), whole_files.read_text, is_one_page=True),
}
ENDINGS = {ending: form for form in FORMS.values() for ending in form.endings}


def form_of(name: str) -> Form | None:
    """Return the form that a file's name says, what it is packed with taken away; None for one that says nothing."""
    name = name.lower()
    for packed in PACKED:
        name = name.removesuffix(packed)
    return ENDINGS.get(Path(name).suffix)
