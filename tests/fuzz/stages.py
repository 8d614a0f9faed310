"""Every stage's pure part, fed without Kafka, and what stands on each topic when the demo's pages have gone through."""

from collections import defaultdict
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from agents.alert.step import live_matcher, make_alert_step, make_article_step, make_trend_step
from agents.clean.step import make_step as make_clean
from agents.count.step import make_step as make_count
from agents.group.step import make_sketch_step, make_story_step
from agents.memory_rows import MemoryRows
from agents.stage import Incoming, Processed, Step, run
from agents.table_stage import Answer, TableStep, apply, finish
from agents.tag_entities.step import make_step as make_tag_entities
from agents.tag_topics.step import make_step as make_tag_topics
from agents.trend.step import make_step as make_trend
from streams.records.origin import Origin
from streams.settings import Settings

DEMO = Path(str(files("agents.commands") / "demo"))
EXAMPLES = Path(__file__).parents[2] / "docs/examples"
RECEIVED_MS = 1_790_000_000_000
PAGES = [line for name in ("pages.jsonl", "bad-pages.jsonl") for line in (DEMO / name).read_bytes().splitlines()]


class Stage(NamedTuple):
    """The pure part of a stage, and what answers its questions."""

    step: Step[Any, Any] | TableStep[Any, Any, Any, Any]
    answer: Answer | None = None


class Samples(dict[str, list[bytes]]):
    """Values by topic and table; a test that fails does not print them."""

    def __repr__(self) -> str:
        return "samples"


class Partition(MemoryRows[Any]):
    """A table partition in a dict, which remembers what was applied."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: set[Origin] = set()

    def holds(self, origin: Origin) -> bool:
        """Whether a record was applied."""
        return origin in self._seen

    def mark(self, origin: Origin) -> None:
        """Remember a record as applied."""
        self._seen.add(origin)


def all_stages(settings: Settings) -> list[Stage]:
    """Return all stages in the order of the flow."""
    matcher = live_matcher(settings)
    steps = [
        make_clean(settings),
        make_tag_entities(settings),
        make_tag_topics(settings),
        make_count(settings),
        make_sketch_step(settings),
        make_story_step(settings),
        make_trend(settings),
        make_article_step(settings, matcher),
        make_trend_step(settings, matcher),
        make_alert_step(),
    ]
    made = (getattr(step, "answering", None) for step in steps)
    return [Stage(step, make and make(settings)) for step, make in zip(steps, made, strict=True)]


def incoming(topic: str, values: Sequence[bytes | None]) -> list[Incoming]:
    """Return values as records of one partition of a topic."""
    return [Incoming(f"rasid.{topic}", 0, at, RECEIVED_MS, b"key", value) for at, value in enumerate(values)]


def feed(stage: Stage, values: Sequence[bytes | None], at_once: int = 8) -> tuple[Processed, Partition]:
    """Take values through a stage, with a table that is empty at first; return what came of them and the table."""
    step, answer = stage
    partition = Partition()
    batch = incoming(step.reads, values)
    applier = None if isinstance(step, Step) else step.open(partition, 0)
    outs, rejections = [], []
    for first in range(0, len(batch), at_once):
        part = batch[first : first + at_once]
        processed = run(step, part) if isinstance(step, Step) else finish(apply(step, partition, applier, part), answer)
        outs += processed.outs
        rejections += processed.rejections
    return Processed(outs, rejections), partition


def flow(stages: Sequence[Stage]) -> Samples:
    """Take the demo's pages through all stages, and return the values on each topic and in each table."""
    topics: defaultdict[str, list[bytes]] = defaultdict(list, pages=list(PAGES))
    for topic in ("alerts", "repeats", "trends"):
        topics[topic].append((EXAMPLES / f"{topic}.json").read_bytes().strip())
    for stage in stages:
        step = stage.step
        processed, partition = feed(stage, topics[step.reads])
        for out in processed.outs:
            if out.value is not None:
                topics[out.topic].append(out.value)
        if isinstance(step, TableStep):
            topics[step.table] += [step.dump(state) for state in partition.states.values()]
    return Samples(topics)
