"""The parameters of each list, as they stand behind the question mark."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

MAX_ID_CHARACTERS = 1_024
MAX_QUERY_CHARACTERS = 200
MAX_LIMIT = 200

Id = Annotated[str, Field(max_length=MAX_ID_CHARACTERS)]
Query = Annotated[str, Field(max_length=MAX_QUERY_CHARACTERS)]
WindowText = Annotated[
    str,
    Field(
        pattern=r"^(all|[1-9][0-9]{0,2}h|[1-9][0-9]{0,2}d)$",
        description="`24h`, `7d`, `30d`, another number of hours or days, or `all`; it ends with the newest "
        "publication in the store, or now when that is earlier",
    ),
]
Moment = Annotated[str, Field(max_length=40, description="a day (2026-01-28) or an RFC 3339 time")]


class Filter(BaseModel):
    """What every list takes."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    cursor: Annotated[str | None, Field(max_length=2_000, description="`next` of the answer before")] = None
    limit: Annotated[int, Field(ge=1, le=MAX_LIMIT, description="how many items at most")] = 50


class EntityFilter(Filter):
    """Which entities."""

    window: WindowText = "24h"
    type: Annotated[Literal["PER", "LOC", "ORG", "MISC"] | None, Field(description="what the entity is")] = None
    topic: Annotated[Id | None, Field(description="in articles about a media topic or one below it")] = None
    country: Annotated[Id | None, Field(description="in articles of outlets of a country (ISO 3166)")] = None
    outlet: Annotated[Id | None, Field(description="in articles of an outlet")] = None
    sort: Annotated[
        Literal["count", "articles", "stories", "mentions", "last_seen"],
        Field(description="the largest first: articles in the window, or one of the totals"),
    ] = "count"


class ArticleFilter(Filter):
    """Which articles."""

    entity: Annotated[Id | None, Field(description="that name an entity")] = None
    topic: Annotated[Id | None, Field(description="about a media topic or one below it")] = None
    outlet: Annotated[Id | None, Field(description="of an outlet")] = None
    country: Annotated[Id | None, Field(description="of outlets of a country (ISO 3166)")] = None
    genre: Annotated[Id | None, Field(description="of a genre")] = None
    from_: Annotated[Moment | None, Field(alias="from", description="published then or later")] = None
    to: Annotated[Moment | None, Field(description="published before then; a day counts whole")] = None
    q: Annotated[
        Query | None,
        Field(description='words of title or text, in any spelling of hamza, ta marbuta and alif; "as a phrase"'),
    ] = None
    story: Annotated[Id | None, Field(description="of a story")] = None


class QuoteFilter(Filter):
    """Which quotes of an entity: without either, all in which it speaks or is named."""

    by: Annotated[Id | None, Field(description="who speaks: another entity's id, or empty for the entity itself")] = (
        None
    )
    about: Annotated[
        Id | None, Field(description="whom the quote names: another entity's id, or empty for the entity itself")
    ] = None


class NearFilter(Filter):
    """The articles that name an entity."""


class SearchFilter(BaseModel):
    """Which entities have such a name."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    q: Annotated[Query, Field(min_length=1, description="a name or its beginning, Arabic or English")]
    type: Annotated[Literal["PER", "LOC", "ORG", "MISC"] | None, Field(description="what the entity is")] = None
    limit: Annotated[int, Field(ge=1, le=50, description="how many items at most")] = 20


class StoryFilter(Filter):
    """Which stories."""

    window: WindowText = "all"
    outlet: Annotated[Id | None, Field(description="that an outlet carries")] = None
    entity: Annotated[Id | None, Field(description="of which an article names an entity")] = None
    sort: Annotated[Literal["last_seen", "articles", "outlets"], Field(description="the largest first")] = "last_seen"


class TrendFilter(Filter):
    """Which trends."""

    window: WindowText = "24h"
    kind: Annotated[Literal["entity", "media_topic", "pair"] | None, Field(description="of what")] = None
    subject: Annotated[Id | None, Field(description="of an entity, a media topic or a pair")] = None
    direction: Annotated[Literal["rising", "falling"] | None, Field(description="which way")] = None
    country: Annotated[Id | None, Field(description="with an outlet of a country (ISO 3166) in its evidence")] = None
    outlet: Annotated[Id | None, Field(description="with an outlet in its evidence")] = None
    sort: Annotated[Literal["surprise", "at"], Field(description="the largest first")] = "surprise"


class AlertFilter(Filter):
    """Which alerts."""

    rule: Annotated[Id | None, Field(description="of a rule")] = None
    country: Annotated[Id | None, Field(description="with an outlet of a country (ISO 3166) in its evidence")] = None
    outlet: Annotated[Id | None, Field(description="with an outlet in its evidence")] = None
    from_: Annotated[Moment | None, Field(alias="from", description="then or later")] = None
    to: Annotated[Moment | None, Field(description="before then; a day counts whole")] = None


class OutletFilter(Filter):
    """Which outlets."""

    window: WindowText = "24h"
    country: Annotated[Id | None, Field(description="of a country (ISO 3166)")] = None
    sort: Annotated[
        Literal["articles", "last_seen", "silent"],
        Field(description="most articles in the window, last heard of, or longest not heard of first"),
    ] = "articles"


class MediaTopicFilter(Filter):
    """Which media topics."""

    window: WindowText = "24h"
    broader: Annotated[Id | None, Field(description="right below a media topic; empty: those of the top level")] = None


class CountryFilter(BaseModel):
    """In which window."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    window: WindowText = "24h"


class RejectedFilter(Filter):
    """Which rejections."""

    stage: Annotated[Id | None, Field(description="of a stage")] = None
    reason: Annotated[Id | None, Field(description="for a reason")] = None


class StreamFilter(BaseModel):
    """Which events of the live stream: all of what is given must hold, and no event comes that it cannot hold of."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kinds: Annotated[
        str,
        Field(
            max_length=60,
            pattern=r"^(article|story|trend|alert|rejected)(,(article|story|trend|alert|rejected))*$",
            description="which events, with commas between them",
        ),
    ] = "article,story,trend,alert"
    entity: Annotated[Id | None, Field(description="articles that name an entity, and its trends")] = None
    topic: Annotated[Id | None, Field(description="articles about a media topic or one below it, and its trends")] = (
        None
    )
    outlet: Annotated[
        Id | None,
        Field(
            description="articles of an outlet, stories that it carries, trends and alerts with it in their evidence"
        ),
    ] = None
    country: Annotated[
        Id | None, Field(description="articles of outlets of a country, trends and alerts with one in their evidence")
    ] = None
    genre: Annotated[Id | None, Field(description="articles of a genre")] = None
    q: Annotated[Query | None, Field(description="articles with all of these words")] = None
    last_event_id: Annotated[
        str | None, Field(max_length=4_000, description="as the header Last-Event-ID: where to go on")
    ] = None
