"""tag_entities with one of its passes left out, measured on annotated news and pages."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from agents.evaluate import entities, news, quotes, tagged_pages
from agents.evaluate.articles import article_of, article_of_news, without_topics
from agents.evaluate.news_scores import measure
from agents.evaluate.progress import BATCH_ARTICLES, batches
from agents.evaluate.stopwatch import Stopwatch
from agents.evaluate.tagged_pages import TaggedPage
from agents.evaluate.worth import Figures
from agents.tag_entities.draft import Draft, Pass
from agents.tag_entities.find.composed_names import ComposedNames, readers
from agents.tag_entities.lexicon.lexicon import Lexicon, packaged
from agents.tag_entities.lexicon.user_file import Watched
from agents.tag_entities.name_model.chooser import NameTagger, choose
from agents.tag_entities.name_model.model import NameSpan
from agents.tag_entities.passes import Passes, passes
from agents.tag_entities.tagger import Tagger
from agents.tag_entities.word_kinds import WordKinds
from streams.records.articles import Article
from streams.records.tagged import TaggedArticle
from streams.settings import Settings

MODEL = "the name model"
"""A part beside the passes: names that it alone sees are not there without it, and its time is saved."""


class AnnotatedSet(NamedTuple):
    """Articles, and how well they are tagged."""

    name: str
    articles: Sequence[Article]
    measure: Callable[[Sequence[TaggedArticle]], Figures]


class TagEntities:
    """The stage, its passes and the name model being its parts.

    Parameters
    ----------
    settings
        Name the model and the user's own file.
    paths
        Files of annotated news and folders of annotated pages.
    """

    def __init__(self, settings: Settings, paths: Iterable[Path]) -> None:
        self._watched = Watched(packaged(), settings.lexicon_extra)
        self._model = choose(settings.name_model)
        self._sets = [read_set(path) for path in paths]
        self.sets = [each.name for each in self._sets]
        self.parts = [MODEL, *pass_names(self._watched.lexicon)]

    def measure(self, without: str | None) -> list[Figures]:
        """Return F1 of entities, quotes and speakers in each set."""
        model = None if without == MODEL else self._model
        left_out = () if without in (None, MODEL) else (without,)
        tagger = Tagger(self._watched, model, left_out)
        return [each.measure(_tag(tagger, each.articles)) for each in self._sets]

    def time(self, rounds: int) -> list[Mapping[str, float]]:
        """Return the microseconds that each pass takes for an article of each set."""
        return [self._time(each.articles, rounds) for each in self._sets]

    def _time(self, articles: Sequence[Article], rounds: int) -> dict[str, float]:
        stopwatch = Stopwatch()
        tagger = _TimedTagger(self._watched, self._model, stopwatch)
        for _ in range(rounds + 1):
            _tag(tagger, articles)
        times = stopwatch.microseconds(rounds + 1)
        return {name: time / len(articles) for name, time in times.items()}


class _TimedPass(NamedTuple):
    name: str
    starts: Callable[[str], object] | None
    run: Callable[[Draft], None]


@dataclass
class _TimedModel:
    version: str
    folds: bool
    spans: Callable[..., list[list[NameSpan]]]


class _TimedTagger(Tagger):
    """A tagger whose passes and model are timed."""

    def __init__(self, watched: Watched, model: NameTagger, stopwatch: Stopwatch) -> None:
        self._stopwatch = stopwatch
        timed = _TimedModel(model.version, model.folds, stopwatch.timed(MODEL, model.spans))
        super().__init__(watched, timed)

    def _set_up(self, lexicon: Lexicon) -> None:
        super()._set_up(lexicon)
        self._passes = Passes(*(tuple(map(self._timed, part)) for part in self._passes))

    def _timed(self, pass_: Pass) -> _TimedPass:
        return _TimedPass(pass_.name, pass_.starts, self._stopwatch.timed(pass_.name, pass_.run))


def pass_names(lexicon: Lexicon) -> list[str]:
    """Return the names of the passes in their order, the readers of a pass behind it."""
    kinds = WordKinds(lexicon)
    names: list[str] = []
    for pass_ in passes(lexicon, kinds).all:
        names.append(pass_.name)
        if isinstance(pass_, ComposedNames):
            names += [reader.name for reader in readers(lexicon, kinds)]
    return list(dict.fromkeys(names))


def read_set(path: Path) -> AnnotatedSet:
    """Read a file of annotated news, or a folder of annotated pages."""
    if path.is_dir():
        rows = tagged_pages.read(path)
        return AnnotatedSet(path.name, [article_of(row) for row in rows], lambda found: _of_pages(rows, found))
    rows = news.read([path])
    return AnnotatedSet(path.stem, [article_of_news(row) for row in rows], lambda found: _of_news(rows, found))


def _of_pages(rows: Sequence[dict[str, Any]], found: Sequence[TaggedArticle]) -> Figures:
    pages = list(map(TaggedPage, rows, found))
    said = quotes.measure(pages)
    mentions = entities.measure(pages).mentions
    return {"entities": mentions.f1, "quotes": said.quotes.f1, "speakers": said.speakers.f1}


def _of_news(rows: Sequence[dict[str, Any]], found: Sequence[TaggedArticle]) -> Figures:
    scores = measure(rows, {article.id: without_topics(article) for article in found}, {})
    return {"entities": scores.entities["all"].f1, "quotes": scores.quotes.f1, "speakers": scores.speakers.f1}


def _tag(tagger: Tagger, articles: Sequence[Article]) -> list[TaggedArticle]:
    return [found for batch in batches(articles, BATCH_ARTICLES) for found in tagger.tag(batch)]
