"""JSON Schemas (draft 7) of the records on the topics."""

import functools
from typing import Any, get_args

import msgspec

from streams.contract.meanings import meaning
from streams.topics import TOPICS

DRAFT = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]


def records_by_topic() -> dict[str, type[msgspec.Struct]]:
    """Return the record of each topic that has one, by the topic's short name."""
    return {topic.name: topic.record for topic in TOPICS.values() if topic.record is not None}


@functools.cache
def structs() -> dict[str, type[msgspec.Struct]]:
    """Return every record and every part of one, by its name."""
    found: dict[str, type[msgspec.Struct]] = {}
    waiting: list[Any] = list(records_by_topic().values())
    while waiting:
        found_type = waiting.pop()
        if not (isinstance(found_type, type) and issubclass(found_type, msgspec.Struct)):
            waiting += get_args(found_type)
        elif found_type.__name__ not in found:
            found[found_type.__name__] = found_type
            waiting += [field.type for field in msgspec.structs.fields(found_type)]
    return found


def components(ref_template: str) -> dict[str, Schema]:
    """Return the schema of every record and of every part of one, by its name.

    Parameters
    ----------
    ref_template
        How one refers to another, with `{name}` in it.
    """
    types = list(records_by_topic().values())
    _, found = msgspec.json.schema_components(types, ref_template=ref_template)
    made = {name: _written(name, schema) for name, schema in sorted(found.items())}
    made["RawPage"] = _raw_page(made["RawPage"])
    return made


def schema(topic: str) -> Schema:
    """Return the schema of a topic's record, with all that it refers to."""
    name = records_by_topic()[topic].__name__
    every = components("#/definitions/{name}")
    needed = _needed(name, every)
    head = {"$schema": DRAFT, "$id": f"urn:rasid:schema:{topic}"}
    parts = {part: every[part] for part in sorted(needed - {name})}
    return head | every[name] | ({"definitions": parts} if parts else {})


def _written(name: str, found: Schema) -> Schema:
    """Shape a schema for readers: a record that Rasid writes has all of its fields, each with its meaning."""
    if "properties" not in found:
        return found
    record = structs()[name]
    fields = {field.encode_name: field.name for field in msgspec.structs.fields(record)}
    properties = {
        wire: {"description": meaning(record, fields[wire])} | _draft7(value)
        for wire, value in found["properties"].items()
    }
    return {
        "title": name,
        "description": " ".join(found["description"].split()),
        "type": "object",
        "properties": properties,
        "required": list(properties),
    }


def _draft7(value: Any) -> Any:
    """Put a schema of draft 2020-12 into the words of draft 7, without defaults."""
    if isinstance(value, list):
        return [_draft7(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "prefixItems" in value:
        return {"type": "array", "items": _draft7(value["prefixItems"]), "minItems": len(value["prefixItems"])} | {
            "additionalItems": False
        }
    if len(value.get("enum", ())) == 1:
        return {"const": value["enum"][0]}
    return {key: _draft7(item) for key, item in value.items() if key != "default"}


def _raw_page(written: Schema) -> Schema:
    """Return the schema of what producers send: text or html, and whatever else they know."""
    properties = {
        name: {"description": value["description"], "type": ["string", "null"]}
        for name, value in written["properties"].items()
        if name != "extra"
    }
    properties["id"]["type"] = ["string", "integer", "null"]
    for time in ("published_at", "fetched_at"):
        properties[time]["type"] = ["string", "number", "null"]
    something = {"type": "string", "pattern": r"\S"}
    return {
        "title": written["title"],
        "description": f"{written['description']} Fields that Rasid does not know travel along in `extra`.",
        "type": "object",
        "properties": properties,
        "anyOf": [{"required": [name], "properties": {name: something}} for name in ("text", "html")],
    }


def _needed(name: str, every: dict[str, Schema]) -> set[str]:
    found: set[str] = set()
    todo = [name]
    while todo:
        at = todo.pop()
        if at not in found:
            found.add(at)
            todo += references(every[at])
    return found


def references(value: Any) -> list[str]:
    """Return the names that a schema refers to."""
    if isinstance(value, list):
        return [name for item in value for name in references(item)]
    if not isinstance(value, dict):
        return []
    own = [value["$ref"].rsplit("/", 1)[1]] if "$ref" in value else []
    return own + [name for item in value.values() for name in references(item)]
