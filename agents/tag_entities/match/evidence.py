"""What speaks for one bearer of a surface: the words beside it, the section, what the article is about."""

from typing import NamedTuple

from agents.arabic.clitics import ARTICLE
from agents.arabic.tokens import Tokens
from agents.tag_entities.context import ArticleContext
from agents.tag_entities.draft import Evidence, Surface
from agents.tag_entities.lexicon.kinds import PRESS_KINDS, SPORT_KINDS
from agents.tag_entities.lexicon.lexicon import Bearer, Known, Lexicon
from agents.tag_entities.match.exclusions import is_no_club, is_no_place
from agents.tag_entities.match.neighbours import neighbours_of
from agents.tag_entities.match.weights import (
    ABOUT_SPORT,
    CLUB_LIKELIER,
    COUNTRY,
    COUNTRY_BEHIND,
    COUNTRY_BESIDE,
    FOREIGN_CLUB,
    GOES_ON,
    GREAT_PLACE,
    HINT,
    LEAD,
    MAX_HINTS,
    MODEL_AGREES,
    MODEL_DISAGREES,
    NEEDED,
    OFFICE_BEFORE,
    PAPER_QUOTED,
    SECTION,
    SPORT_ANYWHERE,
    SURE_SURFACE,
    TOLD,
    Balance,
)
from agents.tag_entities.match.words_before import (
    has_office_before,
    is_behind_place_word,
    is_cued,
    is_quoted,
    weigh_words_before,
    word_before,
)
from agents.tag_entities.words.evidence import BEFORE_OUTLETS, NO_ADJECTIVES
from streams.records.entities import EntityType


class Choice(NamedTuple):
    """What the evidence speaks for: an entity, or only a type when two entities of it are equally likely."""

    means: Known | EntityType
    evidence: tuple[Evidence, ...]


def choose(
    lexicon: Lexicon, surface: Surface, context: ArticleContext, model_type: EntityType | None = None
) -> Choice | None:
    """Return the bearer that the evidence speaks for, None where it speaks for none.

    Parameters
    ----------
    surface
        The surface in the text, and who bears it.
    model_type
        The type that a model sees in exactly these words, if any.
    """
    weighed = _Weighing(lexicon, surface, context, model_type).bearers()
    if not weighed or weighed[0][0].total < NEEDED:
        return None
    balance, best = weighed[0]
    evidence = tuple(balance.evidence)
    if len(weighed) > 1 and balance.total - weighed[1][0].total < LEAD:
        same = weighed[1][1].type == best.type and best.type != "PER"
        return Choice(best.type, evidence) if same else None
    return Choice(best, evidence)


