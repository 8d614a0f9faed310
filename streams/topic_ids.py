"""Kafka's own ids of the cluster and of topics: a topic that was deleted and made again has another one.

aiokafka speaks a version of Kafka's metadata request that knows no ids of topics; this is the one that does.
"""

from collections.abc import Sequence
from typing import NamedTuple

from aiokafka import AIOKafkaConsumer
from aiokafka.protocol.api import Request, RequestStruct, Response
from aiokafka.protocol.types import (
    Boolean,
    CompactArray,
    CompactString,
    Int16,
    Int32,
    Int64,
    Schema,
    TaggedFields,
)

_MASK = (1 << 64) - 1
"""The halves of an id are signed in the protocol."""
_NEITHER = (False, False)
"""To make topics that are not there, and to tell what the user may do with them."""
_TEXT, _TAGS = CompactString("utf-8"), ("tags", TaggedFields)
_ID = (("id_high", Int64), ("id_low", Int64))
_PARTITION = Schema(
    ("error_code", Int16),
    ("partition", Int32),
    ("leader", Int32),
    ("leader_epoch", Int32),
    ("replicas", CompactArray(Int32)),
    ("isr", CompactArray(Int32)),
    ("offline_replicas", CompactArray(Int32)),
    _TAGS,
)


class _MetadataResponse(Response):  # type: ignore[misc] # aiokafka has no types
    API_KEY = 3
    API_VERSION = 12
    SCHEMA = Schema(
        ("throttle_time_ms", Int32),
        ("brokers", CompactArray(("node_id", Int32), ("host", _TEXT), ("port", Int32), ("rack", _TEXT), _TAGS)),
        ("cluster_id", _TEXT),
        ("controller_id", Int32),
        (
            "topics",
            CompactArray(
                ("error_code", Int16),
                ("name", _TEXT),
                *_ID,
                ("is_internal", Boolean),
                ("partitions", CompactArray(_PARTITION)),
                ("authorized_operations", Int32),
                _TAGS,
            ),
        ),
        _TAGS,
    )


class _MetadataStruct(RequestStruct):  # type: ignore[misc] # aiokafka has no types
    FLEXIBLE_VERSION = True
    API_KEY = 3
    API_VERSION = 12
    RESPONSE_TYPE = _MetadataResponse
    SCHEMA = Schema(
        ("topics", CompactArray(*_ID, ("name", _TEXT), _TAGS)),
        ("allow_auto_topic_creation", Boolean),
        ("include_topic_authorized_operations", Boolean),
        _TAGS,
    )


class _Metadata(Request[_MetadataStruct]):  # type: ignore[misc] # aiokafka has no types
    API_KEY = 3

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names

    def build(self, request_struct_class: type[_MetadataStruct]) -> _MetadataStruct:
        return request_struct_class([(0, 0, name, {}) for name in self._names], *_NEITHER, {})


class Ids(NamedTuple):
    """What Kafka calls its own."""

    cluster: str
    topics: dict[str, str]
    """Ids in hexadecimal, by the topic's full name; of those that are there."""


async def ids(consumer: AIOKafkaConsumer, names: Sequence[str]) -> Ids:
    """Return the ids of the cluster and of topics, by their full names; none of a broker older than Kafka 3.1.

    Raises
    ------
    aiokafka.errors.KafkaError
        When the broker cannot be reached.
    """
    client = consumer._client  # noqa: SLF001 - no client of aiokafka's asks for ids
    try:
        answer = await client.send(client.get_random_node(), _Metadata(names))
    except NotImplementedError:
        return Ids("", {})
    found = {name: f"{high & _MASK:016x}{low & _MASK:016x}" for code, name, high, low, *_ in answer.topics if not code}
    return Ids(answer.cluster_id or "", found)
