"""One process's share of `python -m bench --against`: raw pages through the stages of whatever tree PYTHONPATH names.

Run as `python -P one_round.py PAGES.jsonl`; prints one line of JSON. It asks a tree for no more than its pipeline, so
that older commits can run it too.
"""

import importlib.util
import json
import resource
import sys
import time
from importlib import import_module
from pathlib import Path

BATCH_PAGES = 64
WARM_PAGES = 128
"""Pages that go first and are not timed: what is loaded late is loaded then."""
RECEIVED_MS = 1_770_000_000_000
PIPELINES = ("agents.offline", "agents.pipeline")
"""Where the pipeline stands, the newest first."""


def main(file: str) -> None:
    """Measure and print seconds of processor time by stage, and the memory at its highest."""
    from agents.stage import Incoming  # noqa: PLC0415 - of the tree that is measured
    from streams.settings import Settings  # noqa: PLC0415

    name = next(name for name in PIPELINES if importlib.util.find_spec(name))
    pipeline = import_module(name).Pipeline(Settings())
    lines = Path(file).read_bytes().splitlines()
    pages = [Incoming("bench.pages", 0, number, RECEIVED_MS, None, line) for number, line in enumerate(lines)]
    for start in range(0, WARM_PAGES, BATCH_PAGES):
        pipeline.enrich(pages[start : start + BATCH_PAGES])
    seconds = dict.fromkeys(("clean", "tag_entities", "tag_topics"), 0.0)
    articles = 0
    for start in range(WARM_PAGES, len(pages), BATCH_PAGES):
        clock = time.process_time()
        cleaned = [pipeline.clean(page) for page in pages[start : start + BATCH_PAGES]]
        kept = [article for article in cleaned if type(article).__name__ == "Article"]
        clock = _add(seconds, "clean", clock)
        tagged = pipeline.tagger.tag(kept)
        clock = _add(seconds, "tag_entities", clock)
        pipeline.classifier.enrich(tagged)
        _add(seconds, "tag_topics", clock)
        articles += len(kept)
    peak_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"pages": len(pages) - WARM_PAGES, "articles": articles, "seconds": seconds, "peak_kb": peak_kb}))


def _add(seconds: dict[str, float], stage: str, since: float) -> float:
    """Add the processor time since then to a stage's, and return the time now."""
    now = time.process_time()
    seconds[stage] += now - since
    return now


if __name__ == "__main__":
    main(sys.argv[1])
