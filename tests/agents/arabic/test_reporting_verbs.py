"""Verbs of reporting: one row a verb."""

import pytest

from agents.arabic.reporting_verbs import USES, VERBS, Verb, _verb, openings, pasts, presents


@pytest.mark.parametrize(
    ("row", "verb"),
    [
        ({"past": "أكّد"}, Verb("اكد", "اكدت", "", "", frozenset())),
        ({"past": "رأى", "feminine": "رأت", "present": "يرى"}, Verb("راي", "رات", "يري", "", frozenset())),
        ({"participle": "آملا", "use": "noun object"}, Verb("", "", "", "املا", frozenset(["noun", "object"]))),
    ],
)
def test_a_row_gives_folded_forms(row, verb):
    """The feminine is made of the past where the row gives none; forms that a verb lacks are empty."""
    assert _verb(row) == verb


@pytest.mark.parametrize("row", [{"use": "noun"}, {"past": "قال", "use": "nouns"}, {"past": "قال", "future": "سيقول"}])
def test_a_row_that_cannot_be_read_is_an_error(row):
    """A row without a form, a use and a column that do not exist are mistakes in the file."""
    with pytest.raises(ValueError, match=r"reporting_verbs\.toml"):
        _verb(row)


def test_no_verb_has_two_rows():
    """To change a verb is to change one row."""
    forms = [form for verb in VERBS for form in (verb.past, verb.present, verb.participle) if form]
    assert sorted(forms) == sorted(set(forms))


def test_every_use_is_used():
    """A use that no verb has any longer is taken out of the file, too."""
    assert frozenset().union(*(verb.uses for verb in VERBS)) == USES


def test_forms_by_use():
    """Sets of forms are asked for by what their verbs do."""
    assert ("قال" in pasts("unnamed"), "يقول" in presents("unnamed-present"), "قال" in pasts("at-once")) == (
        True,
        True,
        False,
    )


def test_openings_stand_behind_prefixes():
    """Both genders, behind each prefix."""
    assert {"قال", "وقال", "قالت", "وقالت"} <= openings("opens-paragraph", "", "و")
