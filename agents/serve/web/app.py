"""The API put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from agents.serve.query import gauges
from agents.serve.web import problems, replies
from agents.serve.web.answers_kept import KeptAnswers
from agents.serve.web.context import Context
from agents.serve.web.description import describe
from agents.serve.web.gate import Gate, Rules
from agents.serve.web.routes import articles, entities, export, pipeline, stream
from streams.version import __version__

QUERY_THREADS = 16
"""Queries at once: SQLite lets them run side by side, and of those that need the same ranking all but one wait."""


def create_app(context: Context, rules: Rules | None = None) -> ASGIApp:
    """Return the app that serves a dashboard: API, page, /docs, /healthz and /metrics.

    Parameters
    ----------
    context
        The store, the hub and how reading goes.
    rules
        Who may ask; by default whoever reaches the port by the name of this machine.
    """
    app = create_api(context)
    kept = KeptAnswers(app, lambda: context.status.version, lambda: context.status.changed_at, now=context.now)
    return Gate(kept, rules or Rules())


def create_api(context: Context) -> FastAPI:
    """Return the API without its limits."""
    app = FastAPI(
        title="Rasid",
        summary="Arabic news, watched as it flows",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=_lifespan,
    )
    problems.register(app)
    for module in (entities, articles, pipeline, stream, export):
        app.include_router(module.router(context), prefix="/api/v1")

    @app.get("/healthz", include_in_schema=False)
    def healthz() -> Response:
        status = context.status
        body = {"healthy": status.is_healthy, "behind": status.behind, "changed_at": status.changed_text}
        answer = replies.json(body)
        answer.status_code = HTTPStatus.OK if status.is_healthy else HTTPStatus.SERVICE_UNAVAILABLE
        return answer

    @app.get("/metrics", include_in_schema=False)
    def exposition() -> Response:
        with context.store.reading() as db:
            gauges.show(db, context.now())
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    _serve_pages(app)
    app.openapi = lambda: describe(app)  # type: ignore[method-assign] # FastAPI's own way to extend the description
    return app


@asynccontextmanager
async def _lifespan(_: FastAPI) -> AsyncIterator[None]:
    current_default_thread_limiter().total_tokens = QUERY_THREADS
    yield


def _serve_pages(app: FastAPI) -> None:
    """Serve the page and the viewer of the API, both from files of the package."""
    here = Path(str(files("agents.serve")))
    app.mount("/docs", StaticFiles(directory=here / "api_page", html=True), name="docs")
    page = here / "page"
    if page.is_dir():
        app.mount("/page", StaticFiles(directory=page), name="page")

    @app.get("/", include_in_schema=False)
    def root() -> Response:
        index = page / "index.html"
        return FileResponse(index) if index.is_file() else RedirectResponse("/docs/")
