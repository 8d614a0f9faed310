"""Of which countries an article speaks."""

from agents.tag_entities.context import ArticleContext
from agents.tag_entities.draft import Surface
from agents.tag_entities.lexicon.lexicon import Bearer, Known
from agents.tag_entities.match.countries import OPENING_WORDS, weigh_countries

DEMONYMS = {"المغربيه": "loc:morocco"}


def surface(position, key, entity_type, kind, *countries, entity_id="x"):
    """Return a sure surface of one word."""
    known = Known(entity_id, key, key, entity_type, kind, countries)
    return Surface(position, position + 1, 0, 1, key, (Bearer(known, weak=False, surname=False, unsure=False),))


def context(weights):
    """Return a context with countries weighed."""
    made = ArticleContext.empty(None)
    made.country_weights = weights
    return made


def test_places_count_twice_in_the_opening():
    """A town in title or lead counts more than one far below."""
    found = [
        surface(0, "الرباط", "LOC", "city", "loc:morocco"),
        surface(OPENING_WORDS, "باريس", "LOC", "city", "loc:france"),
    ]
    assert weigh_countries(found, [], DEMONYMS) == {"loc:morocco": 2.0, "loc:france": 1.0}


def test_bodies_that_say_no_nation_do_not_count():
    """What each country has of its own says nothing of which country it is."""
    found = [
        surface(50, "مجلس الامه", "ORG", "parliament", "loc:kuwait"),
        surface(51, "تويتر", "ORG", "social-network", "loc:united-states"),
        surface(52, "وزاره الصحه المغربيه", "ORG", "ministry", "loc:morocco"),
    ]
    assert weigh_countries(found, [(53, "loc:morocco")], DEMONYMS) == {"loc:morocco": 2.0}


def test_the_country_must_lead():
    """Two countries that are named alike leave it open, unless the outlet's is one of them."""
    made = context({"loc:morocco": 3.0, "loc:france": 2.5})
    assert made.country is None
    with_outlet = context({"loc:morocco": 3.0, "loc:france": 2.5})
    with_outlet.outlet_country = "loc:france"
    assert (with_outlet.country, context({"loc:morocco": 3.0, "loc:france": 2.0}).country) == (
        "loc:france",
        "loc:morocco",
    )
