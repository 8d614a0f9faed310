"""`rasid evaluate news`: entities, ids, quotes, speakers and media topics on annotated articles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import orjson

from agents.evaluate.articles import article_of_news
from agents.evaluate.news_scores import Mistake, NewsScores, as_json, measure
from agents.evaluate.progress import BATCH_ARTICLES, batches, shown
from agents.evaluate.tagged_pages import WITHOUT, load_tagger
from agents.tag_entities.tagger import Tagger
from agents.tag_topics.classifier import Classifier
from agents.tag_topics.concepts import taxonomy
from streams import settings
from streams.records.codec import Codec, encode
from streams.records.enriched import EnrichedArticle

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--enriched", type=FILE, help="Measure these enriched articles (JSON Lines) instead of making them.")
@click.option("--save", type=click.Path(dir_okay=False, path_type=Path), help="Write the enriched articles to a file.")
@WITHOUT
@click.option("--json", "wants_json", is_flag=True, help="Print one line of JSON.")
@click.option("--errors", is_flag=True, help="List what was missed and what was wrong, by type.")
def command(  # noqa: PLR0913 - click's options
    *,
    files: tuple[Path, ...],
    enriched: Path | None,
    save: Path | None,
    without: tuple[str, ...],
    wants_json: bool,
    errors: bool,
) -> None:
    """Measure the stages behind cleaning on FILES of annotated news.

    A line of a file is one article: {"id", "source", "title", "text", "entities", "quotes", "topics"}. A thing counts
    as found when an entity of its type has one of its surfaces, speech when a quote begins as it does, an article's
    topic when one of those that it must get is given. Articles are taken as they stand, without cleaning; to measure
    with it, give the output of `rasid enrich` as --enriched.

    \b
    rasid evaluate news news.jsonl --errors
    rasid evaluate news news.jsonl --without ShortNames
    rasid evaluate news news.jsonl --enriched enriched.jsonl
    """  # noqa: D301 - click's mark
    if enriched and without:
        raise click.UsageError("--without has nothing to do where --enriched says what came out")
    rows = read(files)
    articles = _decoded(enriched) if enriched else enrich(rows, load_tagger(without))
    if save:
        save.write_bytes(b"".join(encode(article) + b"\n" for article in articles))
    scores = measure(rows, {article.id: article for article in articles}, broader_topics())
    click.echo(orjson.dumps(as_json(scores)).decode() if wants_json else "\n".join(table(scores)))
    if errors:
        click.echo("\n".join(listed(scores.mistakes)), err=wants_json)


def read(files: Iterable[Path]) -> list[dict[str, Any]]:
    """Read annotated articles, in the order of the files."""
    return [orjson.loads(line) for file in files for line in file.read_bytes().splitlines() if line]


def enrich(rows: Sequence[dict[str, Any]], tagger: Tagger) -> list[EnrichedArticle]:
    """Return what the stages behind cleaning make of annotated articles, in order."""
    classifier = Classifier.load(settings.load())
    articles = [article_of_news(row) for row in rows]
    return [
        article
        for batch in shown(batches(articles, BATCH_ARTICLES), "articles")
        for article in classifier.enrich(tagger.tag(batch))
    ]


def broader_topics() -> Mapping[str, frozenset[str]]:
    """Return the media topics above each media topic."""
    concepts = taxonomy.load()
    return {topic: frozenset(taxonomy.path(topic, concepts)) for topic in concepts}


def _decoded(file: Path) -> list[EnrichedArticle]:
    codec = Codec(EnrichedArticle)
    return [codec.decode(line) for line in file.read_bytes().splitlines() if line]


def table(scores: NewsScores) -> list[str]:
    """Return what is printed, line by line."""
    rows = {"entities" if name == "all" else name: hits for name, hits in scores.entities.items()}
    rows |= {"quotes": scores.quotes, "speakers": scores.speakers}
    topics, labels, headlines = scores.topics, scores.labels, scores.headlines
    hit = scores.topical_hit / max(1, scores.topical)
    return [
        f"{scores.articles} articles",
        f"{'':14}{'precision':>10}{'recall':>8}{'F1':>8}{'right':>8}{'wrong':>8}{'missed':>8}",
        *(
            f"{name:14}{of.precision:10.3f}{of.recall:8.3f}{of.f1:8.3f}{of.right:8}{of.wrong:8}{of.missed:8}"
            for name, of in rows.items()
        ),
        f"split ids     {scores.split_share:.4f} of the things found ({scores.split})",
        f"merged ids    {scores.merged}",
        f"headlines     {headlines.right} of {headlines.right + headlines.missed} quotes in titles found",
        f"topics        hit {hit:.3f}  recall {topics.recall:.3f}",
        f"labels        precision {labels.precision:.3f} of {labels.right + labels.wrong} topics given",
    ]


def listed(mistakes: Iterable[Mistake]) -> list[str]:
    """Return mistakes under what they are, each with its article."""
    lines_of: defaultdict[str, list[str]] = defaultdict(list)
    for mistake in mistakes:
        lines_of[mistake.what].append(f"  {mistake.article}  {mistake.words}")
    return [line for what in sorted(lines_of) for line in (f"\n{what}, {len(lines_of[what])}", *lines_of[what])]
