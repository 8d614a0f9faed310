"""Names that the model sees: which are taken, and where they begin and end."""

import pytest

from agents.tag_entities.draft import ModelName
from tests.agents.tag_entities.drafts import draft_of, found_by


def names(text, first, last, entity_type="PER", score=0.9):
    """Return what the pass makes of one name that a model sees."""
    return found_by("ModelNames", text, model_names=[ModelName(first, last, entity_type, score)])


@pytest.mark.parametrize(
    ("entity_type", "score", "found"),
    [("PER", 0.9, ["كارستن بودلوف"]), ("PER", 0.05, []), ("ORG", 0.9, ["كارستن بودلوف"]), ("ORG", 0.05, [])],
)
def test_the_model_must_be_sure_enough(entity_type, score, found):
    """A name that is hardly one is none."""
    assert names("غادر كارستن بودلوف أمس", 1, 3, entity_type, score) == found


@pytest.mark.parametrize(
    ("text", "last", "found"),
    [
        ("غادر بودلوف أمس", 2, ["بودلوف"]),
        ("غادر المدينة أمس", 2, []),
        ("غادر كتاب أمس", 2, []),
    ],
)
def test_a_name_of_one_word_is_no_common_word(text, last, found):
    """What the model sees of a word must outweigh that a dictionary has it."""
    assert names(text, 1, last, score=0.99 if found else 0.7) == found


@pytest.mark.parametrize(
    ("text", "first", "last", "found"),
    [
        ("قال رئيسها للفرنكوفونية سليم خلبوص ذلك", 2, 5, ["سليم خلبوص"]),
        ("تحدث لكارستن بودلوف أمس", 1, 3, ["كارستن بودلوف"]),
        ("غنى سامر بودلوف أغنيتين", 0, 3, ["سامر بودلوف"]),
        ("عادل سامر بودلوف للترجي", 0, 3, ["سامر بودلوف"]),
        ("إذ عادل سامر بودلوف بتسديدة", 1, 4, ["سامر بودلوف"]),
        ("وأسعد سامر بودلوف جماهير ناديه", 0, 3, ["سامر بودلوف"]),
        ("حضر أسعد سامر بودلوف المباراة", 1, 4, ["أسعد سامر بودلوف"]),
        ("قال عبد الرحمن السطوفي مدير", 1, 3, ["عبد الرحمن السطوفي"]),
        ("حضرت الكاتبة كارولين هو حفل", 2, 3, ["كارولين هو"]),
        ("حضرت الكاتبة كارولين هو التي", 2, 3, ["كارولين"]),
    ],
)
def test_what_is_no_part_is_taken_off(text, first, last, found):
    """Common words, verbs and proclitics; a surname that is a small word is added."""
    assert names(text, first, last) == found


def test_a_surname_of_a_name_in_full_is_left_to_whoever_was_named_last():
    """The pass for short names knows of whom."""
    seen = [ModelName(1, 3, "PER", 0.9), ModelName(5, 6, "PER", 0.9)]
    assert found_by("ModelNames", "غادر كارستن بودلوف أمس وقال بودلوف ذلك", model_names=seen) == ["كارستن بودلوف"]


def test_a_surname_that_the_text_has_whole_loses_no_letter():
    """In فلوريس is no لوريس behind ف, where somebody is called بول فلوريس."""
    seen = [ModelName(1, 3, "PER", 0.9), ModelName(4, 5, "PER", 0.9)]
    draft = draft_of("غادر بول فلوريس وقتل فلوريس أمس", "ShortNames", model_names=seen)
    assert [draft.as_published(name.start, name.end) for name in draft.names] == ["بول فلوريس", "فلوريس"]
    assert len({name.entity.id for name in draft.names}) == 1


def test_a_longer_name_takes_the_place_of_another_types():
    """A town inside the name of a body is no name of its own."""
    assert found_by("ModelNames", "أعلن مصنع باريس ذلك", model_names=[ModelName(1, 3, "ORG", 0.9)]) == ["مصنع باريس"]


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("ذكرت وكالة رويترز ذلك", "org:reuters"),
        ("أعلنت حركة حماس ذلك", "org:hamas"),
        ("ذكرت وكالة كارستن ذلك", "org:ar:وكاله-كارستن"),
    ],
)
def test_a_body_behind_a_word_for_what_it_is(text, identifier):
    """It is the lexicon's, also where its name alone would be unsure."""
    draft = draft_of(text, "ModelNames", model_names=[ModelName(1, 3, "ORG", 0.97)])
    assert [name.entity.id for name in draft.names] == [identifier]
