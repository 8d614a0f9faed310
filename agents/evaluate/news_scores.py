"""The measures of annotated news: entities, their ids, quotes, speakers and media topics, each counted for itself.

What two texts have in common is judged by a folding of this module's own, so that a measure does not move when the
product folds otherwise.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from agents.evaluate.scores import Hits
from streams.records.enriched import EnrichedArticle
from streams.records.tagged import Quote

TYPES = ("PER", "LOC", "ORG", "MISC")
_LETTERS = str.maketrans("أإآٱىةؤئ", "اااايهوي", "ـ")
_INVISIBLE = re.compile("[\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_NO_WORD = re.compile(r"\W+")
_THAT = frozenset(["ان", "بان", "انه", "انها", "بانه", "بانها", "انهم", "ب"])
"""Words that may open speech and are not part of it."""
_OPENING_LETTERS = 14
"""So many letters at its beginning tell a quote from others."""
_SEARCHED_LETTERS = 40
"""An annotated beginning may stand among so many first letters of the quote found."""
_UNCOUNTED = ("optional", "nested", "own_outlet")
"""Marks of annotated things that nobody has to find, and that are no mistake when found."""


class Mistake(NamedTuple):
    """What went wrong, in which article, and the words of it."""

    what: str
    article: str
    words: str


@dataclass
class NewsScores:
    """All that is counted over a set of articles."""

    articles: int = 0
    entities: dict[str, Hits] = field(default_factory=lambda: {name: Hits() for name in ("all", "any type", *TYPES)})
    """By annotated type; `all` asks for the type to be right too, `any type` does not."""
    split: int = 0
    """Annotated things that came out under two ids."""
    merged: int = 0
    """Ids that took in two annotated things."""
    quotes: Hits = field(default_factory=Hits)
    headlines: Hits = field(default_factory=Hits)
    """Speech in titles, counted apart."""
    speakers: Hits = field(default_factory=Hits)
    topics: Hits = field(default_factory=Hits)
    """Right and missed are topics that must be given; what was given too much stands in `labels`."""
    topical: int = 0
    """Articles that must get a topic."""
    topical_hit: int = 0
    """Those of them that got one."""
    labels: Hits = field(default_factory=Hits)
    """The topics given: right where they are annotated, or above or below one that is."""
    mistakes: list[Mistake] = field(default_factory=list)

    @property
    def split_share(self) -> float:
        """The share of the things found that came out under two ids."""
        return self.split / max(1, self.entities["all"].right)


def measure(
    annotated: Iterable[Mapping[str, Any]],
    found: Mapping[str, EnrichedArticle],
    broader: Mapping[str, Collection[str]],
) -> NewsScores:
    """Compare articles with their annotation.

    Parameters
    ----------
    annotated
        Rows with `id`, `entities`, `quotes` and `topics`.
    found
        What the stages made of them, by id; an article that is missing counts as one without anything found.
    broader
        The media topics above each media topic.
    """
    scores = NewsScores()
    for row in annotated:
        scores.articles += 1
        comparison = _Comparison(row, found.get(row["id"]), scores)
        comparison.count_entities()
        comparison.count_quotes()
        comparison.count_topics(broader)
    return scores


def as_json(scores: NewsScores) -> dict[str, Any]:
    """Return the figures, rounded, under the names that the annotators' own tool gives them."""
    return {
        "articles": scores.articles,
        "entities": {name: _figures(hits) for name, hits in scores.entities.items()},
        "split": round(scores.split_share, 4),
        "merged": scores.merged,
        "quotes": _figures(scores.quotes),
        "headline_quotes_found": f"{scores.headlines.right}/{scores.headlines.right + scores.headlines.missed}",
        "speakers": {
            "precision": round(scores.speakers.precision, 3),
            "recall": round(scores.speakers.recall, 3),
            "n": scores.speakers.right + scores.speakers.missed,
        },
        "topics": {
            "hit": round(scores.topical_hit / max(1, scores.topical), 3),
            "recall": round(scores.topics.recall, 3),
            "precision": round(scores.labels.precision, 3),
            "labels": scores.labels.right + scores.labels.wrong,
        },
    }


