"""Parameters of the dashboard's API, of any value: an answer or a problem, never a failure."""

import asyncio
from urllib.parse import quote

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.serve.web.app import create_api, create_app
from tests.agents.serve.filled import EGYPT, Filled, alert, article, counted, rejected, story, trend
from tests.fuzz import inputs

HINTS = (
    "",
    "0",
    "-1",
    "1",
    "99999999999999999999",
    "NaN",
    "1e9",
    "true",
    "loc:egypt",
    "medtop:04000000",
    "EG",
    "a",
    "b",
)
MORE = (
    "hour",
    "day",
    "week",
    "PT1H",
    "P1D",
    "rising",
    "relevance",
    "newest",
    "*",
    "%",
    "%00",
    "'",
    '"',
    "a OR b",
    "NEAR(a b)",
    "../..",
)


@pytest.fixture(scope="module")
def filled():
    """Return a read model with one of everything."""
    hour = "2026-03-01T11:00:00Z"
    records = (article("a"), article("b"), counted(EGYPT, 2), story("a", "a", "b"), rejected("r"))
    return Filled(*records, trend("loc:egypt", hour, 9), alert("x:1", "x"))


@pytest.fixture(scope="module")
def addresses(filled):
    """Return the addresses with the names of their parameters; a stream that does not end is left out."""
    paths = create_api(filled.context).openapi()["paths"]
    found = {path: [one["name"] for one in on["get"].get("parameters", ())] for path, on in paths.items()}
    return sorted((path, names) for path, names in found.items() if not path.endswith("/stream"))


async def ask(app, path, parameters):
    """Return the answer to an address."""
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=True)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        return await client.get(path, params=parameters)


@given(data=st.data())
def test_any_parameters_are_answered_or_refused(filled, addresses, data):
    """The answer is JSON or what was asked for; what is wrong with a parameter is said as a problem."""
    path, names = data.draw(st.sampled_from(addresses))
    words = st.one_of(st.sampled_from(HINTS + MORE + inputs.MOMENTS), inputs.texts)
    text = words.map(lambda value: value.encode("utf-8", "replace").decode())
    for name in names:
        if f"{{{name}}}" in path:
            path = path.replace(f"{{{name}}}", quote(data.draw(text), safe="") or "x")
    chosen = data.draw(st.dictionaries(st.sampled_from(names or ["limit"]), text, max_size=4))
    answer = asyncio.run(ask(create_app(filled.context), path, chosen))

    assert answer.status_code in {200, 307, 400, 404, 410, 422, 431}, (path, chosen, answer.text)
    assert answer.status_code == 200 or "json" in answer.headers.get("content-type", "json")
