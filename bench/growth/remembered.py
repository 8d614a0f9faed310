"""Rows of the grouping table, as if so many articles had come within the last hours."""

import binascii
import random
import time
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from agents.group.remembered import Chunk, Remembered, key_of
from agents.group.sketch import BANDS, LANES
from agents.group.step import banded, sketched
from agents.offline import Pipeline
from agents.stage import Incoming
from bench import data
from streams.records.articles import Article
from streams.records.codec import encode
from streams.settings import Settings

SEED = 1
DIFFERENT = 400
"""Articles that are really sketched; the others are these with ids, sketches and bands of their own."""
ARTICLES_OF_A_BATCH = 20


def rows(count: int, partitions: int) -> Iterator[tuple[int, str, bytes]]:
    """Yield the partition, key and value of each row, of so many articles none of which is like another."""
    if not count:
        return
    chance = random.Random(SEED)  # noqa: S311 - sample data
    now = round(time.time() * 1000)
    pages, _ = data.pages(DIFFERENT)
    incoming = [Incoming("bench.pages", 0, number, now, None, page) for number, page in enumerate(pages)]
    clean = Pipeline(Settings()).clean
    cleaned = [one for one in map(clean, incoming) if isinstance(one, Article)]
    models = [article for bands in banded(sketched(cleaned), 1).values() for article in bands.articles]
    for first in range(0, count, ARTICLES_OF_A_BATCH):
        chunks: defaultdict[int, list[Remembered]] = defaultdict(list)
        for number in range(first, min(first + ARTICLES_OF_A_BATCH, count)):
            model = chance.choice(models)
            sketch = binascii.b2a_base64(chance.randbytes(LANES), newline=False).decode()
            card = msgspec.structs.replace(model.card, id=f"remembered-{number}")
            bands: defaultdict[int, list[int]] = defaultdict(list)
            for _ in range(BANDS):
                bands[(band := chance.randrange(2**53)) % partitions].append(band)
            for partition, owned in bands.items():
                article = msgspec.structs.replace(model, card=card, sketch=sketch, bands=owned)
                chunks[partition].append(Remembered(article=article))
        for partition, articles in chunks.items():
            yield partition, key_of(first // ARTICLES_OF_A_BATCH), encode(Chunk(changed=now, articles=articles))
