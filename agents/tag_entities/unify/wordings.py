"""Known things behind a generic word, and events of one edition: مجمع سونلغاز, كأس العالم for كأس العالم 2018."""

from typing import Final

from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.words.bodies import OPENERS
from agents.tag_entities.words.roles import DROPPED

_EDITION_YEARS: Final = range(1900, 2100)


class Wordings:
    """The pass that links names to what the lexicon has without their generic first word, and events to their edition.

    An event without a year is the edition that the article names, when it names one only.
    """

    name = "Wordings"
    starts = None

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def run(self, draft: Draft) -> None:
        """Link names that only the text knows, then events."""
        for name in draft.names:
            if name.entity.known is None and name.entity.ar == _text(draft, name):
                known = self._behind_generic(name.entity)
                if known is not None:
                    draft.rename(name, known)
        _to_editions(draft)

    def _behind_generic(self, entity: EntityRef) -> EntityRef | None:
        """Return what the lexicon has without the generic word before it: مجمع سونلغاز, بطولة كأس العالم 2018."""
        generic, _, rest = entity.ar.partition(" ")
        if DROPPED.get(generic) != entity.type and (generic not in OPENERS or entity.type == "LOC"):
            return None
        bearers = self._lexicon.bearers(rest)
        sure = len(bearers) == 1 and not bearers[0].unsure and bearers[0].known.type == entity.type
        return EntityRef.of_lexicon(bearers[0].known) if sure else None


def _to_editions(draft: Draft) -> None:
    """Let an event mean its one edition in the article, unless it says another year: كأس العالم, كأس العالم 2018."""
    editions: dict[str, dict[str, EntityRef]] = {}
    for name in draft.names:
        kind, _, slug = name.entity.id.partition(":")
        year, _, event = slug.partition("-")
        if _is_year(year) and name.entity.known is not None:
            editions.setdefault(f"{kind}:{event}", {})[name.entity.id] = name.entity
    for name in draft.names if editions else ():
        of = editions.get(name.entity.id, {})
        if len(of) == 1 and not any(map(_is_year, _text(draft, name).split(" "))):
            draft.rename(name, next(iter(of.values())))


def _is_year(word: str) -> bool:
    return word.isdecimal() and int(word[:5]) in _EDITION_YEARS


def _text(draft: Draft, name: Name) -> str:
    return draft.tokens.text[name.start : name.end]
