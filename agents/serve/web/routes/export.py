"""/api/v1/export.csv and /api/v1/export.ndjson: any list as a file."""

import csv
import io
from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal

import orjson
from fastapi import APIRouter, Query, Request
from pydantic import ValidationError
from starlette.responses import Response, StreamingResponse

from agents.serve.query.cursor import BadRequestError, Page
from agents.serve.query.filters import MAX_ID_CHARACTERS, MAX_LIMIT, Filter, QuoteFilter
from agents.serve.web import lists
from agents.serve.web.context import Context

MAX_ITEMS = 10_000
"""Of one export."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula; such cells get an apostrophe in front."""
FLAT = frozenset({"subject", "window", "source"})
"""Fields with fields of their own that each become a column of a CSV file."""

Name = Literal[
    "entities",
    "articles",
    "stories",
    "trends",
    "alerts",
    "outlets",
    "media-topics",
    "countries",
    "rejected",
    "search/entities",
    "quotes",
]


def router(context: Context) -> APIRouter:
    """Return the addresses of exports."""
    routes = APIRouter(tags=["export"])
    described = Query(alias="list", description="which list; its own parameters follow, and `entity` of quotes")

    @routes.get("/export.csv", summary="A list as CSV")
    def export_csv(request: Request, name: Annotated[Name, described]) -> Response:
        """At most 10,000 items. Values that are objects or lists are JSON in their cell."""
        return StreamingResponse(
            _csv(_items(context, name, request)), media_type="text/csv; charset=utf-8", headers=_file(name, "csv")
        )

    @routes.get("/export.ndjson", summary="A list as JSON Lines")
    def export_ndjson(request: Request, name: Annotated[Name, described]) -> Response:
        """At most 10,000 items, one a line."""
        lines = (orjson.dumps(item) + b"\n" for item in _items(context, name, request))
        return StreamingResponse(lines, media_type="application/x-ndjson", headers=_file(name, "ndjson"))

    return routes


def _items(context: Context, name: str, request: Request) -> Iterator[dict[str, Any]]:
    """Return the items of a list, page after page; what is wrong with its parameters is said before the first."""
    given = dict(request.query_params)
    del given["list"]
    entity_id = given.pop("entity", "")[:MAX_ID_CHARACTERS] if name == lists.QUOTES else ""
    parameters = QuoteFilter if name == lists.QUOTES else lists.LISTS[name].parameters
    if issubclass(parameters, Filter):
        given.setdefault("limit", str(MAX_LIMIT))
    try:
        wanted = parameters.model_validate(given)
    except ValidationError as error:
        details = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
        raise BadRequestError("; ".join(details)) from error

    def ask(asked: Any) -> Page:
        return lists.quotes(context, entity_id, asked) if name == lists.QUOTES else lists.page(context, name, asked)

    return _pages(ask, wanted, ask(wanted))


def _pages(ask: Callable[[Any], Page], wanted: Any, page: Page) -> Iterator[dict[str, Any]]:
    count = 0
    while True:
        for item in page.items:
            yield item
            count += 1
            if count == MAX_ITEMS:
                return
        if page.next is None:
            return
        page = ask(wanted.model_copy(update={"cursor": page.next}))


def _csv(items: Iterator[dict[str, Any]]) -> Iterator[str]:
    """Yield lines; the columns are those of the first item."""
    columns: list[str] = []
    for item in map(_flat, items):
        if not columns:
            columns = list(item)
            yield "\ufeff" + _line(columns)  # by this mark a spreadsheet knows that it is UTF-8
        yield _line([_cell(item.get(column)) for column in columns])


def _flat(item: dict[str, Any]) -> dict[str, Any]:
    """Return an item with a column for each field of what it is about: subject.id, subject.name_ar."""
    flat: dict[str, Any] = {}
    for name, value in item.items():
        if name in FLAT and isinstance(value, dict):
            flat |= {f"{name}.{inner}": found for inner, found in value.items()}
        else:
            flat[name] = value
    return flat


def _line(cells: list[str]) -> str:
    text = io.StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        return orjson.dumps(value).decode()
    return f"'{value}" if value.startswith(FORMULA_STARTS) else value


def _file(name: str, ending: str) -> dict[str, str]:
    return {"content-disposition": f'attachment; filename="{name.replace("/", "-")}.{ending}"'}
