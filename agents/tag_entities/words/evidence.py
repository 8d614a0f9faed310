"""The words that tell what a known surface means where it stands, folded.

evidence.toml holds them and says what each list does.
"""

from typing import Final

from agents.arabic import wordlist

_LISTS = wordlist.load("agents.tag_entities", "evidence.toml")

NO_ADJECTIVES: Final = _LISTS.words("no_adjectives")
"""Words with ال that are no adjectives of what stands before."""
NO_NOUNS: Final = _LISTS.words("no_nouns")
"""Words that begin like nouns with an article."""
MASCULINE_ADJECTIVES: Final = _LISTS.words("masculine_adjectives")
"""Places called by an adjective that is no nisba."""
FEMININE_ADJECTIVES: Final = _LISTS.words("feminine_adjectives")
"""The same, of feminine form."""
OTHER_CUPS: Final = _LISTS.words("other_cups")
"""What makes another event of a cup."""
SCANDALS: Final = _LISTS.words("scandals")
"""What makes a scandal's name of a place's."""
GOVERNMENTS: Final = _LISTS.words("governments")
"""First words of what governments are called by."""
NO_AND_BEHIND: Final = _LISTS.words("no_and_behind")
"""Words that no و follows."""
TITLE_HEADS: Final = _LISTS.words("title_heads")
"""Before a surface that is part of a title."""
BEHIND_NAMES: Final = _LISTS.words("behind_names")
"""Words that follow a name and are no part of it."""
HOUSE_FOUNDER: Final = _LISTS.phrases("house_founder")
"""Ends of the names of a house's founder and his sons."""
FOUNDERS_FATHER: Final = _LISTS.words("founders_father")
"""First words of that founder's father's name."""
OWN_TEAM: Final = _LISTS.words("own_team")
"""Before a club that is called by a country's name."""
COMMON_NAMES: Final = _LISTS.words("common_names")
"""Names of bodies and things that are common words before they are names."""
TOWN_WORDS: Final = _LISTS.words("town_words")
"""Words before a town's name that say that it is not the region of that name."""
REGION_WORDS: Final = _LISTS.sets("region_words")
"""Of a region's own word, as written, the words before one."""
REGION_PLURALS: Final = _LISTS.sets("region_plurals")
"""The same, before two."""
KIND_WORDS: Final = _LISTS.sets("kind_words")
"""Of each kind of entity, the words before its name."""
KIND_PLURALS: Final = _LISTS.sets("kind_plurals")
"""Of some kinds, the words before a list of their names."""
