"""Every list of the API by its name: its parameters, and the query that gives a page of it."""

import sqlite3
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from agents.serve.query import articles, entities, entity_search, rejections, stories, volumes, watch
from agents.serve.query.cursor import Page
from agents.serve.query.entities import Asking
from agents.serve.query.filters import (
    AlertFilter,
    ArticleFilter,
    CountryFilter,
    EntityFilter,
    MediaTopicFilter,
    OutletFilter,
    QuoteFilter,
    RejectedFilter,
    SearchFilter,
    StoryFilter,
    TrendFilter,
)
from agents.serve.web.context import Context

Ask = Callable[[sqlite3.Connection, Any, Asking], Page]


class Listing(NamedTuple):
    """One list."""

    parameters: type[Any]
    """A model of what stands behind the question mark."""
    ask: Ask
    """The query."""


LISTS: dict[str, Listing] = {
    "entities": Listing(EntityFilter, entities.entities),
    "articles": Listing(ArticleFilter, lambda db, wanted, _: articles.articles(db, wanted)),
    "stories": Listing(StoryFilter, lambda db, wanted, asking: stories.stories(db, wanted, asking.now)),
    "trends": Listing(TrendFilter, lambda db, wanted, asking: watch.trends(db, wanted, asking.now)),
    "alerts": Listing(AlertFilter, lambda db, wanted, _: watch.alerts(db, wanted)),
    "outlets": Listing(OutletFilter, lambda db, wanted, asking: volumes.outlets(db, wanted, asking.now)),
    "media-topics": Listing(MediaTopicFilter, lambda db, wanted, asking: volumes.media_topics(db, wanted, asking.now)),
    "countries": Listing(CountryFilter, lambda db, wanted, asking: volumes.countries(db, wanted, asking.now)),
    "rejected": Listing(RejectedFilter, lambda db, wanted, _: rejections.rejected(db, wanted)),
    "search/entities": Listing(SearchFilter, lambda db, wanted, _: entity_search.search(db, wanted)),
}
QUOTES = "quotes"
"""The list of quotes, which is of one entity and so stands under it."""


def page(context: Context, name: str, wanted: Any) -> Page:
    """Return a page of a list."""
    with context.store.reading() as db:
        return LISTS[name].ask(db, wanted, Asking(context.now(), context.status.version, context.rankings))


def quotes(context: Context, entity_id: str, wanted: QuoteFilter) -> Page:
    """Return a page of an entity's quotes."""
    with context.store.reading() as db:
        return articles.quotes(db, entity_id, wanted)


def as_answer(page_: Page, more: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return a page as it is answered."""
    return {"items": page_.items, "next": page_.next, **(more or {})}
