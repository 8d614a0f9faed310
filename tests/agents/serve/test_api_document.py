"""docs/api.md is what the code says, and answers are what it says of them."""

from pathlib import Path

import jsonschema
import msgspec
import pytest

from agents.serve.api_document import render
from agents.serve.web.description import ANSWERS
from tests.agents.serve.filled import EGYPT, SISI, Filled, alert, article, counted, named, quote, rejected, story, trend

TEXT = "مصر تمضي\nقال السيسي «مصر ماضية»."
PATHS = {
    "/search/entities": "/search/entities?q=مصر",
    "/entities/{id}": "/entities/loc:egypt",
    "/entities/{id}/articles": "/entities/loc:egypt/articles",
    "/entities/{id}/quotes": "/entities/loc:egypt/quotes",
    "/articles/{id}": "/articles/a",
    "/stories/{id}": "/stories/s",
}


@pytest.fixture(scope="module")
def filled():
    """Something of everything."""
    said = article(
        "a",
        text=TEXT,
        entities=[named(EGYPT, TEXT, "مصر"), named(SISI, TEXT, "السيسي")],
        quotes=[quote(TEXT, "مصر ماضية", SISI.id)],
    )
    return Filled(
        said,
        story("s", "a", "gone"),
        counted(EGYPT, 3, with_={SISI.id: 1}, sources={"al-fanar": 1, "x": 1}, media_topics={"medtop:20000170": 1}),
        trend("loc:egypt", "2026-03-01T10:00:00Z", 4.0),
        alert("1", "rule"),
        rejected("r"),
    )


def test_the_committed_page_is_the_generated_one():
    """A change of the API has its page with it; `make docs` writes it."""
    page = Path(__file__).parents[3] / "docs" / "api.md"

    assert page.read_text("utf-8") == render()


@pytest.mark.parametrize("path", ANSWERS)
def test_answers_are_as_described(filled, path):
    """Each validates against its schema in the OpenAPI document, and lists are not empty."""
    document = filled.get("/api/v1/openapi.json").json()
    described = document["paths"][f"/api/v1{path}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    answer = filled.get("/api/v1" + PATHS.get(path, path)).json()
    schema = {"$ref": "#/schema", "schema": described, "components": document["components"]}

    jsonschema.validate(answer, schema)
    assert answer.get("items") != []


@pytest.mark.parametrize("path", ANSWERS)
def test_no_field_is_left_undescribed(filled, path):
    """What an answer holds stands in its shape."""
    known = {field.encode_name for field in msgspec.structs.fields(ANSWERS[path].shape)}
    answer = filled.get("/api/v1" + PATHS.get(path, path)).json()
    items = answer["items"] if ANSWERS[path].is_list else [answer]

    assert {name for item in items for name in item} - known == set()
