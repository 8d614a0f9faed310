"""The AsyncAPI document: topics as channels, records as messages, what each stage reads and writes."""

from typing import Any

from streams.contract.actors import EXTERNAL
from streams.contract.schemas import components, records_by_topic
from streams.settings import Settings
from streams.topics import TOPICS, Topic
from streams.version import __version__

VERSION = "3.0.0"
BINDING = "0.5.0"
"""Of the Kafka bindings."""


def document() -> dict[str, Any]:
    """Return the AsyncAPI document with the default settings' prefix and partitions."""
    settings = Settings()
    topics = [TOPICS[name] for name in records_by_topic()]
    schemas = components("#/components/schemas/{name}")
    return {
        "asyncapi": VERSION,
        "info": {
            "title": "Rasid (راصد)",
            "version": __version__,
            "description": "Arabic news, watched as it flows: raw scraped pages in, enriched and exactly counted out.",
            "license": {"name": "Apache-2.0"},
        },
        "defaultContentType": "application/json",
        "servers": {"local": {"host": "localhost:9092", "protocol": "kafka", "description": "the local Kafka"}},
        "channels": {topic.name: _channel(topic, settings) for topic in topics},
        "operations": {name: operation for topic in topics for name, operation in _operations(topic).items()},
        "components": {
            "messages": {topic.name: _message(topic, schemas) for topic in topics},
            "schemas": schemas,
        },
    }


def _channel(topic: Topic, settings: Settings) -> dict[str, Any]:
    configuration: dict[str, Any] = {"cleanup.policy": [topic.cleanup]}
    if topic.retention is not None:
        configuration["retention.ms"] = int(topic.retention.total_seconds() * 1000)
    return {
        "address": settings.topic(topic.name),
        "description": topic.meaning,
        "messages": {topic.name: {"$ref": f"#/components/messages/{topic.name}"}},
        "bindings": {
            "kafka": {
                "partitions": topic.count(settings),
                "topicConfiguration": configuration,
                "bindingVersion": BINDING,
            }
        },
    }


def _message(topic: Topic, schemas: dict[str, dict[str, Any]]) -> dict[str, Any]:
    record = records_by_topic()[topic.name].__name__
    message: dict[str, Any] = {
        "name": record,
        "summary": schemas[record]["description"],
        "payload": {"$ref": f"#/components/schemas/{record}"},
    }
    if topic.key != "none":
        key = {"type": "string", "description": topic.key}
        message["bindings"] = {"kafka": {"key": key, "bindingVersion": BINDING}}
    return message


def _operations(topic: Topic) -> dict[str, dict[str, Any]]:
    channel = {"$ref": f"#/channels/{topic.name}"}
    found = {}
    for action, verb, actors in (("receive", "reads", topic.read_by), ("send", "writes", topic.written_by)):
        for actor in actors:
            if actor not in EXTERNAL:
                name = f"{actor}_{verb}_{topic.name}".replace(" ", "-")
                found[name] = {"action": action, "channel": channel, "summary": f"{actor} {verb} {topic.name}"}
    return found
