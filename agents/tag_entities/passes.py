"""THE ORDER in which the names of an article are found, decided and brought together: a pass a line."""

from collections.abc import Collection
from typing import NamedTuple

from agents.arabic.dates.find import opens_date
from agents.tag_entities.draft import Draft, Pass
from agents.tag_entities.find import odds
from agents.tag_entities.find.composed_names import ComposedNames, readers
from agents.tag_entities.find.foreign_bodies import ForeignBodies
from agents.tag_entities.find.latin_names import LatinNames
from agents.tag_entities.find.listed_names import ListedNames
from agents.tag_entities.find.model_names import ModelNames
from agents.tag_entities.find.titled_people import TitledPeople
from agents.tag_entities.find.works import Works
from agents.tag_entities.lexicon.lexicon import Lexicon
from agents.tag_entities.match.decide import Decide
from agents.tag_entities.match.link_odds import LinkOdds
from agents.tag_entities.match.misreadings import Misreadings
from agents.tag_entities.match.regions import Regions
from agents.tag_entities.match.sure_names import SureNames
from agents.tag_entities.match.surfaces import Surfaces
from agents.tag_entities.unify.known_people import KnownPeople
from agents.tag_entities.unify.nations_of_bodies import NationsOfBodies
from agents.tag_entities.unify.one_thing import OneThing
from agents.tag_entities.unify.same_type import SameType
from agents.tag_entities.unify.short_names import ShortNames
from agents.tag_entities.unify.teams import Teams
from agents.tag_entities.unify.user_overrides import UserOverrides
from agents.tag_entities.unify.wordings import Wordings
from agents.tag_entities.word_kinds import WordKinds
from agents.tag_entities.word_marks import CITING, DATE, NATIONALITY, REPORTING, SPORT, WordMarks
from agents.tag_entities.words.roles import PLAY
from agents.tag_entities.words.speech import CITING as CITING_WORDS
from agents.tag_entities.words.speech import SPEECH


class Passes(NamedTuple):
    """The passes in their order."""

    before_model: tuple[Pass, ...]
    """What the model needs to have seen: it judges the words that these leave in doubt."""
    after_model: tuple[Pass, ...]

    @property
    def all(self) -> tuple[Pass, ...]:
        """All passes, in their order."""
        return self.before_model + self.after_model


def passes(
    lexicon: Lexicon,
    word_kinds: WordKinds,
    without: Collection[str] = (),
    judge: odds.Odds | None = None,
    links: LinkOdds | None = None,
) -> Passes:
    """Return the passes in the order of their work.

    Parameters
    ----------
    without
        Names of passes that are left out.
    judge
        What names are judged by; None: by the odds that ship.
    links
        What says whom a surface of the lexicon means; None: the odds that ship.

    Raises
    ------
    ValueError
        When a name is no pass's.
    """
    demonyms = lexicon.demonyms
    before_model: tuple[Pass, ...] = (
        Surfaces(lexicon, word_kinds),  # what the lexicon's surfaces are, whatever they mean
    )
    after_model: tuple[Pass, ...] = (
        # What the lexicon knows
        Misreadings(lexicon, word_kinds),  # before anything is read off surfaces that are none
        SureNames(lexicon),  # what the article is about, by the surfaces that need no decision
        Decide(lexicon, word_kinds, links),  # the others, by what stands beside them and what the article is about
        # What no list holds, the surest forms first: who comes first takes the words
        ComposedNames(lexicon, word_kinds, without),  # longer than the known names inside them, which give way
        Works(lexicon),  # in quotation marks, so that no name inside is a person's
        TitledPeople(word_kinds, demonyms),  # a title makes sure of words that are common otherwise
        ModelNames(lexicon, word_kinds, judge or odds.shipped()),  # of two names in one place the likelier stays
        LatinNames(lexicon),  # when all names inside are known
        ForeignBodies(word_kinds),  # when all places are known, some of which begin a longer name
        ListedNames(),  # beside names that are found
        # One thing, one id
        KnownPeople(lexicon, word_kinds),  # a known person is the fuller name for what follows
        ShortNames(word_kinds),  # surnames, first names and acronyms of what stands in full
        Wordings(lexicon),  # what only the text knows, once all short names are found
        SameType(),  # once all names are known
        NationsOfBodies(lexicon, word_kinds),  # once names that are spelt alike are of one type
        Teams(lexicon),  # once all teams are known by their countries
        Regions(lexicon),  # once all towns are found
        OneThing(lexicon),  # what only the text knows, once every name has its own id
        UserOverrides(lexicon),  # the user has the last word
    )
    known = [pass_.name for pass_ in before_model + after_model] + [
        reader.name for reader in readers(lexicon, word_kinds)
    ]
    unknown = sorted(set(without) - set(known))
    if unknown:
        raise ValueError(f"no pass is called {', '.join(unknown)}; there are {', '.join(known)}")
    return Passes(
        tuple(pass_ for pass_ in before_model if pass_.name not in without),
        tuple(pass_ for pass_ in after_model if pass_.name not in without),
    )


def word_marks(order: Passes, lexicon: Lexicon) -> WordMarks:
    """Return what judges each word once: where each pass may begin, and what quotes, dates and the context ask for."""
    return WordMarks(
        {pass_.name: pass_.starts for pass_ in order.all if pass_.starts is not None}
        | {
            REPORTING: SPEECH.__contains__,
            CITING: CITING_WORDS.__contains__,
            NATIONALITY: lexicon.country_of,
            DATE: opens_date,
            SPORT: PLAY.__contains__,
        }
    )


def run(passes_: tuple[Pass, ...], draft: Draft) -> None:
    """Run passes over a draft, in order."""
    for pass_ in passes_:
        draft.running = pass_.name
        pass_.run(draft)
