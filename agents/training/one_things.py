"""Learn which names of an article are one thing, from annotated articles.

python -m agents.training.annotations restore --training > training.jsonl
python -m agents.training.one_things training.jsonl

writes agents/tag_entities/unify/one_thing_weights.json.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import click
import orjson

from agents.arabic.tokens import Tokens
from agents.evaluate.news_scores import bare_names, types_of
from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.unify.one_thing import OneThing
from agents.tag_entities.unify.pairs import PairReader, Thing
from agents.training.descent import likeliest
from agents.training.tagged_news import read_tagged

WEIGHTS: Final = Path(__file__).parents[1] / "tag_entities" / "unify" / "one_thing_weights.json"
_HURRIED: Final = "hurried"
"""The feature of pairs from readings made once and quickly; it is not kept."""
_COST_OF_WEIGHTS: Final = 1.0
_FOLDS: Final = 3
_MIN_SEEN: Final = 4
"""Features of fewer pairs have no weight."""
_DIGITS: Final = 2
_THRESHOLDS: Final = tuple(round(-1 + 0.1 * step, 1) for step in range(31))
"""Sums among which the threshold is chosen."""
_PRECISION: Final = 0.9
"""Of the pairs that are made one, at least: a wrong union counts two things under one id."""


class Example(NamedTuple):
    """Two things of an article, and whether they are annotated as one."""

    article: str
    features: list[str]
    right: bool
    hurried: bool
    """Whether the article was read once and quickly: too doubtful to choose a threshold by."""


def examples(file: Path) -> Iterator[Example]:
    """Yield the pairs of annotated articles of which both things are annotated."""
    reader = PairReader(packaged())
    for row, tagged, _ in read_tagged(file, without=(OneThing.name,)):
        tokens = tagged.read.tokens
        annotated = [(bare_names(thing["surfaces"]), types_of(thing)) for thing in row["entities"]]
        for pair in reader.read(tokens, tagged.names):
            one, other = (_annotated(thing, tokens, annotated) for thing in pair[:2])
            if one and other:
                yield Example(row["id"], pair.features, not one.isdisjoint(other), bool(row.get("quick")))


def _annotated(thing: Thing, tokens: Tokens, annotated: Sequence[tuple[set[str], set[str]]]) -> set[int]:
    """Return the numbers of the annotated things that something found may be."""
    names = bare_names([thing.entity.ar, *(tokens.text[name.start : name.end] for name in thing.names)])
    return {
        number for number, (surfaces, types) in enumerate(annotated) if names & surfaces and thing.entity.type in types
    }


def learn(pairs: Sequence[Example]) -> dict[str, float]:
    """Return the weights with which what is annotated is likeliest; large weights cost."""
    seen = [[*pair.features, _HURRIED] if pair.hurried else pair.features for pair in pairs]
    weights = likeliest(seen, [pair.right for pair in pairs], cost=_COST_OF_WEIGHTS, min_seen=_MIN_SEEN)
    return {name: weight for name, weight in weights.items() if name != _HURRIED}


def threshold(pairs: Sequence[Example]) -> tuple[float, int, int, int]:
    """Return the lowest sum at which enough of the unions are right, and how many are right, wrong and missed there.

    It is chosen on articles read with care that a fold has not learned from.

    Raises
    ------
    click.ClickException
        When no sum makes any unions of which enough are right.
    """
    fold_of = {article: number % _FOLDS for number, article in enumerate(sorted({pair.article for pair in pairs}))}
    scored: list[tuple[float, bool]] = []
    for fold in range(_FOLDS):
        weights = learn([pair for pair in pairs if fold_of[pair.article] != fold])
        scored += [
            (_sum(weights, pair.features), pair.right)
            for pair in pairs
            if fold_of[pair.article] == fold and not pair.hurried
        ]
    true = sum(right for _, right in scored)
    for asked in _THRESHOLDS:
        unions = [right for value, right in scored if value > asked]
        if unions and sum(unions) >= _PRECISION * len(unions):
            return asked, sum(unions), len(unions) - sum(unions), true - sum(unions)
    message = "no threshold reaches the precision; annotate more articles"
    raise click.ClickException(message)


def _sum(weights: Mapping[str, float], features: Sequence[str]) -> float:
    return sum(weights.get(feature, 0.0) for feature in features)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(file: Path) -> None:
    """Learn from the annotated articles of FILE, as `restore --training` prints them."""
    write(list(examples(file)), WEIGHTS)


def write(pairs: Sequence[Example], path: Path) -> None:
    """Learn from pairs, and write the weights and the threshold."""
    asked, right, wrong, missed = threshold(pairs)
    weights = {name: round(weight, _DIGITS) for name, weight in learn(pairs).items() if abs(weight) >= 10**-_DIGITS}
    articles = len({pair.article for pair in pairs})
    kept: dict[str, Any] = {
        "origin": f"python -m agents.training.one_things, {len(pairs)} pairs of {articles} annotated articles",
        "threshold": asked,
        "weights": weights,
    }
    path.write_bytes(orjson.dumps(kept, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    click.echo(f"{len(pairs)} pairs; by fold: {right} right, {wrong} wrong, {missed} missed from {asked} on")


if __name__ == "__main__":
    main()
