"""Names that the model sees and nothing else has found: taken when it is sure enough, trimmed to the bare name."""

import re
from typing import Final

from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Draft, EntityRef, Evidence, ModelName, Name
from agents.tag_entities.find.model_name_bounds import MIN_NAME_LETTERS, Bounds, split, trim
from agents.tag_entities.find.person_name import ends_in_pronoun
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.words.name_parts import OPENING_PARTS
from agents.tag_entities.words.roles import CONNECTORS, DROPPED, KEPT, TITLES
from streams.records.entities import EntityType

MIN_SCORE: Final[dict[EntityType, float]] = {"PER": 0.25, "LOC": 0.3, "ORG": 0.35, "MISC": 0.5}
"""How sure the model must be of a name of several words."""
MIN_SCORE_ALONE: Final[dict[EntityType, float]] = {"PER": 0.65, "LOC": 0.75, "ORG": 0.6, "MISC": 0.6}
"""How sure the model must be of a name of one word."""
_BRACKETED: Final = re.compile(r"\w \((\w+)\)")
"""One word in brackets behind another."""


class ModelNames:
    """The pass that adds the model's names; a longer name takes the place of the shorter ones inside it."""

    name = "ModelNames"
    starts = None

    def __init__(self, lexicon: Lexicon, word_kinds: WordKinds) -> None:
        self._lexicon = lexicon
        self._word_kinds = word_kinds

    def run(self, draft: Draft) -> None:
        """Add names that the model is sure enough of."""
        tokens, word_kinds = draft.tokens, self._word_kinds
        people = (name for name in draft.model_names if name.type == "PER" and name.last - name.first > 1)
        surnames = {tokens.words[name.last - 1] for name in people}
        bracketed = {
            word for word in _BRACKETED.findall(tokens.text) if not (word_kinds[word].given or word_kinds[word].family)
        }
        for model_name in [part for whole in draft.model_names for part in split(tokens, whole, word_kinds)]:
            bounds = trim(tokens, model_name, self._lexicon, word_kinds)
            if bounds is None:
                continue
            bare = tokens.words[bounds.first][bounds.skip :]
            alone = bounds.last - bounds.first == 1
            if alone and model_name.type == "PER" and bare in surnames:
                continue  # whose it is, is told from who was named last
            if alone and bare in bracketed:
                continue  # what an acronym is of, the words before its bracket tell
            self._add(draft, model_name, bounds)

    def _add(self, draft: Draft, model_name: ModelName, bounds: Bounds) -> None:
        """Add a name if the model is sure enough of it and nothing found otherwise stands in its way."""
        first, last, skip = bounds
        tokens = draft.tokens
        inside = [name for position in range(first, last) if (name := draft.name_at(position)) is not None]
        if not draft.is_free(first, last) and not self._may_take(draft, model_name, bounds, inside):
            return
        is_sure = self._is_sure if last - first > 1 else self._is_sure_alone
        if not is_sure(tokens, model_name, bounds):
            return
        draft.drop(inside)
        start, end = tokens.spans[first][0] + skip, tokens.spans[last - 1][1]
        entity = self._entity(model_name.type, tokens.text[start:end])
        full = model_name.type != "PER" or last - first > 1
        draft.add(first, last, start, end, entity, full=full, evidence=(Evidence("the model", model_name.score),))

    def _may_take(self, draft: Draft, model_name: ModelName, bounds: Bounds, inside: list[Name]) -> bool:
        """Whether a name may take the place of the names inside it."""
        first, last, _ = bounds
        if draft.is_taken(first) and draft.name_at(first) is None:
            return False  # another name goes on here
        if draft.is_taken(last - 1) and inside and inside[-1].last > last:
            return False  # another name goes on behind it
        return model_name.score >= MIN_SCORE[model_name.type] and all(
            self._may_yield(name, model_name.type, last) and name.last - name.first < last - first for name in inside
        )

    def _may_yield(self, name: Name, model_type: EntityType, last: int) -> bool:
        """Whether a name found otherwise gives way to a longer name of the model around it that ends before `last`."""
        if name.entity.id in self._lexicon.own:
            return False
        words = name.last - name.first
        if name.entity.known is not None and (words > 1 or model_type == name.entity.type != "PER"):
            return False  # the lexicon's full name, حماس in حركة حماس
        return name.last <= last and (name.entity.type == "PER" or words == 1)

    def _entity(self, entity_type: EntityType, surface: str) -> EntityRef:
        """Return the lexicon's entity where only one bears a surface without doubt; the unsure were decided before."""
        known = [
            bearer.known
            for bearer in self._lexicon.bearers(surface)
            if bearer.known.type == entity_type and not bearer.unsure
        ]
        return EntityRef.of_lexicon(known[0]) if len(known) == 1 else EntityRef.of_text(entity_type, surface)

    def _is_sure(self, tokens: Tokens, model_name: ModelName, bounds: Bounds) -> bool:
        """Whether the model is sure enough of a name of several words."""
        word_kinds, person = self._word_kinds, model_name.type == "PER"
        words = tokens.words[bounds.first : bounds.last]
        if person and any(ends_in_pronoun(word, word_kinds[word]) for word in words):
            return False
        bare = words[0][bounds.skip :]
        if all(word_kinds[word].common and not word_kinds[word].name for word in (bare, *words[1:])):
            return model_name.score >= MIN_SCORE_ALONE[model_name.type] and not person
        connected = bare in CONNECTORS or words[-1] in CONNECTORS
        if person and connected and bare not in OPENING_PARTS:
            return False
        return model_name.score >= MIN_SCORE[model_name.type]

    def _is_sure_alone(self, tokens: Tokens, model_name: ModelName, bounds: Bounds) -> bool:
        """Whether the model is sure enough of a name of one word, which is no common one."""
        first, sure = bounds.first, model_name.score >= MIN_SCORE_ALONE[model_name.type]
        bare = tokens.words[first][bounds.skip :]
        if bare.startswith("ال") and (bare[2:] in KEPT or bare[2:] in DROPPED):
            return False  # a bare noun that refers back
        before = tokens.words[first - 1] if first and tokens.between(first - 1) == " " else ""
        if bare.startswith("ال") and bare.endswith("ي") and before.startswith(("ال", "وال", "لل", "بال")):
            return before in TITLES and sure  # الهجوم الحوثي: an adjective
        word_kind = self._word_kinds[bare]
        if len(bare) < MIN_NAME_LETTERS or (word_kind.common and not word_kind.firm) or bare.isdigit():
            return False
        return sure
