"""A surface that stays undecided where it stands means what the article has it mean elsewhere."""

from agents.arabic.clitics import DEFINITE
from agents.tag_entities.context import ArticleContext
from agents.tag_entities.draft import Draft, EntityRef, Surface
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.words.evidence import NO_NOUNS


class OneMeaning:
    """The pass that gives undecided surfaces the meaning that their article gives them: one name, one meaning."""

    name = "OneMeaning"
    starts = None

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def run(self, draft: Draft) -> None:
        """Add names for undecided surfaces that were decided elsewhere."""
        if not draft.undecided:
            return
        open_keys = {surface.key for surface in draft.undecided}
        meant: dict[str, EntityRef] = {}
        for surface in draft.surfaces:
            if surface.key in open_keys:
                name = draft.name_at(surface.first)
                if name is not None and name.last == surface.last:
                    meant[surface.key] = name.entity
        for surface in draft.undecided:
            entity = meant.get(surface.key)
            if entity is not None and (
                self._means_the_same(surface.key, entity, draft.context) or _is_place(draft, surface, entity)
            ):
                draft.add(surface.first, surface.last, surface.start, surface.end, entity)

    def _means_the_same(self, key: str, entity: EntityRef, context: ArticleContext) -> bool:
        """Whether a surface means elsewhere what it means once: a club in sport does, a paper الاقتصادية does not."""
        common = " " not in key and self._lexicon.is_common(key)
        club = context.sport and entity.known is not None and entity.known.kind == "club"
        return entity.type == "PER" or (entity.type == "ORG" and (club or not common))


def _is_place(draft: Draft, surface: Surface, entity: EntityRef) -> bool:
    """Whether a surface is the place that it is elsewhere, and no adjective: قصفت الأبيض, but اللون الأبيض."""
    before = draft.tokens.words[surface.first - 1] if surface.first else ""
    noun = before.startswith(DEFINITE) and before not in NO_NOUNS
    return entity.type == "LOC" and entity.known is not None and not noun
