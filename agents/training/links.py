"""Learn which entity a surface of the lexicon names where it stands, from surfaces of which readers said it.

    python -m agents.training.links --data ../shared/data

writes agents/tag_entities/match/link_weights.json. What the readers said stands in annotations/links/links-first.jsonl.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import click
import msgspec
import numpy as np
import orjson
from numpy.typing import NDArray

from agents.evaluate.articles import article_of_news
from agents.tag_entities.draft import Surface
from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.lexicon.user_file import Watched
from agents.tag_entities.match.link_odds import MIN_ODDS, Choice, LinkOdds, shipped
from agents.tag_entities.match.link_signs import (
    IN_SHORT_TEXT,
    LINEAGE,
    LISTED,
    NO_MODEL,
    OF_MODEL,
    RELATIONS,
    RIGHT_BESIDE,
)
from agents.tag_entities.name_model.chooser import choose
from agents.tag_entities.name_model.decode import TYPES
from agents.tag_entities.tagger import Tagger
from agents.training.annotations.convert import part_of
from agents.training.annotations.records import FOLDER
from agents.training.annotations.texts import Texts
from agents.training.descent import laid_out, lowest

WEIGHTS: Final = Path(__file__).parents[1] / "tag_entities" / "match" / "link_weights.json"
ANNOTATIONS: Final = FOLDER / "links" / "links-first.jsonl"
_COST_OF_WEIGHTS: Final = 0.5
_MIN_SEEN: Final = 3
"""Bearers with a sign; one of fewer has no weight."""
_SHARE_WITHOUT_MODEL: Final = 0.3
"""How much an example counts as one that no model has read: names are found without one, too."""
_SHARE_IN_SHORT_TEXT: Final = 0.3
"""The same as one in a short text."""
_KIND: Final = "kind "
_GIVEN: Final = {RIGHT_BESIDE: 5.5, LISTED: 3.0, LINEAGE: 3.0}
"""Weights by hand, of signs that stand in few texts: short ones have little else to tell by."""
_MIN_WEIGHT: Final = 0.1
_DIGITS: Final = 2
_FOLDS: Final = 3


class LinkedText(msgspec.Struct):
    """A text, and what some of its surfaces name; see annotations/README.md for the fields."""

    set: str
    row: int
    letters: int
    sha256: str
    links: list[tuple[int, int, str, float]]


class Example(NamedTuple):
    """A surface: the signs of its bearers, and the number of the one that is meant."""

    text: str
    signs: list[list[str]]
    meant: int | None
    counts: float
    """The square root of the number of surfaces for which it stands."""


class _Recording(LinkOdds):
    """Notes each surface with its signs, and decides as the weights that ship."""

    def __init__(self) -> None:
        super().__init__({})
        self.seen: list[tuple[Surface, list[list[str]]]] = []

    def choose(self, surface: Surface, signs: Sequence[Sequence[str]], *, read: bool = True) -> Choice | None:
        self.seen.append((surface, [list(each) for each in signs]))
        return shipped().choose(surface, signs, read=read)


def examples(texts: Texts, linked: Iterable[LinkedText]) -> Iterator[Example]:
    """Yield the annotated surfaces; a town's name that means its region counts as the town's: a later pass tells."""
    lexicon = packaged()
    recording = _Recording()
    tagger = Tagger(Watched(lexicon, ""), choose(""), links=recording)
    for one in linked:
        recording.seen.clear()
        text = texts.text(one.set, one.row, one.letters, one.sha256)
        name = f"{one.set}:{one.row}"
        tagged = tagger.read_articles([article_of_news({"id": name, "source": one.set, "title": "", "text": text})])[0]
        answers = {(start, end): (meant, counts) for start, end, meant, counts in one.links}
        for surface, signs in recording.seen:
            place = tagged.read.folded.span(surface.start, surface.end)
            if place in answers:
                meant, counts = answers[place]
                ids = [bearer.known.id for bearer in surface.bearers]
                if meant == "LOC" and len(ids) == 1:
                    meant = next((id_ for id_ in ids if id_ in lexicon.regions), meant)
                yield Example(name, signs, ids.index(meant) if meant in ids else None, counts**0.5)


def learn(seen: Sequence[Example]) -> dict[str, float]:
    """Return the weights with which what the readers said is likeliest; large weights cost."""
    every = [*seen, *map(_without_model, seen), *map(_in_short_text, seen)]
    mean = sum(example.counts for example in every) / len(every)
    names, rows, columns = laid_out([["", *signs] for example in every for signs in example.signs], _MIN_SEEN)
    of = np.repeat(np.arange(len(every)), [len(example.signs) for example in every])
    meant = np.array([at == example.meant for example in every for at in range(len(example.signs))], dtype=np.float64)
    counted = np.array([example.counts / mean for example in every])[of]

    def slope(weights: NDArray[np.float64]) -> NDArray[np.float64]:
        power = np.exp(np.minimum(np.bincount(rows, weights[columns], minlength=len(of)), 30.0))
        likely = power / (1.0 + np.bincount(of, power, minlength=len(every)))[of]
        pull = np.bincount(columns, (counted * (likely - meant))[rows], minlength=len(names))
        return pull + 2 * _COST_OF_WEIGHTS * weights

    return dict(zip(names, map(float, lowest(slope, len(names))), strict=True))


def _without_model(example: Example) -> Example:
    signs = [[NO_MODEL, *(sign for sign in each if OF_MODEL not in sign)] for each in example.signs]
    return example._replace(signs=signs, counts=example.counts * _SHARE_WITHOUT_MODEL)


def _in_short_text(example: Example) -> Example:
    signs = [_without_relations(each) for each in example.signs]
    return example._replace(signs=signs, counts=example.counts * _SHARE_IN_SHORT_TEXT)


def _without_relations(signs: Sequence[str]) -> list[str]:
    """Return the signs of a bearer as they are in a text that tells nothing of its country."""
    (kind,) = [sign.removeprefix(_KIND) for sign in signs if sign.startswith(_KIND)]
    (type_,) = [sign for sign in signs if sign in TYPES]
    of = {each: (each, f"{type_} {each}", f"{kind} {each}") for each in RELATIONS}
    gone = {sign for each in of.values() for sign in each}
    left = [sign for sign in signs if sign not in gone]
    return left if len(left) == len(signs) else [*left, *of[IN_SHORT_TEXT]]


class Measured(NamedTuple):
    """Of the surfaces, each as often as it stands for: links that are right, links that are not, entities missed."""

    right: float
    wrong: float
    missed: float

    def __str__(self) -> str:
        given, there = self.right + self.wrong, self.right + self.missed
        return f"precision {self.right / given:.4f}, recall {self.right / there:.4f}"


def measure(seen: Sequence[Example], odds: LinkOdds, least: float = MIN_ODDS) -> Measured:
    """Return how a decision by odds fares."""
    right = wrong = missed = 0.0
    for example in seen:
        likely, counts = odds.of(example.signs), example.counts**2
        best = max(range(len(likely)), key=likely.__getitem__)
        linked = likely[best] >= least
        right += counts * (linked and best == example.meant)
        wrong += counts * (linked and best != example.meant)
        missed += counts * (example.meant is not None and not (linked and best == example.meant))
    return Measured(right, wrong, missed)


@click.command()
@click.option("--data", type=click.Path(exists=True, path_type=Path), default=Path("../shared/data"))
@click.option("--annotations", type=click.Path(exists=True, path_type=Path), default=ANNOTATIONS, show_default=False)
def main(data: Path, annotations: Path) -> None:
    """Learn, and say how well weights do on texts that they were not learned from."""
    linked = [msgspec.json.decode(line, type=LinkedText) for line in annotations.read_bytes().splitlines()]
    with click.progressbar(linked, label="texts", file=click.get_text_stream("stderr")) as bar:
        write(list(examples(Texts(data), bar)), WEIGHTS)


def write(seen: Sequence[Example], path: Path) -> None:
    """Learn from examples, and write the weights."""
    for fold in range(_FOLDS):
        held = [example for example in seen if part_of(example.text) == fold]
        odds = LinkOdds(learn([example for example in seen if part_of(example.text) != fold]))
        click.echo(f"part {fold}: {measure(held, odds)} of {len(held)} surfaces")
    weights = {sign: round(weight, _DIGITS) for sign, weight in learn(seen).items() if abs(weight) >= _MIN_WEIGHT}
    weights |= _GIVEN
    texts = len({example.text for example in seen})
    kept: dict[str, Any] = {
        "origin": f"python -m agents.training.links, {len(seen)} surfaces of {texts} texts",
        "weights": weights,
    }
    path.write_bytes(orjson.dumps(kept, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


if __name__ == "__main__":
    main()
