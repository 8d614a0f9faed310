"""Places from which reports come."""

import pytest

from agents.clean.judge.places import is_place


@pytest.mark.parametrize("words", [["القاهره"], ["رام", "الله"], ["الرياض", "وجده"], ["باريس", "لندن"]])
def test_places_are_known(words):
    """Several in a row too, with «و» between them."""
    assert is_place(words)


@pytest.mark.parametrize("words", [[], ["الوزير"], ["القاهره", "تستعد"], ["باريس"] * 7])
def test_other_words_are_no_places(words):
    """All of them must be."""
    assert not is_place(words)
