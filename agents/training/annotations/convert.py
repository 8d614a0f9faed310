"""From annotations as people write them, with surfaces, to those that are kept, with offsets, and back."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from agents.training.annotations.places import places, places_of
from agents.training.annotations.records import Annotated, Speech, Thing, Topics
from agents.training.annotations.texts import Texts, digest, tidy, whole

PARTS = 3
"""Parts of the training articles, each of which a model can be made without, and read it as it reads new articles."""


class Converted(NamedTuple):
    """Converted articles, what was counted on the way, and what could not be kept: article and words."""

    articles: list[Annotated]
    counts: Counter[str]
    lost: list[tuple[str, str]]


def is_held_out(name: str, one_in: int) -> bool:
    """Whether the article of an id is kept out of training, as one in so many is."""
    return int(hashlib.sha256(name.encode("utf-8")).hexdigest()[:8], 16) % one_in == 0


def part_of(name: str) -> int:
    """Return which of the PARTS the article of an id belongs to."""
    return int(hashlib.sha256(f"dev {name}".encode()).hexdigest()[:8], 16) % PARTS


def convert(
    rows: Iterable[Mapping[str, Any]], articles: Mapping[str, Mapping[str, Any]], texts: Texts, one_in: int
) -> Converted:
    """Return annotated rows with offsets.

    Parameters
    ----------
    rows
        As annotators write them; a row may hold its article's `set`, `title` and `text` itself, and `quick`.
    articles
        Articles by id, with `set`, `row`, `title` and `text`, for rows that do not.
    one_in
        One in so many articles is held out, of those that were not read quickly.
    """
    out = Converted([], Counter(), [])
    for row in rows:
        article = {**articles.get(row["id"], {}), **row}
        if not {"set", "text"} <= article.keys():
            out.lost.append((row["id"], "an article that no file gives"))
            continue
        number = article.get("row")
        if number is None:
            number = texts.row_of(article["set"], article["title"] or "", article["text"])
        if number is None:
            out.lost.append((row["id"], f"an article that {article['set']} has not"))
            continue
        out.articles.append(_one(article, number, one_in, out))
    return out


def _one(article: Mapping[str, Any], number: int, one_in: int, out: Converted) -> Annotated:
    text = whole(article["title"] or "", article["text"])
    things: list[Thing] = []
    number_of: dict[str, int] = {}
    surfaces = [[tidy(surface) for surface in entity["surfaces"]] for entity in article["entities"]]
    for entity, written, stands in zip(article["entities"], surfaces, places(text, surfaces), strict=True):
        out.lost.extend((article["id"], surface) for surface in written if not places_of(text, surface))
        if stands:
            number_of[entity["name"]] = len(things)
            things.append(_thing(entity, stands))
            out.counts.update([entity["type"]])
    quotes = [
        speech for quote in article.get("quotes", []) if (speech := _speech(quote, text, number_of, article, out))
    ]
    topics = article.get("topics") or {}
    out.counts.update(articles=1, quotes=len(quotes), places=sum(len(thing.places) for thing in things))
    quick = bool(article.get("quick"))
    held_out = not quick and is_held_out(article["id"], one_in)
    out.counts.update({"held out": held_out})
    return Annotated(
        id=article["id"],
        set=article["set"],
        row=number,
        letters=len(text),
        sha256=digest(text),
        entities=things,
        quotes=quotes,
        topics=Topics(must=list(topics.get("must", [])), ok=list(topics.get("ok", []))),
        where=list(article.get("where", [])),
        held_out=held_out,
        quick=quick,
    )


def _thing(entity: Mapping[str, Any], stands: Sequence[tuple[int, int]]) -> Thing:
    return Thing(
        type=entity["type"],
        places=list(stands),
        en=entity.get("en") or "",
        known=bool(entity.get("known")),
        optional=bool(entity.get("optional")),
        nested=bool(entity.get("nested")),
        own_outlet=bool(entity.get("own_outlet")),
        team="team" in (entity.get("who") or "").lower(),
        alt_type=_list(entity.get("alt_type")),
    )


def _speech(
    quote: Mapping[str, Any], text: str, number_of: Mapping[str, int], article: Mapping[str, Any], out: Converted
) -> Speech | None:
    at = text.find(tidy(quote["begins"]))
    if at < 0:
        out.lost.append((article["id"], quote["begins"]))
        return None
    others = [
        (place, place + len(words))
        for words in map(tidy, _list(quote.get("alt_begins")))
        if (place := text.find(words)) >= 0
    ]
    return Speech(
        direct=bool(quote.get("direct")),
        begins=(at, at + len(tidy(quote["begins"]))),
        speaker=number_of.get(quote.get("speaker") or ""),
        alt_begins=others,
        headline=bool(quote.get("headline")),
        optional=bool(quote.get("optional")),
    )


def _list(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or [])


def restore(article: Annotated, texts: Texts) -> dict[str, Any]:
    """Return an article with its text and its surfaces, as `rasid evaluate news` reads it.

    Raises
    ------
    TextError
        When the text is not to be had.
    """
    text = texts.text(article.set, article.row, article.letters, article.sha256)
    row = texts.rows(article.set)[article.row]
    title = row["title"]
    names = [text[slice(*thing.places[0])] for thing in article.entities]
    return {
        "id": article.id,
        "set": article.set,
        "row": article.row,
        "source": row.get("source") or article.set,
        "title": title,
        "text": text[len(title) + 1 :] if title else text,
        "entities": [_entity(thing, name, text) for thing, name in zip(article.entities, names, strict=True)],
        "quotes": [_quote(speech, names, text) for speech in article.quotes],
        "topics": {"must": article.topics.must, "ok": article.topics.ok},
        "where": article.where,
        "quick": article.quick,
    }


def _entity(thing: Thing, name: str, text: str) -> dict[str, Any]:
    kept = {"optional": thing.optional, "nested": thing.nested, "own_outlet": thing.own_outlet}
    return {
        "name": name,
        "type": thing.type,
        "surfaces": sorted(
            {text[start:end] for start, end in thing.places}, key=lambda surface: (-len(surface), surface)
        ),
        "en": thing.en,
        "known": thing.known,
        **{flag: True for flag, is_set in kept.items() if is_set},
        **({"who": "team"} if thing.team else {}),
        **({"alt_type": thing.alt_type} if thing.alt_type else {}),
    }


def _quote(speech: Speech, names: Sequence[str], text: str) -> dict[str, Any]:
    return {
        "direct": speech.direct,
        "begins": text[slice(*speech.begins)],
        "speaker": None if speech.speaker is None else names[speech.speaker],
        **({"alt_begins": [text[slice(*place)] for place in speech.alt_begins]} if speech.alt_begins else {}),
        **({"headline": True} if speech.headline else {}),
        **({"optional": True} if speech.optional else {}),
    }
