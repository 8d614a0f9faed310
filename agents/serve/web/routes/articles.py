"""/api/v1/articles and /api/v1/stories."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from agents.serve.query import articles, stories
from agents.serve.query.filters import ArticleFilter, StoryFilter
from agents.serve.web import lists, replies
from agents.serve.web.context import Context


def router(context: Context) -> APIRouter:
    """Return the addresses about articles and stories."""
    routes = APIRouter(tags=["articles and stories"])

    @routes.get("/articles", summary="Articles, the newest first")
    def list_articles(wanted: Annotated[ArticleFilter, Query()]) -> Response:
        """Without their texts; all conditions hold together."""
        return replies.json(lists.as_answer(lists.page(context, "articles", wanted)))

    @routes.get("/articles/{id:path}", summary="An article")
    def get_article(id: str) -> Response:  # noqa: A002 - the address's name
        """Text, entities and quotes with their offsets in it, its revisions, and how often it was met again."""
        with context.store.reading() as db:
            return replies.found(articles.article(db, id), f"article {id}")

    @routes.get("/stories", summary="Stories, the latest first")
    def list_stories(wanted: Annotated[StoryFilter, Query()]) -> Response:
        """Articles that tell the same text, with the outlets that carry it."""
        return replies.json(lists.as_answer(lists.page(context, "stories", wanted)))

    @routes.get("/stories/{id:path}", summary="A story")
    def get_story(id: str) -> Response:  # noqa: A002 - the address's name
        """Who carried it, in which order, and whom it names."""
        with context.store.reading() as db:
            return replies.found(stories.story(db, id), f"story {id}")

    return routes
