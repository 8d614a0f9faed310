"""Clubs and places that are not meant, whatever speaks for them."""

from typing import Final

from agents.arabic.clitics import AND, ARTICLE
from agents.tag_entities.context import ArticleContext
from agents.tag_entities.draft import Surface
from agents.tag_entities.lexicon.lexicon import Known, Lexicon
from agents.tag_entities.match.words_before import is_behind_place_word, is_introduced, is_team_told, word_before
from agents.tag_entities.words.bodies import SPORT_ONLY
from agents.tag_entities.words.evidence import BEFORE_TOWNS, MORE_THAN_TOWNS, NATIONAL_TEAMS, OWN_TEAM
from agents.tag_entities.words.people import COUNTRIES_OF_ARABIC_NAMES
from streams.records.entities import EntityType

_SMALL_KINDS: Final = frozenset(["city", "district"])
_NOUN_ENDINGS: Final = ("ه", "ات", "ين")
"""Endings of nouns that a feminine adjective can stand behind."""
_FEMININE_NISBA: Final = "يه"


def is_no_club(lexicon: Lexicon, surface: Surface, known: Known, context: ArticleContext, *, weak: bool) -> bool:
    """Whether a club's or an athlete's name is none here.

    Clubs play in articles about sport, or behind نادي; النادي المصري is any Egyptian club, الاتحاد الأمريكي none in
    Jeddah.
    """
    tokens = context.tokens
    if weak and not context.sport:
        told = is_introduced(tokens, surface.first, known) or is_team_told(known, context)
        if not told:
            return True
    if surface.key in lexicon.demonyms and word_before(tokens, surface.first).startswith(ARTICLE):
        return True
    if any(map(context.says, NATIONAL_TEAMS)) and any(bearer.known.id in known.countries for bearer in surface.bearers):
        return word_before(tokens, surface.first) not in OWN_TEAM  # لاعبو الإمارات
    if surface.key not in SPORT_ONLY or surface.last >= len(tokens.words):
        return False
    behind = tokens.words[surface.last]
    nation = lexicon.demonyms.get(behind) if behind.startswith(ARTICLE) else None
    return nation is not None and nation not in known.countries and not is_introduced(tokens, surface.first, known)


def is_elsewhere(lexicon: Lexicon, surface: Surface, known: Known, context: ArticleContext) -> bool:
    """Whether a town of an Arab country is hardly meant: many share their names, and the article is about another.

    Neither the article nor its outlet speaks of the town's country. A large one behind في may be meant all the same.
    """
    town = known.kind in _SMALL_KINDS and known.id not in lexicon.capitals
    if not town or len(known.countries) != 1 or known.countries[0] not in COUNTRIES_OF_ARABIC_NAMES:
        return False
    large = known.geonames is not None and is_behind_place_word(context.tokens, surface)
    return not large and context.is_elsewhere(known.id, known.countries[0])


def is_no_place(
    lexicon: Lexicon, surface: Surface, known: Known, context: ArticleContext, model_type: EntityType | None
) -> bool:
    """Whether a common word that some place is called by is none here.

    Of a place for which nothing speaks, a word like مدينة must say it, and somebody name its country. دوما is always,
    unless a preposition stands before; الجبهة الشرقية is no province.
    """
    tokens = context.tokens
    before = word_before(tokens, surface.first)
    if known.type != "LOC":
        return False
    if surface.key in MORE_THAN_TOWNS:
        placed = is_behind_place_word(tokens, surface) or before in BEFORE_TOWNS
        return not placed and not is_introduced(tokens, surface.first, known)
    if surface.key.startswith(ARTICLE) and surface.key.endswith(_FEMININE_NISBA) and known.kind == "region":
        joined = tokens.words[surface.first].startswith(AND)
        noun = before.startswith(ARTICLE) and (joined or before.endswith(_NOUN_ENDINGS))
        return noun and tokens.between(surface.first - 1) == " "
    if model_type == "LOC" or known.kind not in _SMALL_KINDS or known.context or known.id in lexicon.capitals:
        return False
    named = any(country in context.countries for country in known.countries)
    return not named or not is_introduced(tokens, surface.first, known)
