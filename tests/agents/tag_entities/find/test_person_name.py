"""How far a person's name reaches."""

import pytest

from agents.arabic.folding import fold
from agents.tag_entities.find.person_name import Runs, ends_in_pronoun
from agents.tag_entities.lexicon.lexicon import packaged
from tests.agents.tag_entities.drafts import draft_of, word_kinds


def run_of(text):
    """Return the words of the name that begins at a text's first word behind a title, None where none does."""
    run = Runs(word_kinds(), packaged().demonyms).take(draft_of(text), 0, ())
    return None if run is None else text.split()[run.first : run.last]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("محمد الزغيبي قال", "محمد الزغيبي"),
        ("هشام آيت منا أمس", "هشام آيت منا"),
        ("هشام أبو سالم إن", "هشام أبو سالم"),
        ("أبو سالم الزغيبي قال", "أبو سالم الزغيبي"),
        ("محمد الزغيبي الموريتاني", "محمد الزغيبي"),
    ],
)
def test_a_name_goes_on_over_names_and_links(text, name):
    """It ends before verbs, clauses and nationalities."""
    assert run_of(text) == name.split()


@pytest.mark.parametrize("text", ["المدرسة الكبيرة هناك", "على الطريق"])
def test_what_is_no_name(text):
    """Common words and prepositions."""
    assert run_of(text) is None


def test_a_title_makes_sure_of_one_name():
    """Behind a title a rare surname is enough."""
    assert run_of("الزغيبي قال") == ["الزغيبي"]


@pytest.mark.parametrize(("word", "ends"), [("لبشريتنا", True), ("أسألكم", True), ("إبراهيم", False), ("مها", False)])
def test_no_name_ends_in_a_pronoun(word, ends):
    """Names that only look so are names all the same."""
    assert ends_in_pronoun(fold(word), word_kinds()[fold(word)]) is ends
