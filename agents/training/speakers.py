"""Learn whom a verb of speech without a subject means, from annotated quotes.

python -m agents.training.annotations restore --training > training.jsonl
python -m agents.training.speakers training.jsonl

writes agents/tag_entities/quotes/speaker_weights.json.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import click
import numpy as np
import orjson
from numpy.typing import NDArray

from agents.arabic.tokens import Tokens
from agents.evaluate.news_scores import bare_names, begins, several
from agents.tag_entities.draft import EntityRef, Name
from agents.tag_entities.quotes.judge import choose
from agents.tag_entities.quotes.ranking import Ranking
from agents.tag_entities.quotes.speech_text import SpeechVerb
from agents.training.descent import laid_out, lowest
from agents.training.tagged_news import TaggedNews, beginnings, read_tagged

WEIGHTS: Final = Path(__file__).parents[1] / "tag_entities" / "quotes" / "speaker_weights.json"
_SOMEBODY: Final = EntityRef("somebody", "", None, "PER", None)
"""Stands for the speaker of every verb that has none, to see which quotes it would have."""
_COST_OF_WEIGHTS: Final = 4.0
_FOLDS: Final = 5
_PRECISION: Final = 0.865
"""Of the speakers that the ranking gives, at least; measured on careful readings that no fold has learned from."""
_MIN_SEEN: Final = 3
"""Features of fewer options have no weight."""
_DIGITS: Final = 3


class Example(NamedTuple):
    """A verb without a subject: who may speak, nobody first, and which of them are right."""

    article: str
    options: list[list[str]]
    right: list[int]
    hurried: bool = False
    """Whether its article was read once and quickly: too doubtful to choose a threshold by."""


class _Taught(Ranking):
    """A ranking that is told who speaks, and keeps what it would have judged by.

    Parameters
    ----------
    told
        Ids of who speaks, by the positions of the verbs that have quotes; none where nobody is named.
    """

    def __init__(self, tokens: Tokens, names: Sequence[Name], told: Mapping[int, set[str]]) -> None:
        super().__init__(tokens, names)
        self._told = told
        self.examples: list[Example] = []

    def _settled(self, verb: SpeechVerb) -> SpeechVerb:
        if verb.subject is not None or verb.position not in self._told:
            return verb
        right = self._told[verb.position]
        options = self.options(verb)
        named = [number for number, (entity, _) in enumerate(options) if entity is not None and entity.id in right]
        self.examples.append(Example("", [features for _, features in options], named or [0]))
        return verb._replace(subject=options[named[0]][0], anonymous=False) if named else verb


class _Generous(Ranking):
    """A ranking that lets somebody speak wherever nobody is named."""

    def _settled(self, verb: SpeechVerb) -> SpeechVerb:
        return verb if verb.subject is not None else verb._replace(subject=_SOMEBODY, anonymous=False)


def examples_of(news: TaggedNews) -> list[Example]:
    """Return what an annotated article teaches."""
    tokens, names = news.tagged.read.tokens, news.tagged.names
    taught = _Taught(tokens, names, _told(news, _Generous(tokens, names)))
    news.candidates(taught)
    hurried = bool(news.row.get("quick"))
    return [example._replace(article=news.row["id"], hurried=hurried) for example in taught.examples]


def _told(news: TaggedNews, generous: Ranking) -> dict[int, set[str]]:
    """Return who speaks in the quotes found, as the annotation says, by the position of the verb."""
    told: dict[int, set[str]] = {}
    left = list(news.row["quotes"])
    text, candidates = news.candidates(generous)
    for quote in choose(text, candidates):
        first = text.position(quote.start)
        verb = first if quote.verb is None and first in text.without_verb else quote.verb
        if verb is None:
            continue
        opening = news.opening(quote)
        speech = next((speech for speech in left if begins(opening, beginnings(speech))), None)
        if speech is not None:
            left.remove(speech)
            told.setdefault(verb, set()).update(_ids(news, speech))
        else:
            told.setdefault(verb, set())
    return told


def _ids(news: TaggedNews, speech: Mapping[str, Any]) -> set[str]:
    """Return the ids that the speaker of an annotated speech has in an article."""
    speakers = [speech["speaker"], *several(speech.get("alt_speaker") or speech.get("alt_speakers"))]
    surfaces_of = {thing["name"]: thing["surfaces"] for thing in news.row["entities"]}
    wanted = bare_names(surface for name in speakers if name for surface in surfaces_of.get(name, [name]))
    read = news.tagged.read
    spans = ((name.entity.id, read.folded.span(name.start, name.end)) for name in news.tagged.names)
    return {identifier for identifier, (start, end) in spans if bare_names([read.text[start:end]]) & wanted}


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """Return the weights with which the right options are likeliest; large weights cost."""
    names, options, features_at = laid_out([option for example in examples for option in example.options], _MIN_SEEN)
    groups = np.repeat(np.arange(len(examples)), [len(example.options) for example in examples])
    hit = np.array([at in example.right for example in examples for at in range(len(example.options))], np.float64)

    def slope(weights: NDArray[np.float64]) -> NDArray[np.float64]:
        scores = np.bincount(options, weights[features_at], minlength=len(groups))
        odds = np.exp(scores - scores.max())
        share = odds / np.bincount(groups, odds)[groups]
        share_of_right = np.bincount(groups, share * hit)
        posterior = share * hit / share_of_right[groups]
        pull = np.bincount(features_at, (share - posterior)[options], minlength=len(names))
        return pull + 2 * _COST_OF_WEIGHTS * weights

    return dict(zip(names, map(float, lowest(slope, len(names))), strict=True))


def judged(examples: Sequence[Example], weights: Mapping[str, float]) -> Iterator[tuple[float, bool, bool]]:
    """Yield how likely the speaker is that each example gets, whether it is right, and whether there is one at all."""
    for example in examples:
        scores = np.array([sum(weights.get(name, 0.0) for name in features) for features in example.options])
        odds = np.exp(scores - scores.max())
        best = int(scores.argmax())
        yield (float(odds[best] / odds.sum()) if best else 0.0), best in example.right, example.right != [0]


def threshold(examples: Sequence[Example]) -> tuple[float, float, float]:
    """Return how likely a speaker must be for the precision asked for, with the precision and the recall reached."""
    articles = sorted({example.article for example in examples})
    fold_of = {article: number % _FOLDS for number, article in enumerate(articles)}
    found: list[tuple[float, bool, bool]] = []
    for fold in range(_FOLDS):
        weights = learn([example for example in examples if fold_of[example.article] != fold])
        left_out = [example for example in examples if fold_of[example.article] == fold and not example.hurried]
        found += judged(left_out, weights)
    there = sum(named for *_, named in found)
    for asked in np.arange(0.3, 0.99, 0.01):
        given = [right for likely, right, _ in found if likely >= asked]
        if given and sum(given) / len(given) >= _PRECISION:
            return float(asked), sum(given) / len(given), sum(given) / there
    message = "no threshold reaches the precision; annotate more quotes"
    raise click.ClickException(message)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(file: Path) -> None:
    """Learn from the annotated articles of FILE, as `restore --training` prints them."""
    write([example for news in read_tagged(file) for example in examples_of(news)], WEIGHTS)


def write(examples: Sequence[Example], path: Path) -> None:
    """Learn from examples, and write the weights and the threshold."""
    asked, precision, recall = threshold(examples)
    weights = {name: round(weight, _DIGITS) for name, weight in learn(examples).items() if abs(weight) >= 10**-_DIGITS}
    kept = {
        "origin": f"python -m agents.training.speakers, {len(examples)} verbs of the annotated news, training part",
        "threshold": round(asked, _DIGITS),
        "weights": weights,
    }
    path.write_bytes(orjson.dumps(kept, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    click.echo(f"{len(examples)} verbs; by fold: precision {precision:.3f}, recall {recall:.3f} from {asked:.2f} on")


if __name__ == "__main__":
    main()
