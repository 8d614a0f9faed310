"""All names of one text: the lexicon's, those that rules find, a model's; each decided, and brought together."""

from collections.abc import Callable, Container, Sequence
from typing import NamedTuple

from agents.arabic.dates.find import opens_date
from agents.arabic.tokens import Tokens
from agents.tag_entities import scan
from agents.tag_entities.context import Scene
from agents.tag_entities.draft import Named, Span, apart, of_lexicon, of_text, take
from agents.tag_entities.find import codes, military_units, patronymics, works
from agents.tag_entities.find.composed import composed_name
from agents.tag_entities.find.model_names import suggested
from agents.tag_entities.find.model_text import Seen
from agents.tag_entities.find.national_bodies import Composed, Composer
from agents.tag_entities.find.people import People, Person
from agents.tag_entities.lexicon.lexicon import FLAG_BITS, Lexicon
from agents.tag_entities.match.decide import UNSURE, Decider
from agents.tag_entities.match.evidence import SPORT_KINDS
from agents.tag_entities.match.neighbours import LISTED
from agents.tag_entities.match.surfaces import Match, Matcher
from agents.tag_entities.scan import Marks, Places
from agents.tag_entities.unify.extents import apposed, reached, set_apart
from agents.tag_entities.unify.lone_surnames import lone_surnames
from agents.tag_entities.unify.respellings import Respelt
from agents.tag_entities.unify.short_names import gather_people, one_type, short_names
from agents.tag_entities.unify.teams import teams
from agents.tag_entities.word_kinds import Kinds
from agents.tag_entities.words.roles import PLAY
from agents.tag_entities.words.speech import CITING, SPEECH

_HINT = 0.5
"""How sure a model must be for its type to speak for a bearer of a surface."""
_SPORTY = 6
"""Different words of sport, clubs and athletes that make an article without a section one about sport."""
_SPORTY_ELSEWHERE = 15
"""As many make an article one about sport although its outlet has it under another section."""


class Looked(NamedTuple):
    """A text's tokens, the marks of its words, and the lexicon's surfaces in it."""

    tokens: Tokens
    places: Places
    matches: list[Match]


