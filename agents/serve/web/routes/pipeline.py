"""/api/v1/outlets, media-topics, countries, trends, alerts, rejected and health."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from agents.serve.query import rejections
from agents.serve.query.filters import (
    AlertFilter,
    CountryFilter,
    MediaTopicFilter,
    OutletFilter,
    RejectedFilter,
    TrendFilter,
)
from agents.serve.query.rates import rates
from agents.serve.web import lists, replies
from agents.serve.web.context import Context
from streams.topics import TOPICS


def router(context: Context) -> APIRouter:
    """Return the addresses about what happens, and about what makes it known."""
    routes = APIRouter()

    @routes.get("/trends", summary="Trends, the most surprising first", tags=["trends and alerts"])
    def list_trends(wanted: Annotated[TrendFilter, Query()]) -> Response:
        """Return records of the topic `trends`, with their evidence."""
        return replies.json(lists.as_answer(lists.page(context, "trends", wanted)))

    @routes.get("/alerts", summary="Alerts, the latest first", tags=["trends and alerts"])
    def list_alerts(wanted: Annotated[AlertFilter, Query()]) -> Response:
        """Return records of the topic `alerts`, with their evidence."""
        return replies.json(lists.as_answer(lists.page(context, "alerts", wanted)))

    @routes.get("/outlets", summary="Outlets and their volume", tags=["volumes"])
    def list_outlets(wanted: Annotated[OutletFilter, Query()]) -> Response:
        """Articles of the window by hour or day of publication, and when each outlet was last heard of."""
        return replies.json(lists.as_answer(lists.page(context, "outlets", wanted)))

    @routes.get("/media-topics", summary="Media topics over time", tags=["volumes"])
    def list_media_topics(wanted: Annotated[MediaTopicFilter, Query()]) -> Response:
        """Articles of the window by hour or day of publication; what is below a media topic counts for it too."""
        return replies.json(lists.as_answer(lists.page(context, "media-topics", wanted)))

    @routes.get("/countries", summary="Countries of outlets", tags=["volumes"])
    def list_countries(wanted: Annotated[CountryFilter, Query()]) -> Response:
        """Articles of the window by the country of their outlet, the most first."""
        return replies.json(lists.as_answer(lists.page(context, "countries", wanted)))

    @routes.get("/rejected", summary="What was rejected, the latest first", tags=["pipeline"])
    def list_rejected(wanted: Annotated[RejectedFilter, Query()]) -> Response:
        """Where each original stands and what was found; `reasons` counts all of them by stage and reason."""
        page = lists.page(context, "rejected", wanted)
        with context.store.reading() as db:
            return replies.json(lists.as_answer(page, {"reasons": rejections.reasons(db)}))

    @routes.get("/health", summary="How the pipeline and the dashboard do", tags=["pipeline"])
    def get_health() -> Response:
        """Offsets that each stage and the read model are behind, and articles and rejections by minute."""
        return replies.json(health(context))

    return routes


def health(context: Context) -> dict[str, Any]:
    """Return how the pipeline and the dashboard do."""
    status = context.status
    stages = [
        {"stage": stage, "topic": name, "behind": status.pipeline.get(name, 0)}
        for name, topic in TOPICS.items()
        if topic.streamed
        for stage in topic.read_by
        if stage not in {"users", "serve"}
    ]
    with context.store.reading() as db:
        return {
            "healthy": status.is_healthy,
            "stages": stages,
            "read_model": {"behind": status.behind, "changed_at": status.changed_text},
            **rates(db, context.now()),
        }