def _figures(hits: Hits) -> dict[str, float]:
    rates = {"P": round(hits.precision, 3), "R": round(hits.recall, 3), "F1": round(hits.f1, 3)}
    return {**rates, "tp": hits.right, "fp": hits.wrong, "fn": hits.missed}


class _Comparison:
    """One article's annotation beside what was found in it."""

    def __init__(self, row: Mapping[str, Any], article: EnrichedArticle | None, scores: NewsScores) -> None:
        self._row, self._article, self._scores = row, article, scores
        self._entities = article.entities if article else []
        self._names = [bare_names([e.name_ar, *(mention.surface for mention in e.mentions)]) for e in self._entities]
        """The name and the surfaces of each entity found."""
        self._names_of_id = {e.id: names for e, names in zip(self._entities, self._names, strict=True)}
        self._surfaces_of = {thing["name"]: bare_names(thing["surfaces"]) for thing in row["entities"]}
        """The surfaces of each annotated thing, by its name."""

    def count_entities(self) -> None:
        """Count a thing as found where an entity of its type has a surface of it."""
        scores, found, names = self._scores, self._entities, self._names
        things_of: dict[int, list[str]] = {}
        named: set[int] = set()
        for thing in self._row["entities"]:
            surfaces, types = bare_names(thing["surfaces"]), types_of(thing)
            alike = [number for number, own in enumerate(names) if own & surfaces]
            same = [number for number in alike if found[number].type in types]
            named.update(alike)
            for number in same:
                things_of.setdefault(number, []).append(thing["name"])
            ids = sorted({found[number].id for number in same})
            if len(ids) > 1:
                scores.split += 1
                self._note("split ids", f"{_listed(thing['surfaces'])}: {' '.join(ids)}")
            if not any(thing.get(mark) for mark in _UNCOUNTED):
                _add(scores.entities["any type"], found=bool(alike))
                _add(scores.entities["all"], found=bool(same))
                _add(scores.entities[thing["type"]], found=bool(same))
                if not same:
                    self._note(f"missed {thing['type']}", _listed(thing["surfaces"]))
        scores.entities["any type"].wrong += len(found) - len(named)
        for number, entity in enumerate(found):
            things = things_of.get(number, [])
            if not things:
                scores.entities["all"].wrong += 1
                scores.entities[entity.type].wrong += 1
                shown = dict.fromkeys(mention.surface for mention in entity.mentions)
                self._note(f"wrong {entity.type}", f"{_listed(shown)}: {entity.id}")
            elif len(things) > 1:
                scores.merged += 1
                self._note("merged ids", f"{_listed(things)}: {entity.id}")

    def count_quotes(self) -> None:
        """Count speech as found where a quote begins as it does; each quote answers one annotated speech."""
        scores = self._scores
        left = [(opening_of(quote.text), quote) for quote in (self._article.quotes if self._article else ())]
        for speech in self._row["quotes"]:
            beginnings = [opening_of(text) for text in (speech["begins"], *several(speech.get("alt_begins")))]
            at = next((at for at, (opening, _) in enumerate(left) if begins(opening, beginnings)), None)
            headline = bool(speech.get("headline"))
            _add(scores.headlines if headline else scores.quotes, found=at is not None)
            quote = left.pop(at)[1] if at is not None else None
            if quote is None:
                self._note("missed quote", f"{speech['begins']} ({speech['speaker']})")
            if speech["speaker"]:
                self._count_speaker(speech, quote, headline=headline)
        scores.quotes.wrong += len(left)
        for _, quote in left:
            self._note("wrong quote", f"{quote.text[:70]} ({quote.speaker})")

    def _count_speaker(self, speech: Mapping[str, Any], quote: Quote | None, *, headline: bool) -> None:
        """Count the speaker of an annotated speech; of a headline's only where it is wrong."""
        hits = self._scores.speakers
        speakers = [speech["speaker"], *several(speech.get("alt_speaker") or speech.get("alt_speakers"))]
        said_by = quote.speaker if quote is not None else None
        right = said_by is not None and any(self._is(said_by, name) for name in filter(None, speakers))
        if said_by is not None and not right:
            hits.wrong += 1
            self._note("wrong speaker", f"{said_by} instead of {speech['speaker']}: {speech['begins']}")
        elif quote is not None and said_by is None:
            self._note("missed speaker", f"{speech['speaker']}: {speech['begins']}")
        if not headline:
            _add(hits, found=right)

    def _is(self, identifier: str, name: str) -> bool:
        """Whether an entity found shares a surface with the annotated thing of a name."""
        surfaces = self._surfaces_of.get(name) or {_bare(name)}
        return bool(self._names_of_id.get(identifier, set()) & surfaces)

    def count_topics(self, broader: Mapping[str, Collection[str]]) -> None:
        """Count the topics that must be given, and of those given which are annotated, above or below one that is."""
        scores, topics = self._scores, self._row["topics"]
        found = self._article.media_topics if self._article else []
        must = [set(several(topic)) for topic in topics["must"]]
        fine = set(topics.get("ok", ())).union(*must)
        given = [{topic.id, *broader.get(topic.id, ())} for topic in found]
        hits = [any(alternatives & with_broader for with_broader in given) for alternatives in must]
        for hit in hits:
            _add(scores.topics, found=hit)
        if must:
            scores.topical += 1
            scores.topical_hit += any(hits)
            if not any(hits):
                names = ", ".join(topic.name_en for topic in found)
                self._note("missed topics", f"{topics['must']}, given {names or 'none'}")
        for topic, with_broader in zip(found, given, strict=True):
            if with_broader & fine or any(topic.id in broader.get(other, ()) for other in fine):
                scores.labels.right += 1
            else:
                scores.labels.wrong += 1
                self._note("wrong topic", f"{topic.name_en} {topic.score}")

    def _note(self, what: str, words: str) -> None:
        self._scores.mistakes.append(Mistake(what, self._row["id"], words))


