"""What a line is judged with: the lexicon of chrome, the outlet's name and profile, and the time."""

from typing import NamedTuple

from agents.clean.dates.clock import Clock
from agents.clean.judge.outlet_profile import Profile
from agents.clean.judge.phrase_lexicon import PhraseLexicon


class Site(NamedTuple):
    """What is known of the site that a line stands on."""

    phrases: PhraseLexicon
    outlet: frozenset[str]
    """The folded words of the outlet's name."""
    profile: Profile | None
    """What the outlet is known to repeat; None for one that is not known yet."""
    clock: Clock
    """What dates are read against."""
