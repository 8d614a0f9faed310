"""Answers that are kept: the same while nothing changes, with an ETag that says so."""

import asyncio
from itertools import count

import pytest
from starlette.responses import Response

from agents.serve.times import seconds_of
from agents.serve.web.answers_kept import KEPT_SECONDS, KEPT_TIMES, MAX_KEPT_SECONDS, STALE_SECONDS, KeptAnswers
from tests.agents.serve.filled import NOW, Filled, article


def test_an_answer_that_is_known_is_not_sent_again():
    """Who sends the ETag gets 304 and no body until something changed."""
    filled = Filled(article("a"))
    etag = filled.get("/api/v1/articles").headers["etag"]
    same = filled.get("/api/v1/articles", headers={"if-none-match": f'"other", W/{etag}'})
    filled.add(article("b"))
    changed = filled.get("/api/v1/articles", headers={"if-none-match": etag})

    assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", etag)
    assert (changed.status_code, len(changed.json()["items"])) == (200, 2)


def test_when_the_store_changed_is_said():
    """As HTTP writes dates."""
    filled = Filled(article("a"))
    filled.context.status.changed_at = seconds_of(NOW) - 60

    assert filled.get("/api/v1/articles").headers["last-modified"] == "Sun, 01 Mar 2026 11:59:00 GMT"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"if-modified-since": "Sun, 01 Mar 2026 11:59:00 GMT"}, 304),
        ({"if-modified-since": "Sun, 01 Mar 2026 11:58:59 GMT"}, 200),
        ({"if-modified-since": "yesterday"}, 200),
        ({"if-modified-since": "Sun, 01 Mar 2026 11:59:00 GMT", "if-none-match": '"another"'}, 200),
    ],
)
def test_what_has_not_changed_since_is_not_sent_again(headers, status):
    """By the date alone where no ETag is sent, which says more."""
    filled = Filled(article("a"))
    filled.context.status.changed_at = seconds_of(NOW) - 60

    assert filled.get("/api/v1/articles", headers=headers).status_code == status


@pytest.mark.parametrize(("path", "age"), [("articles", 0), ("health", 60)])
def test_a_date_is_not_said_where_it_would_not_hold(path, age):
    """A second in which something changed may see more changes; how the pipeline does changes without any."""
    filled = Filled(article("a"))
    filled.context.status.changed_at = seconds_of(NOW) - age

    assert "last-modified" not in filled.get(f"/api/v1/{path}").headers


def test_an_error_is_never_kept():
    """What was not there a moment ago may be there now."""
    filled = Filled()
    missing, filled_now = filled.get("/api/v1/articles/a"), filled.add(article("a"))

    assert missing.status_code == 404
    assert len(filled_now) == 1
    assert filled.get("/api/v1/articles/a").status_code == 200


class _Counting:
    """An app that answers with how often it was asked, once it may."""

    def __init__(self) -> None:
        self.asked = 0
        self.status = 200
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    async def __call__(self, scope, receive, send):
        self.asked += 1
        number = self.asked
        await self.may_answer.wait()
        await Response(str(number), status_code=self.status)(scope, receive, send)


async def _body(kept, path="/api/v1/x"):
    """Return what an address is answered."""
    said = []

    async def send(message):
        said.append(message.get("body", b""))

    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
    await kept(scope, None, send)
    return b"".join(said)


async def _settle():
    """Let what goes on beside come to its end."""
    for _ in range(20):
        await asyncio.sleep(0)


def test_an_answer_that_has_grown_old_is_given_while_the_next_is_worked_out():
    """Who asks often never waits; what is far too old is not given."""

    async def ask():
        app, now, version = _Counting(), [0.0], count()
        kept = KeptAnswers(app, lambda: next(version), lambda: None, lambda: now[0])
        found = [await _body(kept)]
        app.may_answer.clear()
        now[0] = KEPT_SECONDS
        found += [await _body(kept), await _body(kept)]
        app.may_answer.set()
        await _settle()
        found.append(await _body(kept))
        now[0] += STALE_SECONDS
        found.append(await _body(kept))
        return found, app.asked

    assert asyncio.run(ask()) == ([b"1", b"1", b"1", b"2", b"3"], 3)


@pytest.mark.parametrize(
    ("took", "kept_for"), [(0.0, KEPT_SECONDS), (0.06, 0.06 * KEPT_TIMES), (10.0, MAX_KEPT_SECONDS)]
)
def test_an_answer_that_is_dear_is_kept_longer(took, kept_for):
    """Many times as long as it took to work it out, within a bound."""

    async def ask():
        now, version, asked = [0.0], count(), count(1)

        async def app(scope, receive, send):
            now[0] += took
            await Response(str(next(asked)))(scope, receive, send)

        kept = KeptAnswers(app, lambda: next(version), lambda: None, lambda: now[0])
        await _body(kept)
        numbers = []
        for later in (0.99, 0.02):
            now[0] += later * kept_for
            await _body(kept)
            await _settle()
            numbers.append(next(asked) - 1)
        return numbers

    # The second look, a moment too late, has it worked out anew; each look at the numbers takes one.
    assert asyncio.run(ask()) == [1, 3]


def test_an_answer_that_cannot_be_renewed_is_not_given_for_ever():
    """The error is said to whoever asks once it is too old."""

    async def ask():
        app, now, version = _Counting(), [0.0], count()
        kept = KeptAnswers(app, lambda: next(version), lambda: None, lambda: now[0])
        await _body(kept)
        app.status, now[0] = 503, KEPT_SECONDS
        found = [await _body(kept)]
        await _settle()
        now[0] = STALE_SECONDS
        return [*found, await _body(kept)], app.asked

    assert asyncio.run(ask()) == ([b"1", b"3"], 3)


def test_how_the_pipeline_does_is_kept_for_a_moment_only():
    """It changes though no records come; lists do not."""

    async def ask():
        app, now = _Counting(), [0.0]
        kept = KeptAnswers(app, lambda: 1, lambda: None, lambda: now[0])
        found = []
        for at in (0.0, KEPT_SECONDS / 2, STALE_SECONDS):
            now[0] = at
            found += [await _body(kept, "/api/v1/health"), await _body(kept)]
        return found

    assert asyncio.run(ask()) == [b"1", b"2", b"1", b"2", b"3", b"2"]
