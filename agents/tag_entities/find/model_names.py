"""Names that the model sees, trimmed to the bare name, and those found otherwise: the likelier stays."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import ODDS, Draft, EntityRef, Evidence, Name
from agents.tag_entities.find.directorates import Directorates
from agents.tag_entities.find.model_name_bounds import trim, without_verb
from agents.tag_entities.find.odds import Extent, Odds
from agents.tag_entities.find.signs import SignReader, seen_by_model
from agents.tag_entities.find.works import Works
from agents.tag_entities.lexicon.kinds import PRESS_KINDS
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words import exceptions
from agents.tag_entities.words.evidence import KIND_WORDS
from agents.tag_entities.words.exceptions import is_excepted
from agents.tag_entities.words.speech import CITING
from streams.records.entities import EntityType

MIN_ODDS: Final = 0.5
"""How likely a name must be right; below half of the F1 within reach it costs more than it brings."""
SURE_ODDS: Final = 0.9
"""How likely a name is that speaks for the same words elsewhere in its text."""
MIN_ODDS_AGAIN: Final = 0.2
"""How likely these must be."""
SURE_FORMS: Final = frozenset([(Works.name, "ORG"), (Directorates.name, "ORG")])
"""By whom names are found that are sure by their form, and their type: behind سهم, دائرة الصحة في محافظة ديالى."""
_BRACKETED: Final = re.compile(r"\w \((\w+)\)")
"""One word in brackets behind another."""


class ModelNames:
    """The pass that adds the model's names and takes out what is hardly one; of two in one place the likelier stays."""

    name = "ModelNames"
    starts = None

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds, odds: Odds) -> None:
        self._lexicon = lexicon
        self._word_kinds = word_kinds
        self._exceptions = exceptions.by_word()
        self._odds = odds
        self._signs = SignReader(lexicon, word_kinds)

    def run(self, draft: Draft) -> None:
        """Judge the names so far, and those that the model sees."""
        tokens = draft.tokens
        if not draft.judged:
            return
        likely = self._judge(draft)
        bracketed = self._bracketed(tokens)
        people = (name for name in draft.model_names if name.type == "PER" and name.last - name.first > 1)
        surnames = {tokens.words[name.last - 1] for name in people}
        for model_name in [without_verb(tokens.words, seen, self._word_kinds) for seen in draft.model_names]:
            bounds = trim(tokens, model_name, self._lexicon, self._word_kinds)
            if bounds is None:
                continue
            first, last, skip = bounds
            whole = tokens.words[first]
            bare = whole[skip:]
            if last - first == 1 and (first in draft.misread or first in draft.dated):
                continue
            if last - first == 1 and (
                (model_name.type == "PER" and not surnames.isdisjoint((bare, whole))) or bare in bracketed
            ):
                continue  # whose it is, is told from who was named last, or from the words before its bracket
            self._add(draft, Extent(first, last, skip, model_name.type), model_name.score, likely)

    def _judge(self, draft: Draft) -> dict[int, float]:
        """Take out the names that are hardly right; return how likely the others are, by their first tokens."""
        seen = seen_by_model(draft.model_names, len(draft.tokens.words))
        likely = {}
        for name in draft.names:
            odds = 1.0 if name.entity.id in self._lexicon.own else self._odds.of(self._signs.of_name(draft, name, seen))
            likely[name.first] = odds
        surest: dict[tuple[str, str], float] = {}
        """What the lexicon knows, as it is spelt here, to how likely its surest name is."""
        for name in draft.names:
            spelt = (name.entity.id, draft.tokens.text[name.start : name.end])
            if name.entity.known is not None:
                surest[spelt] = max(surest.get(spelt, 0.0), likely[name.first])
        for name in draft.names:
            again = surest.get((name.entity.id, draft.tokens.text[name.start : name.end]), 0.0) >= SURE_ODDS
            least = MIN_ODDS_AGAIN if again else MIN_ODDS
            sure = (name.found_by, name.entity.type) in SURE_FORMS or self._is_source(draft.tokens, name)
            if likely[name.first] < least and not sure:
                draft.free(name)
            else:
                draft.weigh(name, Evidence(ODDS, round(likely[name.first], 3)))
        return likely

    def _is_source(self, tokens: Tokens, name: Name) -> bool:
        """Whether a name is sure because a preposition before it names a source: بحسب روسيا اليوم."""
        known = name.entity.known
        return (
            known is not None
            and known.kind in PRESS_KINDS
            and name.first > 0
            and tokens.words[name.first - 1] in CITING
        )

    def _bracketed(self, tokens: Tokens) -> set[str]:
        """Return the words that stand alone in brackets behind another, and are no names of people."""
        kinds = self._word_kinds
        return {word for word in _BRACKETED.findall(tokens.text) if not (kinds[word].given or kinds[word].family)}

    def _add(self, draft: Draft, extent: Extent, score: float, likely: Mapping[int, float]) -> None:
        """Add a name of the model where it is likely, and likelier than the names inside it."""
        first, last, skip, _ = extent
        tokens = draft.tokens
        inside = [name for position in range(first, last) if (name := draft.name_at(position)) is not None]
        stands = self._may_stand(draft, extent, inside)
        if not (stands or self._odds.of_all):  # most are known already
            return
        odds = self._odds.of(self._signs.of_model_name(draft, extent, score, inside))
        if odds < MIN_ODDS or not stands:
            return
        if inside and odds <= max(likely.get(name.first, 1.0) for name in inside):
            return
        draft.drop(inside)
        start, end = tokens.spans[first][0] + skip, tokens.spans[last - 1][1]
        entity = self._entity(extent.type, tokens.text[start:end], sport=draft.context.sport)
        full = extent.type != "PER" or last - first > 1
        draft.add(first, last, start, end, entity, full=full, evidence=(Evidence(ODDS, round(odds, 3)),))

    def _may_stand(self, draft: Draft, extent: Extent, inside: Sequence[Name]) -> bool:
        """Whether no other name goes on into a name or out of it, and what is inside it is no entity of the user's."""
        first, last = extent.first, extent.last
        if last - first == 1 and self._is_no_name(draft.tokens.words, first, extent.type):
            return False
        if draft.is_free(first, last):
            return True
        if draft.is_taken(first) and draft.name_at(first) is None:
            return False
        if not inside or inside[-1].last > last or any(name.entity.id in self._lexicon.own for name in inside):
            return False
        known = [name for name in inside if name.entity.known is not None]
        if extent.type == "PER" and any(name.entity.type == "PER" and name.last - name.first > 1 for name in known):
            return False
        return not any(name.last - name.first == last - first for name in known)

    def _is_no_name(self, words: Sequence[str], position: int, entity_type: EntityType) -> bool:
        """Whether a word is known to be no name where it stands: صلاة المغرب."""
        rows = [row for row in self._exceptions.get(words[position], ()) if row.bars(entity_type)]
        return is_excepted(rows, words, position, position + 1, "")

    def _entity(self, entity_type: EntityType, surface: str, *, sport: bool) -> EntityRef:
        """Return the lexicon's entity where only one bears a surface without doubt; the unsure were decided before.

        A club is meant in an article about sport. Behind a word for what it is a body may have a name that is unsure by
        itself: وكالة رويترز, صحيفة الحياة.
        """
        known = [
            bearer.known
            for bearer in self._lexicon.bearers(surface)
            if bearer.known.type == entity_type and not bearer.unsure and (sport or bearer.known.kind != "club")
        ]
        if not known and entity_type == "ORG":
            what, _, name = surface.partition(" ")
            bearers = () if name in self._lexicon.demonyms else self._lexicon.bearers(name)  # النادي المصري is any one
            known = [
                bearer.known
                for bearer in bearers
                if bearer.known.type == entity_type and what in KIND_WORDS.get(bearer.known.kind, ())
            ]
        return EntityRef.of_lexicon(known[0]) if len(known) == 1 else EntityRef.of_text(entity_type, surface)
