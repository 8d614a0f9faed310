"""One of the two processes of `python -m bench --against`: raw pages through the stages of the tree in PYTHONPATH.

Run as `python -P turns.py PAGES.jsonl`. It warms up, says so, and then works off the pages from each number that it
reads, a turn at a time. It asks a tree for no more than its pipeline, so that older commits can run it too.
"""

import importlib.util
import json
import resource
import sys
import time
from importlib import import_module
from pathlib import Path

TURN_PAGES = 32
WARM_PAGES = 128
"""Pages that go first and are not timed: what is loaded late is loaded then."""
RECEIVED_MS = 1_770_000_000_000
PIPELINES = ("agents.offline", "agents.pipeline")
"""Where the pipeline stands, the newest first."""


def main(file: str) -> None:
    """Print a line of JSON when ready, and one for each turn."""
    from agents.stage import Incoming  # noqa: PLC0415 - of the tree that is measured
    from streams.settings import Settings  # noqa: PLC0415

    lines = Path(file).read_bytes().splitlines()
    pages = [Incoming("bench.pages", 0, number, RECEIVED_MS, None, line) for number, line in enumerate(lines)]
    name = next(name for name in PIPELINES if importlib.util.find_spec(name))
    pipeline = import_module(name).Pipeline(Settings())
    for start in range(0, WARM_PAGES, TURN_PAGES):
        pipeline.enrich(pages[start : start + TURN_PAGES])
    _say({})
    for line in sys.stdin:
        started = time.process_time()
        cleaned = [pipeline.clean(page) for page in pages[int(line) : int(line) + TURN_PAGES]]
        articles = [article for article in cleaned if type(article).__name__ == "Article"]
        clean_done = time.process_time()
        tagged = pipeline.tagger.tag(articles)
        tag_done = time.process_time()
        pipeline.classifier.enrich(tagged)
        topics_done = time.process_time()
        _say(
            {
                "pages": len(cleaned),
                "articles": len(articles),
                "clean": clean_done - started,
                "tag_entities": tag_done - clean_done,
                "tag_topics": topics_done - tag_done,
                "peak_kb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
            }
        )


def _say(what: dict[str, float]) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
