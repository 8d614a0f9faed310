"""The API's description: OpenAPI with the shapes of its answers."""

from typing import Any, NamedTuple

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from agents.serve.answers import shapes
from streams.records.alerts import Alert
from streams.records.trends import Trend


class Answer(NamedTuple):
    """What an address answers."""

    shape: type[msgspec.Struct]
    is_list: bool = True
    counts: type[msgspec.Struct] | None = None
    """What a list counts beside its items, as `reasons`."""


API = "/api/v1"
ANSWERS: dict[str, Answer] = {
    "/entities": Answer(shapes.EntityItem),
    "/search/entities": Answer(shapes.EntityItem),
    "/entities/{id}": Answer(shapes.EntityDetail, is_list=False),
    "/entities/{id}/articles": Answer(shapes.ArticleItem),
    "/entities/{id}/quotes": Answer(shapes.QuoteItem),
    "/articles": Answer(shapes.ArticleItem),
    "/articles/{id}": Answer(shapes.ArticleDetail, is_list=False),
    "/stories": Answer(shapes.StoryItem),
    "/stories/{id}": Answer(shapes.StoryDetail, is_list=False),
    "/trends": Answer(Trend),
    "/alerts": Answer(Alert),
    "/outlets": Answer(shapes.OutletItem),
    "/media-topics": Answer(shapes.MediaTopicItem),
    "/countries": Answer(shapes.CountryItem),
    "/rejected": Answer(shapes.RejectedItem, counts=shapes.ReasonCount),
    "/health": Answer(shapes.Health, is_list=False),
}
"""By the address under /api/v1."""
_REFERENCE = "#/components/schemas/{name}"


def describe(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document of the API."""
    document: dict[str, Any] = get_openapi(
        title=app.title,
        summary=app.summary,
        version=app.version,
        routes=app.routes,
        description="What flows through Rasid: entities, articles, stories, trends and alerts, from a read model.",
    )
    structs = [shape for answer in ANSWERS.values() for shape in (answer.shape, answer.counts) if shape is not None]
    _, schemas = msgspec.json.schema_components([*structs, shapes.Problem], ref_template=_REFERENCE)
    found = document["components"]["schemas"]
    for name in ("HTTPValidationError", "ValidationError"):
        found.pop(name, None)
    document["components"]["schemas"] = dict(sorted({**found, **schemas}.items()))
    problem = {"application/problem+json": {"schema": {"$ref": _REFERENCE.format(name="Problem")}}}
    # A path in which an id may hold slashes is written without saying so.
    document["paths"] = {path.replace(":path}", "}"): methods for path, methods in document["paths"].items()}
    for path, methods in document["paths"].items():
        for operation in methods.values():
            operation["responses"].pop("422", None)
            operation["responses"]["default"] = {"description": "A problem", "content": problem}
            answer = ANSWERS.get(path.removeprefix(API))
            if answer is not None:
                content = {"application/json": {"schema": _schema(answer)}}
                operation["responses"]["200"] = {"description": "The answer", "content": content}
    return document


def _schema(answer: Answer) -> dict[str, Any]:
    item = {"$ref": _REFERENCE.format(name=answer.shape.__name__)}
    if not answer.is_list:
        return item
    parts: dict[str, Any] = {"items": {"type": "array", "items": item}, "next": {"type": ["string", "null"]}}
    if answer.counts is not None:
        reference = {"$ref": _REFERENCE.format(name=answer.counts.__name__)}
        parts["reasons"] = {"type": "array", "items": reference}
    return {"type": "object", "required": list(parts), "properties": parts}