def _add(hits: Hits, *, found: bool) -> None:
    hits.right += found
    hits.missed += not found


def types_of(thing: Mapping[str, Any]) -> set[str]:
    """Return the types that an annotated thing may be given; a country that plays is a place or a body."""
    types = {thing["type"], *several(thing.get("alt_type"))}
    return types | {"LOC", "ORG"} if "team" in (thing.get("who") or "").lower() else types


def several(value: str | list[str] | None) -> list[str]:
    """Return what the annotation writes as one word, a list, or nothing."""
    return [value] if isinstance(value, str) else value or []


def begins(opening: str, beginnings: Iterable[str]) -> bool:
    """Whether a quote that opens so begins in one of the ways annotated."""
    return bool(opening) and any(
        opening.startswith(text[:_OPENING_LETTERS])
        or text.startswith(opening[:_OPENING_LETTERS])
        or text[:_OPENING_LETTERS] in opening[:_SEARCHED_LETTERS]
        for text in beginnings
    )


def opening_of(text: str) -> str:
    """Return speech folded, without the word that reports it (أن، بأنها)."""
    folded = _folded(text)
    first, space, rest = folded.partition(" ")
    return rest if space and first in _THAT else folded


def bare_names(surfaces: Iterable[str]) -> set[str]:
    """Return names folded, without their ال."""
    return {_bare(surface) for surface in surfaces}


def _bare(text: str) -> str:
    """Return a name folded, without its ال."""
    return _folded(text).removeprefix("ال")


def _folded(text: str) -> str:
    """Return a text's words without case, diacritics, marks and the spellings of hamza."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).translate(_LETTERS)
    return _NO_WORD.sub(" ", plain).strip().lower()


def _listed(words: Iterable[str]) -> str:
    return "، ".join(words)