class _Weighing:
    """The weighing of one surface's bearers.

    Parameters
    ----------
    model_type
        The type that a model sees in exactly these words, if any.
    """

    def __init__(
        self, lexicon: Lexicon, surface: Surface, context: ArticleContext, model_type: EntityType | None
    ) -> None:
        self._lexicon, self._surface, self._context, self._model_type = lexicon, surface, context, model_type
        tokens, bearers = context.tokens, surface.bearers
        self._common = surface.last - surface.first == 1 and lexicon.is_common(surface.key)
        self._neighbours = neighbours_of(lexicon, surface, context)
        self._cued = not self._common or self._neighbours.is_cue or is_cued(tokens, surface.first)
        self._club_likelier = context.sport and any(bearer.known.kind in SPORT_KINDS for bearer in bearers)
        places = sum(bearer.known.type == "LOC" for bearer in bearers)
        self._beside = context.country_beside(surface.first) if places > 1 else None
        self._paper = any(bearer.known.kind in PRESS_KINDS for bearer in bearers) and is_quoted(tokens, surface.first)
        self._told = self._paper and word_before(tokens, surface.first) in BEFORE_OUTLETS

    def bearers(self) -> list[tuple[Balance, Known]]:
        """Return the bearers that anything speaks for, with what does, those for whom most speaks first."""
        weighed = [(balance, bearer.known) for bearer in self._surface.bearers if (balance := self._weigh(bearer))]
        return sorted(weighed, key=lambda pair: -pair[0].total)

    def _weigh(self, bearer: Bearer) -> Balance | None:
        """Return what speaks for a bearer and against it, None for one that is not meant."""
        known, balance = bearer.known, Balance()
        if self._is_excluded(bearer) or (self._told and known.type == "LOC"):
            return None
        if bearer.surname:
            if not has_office_before(self._context.tokens, self._surface.first, known):
                return None
            balance.add(OFFICE_BEFORE)
        elif not self._weigh_name(balance, bearer):
            return None
        if self._model_type is not None:
            balance.add(MODEL_AGREES if known.type == self._model_type else MODEL_DISAGREES)
        if self._told and known.kind in PRESS_KINDS:
            balance.add(TOLD)
        if known.type == "LOC" and self._paper:
            balance.add(PAPER_QUOTED)
        return balance if balance.total > 0 else None

    def _is_excluded(self, bearer: Bearer) -> bool:
        """Whether a bearer cannot be meant, whatever speaks for it."""
        known, weak = bearer.known, bearer.weak
        lexicon, surface, context = self._lexicon, self._surface, self._context
        if known.kind in SPORT_KINDS and is_no_club(lexicon, surface, known, context, weak=weak):
            return True
        if weak and not self._cued and self._is_unseen_by_model(known):
            return True  # a common word, and nothing beside it makes a name of it
        unlisted = weak and self._common and not self._neighbours.listed
        return unlisted and is_no_place(lexicon, surface, known, context, self._model_type)

    def _weigh_name(self, balance: Balance, bearer: Bearer) -> bool:
        """Weigh what speaks for a name that is more than a surname; return whether it can be meant."""
        known, surface, context = bearer.known, self._surface, self._context
        weigh_words_before(balance, known, surface, context)
        self._neighbours.weigh(balance, known)
        if self._common and _goes_on(self._lexicon, context.tokens, surface.last, known):
            balance.add(GOES_ON)
        if bearer.weak and balance.total <= 0 and self._common and self._is_unseen_by_model(known):
            return False  # a common word: what the article is about does not make a name of it
        if not bearer.weak:
            balance.add(SURE_SURFACE)
        elif known.kind == "country" or known.id in self._lexicon.capitals:
            balance.add(GREAT_PLACE)
        _weigh_article(balance, known, context)
        if self._beside is not None and self._beside in known.countries and known.type == "LOC":
            balance.add(COUNTRY_BESIDE)
            if context.is_right_beside(surface.first, self._beside):
                balance.add(COUNTRY_BEHIND)
        if self._club_likelier and known.kind not in SPORT_KINDS and not _is_settled(context.tokens, surface, known):
            balance.add(CLUB_LIKELIER)
        return True

    def _is_unseen_by_model(self, known: Known) -> bool:
        """Whether a bearer is a body or a thing that the model does not see."""
        return known.type in ("ORG", "MISC") and self._model_type != known.type


def _is_settled(tokens: Tokens, surface: Surface, known: Known) -> bool:
    """Whether a surface means no club even in sport: a town behind ب or إلى, a paper in quotation marks."""
    if known.kind in PRESS_KINDS:
        return is_quoted(tokens, surface.first)
    return known.type == "LOC" and is_behind_place_word(tokens, surface)


def _weigh_article(balance: Balance, known: Known, context: ArticleContext) -> None:
    """Weigh what the article says besides."""
    hints = sum(map(context.has, known.context))
    if hints:
        balance.add(HINT._replace(weight=min(MAX_HINTS, HINT.weight * hints)))
    if known.kind in SPORT_KINDS:
        if context.sport:
            balance.add(ABOUT_SPORT)
            if not known.countries:
                balance.add(SPORT_ANYWHERE)
        if known.kind == "club" and _is_of_another_country(known, context):
            balance.add(FOREIGN_CLUB)
    elif context.section is not None and context.section in known.sections:
        balance.add(SECTION)
    if any(country in context.countries for country in known.countries):
        balance.add(COUNTRY)


def _is_of_another_country(known: Known, context: ArticleContext) -> bool:
    """Whether an article is about another country than an entity's, and does not name that."""
    about = {context.country, *context.countries}
    return context.country is not None and bool(known.countries) and about.isdisjoint(known.countries)


def _goes_on(lexicon: Lexicon, tokens: Tokens, last: int, known: Known) -> bool:
    """Whether an adjective or a genitive stands behind: الاتحاد الدولي is not الاتحاد, سيول جدة is not Seoul."""
    if last >= len(tokens.words) or tokens.between(last - 1) != " ":
        return False
    word = tokens.words[last]
    if known.type == "LOC" and any(not bearer.weak for bearer in lexicon.bearers(word)):
        return True
    return word.startswith(ARTICLE) and word not in lexicon.demonyms and word not in NO_ADJECTIVES
