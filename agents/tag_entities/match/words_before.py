"""What stands right before a surface: a word of its kind, a title, a preposition, a quotation mark."""

from collections.abc import Collection
from typing import Final

from agents.arabic.clitics import AND
from agents.arabic.quotation_marks import OPENING, SINGLE
from agents.arabic.tokens import Tokens
from agents.tag_entities.context import ArticleContext
from agents.tag_entities.draft import Surface
from agents.tag_entities.lexicon.kinds import SPORT_KINDS
from agents.tag_entities.lexicon.lexicon import Known
from agents.tag_entities.match.weights import (
    IN_QUOTES,
    KIND_BEFORE,
    NO_SPORT,
    NOT_READ_OTHERWISE,
    OTHER_KIND_BEFORE,
    PREPOSITION_BEFORE,
    READ_OTHERWISE,
    SPORT_BEFORE,
    TITLE_BEFORE,
    Balance,
)
from agents.tag_entities.words import exceptions
from agents.tag_entities.words.evidence import (
    BEFORE_OUTLETS,
    BEFORE_PLACES,
    KIND_PLURALS,
    KIND_WORDS,
    PREPOSITIONS,
)
from agents.tag_entities.words.roles import DROPPED, KEPT, SPORT, TITLES

_CUES: Final = frozenset().union(*KIND_WORDS.values(), *KIND_PLURALS.values(), SPORT, BEFORE_OUTLETS)
"""Words that can make a name of a common word behind them."""
_NO_WORDS: Final[frozenset[str]] = frozenset()
_OPENING_MARKS: Final = OPENING + SINGLE + "("
_MAX_WORDS_OF_LIST: Final = 12
_MAX_WORDS_OF_PLACE: Final = 2
"""Words of one place in a list."""
_PLACE_PREPOSITION: Final = "ب"
_MAX_OFFICE_LETTERS: Final = 60
"""Letters before a surname in which its bearer's office is looked for."""
_BETWEEN_OFFICE_AND_NAME: Final = " ،,"
_EXCEPTIONS: Final = exceptions.by_word()


def word_before(tokens: Tokens, first: int) -> str:
    """Return the word before a position, empty at the beginning of the text."""
    return tokens.words[first - 1] if first else ""


def is_introduced(tokens: Tokens, first: int, known: Known) -> bool:
    """Whether a word of its kind stands before an entity's name: نادي, مدرب."""
    before = word_before(tokens, first)
    kind_words = KIND_WORDS.get(known.kind, _NO_WORDS)
    if before in kind_words or before[1:] in kind_words:
        return True
    return is_listed(tokens, first, KIND_PLURALS.get(known.kind, _NO_WORDS))


def is_listed(tokens: Tokens, first: int, plurals: Collection[str]) -> bool:
    """Whether a name stands in a list behind a word for several of its kind: محافظات تعز وإب وذمار."""
    words, loose, nearest = tokens.words, 0, max(0, first - _MAX_WORDS_OF_LIST)
    for position in range(first if plurals else 0, nearest, -1):
        before, between = words[position - 1], tokens.between(position - 1)
        joined = words[position][0] == AND or "،" in between
        loose = 0 if joined else loose + 1
        if loose > _MAX_WORDS_OF_PLACE or between.strip(" ،"):
            return False
        if before in plurals or before[1:] in plurals:
            return True
    return False


def is_cued(tokens: Tokens, first: int) -> bool:
    """Whether a word or a quotation mark stands before a surface that can make a name of a common word."""
    before = word_before(tokens, first)
    return before in _CUES or before[1:] in _CUES or is_quoted(tokens, first)


def is_quoted(tokens: Tokens, first: int) -> bool:
    """Whether a mark opens right before a token, and no digit stands before the mark, as in minutes."""
    start = tokens.spans[first][0]
    return start > 0 and tokens.text[start - 1] in _OPENING_MARKS and not tokens.text[start - 2 : start - 1].isdigit()


def is_behind_place_word(tokens: Tokens, surface: Surface) -> bool:
    """Whether a word or a letter stands before a surface that hardly anything but a place follows: في, ب."""
    peeled = tokens.words[surface.first][: surface.start - tokens.spans[surface.first][0]]
    return peeled.endswith(_PLACE_PREPOSITION) or word_before(tokens, surface.first) in BEFORE_PLACES


def has_office_before(tokens: Tokens, first: int, known: Known) -> bool:
    """Whether a surname stands behind its bearer's own office: وزير الخارجية الروسي لافروف."""
    if not known.roles:
        return False
    start = tokens.spans[first][0]
    before = tokens.text[max(0, start - _MAX_OFFICE_LETTERS) : start].rstrip(_BETWEEN_OFFICE_AND_NAME)
    return any(before.endswith(role) for role in known.roles)


def is_team_told(known: Known, context: ArticleContext) -> bool:
    """Whether an article that is not about sport tells a sportsman's team or trade: منتخب مصر."""
    return known.type == "PER" and any(" " in hint and context.says(hint) for hint in known.context)


def weigh_words_before(balance: Balance, known: Known, surface: Surface, context: ArticleContext) -> None:
    """Weigh the words and marks right before a surface."""
    tokens, first = context.tokens, surface.first
    before = word_before(tokens, first)
    if is_introduced(tokens, first, known):
        balance.add(KIND_BEFORE)
    elif (before in DROPPED and DROPPED[before] != known.type and known.type != "MISC") or _is_sponsor(before, known):
        balance.add(OTHER_KIND_BEFORE)
    if known.type != "PER" and before in TITLES and before not in SPORT:
        balance.add(TITLE_BEFORE)
    if known.type in ("ORG", "MISC") and known.kind not in SPORT_KINDS and is_quoted(tokens, first):
        balance.add(IN_QUOTES)
    if known.kind in ("city", "country") and before in PREPOSITIONS:
        balance.add(PREPOSITION_BEFORE)
    if surface.key in _EXCEPTIONS:
        _weigh_exceptions(balance, known, surface, tokens)
    if known.kind in SPORT_KINDS:
        if before in SPORT or before[1:] in SPORT:
            balance.add(SPORT_BEFORE)
        if not context.sport and not is_team_told(known, context):
            balance.add(NO_SPORT)


def _is_sponsor(before: str, known: Known) -> bool:
    """Whether a league or a cup is called by a company: دوري "روشن"."""
    return known.kind == "company" and before in SPORT and KEPT.get(before) == "MISC"


def _weigh_exceptions(balance: Balance, known: Known, surface: Surface, tokens: Tokens) -> None:
    """Weigh what a word is besides a name: المغرب is sunset behind صلاة, and the country elsewhere."""
    if not tokens.words[surface.first].endswith(surface.key):
        return  # للمغرب
    behind = tokens.words[surface.last] if surface.last < len(tokens.words) else ""
    for row in _EXCEPTIONS[surface.key]:
        if row.weighed and row.bars(known.type):
            applies = row.applies(word_before(tokens, surface.first), behind, "")
            balance.add(READ_OTHERWISE if applies else NOT_READ_OTHERWISE)
