"""Cleaning with one of its tests or passes left out, measured on annotated pages."""

import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from agents.clean.cleaner import Cleaner, part_names
from agents.clean.judge import judge
from agents.clean.layout import layout
from agents.evaluate import dates, gold
from agents.evaluate.clean import ORIGIN, RECEIVED, learn_profiles, measure_html, measure_text
from agents.evaluate.gold import Annotated
from agents.evaluate.stopwatch import Stopwatch
from agents.evaluate.worth import Figures
from streams.records.pages import RawPage
from streams.rejection import Reject
from streams.settings import Settings

_BESIDE_TITLE = ("section", "agency", "dateline", "author", "republished_from")


class _Pages(NamedTuple):
    """Annotated pages, as text and as HTML documents, and others of the same outlets."""

    name: str
    texts: list[Annotated]
    documents: list[tuple[Annotated, RawPage]]
    bulk: list[RawPage]


class Clean:
    """The stage, its parts being the tests of lines and the passes over a page.

    Parameters
    ----------
    settings
        Of which the time zone counts.
    folders
        What `rasid evaluate clean` takes.
    """

    def __init__(self, settings: Settings, folders: Iterable[Path]) -> None:
        self._settings = settings
        self._sets = [_read(folder) for folder in folders]
        self.sets = [pages.name for pages in self._sets]
        self.parts = part_names()

    def measure(self, without: str | None) -> list[Figures]:
        """Return F1 of lines and the shares of exact titles, fields and days in each set."""
        cleaner = Cleaner(self._settings, [without] if without else [])
        return [_figures(pages, cleaner) for pages in self._sets]

    def time(self, rounds: int) -> list[Mapping[str, float]]:
        """Return the microseconds that each test and pass takes for a page of text of each set."""
        return [self._time(pages.texts, rounds) for pages in self._sets]

    def _time(self, rows: Sequence[Annotated], rounds: int) -> dict[str, float]:
        stopwatch = Stopwatch()
        with _timed(stopwatch):
            for _ in range(rounds + 1):
                cleaner = _NewCleaner(self._settings)
                for row in rows:
                    try:
                        cleaner.clean(row.page, ORIGIN, RECEIVED, None)
                    except Reject:
                        continue
        return {name: time / len(rows) for name, time in stopwatch.microseconds(rounds + 1).items()}


class _NewCleaner(Cleaner):
    """A cleaner that has met no line yet."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self._judge = judge.Judge()


@contextmanager
def _timed(stopwatch: Stopwatch) -> Iterator[None]:
    """Time every test and pass of what is made and run meanwhile."""
    tests, passes = judge.TESTS, layout.PASSES
    judge.TESTS = tuple(test._replace(find=stopwatch.timed(test.name, test.find)) for test in tests)
    layout.PASSES = tuple(step._replace(run=stopwatch.timed(step.name, step.run)) for step in passes)
    try:
        yield
    finally:
        judge.TESTS, layout.PASSES = tests, passes


def _read(folder: Path) -> _Pages:
    texts = gold.pages(folder)
    documents = [(row, page) for row in texts if (page := gold.html(folder, row)) is not None]
    return _Pages(folder.name, texts, documents, gold.bulk(folder))


def _figures(pages: _Pages, cleaner: Cleaner) -> Figures:
    """Return the figures of outlets met for the first time, and of chrome after their other pages and in HTML too."""
    text = measure_text(pages.texts, {}, cleaner)
    figures = {what: score.f1 for what, score in text.lines.items()}
    if pages.bulk:
        figures["chrome, warm"] = (
            measure_text(pages.texts, learn_profiles(pages.bulk, cleaner), cleaner).lines["chrome"].f1
        )
    if pages.documents:
        figures["paragraphs, html"] = measure_html(pages.documents, cleaner).lines["paragraphs"].f1
    figures["title"] = text.exact["title"].share
    figures["fields"] = statistics.mean(text.exact[name].share for name in _BESIDE_TITLE)
    figures["day"] = dates.measure(dates.without_field(pages.texts), cleaner).share
    return figures
