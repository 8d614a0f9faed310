"""The words that announce a name, folded: titles before people, generic words before bodies, places and things.

roles.toml holds them and says what each list does.
"""

from typing import Final

from agents.arabic import wordlist

_LISTS = wordlist.load("agents.tag_entities", "roles.toml")

TITLES: Final = _LISTS.words("titles")
"""One of these, perhaps with the office's name, stands before a person."""
ROLE_HEADS: Final = _LISTS.words("role_heads")
"""After these the office may take some words before the person's name: رئيس الاتحاد الآسيوي لكرة القدم."""
OFFICES: Final = _LISTS.words("offices")
"""Words that an office can go on with: مديرة مجموعة المقتنيات."""
TITLE_RUN: Final = _LISTS.words("title_run")
"""What can stand between a title and a name besides the office's own words."""
KEPT: Final = _LISTS.grouped("kept")
"""Generic words that are part of the name they open, and the name's type."""
DROPPED: Final = _LISTS.grouped("dropped")
"""Generic words that stand before a name without being part of it, and the name's type."""
SPORT: Final = _LISTS.words("sport")
"""Words beside a club's or a team's name."""
GAMES: Final = wordlist.load("agents.tag_entities", "teams.toml").words("games")
"""Before a game, behind a team's or a cup's name: لكرة."""
FOOTBALL: Final = wordlist.load("agents.tag_entities", "teams.toml").words("football")
"""The game that needs no telling."""
PLAY: Final = _LISTS.words("play")
"""Words that many of make a text one about sport."""
STOP: Final = _LISTS.words("stop")
"""Words that no name holds."""
CONNECTORS: Final = _LISTS.words("connectors")
"""Words that join the parts of a name: علي بن أبي طالب."""
