"""`rasid evaluate passes`: what each pass of tag_entities adds to the results, and what it costs."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click

from agents.evaluate import entities, news, quotes, tagged_pages
from agents.evaluate.articles import article_of, article_of_news, without_topics
from agents.evaluate.news_scores import measure
from agents.evaluate.pass_costs import MODEL, microseconds
from agents.evaluate.progress import BATCH_ARTICLES, batches, shown
from agents.evaluate.tagged_pages import TaggedPage
from agents.tag_entities.find.composed_names import ComposedNames, readers
from agents.tag_entities.lexicon.lexicon import Lexicon, packaged
from agents.tag_entities.lexicon.user_file import Watched
from agents.tag_entities.name_model.chooser import choose
from agents.tag_entities.passes import passes
from agents.tag_entities.tagger import Tagger
from agents.tag_entities.word_kinds import WordKinds
from streams import settings
from streams.records.articles import Article
from streams.records.tagged import TaggedArticle


class Figures(NamedTuple):
    """F1 of what tagging finds."""

    entities: float
    quotes: float
    speakers: float


class AnnotatedSet(NamedTuple):
    """Articles, and how well they are tagged."""

    name: str
    articles: Sequence[Article]
    measure: Callable[[Sequence[TaggedArticle]], Figures]


class Worth(NamedTuple):
    """What leaving a pass out changes in one set, and the time that the pass takes there."""

    changes: Figures
    """F1 without the pass minus F1 with it: below 0 where the pass helps."""
    microseconds: float | None
    """An article; None where the time is part of another pass's."""


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--rounds", default=5, show_default=True, type=click.IntRange(1), help="How often each pass is timed.")
def command(paths: tuple[Path, ...], rounds: int) -> None:
    """Leave out one pass of tag_entities after the other, and print a Markdown table of what changes.

    A path is a file of annotated news, or a folder of annotated pages. Figures are F1 without the pass minus F1 with
    it, in hundredths: below 0 where the pass helps. Times are microseconds an article, the median of some rounds.
    """
    config = settings.load()
    watched, model = Watched(packaged(), config.lexicon_extra), choose(config.name_model)
    names = (MODEL, *pass_names(watched.lexicon))
    sets = [read_set(path) for path in paths]
    whole = Tagger(watched, model)
    before = [each.measure(_tag(whole, each.articles)) for each in sets]
    costs = [microseconds(watched, model, each.articles, rounds) for each in sets]
    rows: dict[str, list[Worth]] = {}
    for name in shown(names, "passes"):
        tagger = Tagger(watched, None) if name == MODEL else Tagger(watched, model, without=(name,))
        rows[name] = []
        for each, with_it, cost in zip(sets, before, costs, strict=True):
            without_it = each.measure(_tag(tagger, each.articles))
            changes = Figures._make(out - on for out, on in zip(without_it, with_it, strict=True))
            rows[name].append(Worth(changes, cost.get(name)))
    click.echo("\n".join(table([each.name for each in sets], before, rows)))


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
    return Figures(entities.measure(pages).mentions.f1, said.quotes.f1, said.speakers.f1)


def _of_news(rows: Sequence[dict[str, Any]], found: Sequence[TaggedArticle]) -> Figures:
    scores = measure(rows, {article.id: without_topics(article) for article in found}, {})
    return Figures(scores.entities["all"].f1, scores.quotes.f1, scores.speakers.f1)


def _tag(tagger: Tagger, articles: Sequence[Article]) -> list[TaggedArticle]:
    return [found for batch in batches(articles, BATCH_ARTICLES) for found in tagger.tag(batch)]


def table(sets: Sequence[str], before: Iterable[Figures], rows: dict[str, list[Worth]]) -> list[str]:
    """Return a Markdown table: a line a pass, and of each set entities, quotes, speakers and microseconds."""
    heads = [f"{name}: {what}" for name in sets for what in (*Figures._fields, "µs")]
    whole = [cell for figures in before for cell in (*(f"{100 * value:.1f}" for value in figures), "")]
    lines = [["pass", *heads], ["---", *("---:" for _ in heads)], ["*all passes*", *whole]]
    lines += [[name, *(cell for worth in of_sets for cell in _cells(worth))] for name, of_sets in rows.items()]
    return [f"| {' | '.join(cells)} |" for cells in lines]


def _cells(worth: Worth) -> list[str]:
    """Return a pass's changes in hundredths, nothing where there is none, and its time."""
    changes = [f"{100 * change:+.2f}" if abs(change) > 5e-5 else "" for change in worth.changes]  # noqa: PLR2004 - prints as 0
    return [*changes, f"{worth.microseconds:,.0f}" if worth.microseconds is not None else ""]
