"""Articles and quotes as the API shows them."""

from typing import Any

SHOWN_ENTITIES = 12
"""Of an article in a list; its own answer has all."""
EXCERPT_LETTERS = 240


def article_item(article: dict[str, Any]) -> dict[str, Any]:
    """Return an article as lists and the live stream show it: without its text, with its most salient entities."""
    ranked = sorted(article["entities"], key=lambda entity: (-entity["salience"], entity["id"]))
    body = article["text"][len(article["title"]) :].lstrip("\n") if article["title"] else article["text"]
    return {
        "id": article["id"],
        "url": article["url"],
        "title": article["title"],
        "source": article["source"],
        "published_at": article["published_at"],
        "published_precision": article["published_precision"],
        "received_at": article["received_at"],
        "section": article["section"],
        "genre": article["genre"],
        "revision": article.get("revision", 1),
        "excerpt": body[:EXCERPT_LETTERS],
        "entities": [_entity(entity) for entity in ranked[:SHOWN_ENTITIES]],
        "media_topics": article["media_topics"],
        "quotes": len(article["quotes"]),
    }


def quote_item(article: dict[str, Any], place: int) -> dict[str, Any]:
    """Return one quote of an article, with who speaks, whom it names, and where it stands."""
    quote = article["quotes"][place]
    names = {entity["id"]: entity for entity in article["entities"]}
    about = [
        entity
        for entity in article["entities"]
        if entity["id"] != quote["speaker"]
        and any(quote["start"] <= m["start"] and m["end"] <= quote["end"] for m in entity["mentions"])
    ]
    speaker = names.get(quote["speaker"])
    return {
        "text": quote["text"],
        "direct": quote["direct"],
        "headline": quote["headline"],
        "verb": quote["verb"],
        "speaker": None if speaker is None else _reference(speaker),
        "speaker_words": quote.get("speaker_words"),
        "about": [_reference(entity) for entity in about],
        "article": {name: article[name] for name in ("id", "url", "title", "source", "published_at")},
    }


def _entity(entity: dict[str, Any]) -> dict[str, Any]:
    return _reference(entity) | {"count": entity["count"], "salience": entity["salience"]}


def _reference(entity: dict[str, Any]) -> dict[str, Any]:
    return {name: entity[name] for name in ("id", "name_ar", "name_en", "type")}
