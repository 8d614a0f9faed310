"""Keep annotations of news without its text, and make annotated articles of them again.

python -m agents.training.annotations add gold/*.jsonl --articles all.jsonl --into news.jsonl
python -m agents.training.annotations restore --held-out > measured.jsonl
"""

from collections.abc import Sequence
from pathlib import Path

import click
import orjson

from agents.training.annotations import records
from agents.training.annotations.convert import PARTS, Converted, convert, part_of, restore
from agents.training.annotations.records import FOLDER
from agents.training.annotations.texts import Texts

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_DATA = click.option("--data", type=click.Path(exists=True, path_type=Path), default=Path("../shared/data"))


@click.group()
def main() -> None:
    """Annotations of news, kept without its text."""


@main.command()
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option("--articles", type=_FILE, help="Articles by id, for FILES that do not hold their texts.")
@click.option("--into", required=True, help="The file of the project's annotations that takes them.")
@click.option("--hold-out-one-in", "one_in", default=10, help="Of so many articles one is kept out of training.")
@_DATA
def add(files: Sequence[Path], articles: Path | None, into: str, one_in: int, data: Path) -> None:
    """Convert FILES, as annotators write them, and add them to a file of the project; articles come in anew."""
    rows = [orjson.loads(line) for file in files for line in file.read_bytes().splitlines() if line]
    given = [orjson.loads(line) for line in articles.read_bytes().splitlines()] if articles else []
    converted = convert(rows, {article["id"]: article for article in given}, Texts(data), one_in)
    path = FOLDER / into
    before = {article.id: article for article in records.read_file(path)} if path.exists() else {}
    fresh = {article.id: article for article in converted.articles}
    records.write(path, {**before, **fresh}.values())
    click.echo("\n".join(_summary(converted, path, len(before.keys() - fresh.keys()))))


def _summary(converted: Converted, path: Path, kept: int) -> list[str]:
    counts = converted.counts
    return [
        f"{path}: {counts['articles']} articles converted, {counts['held out']} of them held out",
        f"{kept} more stood there before",
        ", ".join(f"{counts[of]} {of}" for of in ("PER", "LOC", "ORG", "MISC", "places", "quotes")),
        *(f"not in the text: {name}: {words}" for name, words in converted.lost),
    ]


@main.command(name="restore")
@click.option("--held-out/--training", "held_out", default=None, help="One part only.")
@click.option("--file", "only", help="Of one file of the project only.")
@click.option("--part", type=click.IntRange(0, PARTS - 1), help="Of one part of the training articles only.")
@_DATA
def restore_command(held_out: bool | None, only: str | None, part: int | None, data: Path) -> None:
    """Print annotated articles with their texts, as `rasid evaluate news` reads them."""
    texts = Texts(data)
    for article in records.read_file(FOLDER / only) if only else records.read():
        if held_out not in {None, article.held_out}:
            continue
        if part is None or (part_of(article.id) == part and not article.held_out):
            click.echo(orjson.dumps(restore(article, texts)))


if __name__ == "__main__":
    main()
