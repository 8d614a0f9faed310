"""The schemas of compose and of operators' resources, as their makers publish them, without descriptions.

compose-spec.json is of compose-go 2.16.2, ScaledObject of KEDA 2.18.1, PodMonitor and PrometheusRule of the
Prometheus operator 0.85.0; all have the licence Apache-2.0.
"""

import json
import tarfile
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

SCHEMAS = Path(__file__).with_name("schemas.tar.xz")
OPERATORS = ("ScaledObject", "PodMonitor", "PrometheusRule")


def wrong(name: str, document: dict[str, Any]) -> list[str]:
    """Return what a schema finds wrong in a document; a field that it does not know is wrong too."""
    with tarfile.open(SCHEMAS) as packed:
        schema = json.loads(packed.extractfile(f"{name}.json").read())
    if name in OPERATORS:
        _close(schema)
        schema["properties"]["metadata"] = {"type": "object"}
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(document)]


def _close(schema: Any) -> None:
    """Have objects take no other fields than those that they name: Kubernetes drops or refuses those."""
    if isinstance(schema, list):
        for part in schema:
            _close(part)
    if not isinstance(schema, dict):
        return
    is_closed = schema.get("type") == "object" and "properties" in schema
    if is_closed and not schema.get("x-kubernetes-preserve-unknown-fields"):
        schema.setdefault("additionalProperties", False)
    for part in schema.values():
        _close(part)
