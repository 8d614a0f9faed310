"""Server-Sent Events: an answer that goes on until the client leaves, or is too slow."""

import asyncio
from collections.abc import Iterable

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from agents.serve.live.hub import Client
from streams import metrics

HEARTBEAT_SECONDS = 15.0
"""Between two signs of life where nothing happens."""
SEND_SECONDS = 10.0
"""How long a client may take for one frame."""
RETRY_MS = 3_000
"""After which a browser connects again."""


class EventStream(Response):
    """An answer made of what a client of the hub gets.

    Parameters
    ----------
    client
        In the hub for as long as the answer lasts.
    first
        Frames that go before.
    """

    media_type = "text/event-stream"

    def __init__(self, client: Client, first: Iterable[bytes] = (), heartbeat: float = HEARTBEAT_SECONDS) -> None:
        super().__init__(headers={"cache-control": "no-store", "x-accel-buffering": "no"})
        self._client = client
        self._first = first
        self._heartbeat = heartbeat
        del self.headers["content-length"]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - ASGI's signature
        """Send frames until the client leaves or is let go."""
        left = asyncio.create_task(_wait_for_leaving(receive))
        try:
            await self._send(
                send, {"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers}
            )
            await self._send_body(send, b"retry: %d\n\n" % RETRY_MS)
            for missed in self._first:
                await self._send_body(send, missed)
            while (frame := await self._next(left)) is not None:
                await self._send_body(send, frame)
            if not left.done():
                await self._send(send, {"type": "http.response.body", "body": b"", "more_body": False})
        except TimeoutError:
            # It does not take what it is sent. The server closes what is left open.
            self._client.is_dropped = True
            metrics.DASHBOARD_DROPPED.inc()
        finally:
            left.cancel()

    async def _next(self, left: asyncio.Task[None]) -> bytes | None:
        """Return the next frame, or a sign of life; None: the client has left or is let go."""
        waiting = asyncio.create_task(self._client.next())
        await asyncio.wait((waiting, left), timeout=self._heartbeat, return_when=asyncio.FIRST_COMPLETED)
        if waiting.done():
            return waiting.result()
        waiting.cancel()
        return None if left.done() else b": alive\n\n"

    async def _send_body(self, send: Send, frame: bytes) -> None:
        await self._send(send, {"type": "http.response.body", "body": frame, "more_body": True})

    async def _send(self, send: Send, message: Message) -> None:
        async with asyncio.timeout(SEND_SECONDS):
            await send(message)


async def _wait_for_leaving(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
