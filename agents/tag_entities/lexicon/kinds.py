"""Kinds of entities that several passes ask for together."""

from typing import Final

SPORT_KINDS: Final = frozenset(["club", "league", "national-team", "athlete", "coach", "cup", "federation"])
LISTED_KINDS: Final = frozenset(
    ["company", "bank", "club", "city", "region", "district", "outlet", "party", "armed-group"]
)
"""Kinds of which one in a list speaks for the others."""
PRESS_KINDS: Final = frozenset(["agency", "outlet"])
