"""Answers that are kept for a moment, and their ETags: what is asked often is worked out once."""

import asyncio
import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable
from email.utils import formatdate
from http import HTTPStatus
from typing import NamedTuple

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

KEPT_SECONDS = 1.0
"""How long an answer is given again while records come in."""
UNCHANGED_SECONDS = 60.0
"""How long it is given again while none come."""
MAX_KEPT_BYTES = 32 * 2**20
MAX_ANSWER_BYTES = 2 * 2**20
"""Of one answer that is kept."""
PASSED_ON = ("/api/v1/stream", "/api/v1/export", "/api/v1/health")
"""Answers that are never kept."""


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
    """

    def __init__(self, app: ASGIApp, version: Callable[[], int], changed_at: Callable[[], int | None]) -> None:
        self._app = app
        self._version = version
        self._changed_at = changed_at
        self._kept: OrderedDict[tuple[str, bytes], _Kept] = OrderedDict()
        self._bytes = 0
        self._turns: dict[tuple[str, bytes], asyncio.Lock] = {}

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
        kept = self._fresh(key)
        if kept is None:
            # Who asks the same meanwhile waits for the one answer.
            turn = self._turns.setdefault(key, asyncio.Lock())
            async with turn:
                kept = self._fresh(key)
                if kept is None:
                    kept = await self._ask(scope, receive, send, key)
            if not turn.locked():
                self._turns.pop(key, None)
        if kept is not None:
            await _answer(kept, Headers(scope=scope))(scope, receive, send)

    def _fresh(self, key: tuple[str, bytes]) -> _Kept | None:
        kept = self._kept.get(key)
        if kept is None:
            return None
        age = time.monotonic() - kept.at
        limit = UNCHANGED_SECONDS if kept.version == self._version() else KEPT_SECONDS
        return kept if age < limit else None

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
        kept = _Kept(
            time.monotonic(), version, etag, "" if changed is None else formatdate(changed, usegmt=True), whole
        )
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
