"""Words in and around the names of people, folded.

people.toml holds them and says what each list does.
"""

from typing import Final

from agents.arabic import wordlist

_LISTS = wordlist.load("agents.tag_entities", "people.toml")

GIVEN_TITLES: Final = _LISTS.words("given_titles")
"""Titles that are given names as well: أمير."""
NOT_OPENING: Final = _LISTS.words("not_opening")
"""Words that open no name, though some people bear them: باسم."""
NOT_BEHIND_TITLE: Final = _LISTS.words("not_behind_title")
"""Words that open no name behind a title: سابق."""
OFFICE_LINKS: Final = _LISTS.words("office_links")
"""Words between a title and a name besides those with ال: مجلس."""
NOT_IN_APPOSITION: Final = _LISTS.words("not_in_apposition")
"""Words that are no part of a name where commas tell how far it reaches: أمس."""
TOO_COMMON: Final = _LISTS.words("too_common")
"""Names that do not stand alone for somebody: محمد."""
NO_GIVEN_NAMES: Final = _LISTS.words("no_given_names")
"""Common words that a model takes for given names: لقاء."""
FUNCTION_WORDS: Final = _LISTS.words("function_words")
"""Words of grammar that no name begins with: إلى."""
VERBS: Final = _LISTS.words("verbs")
"""Verbs that a model takes for given names."""
VERBS_FOR_TEAMS: Final = _LISTS.words("verbs_for_teams")
"""The same, before a team behind ل."""
SHORT_SURNAMES: Final = _LISTS.words("short_surnames")
"""Foreign surnames that are small words too."""
NOT_BEHIND_SURNAME: Final = _LISTS.words("not_behind_surname")
"""Behind such a word, what tells that it is none."""
CALLED: Final = _LISTS.words("called")
"""What stands between a name and another that its bearer goes by: الملقب."""
COUNTRIES_OF_ARABIC_NAMES: Final = frozenset(_LISTS.phrases("countries_of_arabic_names"))
"""Ids of countries whose people bear Arabic names."""
LAST_LETTERS: Final = _LISTS.table("last_letters")
"""Names that folding makes one with a common word, and the letter in which the name ends: علي, ي."""
