"""Names that an article spells in two ways."""

import pytest

from agents.tag_entities.lexicon.lexicon import packaged
from agents.tag_entities.unify.misspellings import Misspellings, is_respelt
from agents.tag_entities.word_kinds import WordKinds
from tests.agents.tag_entities.unify.names import ids_after


def ids(text, *names):
    """Return the ids of names when the pass has run."""
    return ids_after(Misspellings(packaged(), WordKinds(packaged())), text, *names)


@pytest.mark.parametrize(
    ("one", "other"),
    [("كافانوا", "كافانو"), ("دورسي", "دروسي"), ("ديمتري", "ديميتري"), ("كورونا", "كورنا"), ("بلينكن", "بلنكين")],
)
def test_spellings_of_one_word(one, other):
    """A letter is missing, two are swapped, or vowels differ."""
    assert is_respelt(one, other)
    assert is_respelt(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("خالد", "خالدي"),
        ("سامي", "سمي"),
        ("الزوا", "الزهرا"),
        ("سونلغاز", "سونلغار"),
        ("مرسيليا", "برسيليا"),
        ("قطر", "مطر"),
    ],
)
def test_two_words(one, other):
    """An ending more, too few letters, another letter, another beginning."""
    assert not is_respelt(one, other)


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        (
            "فيليشتيا لانغر ثم فيليشيا لانغر ثم فيليشيا لانغر",
            [(0, 2, "PER", None), (3, 5, "PER", None), (6, 8, "PER", None)],
            "per:ar:فيليشيا-لانغر",
        ),
        ("تشنغدو ثم تشنغد", [(0, 1, "LOC", "loc:chengdu"), (2, 3, "LOC", None)], "loc:chengdu"),
        ("كسيامنيع ثم هونغ كسيامينع", [(0, 1, "PER", None), (2, 4, "PER", None)], "per:ar:هونغ-كسيامينع"),
    ],
)
def test_one_entity(text, names, found):
    """The lexicon's, that of the longer name, or that which is named more often."""
    assert ids(text, *names) == [found] * len(names)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("محسن البغدادي ثم حسين البغدادي", "PER", "PER"),
        ("محمود كاسيامنيع ثم محمد كاسيامنيع", "PER", "PER"),
        ("فيليشتيا لانغر ثم فيليشيا لانغر", "PER", "ORG"),
        ("فيليشتيا لانجر ثم فيليشيا لانغر", "PER", "PER"),
        ("احمد كسيامنيع ثم مريم كسيامينع", "PER", "PER"),
    ],
)
def test_two_entities(text, first, second):
    """Where lists have both words, of two types, and where two words differ."""
    found = ids(text, (0, 2, first, None), (3, 5, second, None))
    assert len(set(found)) == len(found)
