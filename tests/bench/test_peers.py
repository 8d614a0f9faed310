"""What other ways to put the functions on Kafka are measured with."""

from agents.count.step import make_step
from agents.memory_rows import MemoryRows
from agents.stage import Incoming
from agents.table_stage import Arrival, finish
from bench import data
from bench.peers.chain import Chain
from streams.records.codec import encode
from streams.records.counts import EntityCount
from streams.records.enriched import EnrichedArticle
from streams.records.mentions import Mentions
from streams.settings import Settings


def test_peers_count_what_a_worker_counts():
    """The same pages give the same bytes for every entity, so that the same work is compared."""
    settings = Settings()
    chain, counts = Chain(settings), dict[str, bytes]()
    rows: MemoryRows[EntityCount] = MemoryRows()
    applier = make_step(settings).open(rows, 0)
    pages = [Incoming("pages", 0, n, 1_770_000_000_000, None, page) for n, page in enumerate(data._made(4))]
    articles = [article for article in chain.enrich(pages) if isinstance(article, EnrichedArticle)]
    for article in articles:
        mentioning = chain.mentioning(article)
        for entity in mentioning.entities:
            counts[entity.id] = chain.count(counts.get(entity.id), mentioning, entity)
        finish(applier([Arrival(pages[0], Mentions(articles=[mentioning]), [])]))
    assert counts
    assert counts == {id_: encode(count) for id_, count in rows.states.items()}
