"""docs/api.md, written from the API's own description: `python -m agents.serve.api_document docs/api.md`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from agents.serve.store.database import Database
from agents.serve.web.app import create_api
from agents.serve.web.context import Context
from agents.serve.web.description import ANSWERS, API
from streams.contract.markdown import code, page, table
from streams.contract.meanings import meaning

HEAD = """\
`rasid dashboard` serves it on http://127.0.0.1:6070; [Running the dashboard](dashboard-server.md) says how it is run
and guarded. The same description is at `/docs`, and as OpenAPI at `/api/v1/openapi.json`.

- Lists are `{"items": [...], "next": cursor or null}`; give `next` as `cursor` to go on, with the other parameters as
  they were.
- Answers have an `ETag`; who sends it as `If-None-Match` gets 304 while nothing changed. An answer may be three seconds
  old.
- Errors are problem details (RFC 9457): `{"type", "title", "status", "detail"}`, and `detail` says what to do.
- Ids stand in addresses percent-encoded, slashes included.
- A window ends with the newest hour (or day) of publication in the store, or now when that is earlier: so old pages
  fill a dashboard too. An article without a date counts in none, one with a day alone in windows of days."""


def render() -> str:
    """Return the page."""
    with Database(None) as database:
        document = create_api(Context(store=database)).openapi()
    by_tag: dict[str, list[str]] = {}
    for path, methods in document["paths"].items():
        operation = methods["get"]
        by_tag.setdefault(operation["tags"][0].capitalize(), []).append("\n\n".join(_address(path, operation)))
    blocks = [HEAD]
    for tag, addresses in by_tag.items():
        blocks += [f"## {tag}", *addresses]
    return page("API", *blocks, "## Fields of answers", *_shapes())


def _address(path: str, operation: dict[str, Any]) -> Iterator[str]:
    answer = ANSWERS.get(path.removeprefix(API))
    link = "" if answer is None else f" Answers {'a list of ' if answer.is_list else ''}{code(answer.shape.__name__)}."
    yield f"### {operation['summary']}"
    yield f"`GET {path}`"
    yield " ".join(operation["description"].split()) + link
    parameters = [
        (code(parameter["name"]), _type(parameter["schema"]), _said(parameter))
        for parameter in operation.get("parameters", ())
        if parameter["in"] == "query"
    ]
    if parameters:
        yield table(("parameter", "type", "meaning"), parameters)


def _said(parameter: dict[str, Any]) -> str:
    schema = parameter["schema"]
    said = parameter.get("description") or schema.get("description") or ""
    initial = schema.get("default")
    return said + (f"; without it {code(str(initial))}" if initial is not None else "")


def _type(schema: dict[str, Any]) -> str:
    if "enum" in schema:
        return " | ".join(map(code, schema["enum"]))
    if "anyOf" in schema:
        return next(_type(one) for one in schema["anyOf"] if one.get("type") != "null")
    return str(schema.get("type", ""))


def _shapes() -> Iterator[str]:
    shapes = [shape for answer in ANSWERS.values() for shape in (answer.shape, answer.counts) if shape is not None]
    structs = {shape.__name__: shape for shape in shapes}
    for name, struct in sorted(structs.items()):
        yield f"### {name}"
        yield " ".join((struct.__doc__ or "").split())
        yield table(
            ("field", "meaning"),
            [(code(field.encode_name), meaning(struct, field.name)) for field in msgspec.structs.fields(struct)],
        )


if __name__ == "__main__":
    match sys.argv:
        case [_, file]:
            Path(file).write_text(render(), encoding="utf-8")
        case _:
            sys.exit(__doc__)
