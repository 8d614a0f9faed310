"""Which bearer of a surface is meant, by the weights of its signs."""

import pytest

from agents.tag_entities.draft import Surface
from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.match.link_odds import MIN_NAME_ODDS, MIN_ODDS, LinkOdds, shipped


def surface(key):
    return Surface(0, 1, 0, len(key), key, packaged().bearers(key))


def test_what_is_left_is_for_none():
    """The odds of all bearers and of none of them are 1 together."""
    odds = LinkOdds({"": 0.0, "a": 1.0})
    one, other = odds.of([["a"], ["b"]])
    assert (one > other, one + other < 1, odds.of([[]])) == (True, True, [0.5])


@pytest.mark.parametrize(
    ("weight", "told"),
    [(3.0, ("loc:damascus", True)), (-1.0, ("loc:damascus", False)), (-5.0, None)],
)
def test_an_only_bearer_is_meant_or_another_or_nothing(weight, told):
    """Below what links, the surface is still a name; far below, it is none."""
    choice = LinkOdds({"sign": weight}).choose(surface("دمشق"), [["sign"]])
    assert (None if choice is None else (choice.means.id, choice.linked)) == told


def test_bearers_of_one_type_give_a_type():
    """When two are equally likely, what is sure is only what kind of thing it is; of people not even that."""
    rivals = surface("المهديه")
    assert {bearer.known.type for bearer in rivals.bearers} == {"LOC"}
    choice = LinkOdds({"sign": 2.0}).choose(rivals, [["sign"]] * len(rivals.bearers))
    assert choice is not None
    assert choice.means == "LOC"


def test_evidence_is_what_weighs_and_the_odds():
    """A sign without weight is not told."""
    choice = LinkOdds({"sign": 3.0}).choose(surface("دمشق"), [["sign", "another"]])
    assert choice is not None
    assert [one.name for one in choice.evidence] == ["sign", "link"]


def test_endless_weights_do_no_harm():
    """A sum that no power could hold is cut."""
    assert LinkOdds({"sign": 1e6}).of([["sign"]]) == [pytest.approx(1.0)]


def test_the_weights_that_ship_are_there():
    """Signs, with what they weigh."""
    assert (0 < MIN_NAME_ODDS < MIN_ODDS < 1, shipped().of([["the only bearer"]])[0] > 0) == (True, True)
