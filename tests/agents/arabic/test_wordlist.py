"""Lists of words as data."""

import pytest

from agents.arabic.wordlist import WordLists

LISTS = WordLists(
    "some.toml",
    {
        "verbs": ["قال أكّد", "أضافَ"],
        "at": {"home": {"إلى": "to"}},
        "rows": [{"word": "جدة"}],
        "types": {"ORG": ["جامعة كلية"], "LOC": ["مطار"]},
    },
)


def test_words_are_folded():
    """An item of several words counts as each of them."""
    assert LISTS.words("verbs") == {"قال", "اكد", "اضاف"}


def test_phrases_stay_whole_and_in_order():
    """A phrase is one item, folded."""
    assert LISTS.phrases("verbs") == ("قال اكد", "اضاف")


def test_a_list_can_be_had_as_written():
    """Its reader folds it otherwise, or not at all."""
    assert LISTS.as_written("verbs") == ("قال أكّد", "أضافَ")


def test_keys_are_given_in_their_order():
    """Of the file, or of one of its tables."""
    assert LISTS.keys_of("types") == ("ORG", "LOC")
    assert LISTS.keys_of()[0] == "verbs"


def test_a_table_folds_its_keys_only():
    """Values stay as written; a dot leads into a table."""
    assert LISTS.table("at.home") == {"الي": "to"}


def test_a_table_of_lists_is_read_by_its_keys():
    """Keys are folded, values stay as written."""
    assert LISTS.lists("types") == {"ORG": ("جامعة كلية",), "LOC": ("مطار",)}


def test_a_table_of_lists_is_read_by_its_words():
    """Each folded word tells the list that holds it."""
    assert LISTS.grouped("types") == {"جامعه": "ORG", "كليه": "ORG", "مطار": "LOC"}


def test_a_table_of_lists_is_read_as_sets():
    """Each list's words are folded, and stand under the list's name; a word may stand in several."""
    assert LISTS.sets("types") == {"ORG": {"جامعه", "كليه"}, "LOC": {"مطار"}}


def test_rows_are_given_as_written():
    """An array of tables is not touched."""
    assert LISTS.rows("rows") == [{"word": "جدة"}]


def test_what_is_not_there_is_named():
    """The message says which file lacks which key."""
    with pytest.raises(KeyError, match=r"some\.toml has no nouns"):
        LISTS.words("nouns")


@pytest.mark.parametrize("read", [LISTS.table, LISTS.rows, LISTS.lists, LISTS.grouped, LISTS.sets])
def test_another_type_is_an_error(read):
    """A list that is read as a table is a mistake of the program."""
    with pytest.raises(TypeError, match=r"some\.toml: verbs"):
        read("verbs")
