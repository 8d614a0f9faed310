"""Tagged articles in, enriched articles out: the media topics of each, with calibrated scores."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from agents.tag_topics import model
from agents.tag_topics.choose import MIN_SCORE, choose, min_scores
from agents.tag_topics.concepts import seeds, taxonomy, user_topics
from agents.tag_topics.concepts.seeds import Seed
from agents.tag_topics.concepts.taxonomy import Concept
from agents.tag_topics.concepts.tree import Tree
from agents.tag_topics.evidence import vocabulary
from agents.tag_topics.evidence.inflections import find_inflections
from agents.tag_topics.evidence.marks import marks
from agents.tag_topics.evidence.pairs import Pairs
from agents.tag_topics.evidence.phrases import Phrases, join
from agents.tag_topics.evidence.vocabulary import UNKNOWN, Vocabulary
from agents.tag_topics.evidence.words import Bag, bags
from agents.tag_topics.evidence.zones import zones
from agents.tag_topics.model import Model
from streams.records.enriched import EnrichedArticle, MediaTopic
from streams.records.tagged import TaggedArticle
from streams.settings import Settings

_BATCH_ARTICLES = 64
"""Articles that are worked on together; what is found does not depend on it."""
_MIN_CANDIDATE_LOGIT = -3.0
"""Log odds above which the words of an article alone make a concept a candidate."""
_MIN_KNOWN_WORDS = 4
"""Different words of an article that the word model knows, from which on they alone can make one."""
_PLAIN_SCORE = 0.42
"""The least score of a concept that phrases speak for plainly: what the training never saw has low scores otherwise."""
_MIN_PLAIN_EVIDENCE_ABOVE, _MIN_PLAIN_EVIDENCE = 6, 24
"""Of phrases that speak plainly: in the title or in the headings, and in all."""
_ZONES_ABOVE = 2
"""Zones that are title and headings."""


class Signals(NamedTuple):
    """What is found in some articles."""

    evidence: NDArray[np.int64]
    """Of the seed phrases; shape: articles, zones, topics."""
    bags: list[Bag]
    """The words of each that the word model knows."""


class Classifier:
    """Knows the taxonomy, the seed phrases and a trained model.

    Parameters
    ----------
    concepts
        The taxonomy, a user's own topics included.
    seed_phrases
        Of any of them.
    trained
        The model.
    """

    def __init__(self, concepts: dict[str, Concept], seed_phrases: Sequence[Seed], trained: Model) -> None:
        self.concepts = concepts
        self.model = trained
        self.version = trained.version
        self.tree = Tree(sorted({*(seed.concept for seed in seed_phrases), *trained.concepts}), concepts)
        numbers = self.tree.numbers
        of_seeds = (word for seed in seed_phrases for word in seed.words)
        self.vocabulary = Vocabulary(vocabulary.join(of_seeds, trained.vocabulary))
        net = seeds.net_weights([*seed_phrases, *find_inflections(seed_phrases, self.vocabulary.known)])
        rows = {word: row for row, word in enumerate(trained.vocabulary, 1)}
        self._rows = np.array([0, *(rows.get(word, 0) for word in self.vocabulary.known)], np.int64)
        self.phrases = Phrases(
            {words: {numbers[c]: w for c, w in of.items() if w} for words, of in net.items()},
            self.vocabulary,
            len(self.tree.topics),
        )
        biases = dict(zip(trained.biased, trained.biases.tolist(), strict=True))
        self._constants = trained.weights[-1] + np.array([biases.get(topic, 0.0) for topic in self.tree.topics])
        self._needed = min_scores(trained.thresholds, self.tree)
        self.pairs = Pairs(self.tree, np.array([numbers[topic] for topic in trained.concepts], np.int64))

    @classmethod
    def load(cls, settings: Settings) -> "Classifier":
        """Return one with what is shipped, and the user's own topics.

        Raises
        ------
        SeedError
            When the user's file is not as it should be.
        """
        concepts, phrases = dict(taxonomy.load()), seeds.load()
        if settings.topics_extra:
            more, more_phrases = user_topics.load(Path(settings.topics_extra), concepts)
            concepts.update(more)
            phrases.extend(more_phrases)
        return cls(concepts, phrases, model.load() if settings.models == "on" else model.phrases_alone())

    def enrich(self, articles: Sequence[TaggedArticle]) -> list[EnrichedArticle]:
        """Return each article with its media topics, most certain first."""
        return [
            enriched
            for start in range(0, len(articles), _BATCH_ARTICLES)
            for enriched in self._enrich(articles[start : start + _BATCH_ARTICLES])
        ]

    def _enrich(self, articles: Sequence[TaggedArticle]) -> Iterable[EnrichedArticle]:
        scores = self.scores(self.signals(articles))
        return (self._enriched(article, row) for article, row in zip(articles, scores, strict=True))

    def signals(self, articles: Sequence[TaggedArticle]) -> Signals:
        """Return what seed phrases and known words say."""
        words = join([self._numbers(article) for article in articles])
        return Signals(self.phrases.evidence(words), bags(words, self._rows))

    def _numbers(self, article: TaggedArticle) -> list[list[int]]:
        known = self.vocabulary.known
        found = [list(map(self.vocabulary.__getitem__, zone)) for zone in zones(article)]
        for zone, of_zone in zip(found, marks(article), strict=True):
            for mark in of_zone:
                zone.extend((UNKNOWN, known.get(mark, UNKNOWN)))
        return found

    def features(self, signals: Signals) -> tuple[list[NDArray[np.float64]], NDArray[np.bool_]]:
        """Return the features of articles and concepts, and which concepts are candidates (shape: articles, topics)."""
        logits = self.model.words.all_logits(signals.bags)
        likely = np.zeros((len(signals.bags), len(self.tree.topics)), np.int64)
        enough = np.array([len(bag.rows) >= _MIN_KNOWN_WORDS for bag in signals.bags], np.bool_)
        likely[:, self.pairs.modelled] = enough[:, None] & (logits > _MIN_CANDIDATE_LOGIT)
        candidates = self.tree.raised(np.maximum(signals.evidence.sum(axis=1), likely)) > 0
        classes = self.model.classes.all_logits(signals.bags)
        return self.pairs.features(signals.evidence, logits, classes), candidates

    def scores(self, signals: Signals) -> NDArray[np.float64]:
        """Return the probability of each concept, 0 where nothing speaks for it (shape: articles, topics)."""
        features, candidates = self.features(signals)
        total = np.broadcast_to(self._constants, candidates.shape).copy()
        for weight, feature in zip(self.model.weights[:-1].tolist(), features, strict=True):
            total += weight * feature
        trained = candidates / (1 + np.exp(-total))
        plain = self._plain(signals.evidence)
        scores: NDArray[np.float64] = np.round(np.maximum(trained, _PLAIN_SCORE * plain), 3)
        needed = np.array(self._needed)
        articles, concepts = np.nonzero(plain & (scores >= needed))
        tops = self.tree.top[concepts]
        np.maximum.at(scores, (articles, tops), needed[tops])  # what stands above bars no topic that is plain
        return scores

    def _plain(self, evidence: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return where phrases alone speak plainly: in the title or a heading, and again and again below it."""
        above = evidence[:, :_ZONES_ABOVE].max(axis=1) >= _MIN_PLAIN_EVIDENCE_ABOVE
        plain: NDArray[np.bool_] = above & (evidence.sum(axis=1) >= _MIN_PLAIN_EVIDENCE) & (self.tree.depth > 0)
        return plain

    def _enriched(self, article: TaggedArticle, scores: NDArray[np.float64]) -> EnrichedArticle:
        likely = np.flatnonzero(scores >= MIN_SCORE)
        ranked = sorted(((i, float(scores[i])) for i in likely.tolist()), key=lambda pair: (-pair[1], pair[0]))
        found = [self._topic(self.tree.topics[i], score) for i, score in choose(ranked, self.tree, self._needed)]
        fields = {name: getattr(article, name) for name in TaggedArticle.__struct_fields__ if name != "schema"}
        models = {**article.pipeline.models, "media_topics": self.version}
        fields["pipeline"] = msgspec.structs.replace(article.pipeline, models=models)
        return EnrichedArticle(media_topics=found, **fields)

    def _topic(self, topic: str, score: float) -> MediaTopic:
        concept = self.concepts[topic]
        return MediaTopic(
            id=topic,
            name_ar=concept.name_ar,
            name_en=concept.name_en,
            score=score,
            broader=taxonomy.path(topic, self.concepts),
        )
