"""Sketches tell what is alike from what is not, and let the alike meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.group.sketch import BANDS, MIN_LIKENESS, MIN_LIKENESS_OF_MEMBERS, lanes_of, likeness, sketch
from tests.agents.group.texts import edited, text


def alikeness(a: str, b: str) -> float:
    left, right = sketch(a), sketch(b)
    assert left is not None
    assert right is not None
    return likeness(lanes_of(left.minima), left.pairs, lanes_of(right.minima), right.pairs)


def test_the_same_text_has_a_likeness_of_one():
    """A text is like itself."""
    assert alikeness(text(1), text(1)) == pytest.approx(1)


def test_a_text_with_some_words_changed_is_nearly_the_same():
    """Six changed words of 120 leave a near-duplicate."""
    assert alikeness(text(1), edited(text(1), 2)) >= MIN_LIKENESS_OF_MEMBERS


def test_a_text_cut_to_its_first_half_is_alike():
    """A brief that is the beginning of the longer report is of its story."""
    assert alikeness(text(1, 200), text(1, 200)[: len(text(1, 200)) // 2]) >= MIN_LIKENESS


def test_texts_of_the_same_words_in_other_sentences_are_not_alike():
    """The vocabulary of a subject does not make a story."""
    likest = max(alikeness(text(seed), text(seed + 1)) for seed in range(0, 40, 2))

    assert likest < MIN_LIKENESS


def test_near_duplicates_meet_in_a_band():
    """Of forty edited texts each has a band in common with its original."""
    missed = [
        seed for seed in range(40) if not set(sketch(text(seed)).bands) & set(sketch(edited(text(seed), seed)).bands)
    ]

    assert missed == []


def test_a_text_too_short_to_be_told_from_others_has_no_sketch():
    """A line such as "watch the video" groups nothing."""
    assert sketch("شاهد الفيديو كاملا على موقعنا") is None


@given(st.text())
def test_any_text_has_few_bands_that_every_json_reader_takes(value):
    """No text fails; bands fit in 53 bits."""
    found = sketch(value)

    assert found is None or (0 < len(found.bands) <= BANDS and all(0 <= band < 1 << 53 for band in found.bands))


@pytest.mark.parametrize("value", ["", "AAAA", "?", "ش"])
def test_what_is_no_sketch_is_an_error(value):
    """A foreign value is refused with a ValueError, nothing else."""
    with pytest.raises(ValueError, match=r"."):
        lanes_of(value)
