"""Read what an article is about from the names in it that need no evidence."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Final

from agents.arabic.tokens import Tokens
from agents.tag_entities.context import ArticleContext
from agents.tag_entities.draft import Draft, Surface
from agents.tag_entities.lexicon.kinds import SPORT_KINDS
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.match.countries import weigh_countries
from agents.tag_entities.word_marks import NATIONALITY, SPORT

_COMMAS: Final = ("،", ",")
MIN_SPORT_WORDS: Final = 6
"""Different words of sport, clubs and athletes that make an article about sport whose section is not known."""
MIN_SPORT_WORDS_ELSEWHERE: Final = 15
"""As many make an article one about sport although its outlet has it under another section."""


class SureNames:
    """The pass that reads the article's context.

    Parameters
    ----------
    lexicon
        Knows the countries of nationality adjectives.
    """

    name = "SureNames"
    starts = None

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def run(self, draft: Draft) -> None:
        """Set the draft's context."""
        words, section = draft.tokens.words, draft.section
        sure = [surface for surface in draft.surfaces if surface.is_sure]
        known_ones = [surface.bearers[0].known for surface in sure]
        speak_of: defaultdict[str, set[str]] = defaultdict(set)
        for known in known_ones:
            for country in (known.id,) if known.kind == "country" else known.countries:
                speak_of[country].add(known.id)
        found = [(position, self._lexicon.country_of(words[position])) for position in draft.marks.of(NATIONALITY)]
        nationalities = [(position, country) for position, country in found if country is not None]
        for _, country in nationalities:
            speak_of[country].add(country)
        sport_words = len({words[position] for position in draft.marks.of(SPORT)})
        sport_words += len({known.id for known in known_ones if known.kind in SPORT_KINDS})
        enough = MIN_SPORT_WORDS if section is None else MIN_SPORT_WORDS_ELSEWHERE
        context = ArticleContext(
            draft.tokens,
            {known.id for known in known_ones},
            frozenset(speak_of),
            sport=section == "sport" or sport_words >= enough,
        )
        context.places = [
            (surface.first, known.id if known.kind == "country" else known.countries[0])
            for surface, known in zip(sure, known_ones, strict=True)
            if known.type == "LOC" and (known.kind == "country" or known.countries)
        ]
        context.desk = _desk(draft.tokens, draft.surfaces)
        telling = [surface for surface in sure if surface.first not in context.desk]
        context.country_weights = weigh_countries(telling, nationalities, self._lexicon.demonyms)
        context.speak_of = speak_of
        context.outlet_country = draft.outlet_country
        draft.context = context


def _desk(tokens: Tokens, surfaces: Sequence[Surface]) -> Collection[int]:
    """Return the positions of the places before an outlet in brackets, where its desk is: دبي، الإمارات (CNN)."""
    desk: set[int] = set()
    before: list[Surface] = []
    for surface in surfaces:
        between = tokens.between(surface.first - 1).strip() if surface.first else ""
        known = surface.bearers[0].known
        follows = bool(before) and before[-1].last == surface.first
        if follows and between == "(" and known.kind == "outlet":
            desk.update(place.first for place in before)
        chain = before if follows and between in _COMMAS else []
        before = [*chain, surface] if known.type == "LOC" else []
    return desk
