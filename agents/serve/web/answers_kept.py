"""Answers that are kept for a moment, and their ETags: what is asked often is worked out once."""

import asyncio
import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from email.utils import formatdate
from http import HTTPStatus
from typing import NamedTuple

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

KEPT_SECONDS = 1.0
"""How long an answer is given again while records come in."""
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
    changed: str
    body: bytes


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
    """

    def __init__(
        self,
        app: ASGIApp,
        version: Callable[[], int],
        changed_at: Callable[[], int | None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._app = app
        self._version = version
        self._changed_at = changed_at
        self._clock = clock
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
        limit = UNCHANGED_SECONDS if kept.version == self._version() and key[0] != CHANGING else seconds
        return kept if self._clock() - kept.at < limit else None

    async def _in_turn(self, scope: Scope, receive: Receive, send: Send, key: tuple[str, bytes]) -> _Kept | None:
        """Return the answer; who asks the same meanwhile waits for the one."""
        turn = self._turns.setdefault(key, asyncio.Lock())
        async with turn:
            kept = self._young(key, KEPT_SECONDS) or await self._ask(scope, receive, send, key)
        if not turn.locked():
            self._turns.pop(key, None)
        return kept

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
        changed = self._changed_at()
        whole = bytes(body)
        etag = f'"{hashlib.blake2b(whole, digest_size=12).hexdigest()}"'
        kept = _Kept(self._clock(), version, etag, "" if changed is None else formatdate(changed, usegmt=True), whole)
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
    known = {tag.strip().removeprefix("W/") for tag in headers.get("if-none-match", "").split(",")}
    is_known = kept.etag in known or "*" in known
    response = (
        Response(status_code=HTTPStatus.NOT_MODIFIED)
        if is_known
        else Response(kept.body, media_type="application/json")
    )
    found = MutableHeaders(raw=response.raw_headers)
    found["etag"] = kept.etag
    found["cache-control"] = "private, no-cache"
    if kept.changed:
        found["last-modified"] = kept.changed
    response.raw_headers = found.raw
    return response
