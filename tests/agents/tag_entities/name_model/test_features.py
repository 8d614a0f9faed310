"""What the model sees of a word, and listed names of several words."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from agents.tag_entities.name_model.features import LISTS, LONGEST, ROWS, Lexical, Phrases, stems
from agents.tag_entities.name_model.letter_groups import BUCKETS

LEXICAL = Lexical({"بوش": 1 << LISTS.index("PER-last"), "وليد": 1, "القاهره": 1}, {"بوش": 0, "كتاب": 1, "والكتاب": 2})


def test_stems():
    """Proclitics come off one after another; `لل` may stand for `ل` and `ال`."""
    assert stems("وبوش") == ["بوش"]
    assert "القاهره" in stems("للقاهره")
    assert "لبنان" in stems("للبنان")
    assert stems("في") == []


def test_lists_decide_what_a_stem_is():
    """A listed word keeps its first letter; another loses it where what is left is known."""
    assert [LEXICAL.stem(word) for word in ("وليد", "وبوش", "للقاهره", "والكتاب", "بكتاب", "ورد")] == [
        "وليد",
        "بوش",
        "القاهره",
        "والكتاب",
        "كتاب",
        "ورد",
    ]


def test_list_rows():
    """A word's own lists and its stem's lists have rows of their own."""
    bit = LISTS.index("PER-last")
    own, bare = BUCKETS + bit, BUCKETS + len(LISTS) + bit
    assert {own, bare} <= set(LEXICAL(["بوش"]).rows)
    joined = LEXICAL(["وبوش"])
    assert bare in joined.rows
    assert own not in joined.rows
    assert (joined.vectors[0], joined.stem_vectors[0], joined.stems) == (-1, 0, ["بوش"])


@given(st.lists(st.text(max_size=60), min_size=1, max_size=5))
def test_rows_are_those_of_each_word_by_itself(words):
    """Any text has at least one row, each within the table, none twice, and the same beside other words."""
    found = LEXICAL(words)
    rows = np.split(found.rows, found.starts[1:])
    assert all(len(each) == len(set(each)) and len(each) > 0 for each in rows)
    assert all((each < ROWS).all() for each in rows)
    assert [each.tolist() for each in rows] == [LEXICAL([word]).rows.tolist() for word in words]


def test_longest_name_wins():
    """The longest listed name is taken; a name that is only begun is none."""
    phrases = Phrases({"الامم المتحده": 2, "الامم المتحده للطفوله": 2, "نور الدين زنكي": 0})
    assert phrases.match("الامم", ["الامم", "المتحده", "للطفوله", "قالت"]) == (3, 2)
    assert phrases.match("الامم", ["والامم", "المتحده", "قالت"]) == (2, 2)
    assert phrases.match("نور", ["نور", "الدين"]) == (0, 0)
    assert phrases.begins("والامم", "الامم") == "الامم"
    assert phrases.begins("المتحده", "متحده") == ""


def test_long_names_end_somewhere():
    """A name is looked for in so many words at most."""
    name = " ".join(["ا"] * (LONGEST + 2))
    assert Phrases({name: 0}).match("ا", ["ا"] * 50) == (0, 0)
