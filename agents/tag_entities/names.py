"""All names of one text: the lexicon's, those that rules find, a model's; each decided, and the same entity brought together."""

from collections.abc import Callable
from typing import Final

from agents.tag_entities.compose import Composed, Composer
from agents.tag_entities.evidence import Scene, choose
from agents.tag_entities.lexicon import FLAG_BITS, SURNAME, WEAK, Lexicon
from agents.tag_entities.link import Aliases, acronyms, parts
from agents.tag_entities.matching import Match, Matcher
from agents.tag_entities.people import People, Person
from agents.tag_entities.rolewords import DROPPED, SPORT, TITLES
from agents.tag_entities.spans import Named, Span, of_lexicon, of_text
from agents.tag_entities.words import Kinds
from agents.tokens import Tokens
from streams.records import EntityType

_UNSURE: Final = (1 << FLAG_BITS) - 1
_SPORTY = 6
"""Words of sport that make an article one about sport."""


class Names:
    """Finds and decides the names of a text; remembers words, nothing of the texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._kinds = Kinds(lexicon)
        self._matcher = Matcher(lexicon, self._kinds)
        self._composer = Composer(lexicon, self._kinds)
        self._people = People(self._kinds, lexicon.demonyms)

    def find(self, tokens: Tokens, section: str | None, original: Callable[[int], str]) -> list[Span]:
        """Find the names, from left to right, without overlap.

        Parameters
        ----------
        tokens
            Of the folded text.
        section
            The article's standard section, which speaks for some meanings of a name.
        original
            Gives the character as published for a place in the folded text.
        """
        matches = [m for m in self._matcher.find(tokens) if not self._inside_person(tokens, m)]
        scene = self._scene(tokens, matches, section)
        taken = bytearray(len(tokens.words) + 1)
        spans = []
        for match in matches:
            span = self._decide(tokens, match, scene)
            if span is not None:
                spans.append(span)
                taken[span.first : span.last] = (b"\2" if span.named.type == "PER" else b"\1") * (
                    span.last - span.first
                )
        spans = self._compose(tokens, spans, taken)
        for person in self._people.find(tokens, taken, original):
            spans.append(self._of_person(tokens, person))
            taken[person.first : person.last] = b"\2" * (person.last - person.first)
        spans = _gather_people(spans, tokens)
        spans += self._short_names(tokens, spans, taken)
        spans.sort()
        return spans

    def _scene(self, tokens: Tokens, matches: list[Match], section: str | None) -> Scene:
        entities = self._lexicon.entities
        sure = [
            entities[m.bearers[0] >> FLAG_BITS] for m in matches if len(m.bearers) == 1 and not m.bearers[0] & _UNSURE
        ]
        words = set(tokens.words)
        words.update([w[1:] for w in words if w[0] in "وفبلك"])
        words.update([w[2:] for w in words if w.startswith("ال")])
        countries = {country for known in sure for country in known.countries}
        countries.update(known.id for known in sure if known.kind == "country")
        countries.update(filter(None, map(self._lexicon.demonyms.get, words)))
        sport = section == "sport" or (section is None and len(words & SPORT) >= _SPORTY)
        return Scene(tokens, words, section, {known.id for known in sure}, countries, sport)

    def _inside_person(self, tokens: Tokens, match: Match) -> bool:
        """Say whether a surface is the end of a longer person's name: of بن سلمان بن عبد العزيز, the lexicon's last part."""
        if not match.first or tokens.between(match.first - 1) != " " or match.start != tokens.spans[match.first][0]:
            return False
        before = tokens.words[match.first - 1]
        if before in ("بن", "ابن", "بنت", "ال", "ابو", "عبد"):
            return True
        kind = self._kinds[before]
        return kind.given and kind.sure and before not in TITLES and self._kinds[tokens.words[match.first]].name

    def _decide(self, tokens: Tokens, match: Match, scene: Scene) -> Span | None:
        bearer = match.bearers[0]
        entities = self._lexicon.entities
        if len(match.bearers) == 1 and not bearer & _UNSURE:
            known = entities[bearer >> FLAG_BITS]
        else:
            bearers = match.bearers
            if match.last - match.first == 1 and all(b & (WEAK | SURNAME) for b in bearers) and not scene.tokens.words:
                return None
            found = choose(self._lexicon, bearers, match.first, scene)
            if found is None:
                return None
            known = found
        first, last, start = match.first, match.last, match.start
        end = match.end
        if known.type == "PER":
            last = self._lineage(tokens, last)
            end = tokens.spans[last - 1][1]
        elif (
            last - first > 1
            and tokens.words[first][start - tokens.spans[first][0] :] in DROPPED
            and known.kind not in ("country",)
        ):
            rest = match.key.split(" ", 1)[1]
            if any(b >> FLAG_BITS == self._lexicon.place[known.id] for b in self._lexicon.surfaces.get(rest, ())):
                first += 1
                start = tokens.spans[first][0]
        return Span(first, last, start, end, of_lexicon(known))

    def _lineage(self, tokens: Tokens, last: int) -> int:
        """Step over the fathers and the house behind a person's name: محمد بن سلمان [بن عبد العزيز آل سعود]."""
        words = tokens.words
        while last + 1 < len(words) and tokens.between(last - 1) == tokens.between(last) == " ":
            if (
                words[last] not in ("بن", "ابن", "ال")
                or not self._kinds[words[last + 1]].name
                and words[last + 1] != "عبد"
            ):
                break
            last += 2
            if words[last - 1] == "عبد" and last < len(words):
                last += 1
        return last

    def _compose(self, tokens: Tokens, spans: list[Span], taken: bytearray) -> list[Span]:
        """Add composed names; a lexicon's name inside a longer composed one gives way."""
        added: list[Span] = []
        by_first = {span.first: span for span in spans}
        for composed in self._composer.find(tokens, taken):
            inside = [by_first[i] for i in range(composed.first, composed.last) if i in by_first]
            if any(s.first == composed.first and s.last - s.first > 1 for s in inside):
                continue  # the lexicon knows a name that opens so
            if any(s.last > composed.last or (s.first, s.last) == (composed.first, composed.last) for s in inside):
                continue
            if taken[composed.first] and composed.first not in by_first:
                continue
            for span in inside:
                del by_first[span.first]
            added.append(self._of_composed(tokens, composed))
            kind = b"\2" if composed.type == "PER" else b"\1"
            taken[composed.first : composed.last] = kind * (composed.last - composed.first)
        return [*by_first.values(), *added]

    def _of_composed(self, tokens: Tokens, composed: Composed) -> Span:
        start = tokens.spans[composed.first][0] + composed.skip
        end = tokens.spans[composed.last - 1][1]
        surface = tokens.text[start:end]
        return Span(composed.first, composed.last, start, end, self._composed_name(composed, surface))

    def _composed_name(self, composed: Composed, surface: str) -> Named:
        lexicon = self._lexicon
        for name in filter(None, (composed.surface, surface)):
            bearers = lexicon.surfaces.get(name, ())
            if len(bearers) == 1 and not bearers[0] & SURNAME:
                return of_lexicon(lexicon.entities[bearers[0] >> FLAG_BITS])
        country = lexicon.known(composed.country) if composed.country else None
        if composed.slug is None or country is None:
            return of_text(composed.type, surface)
        if composed.slug == "national-football-team":
            for bearer in lexicon.surfaces.get(f"منتخب {country.ar}", ()):
                return of_lexicon(lexicon.entities[bearer >> FLAG_BITS])
            slug = f"{country.id.removeprefix('loc:')}-{composed.slug}"
            return Named(f"org:{slug}", f"منتخب {country.ar}", f"{country.en} {composed.english}", "ORG", None)
        adjective = lexicon.adjectives.get(country.id, country.id.removeprefix("loc:"))
        english = f"{adjective.replace('-', ' ').title()} {composed.english}"
        return Named(f"org:{adjective}-{composed.slug}", composed.surface or surface, english, "ORG", None)

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

    def _short_names(self, tokens: Tokens, spans: list[Span], taken: bytearray) -> list[Span]:
        aliases = Aliases(self._kinds)
        for word, named in acronyms(tokens, spans, taken):
            aliases.add(word, named)
        for span in spans:
            if span.named.type != "PER" or not span.full:
                continue
            known = span.named.known
            words = tokens.text[span.start : span.end].split(" ")
            if known is not None:
                for surname in known.surnames:
                    aliases.add(surname, span.named)
                if known.surnames:
                    continue
            for end in parts(words):
                if end and self._may_stand(end):
                    aliases.add(end, span.named)
        return aliases.find(tokens, taken)

    def _may_stand(self, end: str) -> bool:
        words = end.split(" ")
        kind = self._kinds[words[0]]
        return len(words) > 1 or not kind.common or (kind.family and end.startswith("ال"))


def _gather_people(spans: list[Span], tokens: Tokens) -> list[Span]:
    """Give people whom the text names more and less fully one name, the fuller; a lone surname that nobody bears goes."""
    people = [s for s in spans if s.named.type == "PER" and s.full]
    by_ends: dict[tuple[str, str], Named] = {}
    by_last: dict[str, Named] = {}
    for span in sorted(people, key=lambda s: (s.named.known is None, s.first - s.last, s.first)):
        words = tokens.text[span.start : span.end].split()
        by_ends.setdefault((words[0], words[-1]), span.named)
        by_last.setdefault(words[-1], span.named)
    gathered = []
    for span in spans:
        if span.named.type != "PER" or span.named.known is not None:
            gathered.append(span)
            continue
        words = tokens.text[span.start : span.end].split()
        if span.full:
            gathered.append(span._replace(named=by_ends.get((words[0], words[-1]), span.named)))
        elif words[-1] in by_last:
            gathered.append(span._replace(named=by_last[words[-1]]))
        else:
            gathered.append(span)
    return gathered


def type_of(span: Span) -> EntityType:
    """Give the type of what a span names."""
    return span.named.type
