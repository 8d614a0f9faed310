"""Answers that are kept for a moment, and their ETags: what is asked often is worked out once."""

import asyncio
import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from email.utils import formatdate, parsedate_to_datetime
from http import HTTPStatus
from typing import NamedTuple

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

KEPT_SECONDS = 1.0
"""How long an answer is given again while records come in."""
KEPT_TIMES, MAX_KEPT_SECONDS = 50, 5.0
"""An answer that took long is kept so many times as long as that, within a bound: so no address takes more than a
fiftieth of a core while it is asked all the time."""
STALE_SECONDS = 3.0
"""How long it is still given while the next one is worked out: of those who ask often none waits for a query."""
UNCHANGED_SECONDS = 60.0
"""How long it is given again while none come."""
MAX_KEPT_BYTES = 32 * 2**20
MAX_ANSWER_BYTES = 2 * 2**20
"""Of one answer that is kept."""
PASSED_ON = ("/api/v1/stream", "/api/v1/export")
"""Answers that are never kept."""
CHANGING = "/api/v1/health"
"""An answer that changes though no records come: it is never kept for long."""


class _Kept(NamedTuple):
    at: float
    version: int
    etag: str
    changed: int | None
    """Seconds since 1970; None where that is not known to the second."""
    body: bytes
    took: float = 0.0
    """Seconds."""


class KeptAnswers:
    """Keeps answers to GET under /api/v1, in front of the app.

    Parameters
    ----------
    app
        What is inside.
    version
        Gives the read model's version.
    changed_at
        Gives when it last changed, in seconds since 1970; None: never.
    clock
        Seconds that only go on.
    now
        Seconds since 1970.
    """

    def __init__(
        self,
        app: ASGIApp,
        version: Callable[[], int],
        changed_at: Callable[[], int | None],
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._app = app
        self._version = version
        self._changed_at = changed_at
        self._clock = clock
        self._now = now
        self._kept: OrderedDict[tuple[str, bytes], _Kept] = OrderedDict()
        self._bytes = 0
        self._turns: dict[tuple[str, bytes], asyncio.Lock] = {}
        self._renewals: dict[tuple[str, bytes], asyncio.Task[None]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with what is kept, or let the app answer."""
        path = scope.get("path", "")
        if scope["type"] != "http" or scope["method"] != "GET" or not path.startswith("/api/v1/"):
            await self._app(scope, receive, send)
            return
        if path.startswith(PASSED_ON):
            await self._app(scope, receive, send)
            return
        key = (path, scope["query_string"])
        kept = self._young(key, KEPT_SECONDS)
        if kept is None and (kept := self._young(key, STALE_SECONDS)) is not None and key not in self._renewals:
            self._renewals[key] = asyncio.create_task(self._renew(scope, key))
        if kept is None:
            kept = await self._in_turn(scope, receive, send, key)
        if kept is not None:
            await _answer(kept, Headers(scope=scope))(scope, receive, send)

    def _young(self, key: tuple[str, bytes], seconds: float) -> _Kept | None:
        """Return what is kept, if it is not older than that; while nothing changes most may be older."""
        kept = self._kept.get(key)
        if kept is None:
            return None
        long = max(1.0, min(MAX_KEPT_SECONDS, kept.took * KEPT_TIMES) / KEPT_SECONDS)
        limit = UNCHANGED_SECONDS if kept.version == self._version() and key[0] != CHANGING else seconds * long
        return kept if self._clock() - kept.at < limit else None

    async def _in_turn(self, scope: Scope, receive: Receive, send: Send, key: tuple[str, bytes]) -> _Kept | None:
        """Return the answer; who asks the same meanwhile waits for the one."""
        turn = self._turns.setdefault(key, asyncio.Lock())
        try:
            async with turn:
                return self._young(key, KEPT_SECONDS) or await self._ask(scope, receive, send, key)
        finally:
            if not turn.locked():
                self._turns.pop(key, None)

    async def _renew(self, scope: Scope, key: tuple[str, bytes]) -> None:
        """Work an answer out that nobody waits for; where that fails, it is said to who asks next."""
        try:
            with suppress(Exception):
                await self._in_turn(dict(scope), _nothing_more, _into_the_void, key)
        finally:
            self._renewals.pop(key, None)

    async def _ask(self, scope: Scope, receive: Receive, send: Send, key: tuple[str, bytes]) -> _Kept | None:
        """Let the app answer, and keep that; None: it is none to keep, and was sent already."""
        version, body, start = self._version(), bytearray(), dict[str, Message]()
        now, changed, began = self._now(), self._changed_at(), self._clock()

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                start["message"] = message
                if message["status"] != HTTPStatus.OK:
                    await send(message)
            elif start["message"]["status"] != HTTPStatus.OK:
                await send(message)
            else:
                body.extend(message.get("body", b""))

        await self._app(scope, receive, collect)
        if start["message"]["status"] != HTTPStatus.OK:
            return None
        whole = bytes(body)
        etag = f'"{hashlib.blake2b(whole, digest_size=12).hexdigest()}"'
        is_told = changed is not None and changed < int(now) and key[0] != CHANGING
        # Within the second of a change there may come another, which a date could not tell from it.
        kept = _Kept(self._clock(), version, etag, changed if is_told else None, whole, self._clock() - began)
        self._keep(key, kept)
        return kept

    def _keep(self, key: tuple[str, bytes], kept: _Kept) -> None:
        before = self._kept.pop(key, None)
        self._bytes -= len(before.body) if before else 0
        if len(kept.body) > MAX_ANSWER_BYTES:
            return
        self._kept[key] = kept
        self._bytes += len(kept.body)
        while self._bytes > MAX_KEPT_BYTES:
            self._bytes -= len(self._kept.popitem(last=False)[1].body)


async def _nothing_more() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


async def _into_the_void(message: Message) -> None:
    pass


def _answer(kept: _Kept, headers: Headers) -> Response:
    """Return an answer, or only that it is still the same as the one that the caller has."""
    response = (
        Response(status_code=HTTPStatus.NOT_MODIFIED)
        if _is_known(kept, headers)
        else Response(kept.body, media_type="application/json")
    )
    found = MutableHeaders(raw=response.raw_headers)
    found["etag"] = kept.etag
    found["cache-control"] = "private, no-cache"
    if kept.changed is not None:
        found["last-modified"] = formatdate(kept.changed, usegmt=True)
    response.raw_headers = found.raw
    return response


def _is_known(kept: _Kept, headers: Headers) -> bool:
    """Whether the caller has this answer: by its ETag, or where it sends none by when the store last changed."""
    if (given := headers.get("if-none-match")) is not None:
        known = {tag.strip().removeprefix("W/") for tag in given.split(",")}
        return kept.etag in known or "*" in known
    try:
        since = parsedate_to_datetime(headers.get("if-modified-since", "")).timestamp()
    except (ValueError, TypeError, OverflowError):
        return False
    return kept.changed is not None and kept.changed <= since
