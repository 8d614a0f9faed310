"""Bodies that say no nation are those of the country that their article is about: وزارة الصحة in Rabat, in Amman."""

from agents.arabic.clitics import ARTICLE
from agents.tag_entities.draft import Draft, EntityRef
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.lexicon.national_bodies import body_of
from agents.tag_entities.words.bodies import MINISTRY, NATIONAL_RANKS, PORTFOLIOS, PUBLIC

_OF_TEXT = "org:ar:"


class NationsOfBodies:
    """The pass that tells bodies of one name apart by their country; where none is told they stay as they are."""

    name = "NationsOfBodies"
    starts = None

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def run(self, draft: Draft) -> None:
        """Give unknown public bodies an id of their country's."""
        country = self._lexicon.known(draft.context.country) if draft.context.country else None
        if country is None or country.iso is None:
            return
        for name in draft.names:
            if name.entity.known is None and name.entity.id.startswith(_OF_TEXT):
                draft.rename(name, self._national(name.entity, country))

    def _national(self, entity: EntityRef, country: Known) -> EntityRef:
        words = entity.id.removeprefix(_OF_TEXT).split("-")
        if len(words) == 1 or any(word in self._lexicon.demonyms for word in words):
            return entity
        portfolio = PORTFOLIOS.get(words[1]) if words[0] == MINISTRY else None
        if portfolio is not None:
            english = f"{portfolio.replace('-', ' ').title()} Ministry"
            return body_of(self._lexicon, country, f"{portfolio}-ministry", english, entity.ar)
        if _is_public(words[0]) and words[1] in NATIONAL_RANKS:
            return entity._replace(id=f"{entity.id}:{str(country.iso).lower()}", country=country.id)
        return entity


def _is_public(word: str) -> bool:
    """Whether a word, with its article or without, is one for public bodies."""
    return word in PUBLIC or ARTICLE + word in PUBLIC
