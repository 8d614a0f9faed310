"""/api/v1/stream: Server-Sent Events."""

from contextlib import ExitStack
from typing import Annotated

from fastapi import APIRouter, Header, Query
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from agents.serve.live import replay
from agents.serve.live.hub import GAP, Client, frame, positions_of
from agents.serve.live.wanted import Wanted, words_of
from agents.serve.query.cursor import BadRequestError
from agents.serve.query.filters import StreamFilter
from agents.serve.web.context import Context
from agents.serve.web.event_stream import EventStream

Positions = dict[tuple[str, int], int]


def router(context: Context) -> APIRouter:
    """Return the address of the live stream."""
    routes = APIRouter(tags=["live stream"])

    @routes.get("/stream", summary="What comes, as it comes")
    async def stream(
        wanted: Annotated[StreamFilter, Query()],
        last_event_id: Annotated[str | None, Header(max_length=4_000)] = None,
    ) -> Response:
        """Server-Sent Events: `article`, `story`, `trend`, `alert`, `rejected`, each with an item as in the lists.

        An event's id says where to go on in each partition; browsers send it as `Last-Event-ID` when they connect
        again, and get what they missed. Where that is too much a `gap` comes first.
        """
        given = last_event_id or wanted.last_event_id
        try:
            since = positions_of(given) if given else {}
        except ValueError as error:
            raise BadRequestError("Last-Event-ID: take the id of an event of this stream, or leave it out") from error
        return _Listening(context, Wanted(wanted), since)

    return routes


class _Listening(Response):
    """A client in the hub for as long as the answer lasts."""

    def __init__(self, context: Context, wanted: Wanted, since: Positions) -> None:
        super().__init__()
        self._context = context
        self._wanted = wanted
        self._since = since

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with ExitStack() as stack:
            client = stack.enter_context(self._context.hub.client(self._wanted))
            first = await run_in_threadpool(_missed, self._context, client, self._since) if self._since else []
            await EventStream(client, first)(scope, receive, send)


def _missed(context: Context, client: Client, since: Positions) -> list[bytes]:
    """Return the frames between where a client left and where the hub stood when it came back."""
    with context.store.reading() as db:
        events, is_whole = replay.missed(db, since, client.positions)
    at = dict(since)
    frames = [] if is_whole else [GAP]
    for event in events:
        at[event.topic, event.partition] = event.offset + 1
        if client.wanted.holds(event, words_of(event)):
            frames.append(frame(event.kind, event.data, at))
    return frames
