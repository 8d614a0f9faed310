"""Who is meant by a part of a name."""

from agents.arabic.tokens import tokenize
from agents.tag_entities.draft import EntityRef, Name
from agents.tag_entities.quotes.parts_of_names import PartsOfNames

TOKENS = tokenize("هيفاء وهبي ونبيل وهبي والتحالف العربي قالت هيفاء وقال وهبي واعلن التحالف")
HAIFA, NABIL = EntityRef.of_text("PER", "هيفاء وهبي"), EntityRef.of_text("PER", "نبيل وهبي")
COALITION = EntityRef.of_text("ORG", "تحالف العربي")


def parts():
    """Return the parts of three names."""
    return PartsOfNames(TOKENS, [Name(0, 2, 0, 10, HAIFA), Name(2, 4, 0, 0, NABIL), Name(4, 6, 0, 0, COALITION)])


def test_one_bearer():
    """A word of one name before it means whose name it is."""
    assert parts().bearer(7) == HAIFA


def test_two_bearers():
    """A word of two names means nobody, nor does a word of none."""
    assert [parts().bearer(9), parts().bearer(6)] == [None, None]
