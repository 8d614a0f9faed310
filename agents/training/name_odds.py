"""Learn how likely names are right: `python -m agents.training.name_odds --read news.jsonl model.npz …`.

Articles are to be read by a model that was not trained on them: of those that it knows it is surer than of others.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click
import numpy as np
import orjson

from agents.arabic.folding import fold
from agents.tag_entities.find import model_names, odds
from agents.tag_entities.find.factors import SIZE, Factors, Learned
from agents.tag_entities.find.odds import LOGIT_UNIT, Extent, Odds, Signs
from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.lexicon.user_file import Watched
from agents.tag_entities.name_model.model import NameModel
from agents.tag_entities.tagger import Tagger, TextToTag
from agents.training import factorization

FILE = Path(odds.__file__).with_name(odds.FILE)
SCORE_COST = 0.03
"""How strongly the weight of the model's own score is held near 0."""
HURRIED = "hurried"
"""In front of a sign that no name has: that its article was read quickly, whose reader leaves out more."""
HURRIED_COUNTS = 0.5
"""What a name of such an article counts, one of another being 1."""


class Example(NamedTuple):
    """A possible name, and whether it is one."""

    signs: Signs
    right: bool
    hurried: bool = False
    """Whether its article was read once and quickly."""


class _Recording(Odds):
    """Odds that keep what they are asked, and let every name stand."""

    of_all = True

    def __init__(self) -> None:
        super().__init__(Factors.of(Learned([], np.zeros(0), np.zeros((0, SIZE)))))
        self.asked: list[Signs] = []

    def of(self, signs: Signs) -> float:
        self.asked.append(signs)
        return model_names.MIN_ODDS


def examples(rows: Sequence[Mapping[str, Any]], model: NameModel) -> Iterator[Example]:
    """Yield the possible names of annotated articles, as the passes and a name model see them."""
    recording = _Recording()
    tagger = Tagger(Watched(packaged(), ""), model, judge=recording)
    for row in rows:
        recording.asked.clear()
        (tagged,) = tagger.read([TextToTag("\n".join(filter(None, (row["title"], row["text"]))))])
        annotated = {(_bare(fold(surface)), kind) for surface, kind in _annotated(row)}
        tokens = tagged.read.tokens
        for signs in recording.asked:
            surface, kind = _surface(tokens.text, tokens.spans, signs.extent), signs.extent.type
            yield Example(signs, (_bare(surface), kind) in annotated, hurried=bool(row.get("quick")))


def _annotated(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for thing in row["entities"]:
        other = thing.get("alt_type") or []
        for kind in (thing["type"], *([other] if isinstance(other, str) else other)):
            for surface in thing["surfaces"]:
                yield surface, kind


def _bare(surface: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in surface).split()).removeprefix("ال")


def _surface(text: str, spans: Sequence[tuple[int, int]], extent: Extent) -> str:
    return text[spans[extent.first][0] + extent.skip : spans[extent.last - 1][1]]


def fit(given: Sequence[Example]) -> Learned:
    """Return what the signs weigh."""
    counts = [HURRIED_COUNTS if example.hurried else 1.0 for example in given]
    costs = {"": 0.0} | {example.signs.scale: SCORE_COST for example in given if example.signs.scale}
    rows, right = [_values(example) for example in given], [example.right for example in given]
    return factorization.learn(rows, right, counts, costs)


def kept(learned: Learned) -> Factors:
    """Return what was learned of signs that names have by themselves."""
    own = np.array([not sign.startswith(HURRIED) for sign in learned.signs])
    signs = [sign for sign, is_own in zip(learned.signs, own, strict=True) if is_own]
    return Factors.of(Learned(signs, learned.weights[own], learned.vectors[own]))


def _values(example: Example) -> dict[str, float]:
    signs = example.signs
    values = dict.fromkeys(("", *signs.named), 1.0)
    if example.hurried:
        values[f"{HURRIED} {signs.extent.type}, {'model' if signs.scale else 'stands'}"] = 1.0
    if signs.scale:
        values[signs.scale] = signs.logit / LOGIT_UNIT
    return values


@click.command()
@click.option("--read", "parts", nargs=2, multiple=True, required=True, help="Annotated articles, and a model file.")
@click.option("--out", type=click.Path(path_type=Path), default=FILE)
def main(parts: Sequence[tuple[str, str]], out: Path) -> None:
    """Learn the weights from annotated articles, each part read by a model that was not trained on it."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    given: list[Example] = []
    for articles, file in parts:
        rows = [orjson.loads(line) for line in Path(articles).read_bytes().splitlines() if line]
        with np.load(file) as arrays:
            given += examples(rows, NameModel(dict(arrays)))
    kept(fit(given)).write(out)


if __name__ == "__main__":
    main()
