"""Write jars.txt anew: `python -m streams.local_kafka.lock 4.3.1` after a new Kafka is out."""

import hashlib
import sys
from pathlib import Path

import jgo

from streams.local_kafka.jars import LIST

LOGGING = "org.apache.logging.log4j"


def main(version: str) -> None:
    """Resolve Kafka's server with all that it depends on, and write coordinates and SHA-256 of each jar."""
    server = jgo.resolve(f"org.apache.kafka:kafka_2.13:{version}")
    log4j = next(jar.version for jar in server if jar.groupId == LOGGING)
    context = server[0].context
    # kafka-tools alone: what it depends on beyond the server is Kafka Connect. The binding makes slf4j's lines seen.
    more = [("org.apache.kafka", "kafka-tools", version), (LOGGING, "log4j-slf4j-impl", log4j)]
    jars = [*server, *(context.project(group, name).at_version(at).artifact() for group, name, at in more)]
    lines = [
        f"{jar.groupId}:{jar.artifactId}:{jar.version} {hashlib.sha256(Path(jar.resolve()).read_bytes()).hexdigest()}"
        for jar in jars
    ]
    LIST.write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
