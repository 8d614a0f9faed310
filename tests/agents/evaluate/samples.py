"""Records with what a measurement looks at, and nothing else in them."""

from streams.records.articles import Source
from streams.records.enriched import EnrichedArticle, MediaTopic
from streams.records.entities import Entity, Mention
from streams.records.origin import Origin
from streams.records.tagged import Pipeline, Quote, TaggedArticle


def entity(identifier, kind, *surfaces, known=True, name_en=None):
    return Entity(
        id=identifier,
        name_ar=surfaces[0],
        name_en=name_en,
        type=kind,
        known=known,
        count=len(surfaces),
        salience=0.5,
        mentions=[Mention(start=0, end=0, surface=surface) for surface in surfaces],
    )


def quote(text, speaker=None):
    return Quote(text=text, start=0, end=len(text), speaker=speaker, verb=None, direct=True)


def topic(identifier):
    return MediaTopic(id=identifier, name_ar="", name_en=identifier, score=0.9)


def _fields(identifier):
    return {
        "id": identifier,
        "origin": Origin(topic="pages", partition=0, offset=0),
        "received_at": "2026-01-01T00:00:00Z",
        "source": Source(id="source", name="source"),
        "language": "ar",
        "title": "",
        "text": "",
        "fingerprint": "",
        "pipeline": Pipeline(version="", lexicon=""),
    }


def tagged(identifier, entities=(), quotes=()):
    return TaggedArticle(**_fields(identifier), entities=list(entities), quotes=list(quotes))


def enriched(identifier, entities=(), quotes=(), topics=()):
    return EnrichedArticle(
        **_fields(identifier), entities=list(entities), quotes=list(quotes), media_topics=[topic(t) for t in topics]
    )
