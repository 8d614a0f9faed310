"""Tagged articles in, enriched articles out: the media topics of each, with calibrated scores."""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from agents.tag_topics import seeds, taxonomy
from agents.tag_topics.phrases import Phrases, join
from agents.tag_topics.seeds import Seed
from agents.tag_topics.taxonomy import Concept
from agents.tag_topics.vocabulary import Vocabulary
from agents.tag_topics.zones import zones
from streams.records import EnrichedArticle, MediaTopic, TaggedArticle
from streams.settings import Settings

MOST = 4
"""Media topics of an article."""
_ZONE_WEIGHTS = np.array([1.0, 0.5, 0.6, 0.25])
_MIDDLE, _SLOPE = 6.0, 0.5


class Classifier:
    """Knows the taxonomy and the seed phrases.

    Parameters
    ----------
    concepts
        The taxonomy, a user's own topics included.
    seed_phrases
        Of any of them.
    """

    version = "seeds-1"

    def __init__(self, concepts: dict[str, Concept], seed_phrases: Sequence[Seed]) -> None:
        self.concepts = concepts
        self.topics = sorted({seed.concept for seed in seed_phrases})
        numbers = {topic: number for number, topic in enumerate(self.topics)}
        net = seeds.net_weights(seed_phrases)
        self.vocabulary = Vocabulary(dict.fromkeys(word for words in net for word in words))
        self.phrases = Phrases(
            {words: {numbers[c]: w for c, w in of.items() if w} for words, of in net.items()},
            self.vocabulary,
            len(self.topics),
        )

    @classmethod
    def load(cls, settings: Settings) -> "Classifier":
        """Load what is shipped."""
        del settings
        return cls(dict(taxonomy.load()), seeds.load())

    def enrich(self, articles: Sequence[TaggedArticle]) -> list[EnrichedArticle]:
        """Give each article with its media topics, most certain first."""
        if not articles:
            return []
        scores = self.scores(articles)
        return [self._enriched(article, row) for article, row in zip(articles, scores, strict=True)]

    def scores(self, articles: Sequence[TaggedArticle]) -> NDArray[np.float64]:
        """Give the probability of each concept (shape: articles, topics)."""
        number = self.vocabulary.__getitem__
        words = join([[list(map(number, zone)) for zone in zones(article)] for article in articles])
        evidence = self.phrases.evidence(words)
        total = np.tensordot(evidence, _ZONE_WEIGHTS, (1, 0))
        scores: NDArray[np.float64] = 1 / (1 + np.exp(-_SLOPE * (total - _MIDDLE)))
        return scores

    def _enriched(self, article: TaggedArticle, scores: NDArray[np.float64]) -> EnrichedArticle:
        order = np.argsort(-scores, kind="stable")[: MOST * 2]
        likely = [(self.topics[i], round(float(scores[i]), 3)) for i in order if scores[i] >= 0.5]
        above = {up for topic, _ in likely for up in taxonomy.path(topic, self.concepts)}
        found = [self._topic(topic, score) for topic, score in likely if topic not in above][:MOST]
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
