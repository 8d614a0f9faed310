"""How fast pages are decoded and cleaned on one core: text dumps, with and without a profile, and HTML documents.

Run as `python -m bench.clean [FOLDER]`; FOLDER holds annotated pages (see docs/cleaning.md). Without it, sample pages
are cleaned, and HTML documents are made of them.
"""

import sys
import time
from collections.abc import Callable
from html import escape
from importlib.resources import files
from pathlib import Path

import msgspec
import orjson
import trafilatura

from agents.clean.cleaner import clean
from agents.clean.fields.ids import outlet_id
from agents.clean.judge.outlet_profile import Profile, learn
from agents.clean.read.raw_page import decode_page
from agents.evaluate import gold
from agents.evaluate.clean import ORIGIN, RECEIVED
from bench.table import Figure, show
from streams.records.pages import RawPage
from streams.rejection import Reject
from streams.settings import Settings

SETTINGS = Settings()


def _pages(folder: Path | None) -> tuple[list[RawPage], list[RawPage]]:
    """Return text dumps and HTML documents."""
    if folder is not None:
        documents = [page for row in gold.pages(folder) if (page := gold.html(folder, row)) is not None]
        return gold.bulk(folder) or [row.page for row in gold.pages(folder)], documents
    samples = (files("agents.commands.demo") / "pages.jsonl").read_bytes().splitlines()
    texts = [
        gold.raw_page(fields) for line in samples if isinstance(fields := _loaded(line), dict) and fields.get("text")
    ]
    return texts, [msgspec.structs.replace(page, text=None, html=_document(page.text or "")) for page in texts]


def _loaded(line: bytes) -> object:
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError:
        return None  # some of the samples are bad on purpose


def _document(text: str) -> str:
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    return f"<html><head><title>x</title></head><body><nav>الرئيسية</nav><article>{paragraphs}</article></body></html>"


def _clean(pages: list[RawPage]) -> None:
    for page in pages:
        try:
            clean(page, ORIGIN, RECEIVED, None, SETTINGS)
        except Reject:
            continue


def _clean_and_learn(pages: list[RawPage]) -> dict[str, Profile]:
    profiles: dict[str, Profile] = {}
    for page in pages:
        outlet = outlet_id(page)
        try:
            article = clean(page, ORIGIN, RECEIVED, profiles.get(outlet), SETTINGS)
        except Reject:
            continue
        profiles[outlet] = learn(profiles.get(outlet), article)
    return profiles


def _extract(pages: list[RawPage]) -> None:
    for page in pages:
        trafilatura.bare_extraction(page.html, with_metadata=True, include_comments=False)


def _rate(work: Callable[[], object], count: int) -> float:
    """Return items a second of processor time: what else the machine does is not counted."""
    began = time.process_time()
    work()
    return count / max(time.process_time() - began, 1e-9)


def main() -> None:
    """Measure and print: each page once, for what comes again costs less; outlets mixed, as in a stream."""
    texts, documents = _pages(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    values = [orjson.dumps(msgspec.to_builtins(page)) for page in texts]
    size = sum(map(len, values)) / len(values) / 1000
    html_size = sum(len((page.html or "").encode()) for page in documents) / max(1, len(documents)) / 1000
    first, second, third = texts[::3], texts[1::3], texts[2::3]
    _clean(first + documents[:2])  # what is loaded late is loaded then
    figures = [
        Figure("decode", _rate(lambda: [decode_page(value, SETTINGS) for value in values], len(values)), "pages/s"),
        Figure("clean, text", _rate(lambda: _clean(second), len(second)), "pages/s", f"{size:.1f} kB each"),
        Figure("clean and learn, text", _rate(lambda: _clean_and_learn(third), len(third)), "pages/s"),
        Figure("clean, html", _rate(lambda: _clean(documents), len(documents)), "pages/s", f"{html_size:.1f} kB each"),
    ]
    _extract(documents[:2])
    figures.append(Figure("plain trafilatura, html", _rate(lambda: _extract(documents), len(documents)), "pages/s"))
    show(figures)


if __name__ == "__main__":
    main()
