"""Who may ask the dashboard, how often, and what each answer carries."""

import asyncio

import httpx
import pytest

from agents.serve.live.status import STUCK_SECONDS
from agents.serve.web.app import create_app
from agents.serve.web.gate import Rules
from tests.agents.serve.filled import Filled, article

TOKEN = Rules(token="a long secret")  # noqa: S106 - a test's


def test_without_a_token_set_everybody_on_the_machine_may_ask():
    """The page's policy lets nothing in that is not the dashboard's own."""
    answer = Filled(article("a")).get("/api/v1/articles")

    assert answer.status_code == 200
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "unsafe-inline" not in answer.headers["content-security-policy"]
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        ({"authorization": "Bearer wrong"}, 401),
        ({"authorization": "Bearer a long secret"}, 200),
        ({"cookie": "rasid_session=a long secret"}, 401),
    ],
)
def test_a_token_is_asked_for(headers, status):
    """It is the whole token or nothing; a cookie never is the token itself."""
    assert Filled().get("/api/v1/articles", rules=TOKEN, headers=headers).status_code == status


def test_health_and_page_need_no_token():
    """There are no data in them; metrics have some."""
    answers = Filled().get("/healthz", "/docs/", "/metrics", rules=TOKEN)

    assert [answer.status_code for answer in answers] == [200, 200, 401]


def test_a_browser_gets_a_cookie_for_the_token():
    """EventSource sends no headers, but it sends the cookie."""

    async def ask():
        transport = httpx.ASGITransport(app=create_app(Filled().context, TOKEN))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            refused = await client.post("/api/v1/session", headers={"authorization": "Bearer wrong"})
            given = await client.post("/api/v1/session", headers={"authorization": "Bearer a long secret"})
            return refused, given, await client.get("/api/v1/articles")

    refused, given, asked = asyncio.run(ask())

    assert (refused.status_code, given.status_code, asked.status_code) == (401, 204, 200)
    assert "HttpOnly" in given.headers["set-cookie"]
    assert "SameSite=strict" in given.headers["set-cookie"]
    assert "a long secret" not in given.headers["set-cookie"]


def test_a_foreign_name_is_refused():
    """A site that makes its own name lead to this machine cannot read the dashboard through a visitor's browser."""
    answer = Filled().get("/api/v1/articles", headers={"host": "evil.example"})

    assert answer.status_code == 421


def test_only_named_sites_may_ask_from_elsewhere():
    """Scripts of other sites are let in by name."""
    rules = Rules(origins=frozenset({"https://desk.example"}))
    named, other = (
        Filled().get("/api/v1/articles", rules=rules, headers={"origin": origin})
        for origin in ("https://desk.example", "https://evil.example")
    )

    assert named.headers["access-control-allow-origin"] == "https://desk.example"
    assert "access-control-allow-origin" not in other.headers


def test_who_asks_too_often_is_told_to_wait():
    """The bucket empties with the burst."""
    answers = Filled().get(*["/healthz"] * 4, rules=Rules(per_second=0.001, burst=3))

    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[-1].headers["retry-after"] == "1"


def test_an_address_that_is_too_long_is_refused():
    """Before anything looks at it."""
    assert Filled().get("/api/v1/articles?q=" + "x" * 9_000).status_code == 414


@pytest.mark.parametrize(
    ("origin", "status", "allowed"),
    [("https://desk.example", 204, "https://desk.example"), ("https://evil.example", 405, None)],
)
def test_a_browser_asks_first_for_a_script_of_another_site(origin, status, allowed):
    """And is told yes only for one that is named; the question itself needs no token, as browsers send none with it."""
    rules = Rules(origins=frozenset({"https://desk.example"}), token="a long secret")  # noqa: S106 - a test's

    async def ask():
        transport = httpx.ASGITransport(app=create_app(Filled().context, rules))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.options("/api/v1/articles", headers={"origin": origin})

    answer = asyncio.run(ask())

    assert answer.status_code == status
    assert answer.headers.get("access-control-allow-origin") == allowed
    assert ("Authorization" in answer.headers.get("access-control-allow-headers", "")) is (allowed is not None)


def test_a_dashboard_that_reads_no_more_says_so():
    """So that whatever watches it starts it anew."""
    filled = Filled()
    filled.context.status.looked -= 2 * STUCK_SECONDS

    assert filled.get("/healthz").status_code == 503


def test_who_comes_when_all_places_are_taken_is_told_to_come_later(monkeypatch):
    """The live stream has a bound on its listeners."""
    monkeypatch.setattr("agents.serve.live.hub.MAX_CLIENTS", 0)
    answer = Filled().get("/api/v1/stream")

    assert (answer.status_code, answer.headers["content-type"]) == (503, "application/problem+json")
