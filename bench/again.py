"""What a page costs that was met before, beside a new one: from bytes to what each stage publishes, with no broker."""

import time
from collections.abc import Iterator, Sequence
from typing import Any

import orjson

from agents.clean import step as clean
from agents.memory_rows import MemoryRows
from agents.stage import Incoming
from agents.table_stage import TableStep, apply, finish
from agents.tag_entities import step as tag_entities
from agents.tag_topics import step as tag_topics
from bench.table import Figure
from streams.outgoing import Out
from streams.records.origin import Origin
from streams.settings import Settings

BATCH = 64
RECEIVED_MS = 1_770_000_000_000


class _Partition(MemoryRows[Any]):
    """A table partition that holds nothing yet of what comes."""

    def holds(self, _: Origin) -> bool:
        return False

    def mark(self, _: Origin) -> None:
        pass


class Chain:
    """Stages from pages on, each with one table partition."""

    def __init__(self, steps: Sequence[TableStep[Any, Any, Any, Any]], settings: Settings) -> None:
        self._stages = []
        for step in steps:
            table = _Partition()
            self._stages.append((step, table, step.open(table, 0), step.answering and step.answering(settings)))

    def put(self, pages: Sequence[bytes]) -> float:
        """Return the processor seconds that pages take."""
        began = time.process_time()
        for _ in self.outs(pages):
            pass
        return time.process_time() - began

    def outs(self, pages: Sequence[bytes]) -> Iterator[Out]:
        """Yield what the stages publish of pages."""
        for start in range(0, len(pages), BATCH):
            outs = [Out("pages", page) for page in pages[start : start + BATCH]]
            for step, table, applier, answer in self._stages:
                batch = [
                    Incoming(out.topic, 0, at, RECEIVED_MS, out.key, out.value)
                    for at, out in enumerate(outs)
                    if out.topic == step.reads
                ]
                outs = finish(apply(step, table, applier, batch), answer).outs
                yield from outs


def _as_another(page: bytes, visit: int = 1) -> bytes:
    """Return a page with the same words whose HTML is another one, as each visit may find it: not read before."""
    fields = orjson.loads(page)
    return orjson.dumps(fields | {"html": fields["html"] + "\n" * visit}) if fields.get("html") else page


def measure(pages: Sequence[bytes]) -> list[Figure]:
    """Time all pages as new ones and then once more, when all words were met before."""
    settings = Settings(article_partitions=1)
    steps = [clean.make_step(settings), tag_entities.make_step(settings), tag_topics.make_step(settings)]
    Chain(steps, settings).put(list(map(_as_another, pages)))
    chain = Chain(steps, settings)
    new, again = chain.put(pages), chain.put(pages)
    figures = [
        Figure("a new page, from bytes to bytes", len(pages) / new, "pages/s", "one core; clean to tag_topics"),
        Figure("a page met again", len(pages) / again, "pages/s", f"one core; {new / again:.1f} times as fast"),
    ]
    others = [_as_another(page, 2) for page in pages]
    if others != list(pages):
        other = chain.put(others)
        what = "the same, in HTML with other bytes around its lines"
        figures.append(Figure(what, len(pages) / other, "pages/s", f"one core; {new / other:.1f} times as fast"))
    return figures
