"""Surnames of well-known people who speak in a text that does not name them in full: وقال البرهان."""

from collections.abc import Collection
from typing import Final

from agents.arabic.tokens import Tokens, folded
from agents.tag_entities.draft import Draft, EntityRef
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.words.roles import DROPPED, KEPT, ROLE_HEADS, TITLE_RUN, TITLES
from agents.tag_entities.words.speech import ANONYMOUS, AWAY, BODIES, CLAUSE, DOCUMENTS, PRONOUNS, ROLES, SPEECH

_VERBS: Final = folded("قال أكد أضاف أوضح أعلن شدد ذكر صرح أشار لفت تابع اعتبر كشف حذر يقول يؤكد يرى")
_OTHERS: Final = (TITLES, ROLE_HEADS, TITLE_RUN, ROLES, ANONYMOUS, BODIES, DOCUMENTS, PRONOUNS, DROPPED, KEPT, AWAY)
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
        """Add surnames. Who bears one alone is linked where the text speaks of his country; of several nobody is."""
        meant: dict[str, EntityRef] = {}
        tokens, lexicon = draft.tokens, self._lexicon
        words = tokens.words
        ids = {name.entity.id for name in draft.names}
        for at in draft.starts(self):
            if at + 1 >= len(words) or tokens.between(at).strip(' "«'):
                continue
            word, position = words[at + 1], at + 1
            if draft.is_taken(position) or len(word) < MIN_SURNAME_LETTERS:
                continue
            if word not in lexicon.bearers_of_surnames or not _ends(tokens, position):
                continue
            if any(word in others for others in _OTHERS) or word in lexicon.demonyms:
                continue
            if word not in meant:
                entity = self._entity(word, ids, draft.context.countries)
                if entity is None:
                    continue
                meant[word] = entity
            draft.add(position, position + 1, *tokens.spans[position], meant[word], full=False)

    def _entity(self, word: str, ids: Collection[str], countries: Collection[str]) -> EntityRef | None:
        """Return whom a surname means, given the entities and the countries that the article names."""
        bearers = self._lexicon.bearers_of_surnames[word]
        present = [known for known in bearers if known.id in ids]
        if len(present) == 1:
            return EntityRef.of_lexicon(present[0])
        if not any(country in countries for known in bearers for country in known.countries):
            return None
        return EntityRef.of_lexicon(bearers[0]) if len(bearers) == 1 else EntityRef.of_text("PER", word)


def _ends(tokens: Tokens, at: int) -> bool:
    """Whether a name is over behind a token."""
    if at + 1 >= len(tokens.words) or tokens.between(at) != " ":
        return True
    after = tokens.words[at + 1]
    return after in CLAUSE or after in AWAY or after in SPEECH
