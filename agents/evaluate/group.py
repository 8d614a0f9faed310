"""`rasid evaluate group`: how well pages of one story find each other."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click
import orjson

from agents.clean.judge.outlet_profile import Profile
from agents.clean.step import clean_record
from agents.evaluate.scores import Hits
from agents.group.offline import Grouping
from agents.group.step import sketched
from agents.stage import Incoming
from streams.fingerprint import similar
from streams.records.articles import Article
from streams.rejection import Reject
from streams.settings import Settings, load

RECEIVED_MS = 4_102_444_800_000
"""When the pages came in, for all of them 2100: no page's date is in the future then."""


class Pair(NamedTuple):
    """Two raw pages, and whether they are of one story."""

    a: dict[str, Any]
    b: dict[str, Any]
    duplicate: bool


class Found(NamedTuple):
    """What was said of a pair."""

    pair: Pair
    same_story: bool
    similar: bool


def read_pairs(path: Path) -> Iterator[Pair]:
    """Read pairs: `{"a": raw page, "b": raw page, "duplicate": true or false}` a line.

    Parameters
    ----------
    path
        A file of JSON Lines, or a folder that holds `duplicates.jsonl`.
    """
    file = path / "duplicates.jsonl" if path.is_dir() else path
    for line in filter(None, file.read_bytes().splitlines()):
        row = orjson.loads(line)
        yield Pair(row["a"], row["b"], row["duplicate"])


def compare(known: Sequence[Pair], settings: Settings) -> list[Found]:
    """Clean all pages in order, group them as one stream, and say of each pair what came out."""
    profiles: dict[str, Profile] = {}
    articles: list[Article | None] = []
    for number, page in enumerate(page for pair in known for page in (pair.a, pair.b)):
        # Its number in the file tells pages apart even where their ids do not.
        value = orjson.dumps({**page, "id": f"page-{number}"})
        incoming = Incoming("pages", 0, number, RECEIVED_MS, None, value)
        try:
            cleaned = clean_record(incoming, profiles.get, settings)
        except Reject:
            articles.append(None)
        else:
            profiles[cleaned.outlet] = cleaned.profile
            articles.append(cleaned.article)
    grouping = Grouping(settings.article_partitions, hours=settings.story_hours, kept=2 * len(known))
    for article in articles:
        if article is not None:
            grouping.add(sketched([article]))
    story_of = grouping.story_of()
    found = []
    for pair, a, b in zip(known, articles[::2], articles[1::2], strict=True):
        if a is None or b is None:
            found.append(Found(pair, same_story=False, similar=False))
            continue
        same = a.id in story_of and story_of[a.id] == story_of.get(b.id)
        found.append(Found(pair, same_story=same, similar=similar(a.fingerprint, b.fingerprint)))
    return found


def count(answers: Sequence[tuple[bool, bool]]) -> Hits:
    """Count answers, each (whether it is so, whether it was said to be)."""
    return Hits(
        right=sum(expected and said for expected, said in answers),
        wrong=sum(said and not expected for expected, said in answers),
        missed=sum(expected and not said for expected, said in answers),
    )


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--errors", is_flag=True, help="Show each pair that was taken for what it is not.")
def command(path: Path, errors: bool) -> None:
    """Measure stories on a file, or a folder's duplicates.jsonl, of pairs of raw pages."""
    found = compare(list(read_pairs(path)), load())
    true = sum(each.pair.duplicate for each in found)
    click.echo(f"{len(found)} pairs, {true} of one story")
    answers = {
        "in one story": [(each.pair.duplicate, each.same_story) for each in found],
        "fingerprints similar": [(each.pair.duplicate, each.similar) for each in found],
    }
    for name, of in answers.items():
        click.echo(f"{name:21} {count(of)}")
    if errors:
        for each in found:
            if each.pair.duplicate != each.same_story:
                wanted = "one story" if each.pair.duplicate else "two stories"
                click.echo(f"{wanted}: {each.pair.a.get('id')} {each.pair.b.get('id')}")
