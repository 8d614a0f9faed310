"""docs/records.md: every record, field by field."""

import inspect
from typing import Any

import msgspec

from streams.contract.markdown import code, page, table
from streams.contract.schemas import components, records_by_topic, references
from streams.rejection import Reason
from streams.topics import TOPICS

INTRODUCTION = """\
Every record is one JSON object in UTF-8. What Rasid writes has all of its fields, null where there is nothing.
`schema` says which record it is, and its major version. Within a major version fields are only added: leave alone
what you do not know. Offsets count Unicode code points of `text`, and `text[start:end] == surface` always holds
(strings of JavaScript and Java count UTF-16 units: convert first). Times are RFC 3339 in UTC.

The same as JSON Schemas: [schemas/](schemas/), and as one AsyncAPI document: [asyncapi.json](asyncapi.json)."""


def render() -> str:
    """Return the page."""
    schemas = components("#/{name}")
    topics = records_by_topic()
    of_topics = {record.__name__: name for name, record in topics.items()}
    parts = [name for name in schemas if name not in of_topics and "properties" in schemas[name]]
    blocks = [INTRODUCTION, "## Records"]
    for name, record in topics.items():
        blocks += _record(name, record, schemas)
    blocks.append("## Parts of records")
    for part in parts:
        users = sorted(other for other in schemas if part in references(schemas[other]))
        blocks += [f"### {part}", f"{schemas[part]['description']} Part of {', '.join(map(_link, users))}."]
        rows = [
            [code(field), _type_in_words(value), value["description"]] for field, value in _properties(schemas[part])
        ]
        blocks.append(table(["field", "type", "meaning"], rows))
    return page("Records, field by field", *blocks)


def _record(topic: str, record: type[msgspec.Struct], schemas: dict[str, Any]) -> list[str]:
    name = record.__name__
    declared = TOPICS[topic]
    head = f"On the topic [{topic}](topics.md). Key: {declared.key}. Made by {', '.join(declared.written_by)}."
    if topic == "pages":
        head += " One of `text` and `html` must hold something to read; everything else may be missing."
    blocks = [f"### {name}", f"{schemas[name]['description']} {head}"]
    longest = [other.__name__ for other in records_by_topic().values() if issubclass(other, record)][-1]
    if longest != name:
        own = ", ".join(code(field) for field, _ in _properties(schemas[name]))
        return [*blocks, f"Its fields, which {_link(longest)} explains: {own}."]
    makers = {field: _maker(record, field) for field, _ in _properties(schemas[name])}
    made_by = len(set(makers.values())) > 1
    rows = [
        [code(field), _type_in_words(value), *([makers[field]] if made_by else []), value["description"]]
        for field, value in _properties(schemas[name])
    ]
    return [*blocks, table(["field", "type", *(["made by"] if made_by else []), "meaning"], rows)]


def _properties(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return list(schema["properties"].items())


def _maker(record: type[msgspec.Struct], wire: str) -> str:
    """Return who makes a field: whoever writes the first record, in the order of the flow, that has it."""
    field = next(f.name for f in msgspec.structs.fields(record) if f.encode_name == wire)
    declaring = next(base for base in record.__mro__ if field in inspect.get_annotations(base))
    topic = next(name for name, other in records_by_topic().items() if other is declaring)
    return ", ".join(TOPICS[topic].written_by)


def _type_in_words(schema: dict[str, Any]) -> str:
    """Return a schema's type in words."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/")
        return "[reason code](rejections.md)" if name == Reason.__name__ else _link(name)
    if "anyOf" in schema:
        return " or ".join(map(_type_in_words, schema["anyOf"]))
    values = schema.get("enum", [schema["const"]] if "const" in schema else [])
    return ", ".join(map(code, values)) or _json_type(schema)


def _json_type(schema: dict[str, Any]) -> str:
    name = schema.get("type", "any value")
    if name == "array":
        items = schema["items"]
        return (
            f"[{', '.join(map(_type_in_words, items))}]"
            if isinstance(items, list)
            else f"list of {_type_in_words(items)}"
        )
    if "additionalProperties" in schema:
        return f"object of {_type_in_words(schema['additionalProperties'])}"
    return " or ".join(name) if isinstance(name, list) else str(name)


def _link(name: str) -> str:
    return f"[{name}](#{name.lower()})"
