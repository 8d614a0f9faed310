"""`python -m streams.contract.chart FILE` writes the topics for the Helm chart: deploy/helm/rasid/topics.json."""

import json
import sys
from pathlib import Path

from streams.settings import Settings
from streams.topics import TOPICS


def topics() -> str:
    """Return every topic as the chart's templates need it: partitions by what counts them, settings, who streams it."""
    settings = Settings()
    found = [
        {
            "name": topic.name,
            "partitions": topic.partitions,
            "config": topic.kafka_configs(settings),
            "streamed_by": list(topic.read_by) if topic.streamed else [],
        }
        for topic in TOPICS.values()
    ]
    return json.dumps({"topics": found}, indent=2) + "\n"


if __name__ == "__main__":
    match sys.argv:
        case [_, file]:
            Path(file).write_text(topics(), encoding="utf-8")
        case _:
            sys.exit(__doc__)
