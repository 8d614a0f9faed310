"""/api/v1/entities and /api/v1/search/entities."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from agents.serve.query import entities
from agents.serve.query.filters import ArticleFilter, EntityFilter, NearFilter, QuoteFilter, SearchFilter
from agents.serve.web import lists, replies
from agents.serve.web.context import Context


def router(context: Context) -> APIRouter:
    """Return the addresses about entities."""
    routes = APIRouter(tags=["entities"])

    @routes.get("/entities", summary="Entities, those most named first")
    def list_entities(wanted: Annotated[EntityFilter, Query()]) -> Response:
        """Each with its articles in the window (`count`), its totals, and its last 48 hours by hour of publication."""
        return replies.json(lists.as_answer(lists.page(context, "entities", wanted)))

    @routes.get("/search/entities", summary="Entities by name")
    def search_entities(wanted: Annotated[SearchFilter, Query()]) -> Response:
        """Arabic or English; hamza, ta marbuta, alif, the article and one wrong letter in a word make no difference."""
        return replies.json(lists.as_answer(lists.page(context, "search/entities", wanted)))

    @routes.get("/entities/{id:path}/articles", summary="Articles that name an entity")
    def list_articles(id: str, wanted: Annotated[NearFilter, Query()]) -> Response:  # noqa: A002 - the address's name
        """Return a part of them, the newest first."""
        asked = ArticleFilter(entity=id, cursor=wanted.cursor, limit=wanted.limit)
        return replies.json(lists.as_answer(lists.page(context, "articles", asked)))

    @routes.get("/entities/{id:path}/quotes", summary="What an entity said, and what is said about it")
    def list_quotes(id: str, wanted: Annotated[QuoteFilter, Query()]) -> Response:  # noqa: A002 - the address's name
        """`?by=` what it said, `?about=` what names it, `?by=ID` what another said about it, `?about=ID` what it said
        about another.
        """  # noqa: D205 - shown as one sentence
        return replies.json(lists.as_answer(lists.quotes(context, id, wanted)))

    @routes.get("/entities/{id:path}", summary="All about an entity")
    def get_entity(id: str) -> Response:  # noqa: A002 - the address's name
        """Totals, hours and days of publication, media topics, outlets, and with whom it is named."""
        with context.store.reading() as db:
            return replies.found(entities.entity(db, id), f"entity {id}")

    return routes
