"""`rasid evaluate topics`: how well media topics are found on annotated pages."""

import gzip
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click
import orjson

from agents.evaluate import classes, plot
from agents.evaluate.articles import article_of_words
from agents.evaluate.scores import Hits
from agents.tag_topics.classifier import Classifier
from agents.tag_topics.concepts import taxonomy
from agents.tag_topics.concepts.taxonomy import Concept
from streams import settings
from streams.records.articles import Byline
from streams.records.enriched import MediaTopic
from streams.records.tagged import TaggedArticle

Taxonomy = Mapping[str, Concept]
Topics = frozenset[str]


class Example(NamedTuple):
    """An article and the topics that it should have."""

    article: TaggedArticle
    topics: Topics


def read_examples(path: Path) -> Iterator[Example]:
    """Read annotated pages: `{"clean": {title, headings, paragraphs, …}, "topics": […]}` a line.

    Parameters
    ----------
    path
        A file of JSON Lines, gzip or not, or a folder that holds `pages.jsonl`.
    """
    for row in _rows(path):
        clean = row["clean"]
        byline = Byline(author=clean.get("author"), agency=clean.get("agency"), dateline=clean.get("dateline"))
        made = article_of_words(
            row["id"],
            clean["title"],
            clean["paragraphs"],
            clean.get("headings", ()),
            section_label=clean.get("section"),
            byline=byline,
        )
        yield Example(made, frozenset(row["topics"]))


def read_labelled(path: Path) -> list[classes.Labelled]:
    """Read texts with a class, `{"label", "text"}` a line; none where the file holds annotated pages."""
    rows = [row for row in _rows(path) if "label" in row]
    return [
        classes.Labelled(article_of_words(f"class-{at}", "", [row["text"]]), row["label"])
        for at, row in enumerate(rows)
    ]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    file = path / "pages.jsonl" if path.is_dir() else path
    data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    for line in filter(None, data.splitlines()):
        yield orjson.loads(line)


def top_level(topics: Iterable[str], concepts: Taxonomy) -> Topics:
    """Return the top-level topics that topics stand under."""
    return frozenset((taxonomy.path(topic, concepts) or [topic])[-1] for topic in topics)


def all_levels(topics: Iterable[str], concepts: Taxonomy) -> Topics:
    """Return topics and all that stand above them."""
    return frozenset(up for topic in topics for up in (topic, *taxonomy.path(topic, concepts)))


LEVELS: dict[str, Callable[[Iterable[str], Taxonomy], Topics]] = {
    "top level": top_level,
    "all levels, those above included": all_levels,
    "the very topics": lambda topics, _: frozenset(topics),
}


def count(expected: Sequence[Topics], found: Sequence[Topics]) -> Hits:
    """Compare sets of topics, article by article, and add up."""
    right = sum(len(e & f) for e, f in zip(expected, found, strict=True))
    return Hits(right, sum(map(len, found)) - right, sum(map(len, expected)) - right)


def reliability(
    scored: Sequence[tuple[Sequence[MediaTopic], Topics]], concepts: Taxonomy
) -> list[tuple[float, float, int]]:
    """Return each tenth of scores: their mean, the share that is right (the topic or one below it), their number."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for topics, expected in scored:
        wanted = all_levels(expected, concepts)
        for topic in topics:
            bins.setdefault(min(int(topic.score * 10), 9), []).append((topic.score, topic.id in wanted))
    return [
        (sum(score for score, _ in of) / len(of), sum(right for _, right in of) / len(of), len(of))
        for _, of in sorted(bins.items())
    ]


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--errors", is_flag=True, help="Show each page whose topics differ.")
@click.option("--plot", "svg", type=click.Path(dir_okay=False, path_type=Path), help="Write a plot of reliability.")
def command(path: Path, errors: bool, svg: Path | None) -> None:
    """Measure media topics on a file, or a folder's pages.jsonl, of annotated pages.

    A file of texts with a class (a label and a text a line; the nine classes of docs/media-topics.md) is measured by
    how many get their class.
    """
    classifier = Classifier.load(settings.load())
    concepts = classifier.concepts
    if texts := read_labelled(path):
        click.echo("\n".join(classes.lines(classifier, texts)))
        return
    known = list(read_examples(path))
    enriched = classifier.enrich([example.article for example in known])
    expected = [example.topics for example in known]
    found = [frozenset(topic.id for topic in article.media_topics) for article in enriched]
    click.echo(f"{len(known)} pages, model {classifier.version}")
    for name, level in LEVELS.items():
        at_level = count([level(t, concepts) for t in expected], [level(t, concepts) for t in found])
        click.echo(f"{name:34} {at_level}")
    click.echo("score, right, how many:")
    bins = reliability([(a.media_topics, e) for a, e in zip(enriched, expected, strict=True)], concepts)
    for score, right, number in bins:
        click.echo(f"  {score:.2f}  {right:.2f}  {number}")
    if svg:
        svg.write_text(plot.reliability(bins, f"media topics of {len(known)} pages"), encoding="utf-8")
    if errors:
        for example, record in zip(known, enriched, strict=True):
            click.echo(f"{example.article.id} {example.article.title}")
            given = [f"{t.name_en} {t.score:.2f}" for t in record.media_topics]
            click.echo(f"    wanted {sorted(concepts[t].name_en for t in example.topics)}\n    found  {given}")
