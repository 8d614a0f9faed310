"""Rejections as the API shows them."""

from collections.abc import Sequence
from typing import Any

from agents.serve.times import as_text

REJECTED_COLUMNS = "id, stage, reason, detail, at, topic, topic_partition, topic_offset, size, version"


def rejected_item(row: Sequence[Any]) -> dict[str, Any]:
    """Return what is shown of a rejection; its row is in the order of REJECTED_COLUMNS."""
    id_, stage, reason, detail, at, topic, partition, offset, size, version = row
    return {
        "id": id_,
        "stage": stage,
        "reason": reason,
        "detail": detail,
        "at": as_text(at),
        "original": {"topic": topic, "partition": partition, "offset": offset, "size": size},
        "version": version,
    }
