"""The words of speech: every form of a verb, and what shares a form with another word."""

import pytest

from agents.arabic.folding import fold
from agents.tag_entities.words.speech import BODIES, CITING, NAMING, SPEECH, STRICT, Speech


@pytest.mark.parametrize(
    ("word", "speech"),
    [
        ("قال", Speech("past", "قال", feminine=False)),
        ("وقالت", Speech("past", "قال", feminine=True)),
        ("فقالوا", Speech("several", "قال", feminine=False)),
        ("تقول", Speech("present", "يقول", feminine=True)),
        ("مؤكدًا", Speech("participle", "موكدا", feminine=False)),
        ("مؤكدة", Speech("participle", "موكدا", feminine=True)),
        ("نفت", Speech("past", "نفي", feminine=True)),
        ("نفاه", Speech("object", "نفي", feminine=False)),
        ("أكدته", Speech("object", "اكد", feminine=True)),
        ("وصفها", Speech("past", "وصف", feminine=False)),
        ("تنص", Speech("document", "تنص", feminine=True)),
        ("قولها", Speech("noun", "قولها", feminine=True)),
        ("وعد", Speech("past", "وعد", feminine=False)),
    ],
)
def test_each_form_says_whose_it_is(word, speech):
    """Past, present, participle, a pronoun that leans on the verb, and nouns; of two verbs the first has the form."""
    assert SPEECH[fold(word)] == speech


@pytest.mark.parametrize("word", ["مذكرة", "داعية", "نفاوا", "رأىت"])
def test_what_is_no_form(word):
    """Feminine participles that are nouns, and plurals that verbs in a vowel do not have."""
    assert fold(word) not in SPEECH


def test_lists_and_uses_are_read():
    """Lists of speech.toml and uses of the table of verbs are the sets that quotes ask."""
    assert (
        "بحسب" in CITING,
        fold("بعنوان") in NAMING,
        BODIES[fold("الوزارة")],
        "يقول" in STRICT,
        "يري" in STRICT,
    ) == (True, True, {"ministry"}, True, False)
