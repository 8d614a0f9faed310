"""Learn what is said from annotated quotes: the weights of what speaks for a stretch of text.

python -m agents.training.annotations restore --training > training.jsonl
python -m agents.training.speech training.jsonl

writes agents/tag_entities/quotes/speech_weights.json.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import click
import orjson

from agents.evaluate.news_scores import begins
from agents.tag_entities.quotes.candidates import Candidate
from agents.tag_entities.quotes.judge import choose
from agents.tag_entities.quotes.ranking import Ranking
from agents.tag_entities.quotes.speech_text import SpeechText
from agents.training.descent import likeliest
from agents.training.tagged_news import TaggedNews, beginnings, read_tagged

WEIGHTS: Final = Path(__file__).parents[1] / "tag_entities" / "quotes" / "speech_weights.json"
HURRIED: Final = "hurried"
"""In front of a feature that no candidate has by itself, and that is not kept."""
_COST_OF_WEIGHTS: Final = 1.0
_FOLDS: Final = 3
_MIN_SEEN: Final = 3
"""Features of fewer candidates have no weight."""
_DIGITS: Final = 3
_THRESHOLDS: Final = tuple(round(-0.6 + 0.1 * step, 1) for step in range(15))
"""Sums among which the threshold is chosen."""
_MAX_LOSS: Final = 0.001
"""Of F1, for a lower threshold: what is found too much can be left out by a reader, what is missed cannot be found."""


class Example(NamedTuple):
    """An annotated article: what may be said in it, and what is."""

    article: str
    text: SpeechText
    candidates: list[Candidate]
    openings: list[str]
    """How each candidate begins."""
    speeches: list[list[str]]
    """The ways in which each annotated speech may begin."""
    hurried: bool = False
    """Whether it was read once and quickly; its reader leaves out more."""

    def features(self, number: int) -> list[str]:
        """Return what the judge weighs in a candidate, and, of a hurried reading, that it is one, by the kind."""
        features = self.candidates[number].features
        return [*features, f"{HURRIED} {features[0]}"] if self.hurried else features

    def is_right(self, number: int) -> bool:
        """Whether a candidate begins as an annotated speech does."""
        return any(begins(self.openings[number], beginnings) for beginnings in self.speeches)


class Found(NamedTuple):
    """How many quotes are right, wrong and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def example_of(news: TaggedNews) -> Example:
    """Return what an annotated article teaches."""
    tagged = news.tagged
    text, found = news.candidates(Ranking(tagged.read.tokens, tagged.names))
    offered = list(found)
    speeches = [beginnings(speech) for speech in news.row["quotes"]]
    openings = [news.opening(candidate.quote) for candidate in offered]
    return Example(news.row["id"], text, offered, openings, speeches, hurried=bool(news.row.get("quick")))


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """Return the weights with which what is said is likeliest; large weights cost."""
    seen = [example.features(at) for example in examples for at in range(len(example.candidates))]
    right = [example.is_right(at) for example in examples for at in range(len(example.candidates))]
    weights = likeliest(seen, right, cost=_COST_OF_WEIGHTS, min_seen=_MIN_SEEN)
    return {name: weight for name, weight in weights.items() if not name.startswith(HURRIED)}


def count(examples: Iterable[Example], weights: Mapping[str, float], threshold: float) -> Found:
    """Return how many quotes weights find; each quote answers one annotated speech."""
    right = wrong = missed = 0
    for example in examples:
        opening_at = {
            (candidate.quote.start, candidate.quote.found_by): opening
            for candidate, opening in zip(example.candidates, example.openings, strict=True)
        }

        def judge(features: Collection[str]) -> float:
            return sum(weights.get(feature, 0.0) for feature in features) - threshold

        chosen = choose(example.text, example.candidates, judge)
        left = [opening_at[quote.start, quote.found_by] for quote in chosen]
        for ways in example.speeches:
            at = next((at for at, opening in enumerate(left) if begins(opening, ways)), None)
            if at is None:
                missed += 1
            else:
                right += 1
                left.pop(at)
        wrong += len(left)
    return Found(right, wrong, missed)


def threshold(examples: Sequence[Example]) -> tuple[float, Found]:
    """Return the lowest of the sums that do best in articles read with care that a fold has not learned from."""
    articles = sorted({example.article for example in examples})
    fold_of = {article: number % _FOLDS for number, article in enumerate(articles)}
    found = dict.fromkeys(_THRESHOLDS, Found(0, 0, 0))
    for fold in range(_FOLDS):
        weights = learn([example for example in examples if fold_of[example.article] != fold])
        left_out = [example for example in examples if fold_of[example.article] == fold and not example.hurried]
        for asked in _THRESHOLDS:
            counted = count(left_out, weights, asked)
            found[asked] = Found(*(one + more for one, more in zip(found[asked], counted, strict=True)))
    best = max(counted.f1 for counted in found.values())
    lowest_of_best = next(asked for asked in _THRESHOLDS if found[asked].f1 >= best - _MAX_LOSS)
    return lowest_of_best, found[lowest_of_best]


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(file: Path) -> None:
    """Learn from the annotated articles of FILE, as `restore --training` prints them."""
    write([example_of(news) for news in read_tagged(file)], WEIGHTS)


def write(examples: Sequence[Example], path: Path) -> None:
    """Learn from examples, and write the weights and the threshold."""
    asked, found = threshold(examples)
    weights = {name: round(weight, _DIGITS) for name, weight in learn(examples).items() if abs(weight) >= 10**-_DIGITS}
    quotes = sum(len(example.speeches) for example in examples)
    kept = {
        "origin": f"python -m agents.training.speech, {quotes} quotes of {len(examples)} annotated articles",
        "threshold": asked,
        "weights": weights,
    }
    path.write_bytes(orjson.dumps(kept, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    click.echo(f"{quotes} quotes; by fold: {found}, F1 {found.f1:.3f} from {asked} on")


if __name__ == "__main__":
    main()
