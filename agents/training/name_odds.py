"""Learn how likely names are right: `python -m agents.training.name_odds --read news.jsonl model.npz …`.

Articles are to be read by a model that was not trained on them: of those that it knows it is surer than of others.
"""

import json
import logging
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click
import numpy as np
import orjson
from scipy import optimize, sparse

from agents.arabic.folding import fold
from agents.tag_entities.find import model_names, odds
from agents.tag_entities.find.odds import Extent, Odds, Signs
from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.lexicon.user_file import Watched
from agents.tag_entities.name_model.model import NameModel
from agents.tag_entities.tagger import Tagger, TextToTag

FILE = Path(odds.__file__).with_name(odds.FILE)
MIN_COUNT = 3
"""Names that have a sign that gets a weight."""
PENALTY = 2.0
"""How strongly weights are held near 0."""
SCORE_PENALTY = 0.5
"""The same for the weight of the model's own score."""
MIN_WEIGHT = 0.1
"""A smaller weight is left out."""
HURRIED = "hurried"
"""In front of a sign that no name has: that its article was read quickly, whose reader leaves out more."""
HURRIED_COUNTS = 0.5
"""What a name of such an article counts, one of another being 1."""
MAX_STEPS = 500

_log = logging.getLogger(__name__)


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
        super().__init__({})
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


def fit(given: Sequence[Example]) -> dict[str, float]:
    """Return the weights of the signs, by logistic regression with a penalty."""
    rows = [_values(example) for example in given]
    counts = Counter(sign for row in rows for sign in row)
    signs = sorted(sign for sign, count in counts.items() if count >= MIN_COUNT)
    number = {sign: i for i, sign in enumerate(signs)}
    cells = [(i, number[sign], value) for i, row in enumerate(rows) for sign, value in row.items() if sign in number]
    at, column, value = zip(*cells, strict=True)
    table = sparse.csr_matrix((value, (at, column)), (len(rows), len(signs)))
    right = np.array([example.right for example in given], float)
    counts_for = np.array([HURRIED_COUNTS if example.hurried else 1.0 for example in given])
    penalty = np.array([0 if not s else SCORE_PENALTY if s.endswith(", score") else PENALTY for s in signs])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        z = table @ weights
        value = counts_for @ (np.logaddexp(0, z) - right * z) + 0.5 * (penalty * weights**2).sum()
        return value, table.T @ (counts_for * (1 / (1 + np.exp(-z)) - right)) + penalty * weights

    options = {"maxiter": MAX_STEPS}
    found = optimize.minimize(loss, np.zeros(len(signs)), jac=True, method="L-BFGS-B", options=options)
    _log.info("%d names, %d of them right, %d signs, loss %.4f", len(rows), right.sum(), len(signs), found.fun)
    weights = zip(signs, found.x.tolist(), strict=True)
    kept = ((sign, weight) for sign, weight in weights if not sign.startswith(HURRIED))
    return {sign: round(weight, 3) for sign, weight in kept if abs(weight) >= MIN_WEIGHT}


def _values(example: Example) -> dict[str, float]:
    signs = example.signs
    values = dict.fromkeys(("", *signs.named), 1.0)
    if example.hurried:
        values[f"{HURRIED} {signs.extent.type}, {'model' if signs.scale else 'stands'}"] = 1.0
    if signs.scale:
        values[signs.scale] = signs.logit
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
    out.write_text(json.dumps(fit(given), ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
