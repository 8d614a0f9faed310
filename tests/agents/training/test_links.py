"""Learning which entity a surface names."""

import json

import pytest

from agents.tag_entities.match.link_odds import LinkOdds
from agents.tag_entities.match.link_signs import IN_SHORT_TEXT, NO_MODEL
from agents.training.annotations.texts import digest
from agents.training.links import Example, LinkedText, examples, learn, measure, write

HERE = ("here", "LOC here", "city here")
TEXT = "وصل الوفد إلى دمشق أمس\nوزار الوفد المنيا"


class OneText:
    """Stands for the data folder."""

    def text(self, name, row, letters, sha256):
        """Return the only text."""
        assert (name, row, letters, sha256) == ("set", 7, len(TEXT), digest(TEXT))
        return TEXT


def linked(surface, meant):
    start = TEXT.index(surface)
    place = (start, start + len(surface), meant, 4.0)
    return LinkedText(set="set", row=7, letters=len(TEXT), sha256=digest(TEXT), links=[place])


@pytest.fixture
def seen():
    """Return surfaces of which those behind one word name their bearer, and those behind another nothing."""
    return [
        Example(f"set:{number}", [["kind city", "LOC", *HERE, f"LOC behind {word}"]], 0 if word == "in" else None, 1.0)
        for number in range(12)
        for word in ("in", "street")
    ]


@pytest.mark.parametrize(("meant", "number"), [("loc:damascus", 0), ("ORG", None), ("", None)])
def test_an_annotated_surface_is_an_example(meant, number):
    """With the bearer that is meant, or none, and counted by the root of how many it stands for."""
    (example,) = examples(OneText(), [linked("دمشق", meant)])
    assert (example.text, example.meant, example.counts) == ("set:7", number, 2.0)
    assert "LOC behind الي" in example.signs[0]


def test_a_region_counts_as_its_town():
    """A later pass tells محافظة المنيا from the town."""
    (example,) = examples(OneText(), [linked("المنيا", "LOC")])
    assert example.meant == 0


def test_learned(seen):
    """What stands before those that are meant speaks for a bearer, the other word against it."""
    weights = learn(seen)
    assert weights["LOC behind in"] > 0 > weights["LOC behind street"]
    assert {NO_MODEL, IN_SHORT_TEXT, f"city {IN_SHORT_TEXT}", "city here"} <= weights.keys()


def test_measured(seen):
    """Links that are right, those that are not, and those that are missing."""
    odds = LinkOdds({"": 0.0, "LOC behind in": 4.0, "LOC behind street": -4.0})
    assert measure(seen, odds) == (12, 0, 0)
    assert measure(seen, LinkOdds({"": 4.0})) == (12, 12, 0)
    assert str(measure(seen, LinkOdds({"": 4.0}))) == "precision 0.5000, recall 1.0000"


def test_written(tmp_path, seen, capsys):
    """The weights are written with where they are from; small ones are left out."""
    write(seen, tmp_path / "weights.json")
    kept = json.loads((tmp_path / "weights.json").read_text())
    assert "24 surfaces of 12 texts" in kept["origin"]
    assert all(abs(weight) >= 0.03 for weight in kept["weights"].values())
    assert "part 0" in capsys.readouterr().out
