"""What every peer calls: pages in; each enriched, with what it gives to the counts, or rejected."""

import time
from collections.abc import Sequence

from agents.count.tally import add
from agents.offline import Pipeline
from agents.stage import Incoming
from agents.tag_topics.mentions import mentions
from streams.records.codec import Codec, encode
from streams.records.counts import EntityCount
from streams.records.enriched import EnrichedArticle
from streams.records.mentions import MentionedEntity, MentioningArticle
from streams.records.rejected import Rejected
from streams.settings import Settings

COUNT = Codec(EntityCount)
BATCH = 64


class Chain:
    """The functions from a page to its mentions, and that which counts one."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._pipeline = Pipeline(settings)

    def enrich(self, pages: Sequence[Incoming]) -> list[EnrichedArticle | Rejected]:
        """Return each page's enriched article or its rejection."""
        return self._pipeline.enrich(pages)

    @staticmethod
    def mentioning(article: EnrichedArticle) -> MentioningArticle:
        """Return what an article gives to the counts."""
        return mentions([(article, None)], 1)[0].articles[0]

    def count(self, value: bytes | None, article: MentioningArticle, entity: MentionedEntity) -> bytes:
        """Return an entity's encoded counts with an article more."""
        before = None if value is None else COUNT.decode(value)
        return encode(add(before, article, entity, self._settings))


def rate_alone(pages: Sequence[bytes], warm: int) -> float:
    """Return how many pages a second the functions get through in a row, counts included; some pages go first."""
    chain, counts = Chain(Settings()), dict[str, bytes]()
    records = [Incoming("pages", 0, n, 1_770_000_000_000, None, page) for n, page in enumerate(pages)]
    began = 0.0
    for start in (*range(0, warm, BATCH), *range(warm, len(records), BATCH)):
        if start == warm:
            began = time.perf_counter()
        for article in chain.enrich(records[start : start + BATCH]):
            if not isinstance(article, Rejected):
                mentioning = chain.mentioning(article)
                for entity in mentioning.entities:
                    counts[entity.id] = chain.count(counts.get(entity.id), mentioning, entity)
    return (len(pages) - warm) / (time.perf_counter() - began)
