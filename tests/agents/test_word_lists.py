"""Words are data: each stands once in its list, each list is read, and code holds few of them."""

from collections import Counter

import pytest

from agents.arabic.folding import fold
from tests.arabic_words import FILES, ROOT, is_read_by, keys_of, lists_of, reads_of, words_in_code

MOST_WORDS_IN_CODE = 750
"""Arabic words in the texts of Python files. The number may only fall: words belong into a file of words/."""
READ_WHOLE = {"agencies.toml", "phrases.toml", "sections.toml"}
"""Files whose keys are words or reasons themselves: code goes over all of them."""


def name(file):
    return str(file.relative_to(ROOT))


@pytest.mark.parametrize("file", FILES, ids=name)
def test_no_word_stands_twice_in_a_list(file):
    """On the folded form, as it is matched."""
    twice = {}
    for key, items in lists_of(file).items():
        if is_read_by(file, key, "lists"):
            continue  # a row of a table: the key is the word
        split = is_read_by(file, key, "words", "grouped")
        words = [word for item in items for word in (fold(item).split() if split else [fold(item)])]
        found = sorted(word for word, count in Counter(words).items() if count > 1)
        if found:
            twice[key] = found
    assert twice == {}


@pytest.mark.parametrize("file", [file for file in FILES if file.name not in READ_WHOLE], ids=name)
def test_every_list_is_read(file):
    """A list that no code asks for is taken out."""
    asked = set().union(*reads_of(file).values())
    beginnings = {key.split(".")[0] for key in asked}
    assert keys_of(file) - beginnings == set()


def test_words_stand_in_lists_and_not_in_code():
    """Fewer than ever before; a word in a condition is a row of exceptions.toml, a list a key of a file."""
    counts = words_in_code()
    assert sum(counts.values()) <= MOST_WORDS_IN_CODE, counts
