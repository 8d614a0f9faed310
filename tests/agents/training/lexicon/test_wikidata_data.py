"""Wikidata ids from open collections."""

import pytest

from agents.tag_entities.lexicon.lexicon import packaged
from agents.training.lexicon.wikidata_data import named_alike, places


def _known(*ids):
    return [packaged().known(entity) for entity in ids]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ({"ar": ["الرباط"], "country": "MA", "kind": "locality", "geonames": 2538475, "qid": "Q1"}, ["Q1"]),
        ({"ar": ["الرباط"], "country": "IQ", "kind": "locality", "geonames": 91969, "qid": "Q2"}, []),
        ({"ar": ["الرباط"], "country": "MA", "kind": "locality", "geonames": 2538475}, []),
    ],
)
def test_a_place_agrees_in_its_geonames_id(row, found):
    """A namesake in another country is another place."""
    assert [qid for _, qid, _ in places(_known("loc:rabat"), [row], {"loc:morocco": "MA"})] == found


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (
            {"ar": ["جامعة الملك سعود"], "en": "King Saud University", "country": "loc:saudi-arabia", "qid": "Q3"},
            ["Q3"],
        ),
        ({"ar": ["جامعة الملك سعود"], "en": "King Saud University", "country": "loc:egypt", "qid": "Q3"}, []),
        ({"ar": ["جامعة الملك سعود"], "en": "Saud College", "country": "loc:saudi-arabia", "qid": "Q3"}, []),
    ],
)
def test_a_body_agrees_in_both_names_and_its_country(row, found):
    """One that differs in any of them has no id."""
    assert [qid for _, qid, _ in named_alike(_known("org:king-saud-university"), [row], "ror")] == found
