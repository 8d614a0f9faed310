"""Records as a person reads them on a terminal: pure."""

import base64
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

import orjson
from rich.text import Text

MAX_PARTS = 6
"""Entities, media topics, sources and the like that one line names."""
MAX_CHARACTERS = 300
"""Characters of a text that are shown."""


def clean(text: object, limit: int = MAX_CHARACTERS) -> str:
    """Return a text for one line of a terminal, without what could steer the terminal or turn the line's direction."""
    kept = "".join(c if unicodedata.category(c) not in {"Cc", "Cf", "Cs"} else " " for c in str(text)[: limit * 2])
    words = " ".join(kept.split())
    return words if len(words) <= limit else words[: limit - 1] + "…"


def pretty(topic: str, key: bytes | None, value: bytes | None) -> Text:
    """Return a record of a topic (its name without the prefix) as a few lines."""
    named = clean(key.decode("utf-8", "replace")) if key else ""
    if value is None:
        return Text.assemble((named, "bold"), "  deleted")
    try:
        record = orjson.loads(value)
    except orjson.JSONDecodeError:
        record = None
    if not isinstance(record, dict):
        return Text.assemble((named, "bold"), "  " if named else "", clean(value.decode("utf-8", "replace")))
    show = SHOW.get(topic, _anything)
    title, *facts = show(record)
    lines = Text(title or named or "-", style="bold")
    for label, fact in facts:
        if fact:
            lines.append(f"\n  {label + ':':<14}", style="dim not bold")
            lines.append(fact, style="not bold")
    return lines


Shown = tuple[Any, ...]
"""The title, then pairs of a label and a fact; empty facts are left out."""


def _page(record: Mapping[str, Any]) -> Shown:
    text = record.get("text") or record.get("html") or ""
    return (
        clean(record.get("title") or text, 100),
        ("from", _joined([record.get("source"), record.get("url")])),
        ("published", clean(record.get("published_at") or "")),
        ("text", clean(text)),
    )


def _article(record: Mapping[str, Any]) -> Shown:
    source = record.get("source") or {}
    byline = record.get("byline") or {}
    return (
        clean(record.get("title", "")),
        ("id", clean(record.get("id", ""))),
        ("from", _joined([source.get("name"), record.get("republished_from"), byline.get("agency")])),
        ("published", clean(record.get("published_at") or "")),
        ("section", clean(record.get("section") or "")),
        ("entities", _joined(_entity(entity) for entity in record.get("entities") or ())),
        ("quotes", _joined((f"«{clean(q['text'], 60)}»" for q in record.get("quotes") or ()), 2)),
        ("media topics", _joined(_media_topic(topic) for topic in record.get("media_topics") or ())),
        ("text", "" if "entities" in record else clean("  ".join(record.get("paragraphs") or ()))),
        ("chrome", _joined(f"{clean(c['text'], 40)} ({clean(c['reason'])})" for c in record.get("chrome") or ())),
    )


def _entity(entity: Mapping[str, Any]) -> str:
    names = clean(entity["name_ar"]), clean(entity.get("name_en") or "")
    return f"{' '.join(name for name in names if name)} ×{entity['count']}"


def _media_topic(topic: Mapping[str, Any]) -> str:
    return f"{clean(topic.get('name_ar') or topic['name_en'])} {topic['score']:.2f}"


def _count(record: Mapping[str, Any]) -> Shown:
    entity = record["entity"]
    return (
        " ".join(clean(entity[name]) for name in ("name_ar", "name_en") if entity.get(name)),
        ("id", clean(record["id"])),
        ("counts", f"{record['articles']} articles, {record['stories']} stories, {record['mentions']} mentions"),
        ("outlets", _ranked(record["sources"])),
        ("named with", _ranked(record["with"])),
        ("media topics", _ranked(record["media_topics"])),
        ("seen", f"{record.get('first_seen') or '?'} to {record.get('last_seen') or '?'}"),
    )


def _rejected(record: Mapping[str, Any]) -> Shown:
    original = record["original"]
    coordinates = f"{original['topic']}[{original['partition']}] at {original['offset']}"
    return (
        f"{clean(record['id'])}  {clean(record['reason'])}",
        ("stage", clean(record["stage"])),
        ("detail", clean(record["detail"])),
        ("original", f"{coordinates}, {original['size']} bytes{', cut' if original['cut'] else ''}"),
        ("begins", clean(base64.b64decode(original["value_base64"])[:MAX_CHARACTERS].decode("utf-8", "replace"))),
    )


def _story(record: Mapping[str, Any]) -> Shown:
    return (
        clean(record["title"]),
        ("id", clean(record["id"])),
        ("articles", f"{len(record['articles'])} of {_joined(record['sources'])}"),
        ("seen", f"{record.get('first_seen') or '?'} to {record.get('last_seen') or '?'}"),
    )


def _repeat(record: Mapping[str, Any]) -> Shown:
    first = record["first_origin"]
    return (
        clean(record["id"]),
        (
            "again",
            f"revision {record['revision']}, first at {first['topic']}[{first['partition']}] at {first['offset']}",
        ),
        ("received", clean(record["received_at"])),
    )


def _mentions(record: Mapping[str, Any]) -> Shown:
    articles = record["articles"]
    entities = [_entity(entity) for article in articles for entity in article["entities"]]
    return f"{len(articles)} articles, {len(entities)} entities", ("entities", _joined(entities))


def _trend(record: Mapping[str, Any]) -> Shown:
    subject, window = record["subject"], record["window"]
    kind = record["direction"] if record["standing"] else "taken back"
    return (
        f"{clean(subject.get('name_ar') or subject['id'])}  {clean(kind)}",
        ("id", clean(record["id"])),
        ("window", f"{window['hours']} h from {window['start']}"),
        ("stories", f"{record['observed']}, expected {record['expected']:g}, surprise {record['surprise']:g}"),
        ("outlets", _joined(record["outlets"])),
        ("titles", _joined((clean(article["title"], 60) for article in record["articles"]), 2)),
        ("named with", _joined(record["with"])),
    )


def _anything(record: Mapping[str, Any]) -> Shown:
    return "", *((clean(name, 12), clean(orjson.dumps(value).decode())) for name, value in record.items())


SHOW = {
    "pages": _page,
    "articles": _article,
    "tagged": _article,
    "enriched": _article,
    "mentions": _mentions,
    "trend-mentions": _mentions,
    "trends": _trend,
    "entity-counts": _count,
    "repeats": _repeat,
    "rejected": _rejected,
    "stories": _story,
}


def _joined(parts: Iterable[Any], max_parts: int = MAX_PARTS) -> str:
    named = [clean(part) for part in parts if part]
    more = f" … {len(named) - max_parts} more" if len(named) > max_parts else ""
    return " · ".join(named[:max_parts]) + more


def _ranked(counts: Mapping[str, int]) -> str:
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return _joined(f"{name} ×{count}" for name, count in ranked)
