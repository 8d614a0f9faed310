"""How much each piece of evidence for a bearer of a surface weighs: the one table, of which `--explain` prints sums."""

from typing import Final

from agents.tag_entities.draft import Evidence

NEEDED: Final = 2.0
"""What the evidence for a bearer must weigh in all."""
LEAD: Final = 1.0
"""What it must weigh more than that for the next bearer."""
MAX_HINTS: Final = 2.5
"""What all hints of an entity's own weigh at most."""

SURE_SURFACE: Final = Evidence("the surface is hardly anything else", NEEDED)
OFFICE_BEFORE: Final = Evidence("its bearer's office stands before the surname", NEEDED)
GREAT_PLACE: Final = Evidence("a country or a capital", 1.0)

KIND_BEFORE: Final = Evidence("a word of its kind stands before it", 2.5)
OTHER_KIND_BEFORE: Final = Evidence("a word of another kind stands before it", -2.0)
TITLE_BEFORE: Final = Evidence("a title stands before it", -1.5)
IN_QUOTES: Final = Evidence("in quotation marks", 1.0)
PREPOSITION_BEFORE: Final = Evidence("a preposition of places stands before it", 0.5)
READ_OTHERWISE: Final = Evidence("a row of exceptions.toml reads it otherwise here", -2.0)
NOT_READ_OTHERWISE: Final = Evidence("a row of exceptions.toml reads it otherwise, but not here", 2.0)
SPORT_BEFORE: Final = Evidence("a word of sport stands before it", 1.0)
NO_SPORT: Final = Evidence("sport in an article that is not about it", -2.0)
TOLD: Final = Evidence("quoted behind a word for telling an outlet", 2.5)
SIGNED: Final = Evidence("stands where an agency signs", 2.5)
IN_LIST: Final = Evidence("in a list with others of its kind", 1.5)
IN_OTHER_LIST: Final = Evidence("in a list of states, and a town", -2.0)
GOES_ON: Final = Evidence("the words behind make another name of it", -2.0)

HINT: Final = Evidence("a hint of its own in the article", 1.5)
ABOUT_SPORT: Final = Evidence("the article is about sport", 1.5)
SPORT_ANYWHERE: Final = Evidence("of no country, in an article about sport", 0.5)
SECTION: Final = Evidence("the article's section is its own", 1.5)
COUNTRY: Final = Evidence("the article names its country", 1.0)
COUNTRY_BESIDE: Final = Evidence("a place of its country stands beside it, and several places bear the name", 1.0)
COUNTRY_BEHIND: Final = Evidence("a place of its country stands right behind it", 1.5)
FOREIGN_CLUB: Final = Evidence("a club of a country that the article does not name", -2.0)
CLUB_LIKELIER: Final = Evidence("a club bears the name too, in an article about sport", -1.5)

MODEL_AGREES: Final = Evidence("the model sees its type", 1.0)
MODEL_DISAGREES: Final = Evidence("the model sees another type", -1.5)
PAPER_QUOTED: Final = Evidence("quoted, and a paper bears the name too", -1.5)


class Balance:
    """What speaks for and against one bearer."""

    def __init__(self) -> None:
        self.evidence: list[Evidence] = []
        self.total = 0.0

    def add(self, evidence: Evidence) -> None:
        """Put a piece of evidence into the balance."""
        self.evidence.append(evidence)
        self.total += evidence.weight
