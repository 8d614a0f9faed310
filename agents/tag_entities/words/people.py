"""Words in and around the names of people, folded.

people.toml holds them and says what each list does.
"""

from typing import Final

from agents.arabic import wordlist
from agents.arabic.folding import fold

_LISTS = wordlist.load("agents.tag_entities", "people.toml")

NOT_OPENING: Final = _LISTS.words("not_opening")
"""Words that open no name, though some people bear them: باسم."""
NOT_BEHIND_TITLE: Final = _LISTS.words("not_behind_title")
"""Words that open no name behind a title: سابق."""
OFFICE_LINKS: Final = _LISTS.words("office_links")
"""Words between a title and a name besides those with ال: مجلس."""
TOO_COMMON: Final = _LISTS.words("too_common")
"""Names that do not stand alone for somebody: محمد."""
FUNCTION_WORDS: Final = _LISTS.words("function_words")
"""Words of grammar that no name begins with: إلى."""
VERBS: Final = _LISTS.words("verbs")
"""Verbs that a model takes for given names."""
BEFORE_VERBS: Final = _LISTS.words("before_verbs")
"""Words behind which a verb follows: إذ."""
NAMES_AND_VERBS: Final = {fold(name): behind for name, behind in _LISTS.sets("names_and_verbs").items()}
"""Given names that are verbs too, and what behind a name tells that they are."""
SHORT_SURNAMES: Final = _LISTS.words("short_surnames")
"""Foreign surnames that are small words too."""
NOT_BEHIND_SURNAME: Final = _LISTS.words("not_behind_surname")
"""Behind such a word, what tells that it is none."""
COUNTRIES_OF_ARABIC_NAMES: Final = frozenset(_LISTS.phrases("countries_of_arabic_names"))
"""Ids of countries whose people bear Arabic names."""
LAST_LETTERS: Final = _LISTS.table("last_letters")
"""Names that folding makes one with a common word, and the letter in which the name ends: علي, ي."""
