"""Decide what a surface of the lexicon names where it stands: which of its bearers, how far it reaches, or nothing."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from agents.arabic.clitics import AND, DEFINITE
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Draft, EntityRef, ModelName, Surface
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.lexicon.national_bodies import is_of_other_country
from agents.tag_entities.match.adjectives import is_adjective_of_noun, is_demonym
from agents.tag_entities.match.link_odds import Choice, LinkOdds, shipped
from agents.tag_entities.match.link_signs import LinkSigns
from agents.tag_entities.match.longer_names import EVENT_KINDS, LongerNames, is_game, is_of_other_house
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.evidence import (
    GOVERNMENTS,
    NO_AND_BEHIND,
    NO_NOUNS,
    TITLE_HEADS,
)
from agents.tag_entities.words.name_parts import SON
from agents.tag_entities.words.roles import DROPPED, FOOTBALL

_SILENT_KINDS: Final = frozenset(["currency", "language"])
"""Kinds that are known so that nothing else takes their names, and are no entities of a text."""
_PLUS: Final = "+"


class _Found(NamedTuple):
    """What a surface turned out to name."""

    first: int
    last: int
    start: int
    end: int
    entity: EntityRef
    full: bool = True


class Decide:
    """The pass that decides what surfaces name. Knows the lexicon, nothing of the texts."""

    name = "Decide"
    starts = None

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds, odds: LinkOdds | None = None) -> None:
        self._lexicon = lexicon
        self._signs = LinkSigns(lexicon)
        self._odds = odds or shipped()
        self._longer_names = LongerNames(lexicon, word_kinds)

    def run(self, draft: Draft) -> None:
        """Add a name for each surface that names something; keep the others as undecided."""
        model_at = {position: name for name in draft.model_names for position in range(name.first, name.last)}
        for surface in draft.surfaces:
            decided = self._decide(draft, surface, model_at)
            if not decided:
                rest = self._behind_and(draft.tokens, surface)
                if rest is not None and (rest.key[-1] != "ه" or "ة" in draft.as_published(rest.start, rest.end)):
                    decided = self._decide(draft, rest, model_at)
            if not decided:
                draft.undecided.append(surface)
        if draft.undecided:
            self._decide_as_elsewhere(draft)

    def _decide_as_elsewhere(self, draft: Draft) -> None:
        """Let an undecided surface mean what the article has it mean elsewhere: قصفت الأبيض, but اللون الأبيض."""
        meant = {
            surface.key: name.entity
            for surface in draft.surfaces
            if (name := draft.name_at(surface.first)) is not None and name.last == surface.last
        }
        for first, last, start, end, key, _ in draft.undecided:
            entity = meant.get(key)
            before = draft.tokens.words[first - 1] if first else ""
            noun = before.startswith(DEFINITE) and before not in NO_NOUNS
            common = entity is not None and entity.type in ("ORG", "MISC") and self._lexicon.is_common(key)
            if entity is not None and not noun and not common:
                draft.add(first, last, start, end, entity)

    def _decide(self, draft: Draft, surface: Surface, model_at: Mapping[int, ModelName]) -> bool:
        """Add the name of a surface, which may be longer or shorter; unlinked when only its type is sure.

        Parameters
        ----------
        model_at
            For each token in a name of the model, that name.

        Returns
        -------
        bool
            Whether the surface names something.
        """
        tokens = draft.tokens
        if surface.is_sure and surface.bearers[0].known.id in self._lexicon.own:
            choice: Choice | None = Choice(surface.bearers[0].known, ())
        else:
            signs = self._signs.read(draft, surface, model_at)
            choice = self._odds.choose(surface, signs, read=draft.judged)
        if choice is None:
            return False
        means, evidence, linked = choice
        if is_demonym(self._lexicon, tokens, surface) or is_adjective_of_noun(tokens, surface, means):
            return False
        if not isinstance(means, Known):
            text = tokens.text[surface.start : surface.end]
            found: _Found | None = _Found(*surface[:4], EntityRef.of_text(means, text))
        elif is_of_other_country(surface.key, means, draft.context, self._lexicon.demonyms):
            found = _Found(*surface[:4], EntityRef.of_text(means.type, tokens.text[surface.start : surface.end]))
        elif (longer := self._longer_names.other_thing(tokens, surface, means)) is not None:
            last, kind = longer
            end = tokens.spans[last - 1][1]
            entity = EntityRef.of_text(kind, tokens.text[surface.start : end])
            found = _Found(surface.first, last, surface.start, end, entity)
        else:
            found = self._name_of(draft, surface, means)
        if found is None:
            return False
        first, last, start, end, entity, full = found
        if entity.known is not None and not linked:
            entity = EntityRef.of_text(entity.type, tokens.text[start:end])
        draft.add(first, last, start, end, entity, full=full, evidence=evidence)
        return True

    def _behind_and(self, tokens: Tokens, surface: Surface) -> Surface | None:
        """Return the surface behind و where the whole word was read as one: جدة in وجدة."""
        rest = surface.key[1:]
        if surface.last - surface.first > 1 or surface.key[0] != AND or rest not in self._lexicon.surfaces:
            return None
        if not surface.first or surface.start != tokens.spans[surface.first][0]:
            return None
        if tokens.words[surface.first - 1] in NO_AND_BEHIND:
            return None
        return surface._replace(start=surface.start + 1, key=rest, bearers=self._lexicon.bearers(rest))

    def _name_of(self, draft: Draft, surface: Surface, known: Known) -> _Found | None:
        """Return the name of a known entity, from where it begins to where it ends; None where it is none."""
        tokens = draft.tokens
        if _is_nothing(tokens, surface, known):
            return None
        if known.type == "PER":
            return self._person(draft, surface, known)
        first, last, start, end = surface[:4]
        several = last - first > 1
        if several and known.kind != "country" and self._begins_with_dropped_word(tokens, surface, known):
            first += 1
            start = tokens.spans[first][0]
        elif known.kind in EVENT_KINDS and is_game(tokens, last, FOOTBALL):
            last += 2
            end = tokens.spans[last - 1][1]
        if tokens.text[end : end + 1] == _PLUS:
            known = self._lexicon.known(f"{known.id}-plus") or known  # أوبك+
        return _Found(first, last, start, end, EntityRef.of_lexicon(known))

    def _begins_with_dropped_word(self, tokens: Tokens, surface: Surface, known: Known) -> bool:
        """Whether a generic word opens a surface whose rest names the entity or its town: مدينة جدة, ولاية نابل."""
        opening = tokens.words[surface.first][surface.start - tokens.spans[surface.first][0] :]
        if opening not in DROPPED:
            return False
        rest = surface.key.split(" ", 1)[1]
        return any(bearer.known.id in (known.id, known.seat) for bearer in self._lexicon.bearers(rest))

    def _person(self, draft: Draft, surface: Surface, known: Known) -> _Found:
        """Return a person's name to its end, unlinked where another bears the name or a longer one."""
        tokens = draft.tokens
        fathers = self._longer_names.end_of_lineage(tokens, surface.last)
        last = self._longer_names.end_of_person(tokens, surface.first, fathers, known)
        if last == surface.last and self._longer_names.may_be_begun(tokens, surface):
            seen = [name.last for name in draft.model_names if name.type == "PER" and name.first == surface.first]
            last = max([last, *seen])  # محمد ناصر [شويخة], whose surname no list has
        end = tokens.spans[last - 1][1]
        other = last > fathers or is_of_other_house(tokens, surface, known, fathers)
        if other:
            entity = EntityRef.of_text("PER", tokens.text[surface.start : end])
            return _Found(surface.first, last, surface.start, end, entity, last - surface.first > 1)
        return _Found(surface.first, last, surface.start, end, EntityRef.of_lexicon(known))


def _is_nothing(tokens: Tokens, surface: Surface, known: Known) -> bool:
    """Whether what a surface stands for is no entity, or the surface part of another name."""
    words, first, last = tokens.words, surface.first, surface.last
    if known.kind in _SILENT_KINDS or (first and words[first - 1] in TITLE_HEADS):
        return True
    if known.type == "PER":
        return False
    if known.kind == "country" and _is_branch(tokens, surface):
        return True
    if last < len(words) and words[last] == SON and tokens.between(last - 1) == " ":
        return True  # الشيخ زايد بن حمدان is no town
    return last - first > 1 and surface.key.split(" ", 1)[0] in GOVERNMENTS


def _is_branch(tokens: Tokens, surface: Surface) -> bool:
    """Whether a country's name ends that of a firm's branch, right behind the firm in Latin letters: MBC مصر."""
    first = surface.first
    if not first or tokens.between(first - 1) != " " or surface.start != tokens.spans[first][0]:
        return False
    firm = tokens.words[first - 1][-1]
    return firm.isascii() and firm.isupper()
