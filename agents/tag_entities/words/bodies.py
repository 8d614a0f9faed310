"""The portfolios of ministries and the national bodies that rules compose names of, with the words of their ids.

bodies.toml holds them and says what each list does.
"""

from typing import Final

from agents.arabic import wordlist
from agents.arabic.folding import fold

_LISTS = wordlist.load("agents.tag_entities", "bodies.toml")

MINISTRY: Final = fold("وزارة")
PORTFOLIOS: Final = _LISTS.grouped("portfolios")
"""A ministry's portfolio, and what stands for it in an id: الخارجية, foreign."""
BARE: Final = _LISTS.words("bare")
"""Portfolios that name their ministry without وزارة when a feminine nationality follows: الخارجية الروسية."""
NO_BARE: Final = _LISTS.words("not_bare")
"""Behind these a bare portfolio is no ministry."""
WIDER: Final = _LISTS.words("widening")
"""Words that widen a ministry's portfolio."""
PUBLIC: Final = _LISTS.words("public")
"""Bodies whose name says what they are for."""
RANKS: Final = _LISTS.words("ranks")
"""Adjectives behind such a body: the Arab, the national, the supreme one."""
NATIONAL_RANKS: Final = _LISTS.words("national_ranks")
"""Of these, those of bodies that each country has of its own."""
LEFT_OUT: Final = _LISTS.words("left_out")
"""Adjectives that a body's name loses inside when it is named again."""
OPENERS: Final = _LISTS.words("openers")
"""Generic words before a name that means the same without them."""
DIRECTORATES: Final = _LISTS.words("directorates")
"""Departments of a state and of its regions."""
DEPARTMENTS: Final = _LISTS.words("departments")
"""What such a department is for, besides the portfolios of ministries."""
NATIONAL_HEADS: Final = _LISTS.words("national_heads")
"""First words of further bodies that each country has of its own."""
OF_MANY_LANDS: Final = _LISTS.words("of_many_lands")
"""Words of bodies that many countries share, or that are no state's."""
BODIES: Final[dict[str, tuple[str, str]]] = {
    body: (slug, english) for body, (slug, english) in _LISTS.lists("bodies").items()
}
"""Bodies that a nationality adjective behind them makes a name: slug and English words."""
SPORT_ONLY: Final = _LISTS.words("sport_only")
"""Bodies of sport, which the adjective alone does not make sure."""
NO_PART: Final = _LISTS.words("no_part")
"""Definite words that are no part of a body's name."""
IN_FULL: Final = {short: fold(full) for short, full in _LISTS.table("in_full").items()}
"""Bodies by the one word that stands for them, to their whole names."""
