"""How long each pass of tag_entities takes."""

import statistics
from collections.abc import Callable, Sequence
from time import perf_counter_ns

from agents.evaluate.progress import BATCH_ARTICLES, batches
from agents.tag_entities.draft import Draft, Pass
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.lexicon.user_file import Watched
from agents.tag_entities.name_model import NameSpan, NameTagger
from agents.tag_entities.passes import Passes
from agents.tag_entities.tagger import Tagger
from streams.records.articles import Article

MODEL = "the name model"
"""Whose time is told beside that of the passes."""


class _TimedPass:
    """A pass that notes how long each of its runs took, in nanoseconds."""

    def __init__(self, pass_: Pass) -> None:
        self._pass = pass_
        self.name = pass_.name
        self.starts: Callable[[str], object] | None = pass_.starts
        self.took: list[int] = []

    def run(self, draft: Draft) -> None:
        """Run the pass."""
        began = perf_counter_ns()
        self._pass.run(draft)
        self.took.append(perf_counter_ns() - began)


class _TimedModel:
    """A name model that notes how long it took for each batch, in nanoseconds."""

    def __init__(self, model: NameTagger) -> None:
        self._model = model
        self.version, self.folds, self.reach = model.version, model.folds, model.reach
        self.took: list[int] = []

    def spans(self, sentences: Sequence[Sequence[str]], texts: Sequence[int] = ()) -> list[list[NameSpan]]:
        """Ask the model."""
        began = perf_counter_ns()
        found = self._model.spans(sentences, texts)
        self.took.append(perf_counter_ns() - began)
        return found


class _TimedTagger(Tagger):
    """A tagger whose passes are timed."""

    def _set_up(self, lexicon: Lexicon) -> None:
        super()._set_up(lexicon)
        before, after = ([_TimedPass(pass_) for pass_ in passes] for passes in self._passes)
        self.timed = [*before, *after]
        self._passes = Passes(tuple(before), tuple(after))


def microseconds(
    watched: Watched, model: NameTagger | None, articles: Sequence[Article], rounds: int
) -> dict[str, float]:
    """Return the microseconds an article that each pass and the model take, words being remembered from a first round.

    Of each article's rounds the median counts, so that what else the machine does is left out.
    """
    timed_model = _TimedModel(model) if model is not None else None
    tagger = _TimedTagger(watched, timed_model)
    for _ in range(rounds + 1):
        for batch in batches(articles, BATCH_ARTICLES):
            tagger.tag(batch)
    took = {each.name: each.took for each in tagger.timed}
    if timed_model is not None:
        took[MODEL] = timed_model.took
    return {name: _typical(runs, rounds + 1) / len(articles) / 1000 for name, runs in took.items()}


def _typical(runs: Sequence[int], rounds: int) -> float:
    """Return the sum of what each run of a round typically takes; the first round only warms up."""
    each = len(runs) // rounds
    return sum(statistics.median(runs[number + each :: each]) for number in range(each))