class Names:
    """Finds and decides the names of a text; remembers words, nothing of the texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.kinds = Kinds(lexicon)
        self._matcher = Matcher(lexicon, self.kinds)
        self._composer = Composer(lexicon, self.kinds)
        self._decider = Decider(lexicon, self.kinds)
        self._respelt = Respelt(lexicon, self.kinds)
        self._people = People(self.kinds, lexicon.demonyms)
        self.marks = Marks(
            [
                (scan.OPENS, self._matcher.opens),
                (scan.BODY, self._composer.opens),
                (scan.TITLE, self._people.titles),
                (scan.NAME, self._people.opens),
                (scan.THING, works.opens),
                (scan.LETTER, codes.opens),
                (scan.PATTERN, military_units.opens),
                (scan.DAUGHTER, patronymics.opens),
                (scan.TWIN, self._people.twin),
                (scan.SPEECH, SPEECH.__contains__),
                (scan.CITING, CITING.__contains__),
                (scan.NATION, self.nation),
                (scan.DATE, opens_date),
                (scan.SPORT, PLAY.__contains__),
                (scan.RARE, lambda word: word.isalpha() and not self.kinds[word].common),
            ]
        )

    def nation(self, word: str) -> str | None:
        """Give the country of a nationality adjective, a proclitic aside."""
        get = self._lexicon.demonyms.get
        return get(word) or (get(word[1:]) if word[0] in "وبلف" else None)

    def look(self, tokens: Tokens) -> Looked:
        """Look at a text's words and find the lexicon's surfaces in it."""
        places = self.marks.scan(tokens)
        return Looked(tokens, places, self._matcher.find(tokens, places.of(scan.OPENS)))

    def doubtful(self, looked: Looked) -> set[int]:
        """Give the tokens that a model should judge: those that could be a name and that no sure surface covers."""
        words, kinds = looked.tokens.words, self.kinds
        covered: set[int] = set()
        unsure: set[int] = set()
        for match in looked.matches:
            if len(match.bearers) == 1 and not match.bearers[0] & UNSURE:
                covered.update(range(match.first, match.last))
            else:
                unsure.add(match.first)
        unsure.update([at for at in looked.places.of(scan.NAME) if at + 1 < len(words) and kinds[words[at + 1]].name])
        unsure.update(looked.places.of(scan.RARE))
        return unsure - covered

    def find(
        self,
        looked: Looked,
        section: str | None,
        raw: Callable[[int, int], str],
        seen: Sequence[Seen] = (),
        dated: Container[int] = (),
    ) -> list[Span]:
        """Find the names, from left to right, without overlap.

        Parameters
        ----------
        looked
            The text, as `look` gives it.
        section
            The article's standard section, which speaks for some meanings of a name.
        raw
            Gives a stretch of the folded text as published, with one mark behind it.
        seen
            What a model sees in the text.
        dated
            Tokens that are part of a date, and so no name of one word: أبريل is no company.
        """
        tokens, places = looked.tokens, looked.places
        matches = [
            m
            for m in looked.matches
            if not self._decider.inside_person(tokens, m)
            and not (m.last - m.first == 1 and m.first in dated)
            and not self._decider.misread(tokens, m, raw)
        ]
        scene = self._scene(tokens, places, matches, section)
        taken = bytearray(len(tokens.words) + 1)
        spans = self._decided(tokens, matches, scene, raw, seen)
        for span in spans:
            take(taken, span)
        spans = self._compose(tokens, places, spans, taken)
        formed = military_units.patterns(tokens, places.of(scan.PATTERN), taken)
        inside = {at for span in formed for at in range(span.first, span.last)}
        spans = _with([span for span in spans if span.first not in inside], formed, taken)
        spans = codes.models(tokens, places.of(scan.LETTER), spans, taken)
        spans = _with(spans, works.works(tokens, places.of(scan.THING), taken), taken)
        twins = self._people.twins(tokens, places.of(scan.TWIN), raw)
        for person in self._people.find(tokens, places.which(scan.TITLE), taken, raw, twins):
            spans.append(self._of_person(tokens, person))
            take(taken, spans[-1])
        spans = _with(spans, patronymics.daughters(tokens, places.of(scan.DAUGHTER), taken, self.kinds), taken)
        spans = suggested(tokens, seen, spans, taken, self._lexicon, self.kinds)
        for person in self._people.find(tokens, places.which(scan.NAME), taken, raw, twins):
            spans.append(self._of_person(tokens, person))
            take(taken, spans[-1])
        spans += set_apart(tokens, places.of(scan.TITLE), taken, self.kinds)
        spans += apposed(tokens, places.of(scan.SPEECH), taken, self._lexicon.demonyms)
        spans = reached(tokens, spans, taken, self.kinds, self._lexicon.demonyms)
        spans = gather_people(self._respelt.link(spans, tokens), tokens)
        spans += short_names(tokens, spans, taken, self.kinds, self._lexicon, seen)
        spans += lone_surnames(tokens, places.of(scan.SPEECH), spans, taken, self._lexicon, scene.countries)
        if scene.sport:
            spans = teams(tokens, spans, self._lexicon)
        spans = one_type(spans)
        if self._lexicon.merges or self._lexicon.silenced:
            spans = self._as_told(spans)
        return apart(spans)

    def _decided(
        self,
        tokens: Tokens,
        matches: list[Match],
        scene: Scene,
        raw: Callable[[int, int], str],
        seen: Sequence[Seen],
    ) -> list[Span]:
        """Decide the lexicon's surfaces: each where it stands, then by what others of its form mean."""
        hints = {name.first: name for name in seen if name.score >= _HINT}
        spans = []
        undecided = []
        for match in matches:
            hint = hints.get(match.first)
            span = self._decider.decide(tokens, match, scene, hint if hint and hint.last == match.last else None)
            other = self._matcher.after_and(tokens, match) if span is None else None
            if other is not None and (other.key[-1] != "ه" or "ة" in raw(other.start, other.end)):
                span = self._decider.decide(tokens, other, scene, None)
            if span is not None:
                spans.append(span)
            else:
                undecided.append(match)
        return spans + self._again(undecided, matches, spans, scene)

    def _as_told(self, spans: list[Span]) -> list[Span]:
        """Apply the user's merges and silences."""
        told = []
        for span in spans:
            into = self._lexicon.merges.get(span.named.id)
            named = span.named
            if into is not None:
                known = self._lexicon.known(into)
                named = of_lexicon(known) if known is not None else named._replace(id=into)
            if named.id not in self._lexicon.silenced:
                told.append(span._replace(named=named))
        return told

    def _again(self, undecided: list[Match], matches: list[Match], spans: list[Span], scene: Scene) -> list[Span]:
        """Decide surfaces as the article has decided them elsewhere: a name has one meaning in one article."""
        named = {(s.first, s.last): s.named for s in spans}
        meant = {m.key: named[m.first, m.last] for m in matches if (m.first, m.last) in named}
        return [
            Span(m.first, m.last, m.start, m.end, meant[m.key])
            for m in undecided
            if m.key in meant and self._carries(m.key, meant[m.key], scene)
        ]

    def _carries(self, key: str, named: Named, scene: Scene) -> bool:
        """Say whether a decided surface means the same elsewhere: a club in sport does, a paper الاقتصادية does not."""
        plain = " " not in key and (key in self._lexicon.common or key.removeprefix("ال") in self._lexicon.common)
        club = scene.sport and named.known is not None and named.known.kind == "club"
        return named.type == "PER" or (named.type == "ORG" and (club or not plain))

    def _scene(self, tokens: Tokens, places: Places, matches: list[Match], section: str | None) -> Scene:
        entities = self._lexicon.entities
        clear = [m for m in matches if len(m.bearers) == 1 and not m.bearers[0] & UNSURE]
        sure = [entities[m.bearers[0] >> FLAG_BITS] for m in clear]
        countries = {country for known in sure for country in known.countries}
        countries.update(known.id for known in sure if known.kind == "country")
        countries.update(filter(None, (self.nation(tokens.words[at]) for at in places.of(scan.NATION))))
        played = len({tokens.words[at] for at in places.of(scan.SPORT)})
        played += len({known.id for known in sure if known.kind in SPORT_KINDS})
        sport = section == "sport" or played >= (_SPORTY if section is None else _SPORTY_ELSEWHERE)
        people = {known.id: known.kind for known in sure if known.type == "PER"}
        company: dict[str, int] = {}
        for kind in people.values():
            company[kind] = company.get(kind, 0) + 1
        scene = Scene(tokens, section, {known.id for known in sure}, countries, company, sport=sport)
        for match, known in zip(clear, sure, strict=True):
            if known.kind in LISTED:
                scene.ends[match.last] = scene.starts[match.first] = known.kind
        return scene

    def _compose(  # noqa: C901 - a reason to leave it a line
        self, tokens: Tokens, places: Places, spans: list[Span], taken: bytearray
    ) -> list[Span]:
        """Add composed names; a lexicon's name inside a longer composed one gives way."""
        added: list[Span] = []
        nations: dict[str, Named | None] = {}
        """Ministries with their nation by what they are; None where two nations have one."""
        bare: list[tuple[int, str]] = []
        by_first = {span.first: span for span in spans}
        peeled = {span.first for span in spans if span.start > tokens.spans[span.first][0]}
        for composed in self._composer.find(tokens, places.of(scan.BODY), taken, peeled):
            inside = [by_first[i] for i in range(composed.first, composed.last) if i in by_first]
            if any(s.named.id in self._lexicon.own for s in inside):
                continue  # the user's own entity stays
            if any(s.first == composed.first and s.last - s.first > 1 for s in inside):
                continue  # the lexicon knows a name that opens so
            if any(s.last > composed.last or (s.first, s.last) == (composed.first, composed.last) for s in inside):
                continue
            if taken[composed.first] and composed.first not in by_first:
                continue
            for span in inside:
                del by_first[span.first]
            added.append(self._of_composed(tokens, composed, inside))
            take(taken, added[-1])
            if composed.slug is not None and composed.country is not None:
                named = added[-1].named
                nations[composed.slug] = named if nations.get(composed.slug, named) == named else None
            elif composed.slug is not None:
                bare.append((len(added) - 1, composed.slug))
        for at, slug in bare:
            nation = nations.get(slug)
            if nation is not None:
                added[at] = added[at]._replace(named=nation)
        return [*by_first.values(), *added]

    def _of_composed(self, tokens: Tokens, composed: Composed, inside: list[Span]) -> Span:
        """Give the span of a composed name; a known quarter behind حي is that quarter."""
        start = tokens.spans[composed.first][0] + composed.skip
        end = tokens.spans[composed.last - 1][1]
        surface = tokens.text[start:end]
        named = composed_name(self._lexicon, composed, surface)
        known = inside[0].named.known if len(inside) == 1 else None
        quarter = (
            tokens.words[composed.first].endswith("حي") and composed.first + 1 == inside[0].first if inside else False
        )
        if (
            named.known is not None
            and named.known.kind == "outlet"
            and tokens.words[composed.first - 1].endswith("وكاله")
        ):
            named = of_text("ORG", surface)  # وكالة الأنباء
        if known is not None and known.kind == "district" and quarter and inside[0].last == composed.last:
            named = inside[0].named
        return Span(composed.first, composed.last, start, end, named)

    def _of_person(self, tokens: Tokens, person: Person) -> Span:
        start = tokens.spans[person.first][0] + person.skip
        end = tokens.spans[person.last - 1][1]
        return Span(
            person.first,
            person.last,
            start,
            end,
            of_text("PER", tokens.text[start:end]),
            person.last - person.first > 1,
        )


def _with(spans: list[Span], found: list[Span], taken: bytearray) -> list[Span]:
    """Add names to those found before, and take their words."""
    for span in found:
        take(taken, span)
    return spans + found
