"""Surnames of well-known people who speak in a text that does not name them in full: وقال البرهان."""

from collections.abc import Collection
from typing import Final

from agents.arabic.quotation_marks import OPENING
from agents.arabic.reporting_verbs import pasts, presents
from agents.arabic.tokens import Tokens
from agents.tag_entities.draft import Draft, EntityRef, Name
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.words.roles import DROPPED, KEPT, ROLE_HEADS, TITLE_RUN, TITLES
from agents.tag_entities.words.speech import ANONYMOUS, AWAY, BODIES, CLAUSE, DOCUMENTS, PRONOUNS, ROLES, SPEECH

_VERBS: Final = pasts("surname") | presents("surname-present")
"""Lemmas of verbs that such a surname stands behind."""
_OTHER_WORDS: Final = (
    TITLES,
    ROLE_HEADS,
    TITLE_RUN,
    ROLES,
    ANONYMOUS,
    BODIES,
    DOCUMENTS,
    PRONOUNS,
    DROPPED,
    KEPT,
    AWAY,
)
"""Words that name nobody behind a verb."""
MIN_SURNAME_LETTERS: Final = 3
"""Letters of a surname."""


class LoneSurnames:
    """The pass that finds surnames right behind a verb of reporting that a clause, a quote or a phrase follows."""

    name = "LoneSurnames"

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @staticmethod
    def starts(word: str) -> bool:
        """Whether a word is a verb that a surname follows."""
        return word in SPEECH and SPEECH[word].lemma in _VERBS

    def run(self, draft: Draft) -> None:
        """Add surnames; one that a single person bears is linked where the text names that person or the country.

        One that is a name already, of somebody whom the text alone knows, is linked with all that are as it is.
        """
        tokens = draft.tokens
        surnames = self._lexicon.bearers_of_surnames
        ids = {name.entity.id for name in draft.names}
        meant: dict[str, EntityRef] = {}
        for verb in draft.starts(self):
            position = verb + 1
            if position >= len(tokens.words) or tokens.between(verb).strip(" " + OPENING):
                continue
            found = draft.name_at(position)
            if draft.is_taken(position) and not (found is not None and _is_lone(found)):
                continue
            word = tokens.words[position]
            if word not in surnames or not self._can_be_surname(word) or not _is_over_behind(tokens, position):
                continue
            if word not in meant:
                entity = self._entity(word, ids, draft.context.countries)
                if entity is None:
                    continue
                meant[word] = entity
            if found is None:
                draft.add(position, position + 1, *tokens.spans[position], meant[word], full=False)
            elif meant[word].known is not None:
                alike = [name for name in draft.names if name.entity.id == found.entity.id]
                for name in alike:
                    draft.rename(name, meant[word])

    def _can_be_surname(self, word: str) -> bool:
        """Whether a word behind a verb is hardly anything but a surname."""
        if len(word) < MIN_SURNAME_LETTERS or word in self._lexicon.demonyms:
            return False
        return not any(word in others for others in _OTHER_WORDS)

    def _entity(self, word: str, ids: Collection[str], countries: Collection[str]) -> EntityRef | None:
        """Return whom a surname means, given the entities and the countries that the article names."""
        bearers = self._lexicon.bearers_of_surnames[word]
        present = [known for known in bearers if known.id in ids]
        if len(present) == 1:
            return EntityRef.of_lexicon(present[0])
        if not any(country in countries for known in bearers for country in known.countries):
            return None
        return EntityRef.of_lexicon(bearers[0]) if len(bearers) == 1 else EntityRef.of_text("PER", word)


def _is_lone(name: Name) -> bool:
    """Whether a name is one word for a person whom the text alone knows."""
    return name.entity.type == "PER" and name.entity.known is None and name.last - name.first == 1


def _is_over_behind(tokens: Tokens, position: int) -> bool:
    """Whether a name is over behind a token: a clause, a phrase, a verb or a mark follows."""
    if position + 1 >= len(tokens.words) or tokens.between(position) != " ":
        return True
    after = tokens.words[position + 1]
    return after in CLAUSE or after in AWAY or after in SPEECH
