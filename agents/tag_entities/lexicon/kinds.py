"""Kinds of entities that several passes ask for together."""

from typing import Final

SPORT_KINDS: Final = frozenset(["club", "league", "national-team", "athlete", "coach", "cup", "federation"])
PRESS_KINDS: Final = frozenset(["agency", "outlet"])
RULER_KINDS: Final = frozenset(["head-of-state", "head-of-government", "royal"])
"""Kinds of people by whom those who serve them are called: مستشار الرئيس دونالد ترامب."""
GOVERNMENT_KINDS: Final = frozenset(["government-body", "ministry", "parliament", "police"])
"""Kinds of bodies of which each country has its own, often under one name."""
UNTELLING_KINDS: Final = frozenset(["social-network", "outlet", "agency", "company", "club"])
"""Kinds of organisations that are named in articles about any country."""
