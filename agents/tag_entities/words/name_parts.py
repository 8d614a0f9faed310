"""The small words that people's names are joined of, folded.

name_parts.toml holds them and says what each list does.
"""

from typing import Final

from agents.arabic import wordlist
from agents.arabic.folding import fold

_LISTS = wordlist.load("agents.tag_entities", "name_parts.toml")

SON: Final = fold("بن")
"""The link to a father."""
SERVANT: Final = fold("عبد")
"""The first half of names such as عبد الله."""
KUNYA_FATHER: Final = fold("أبو")
"""The first half of names such as أبو مازن."""
HOUSE: Final = fold("آل")
"""Before a family's name."""
SONS: Final = _LISTS.words("sons")
"""Links of sons to a father."""
(SON_OF,) = _LISTS.phrases("son_of")
"""The link before a father's name that stands alone."""
OR: Final = _LISTS.words("or")
"""Between two names of one thing."""
CHILDREN: Final = _LISTS.words("children")
"""Links of sons and daughters to a father."""
CLOSING_PARTS: Final = _LISTS.words("closing_parts")
"""Links that end a part of a name."""
OPEN_PARTS: Final = _LISTS.words("open_parts")
"""Behind these another part of the same name stands."""
BEFORE_FATHERS: Final = _LISTS.words("before_fathers")
"""Links behind which a word with ال is part of the name."""
LINEAGE: Final = _LISTS.words("lineage")
"""Links of a lineage behind a name."""
BEFORE_FIXED_WORDS: Final = _LISTS.words("before_fixed_words")
"""Behind these a last word keeps its ال, or stays without."""
SURNAME_PARTS: Final = _LISTS.words("surname_parts")
"""Words that belong to the surname behind them."""
JOINING_SURNAMES: Final = _LISTS.words("joining_surnames")
"""Words that join a surname to the names before it."""
ALIKE: Final = {one: fold(other) for one, other in _LISTS.table("alike").items()}
"""Given names that are written in two ways, to the other way."""
