"""Words as they are searched."""

import pytest

from agents.serve.search_words import is_near, name_words, words


def test_words_are_folded():
    """One spelling of hamza, alif, ى and ة; Latin letters small and without accents."""
    assert words("الأُمم المتّحدة، Élysée 2026") == ["الامم", "المتحده", "elysee", "2026"]


def test_names_go_without_their_articles():
    """But الله keeps what is its own, and so do short words."""
    assert name_words("القاهرة", "الله آلة", None) == ["قاهره", "الله", "اله"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("قاهره", "قاهره", True),
        ("قاهره", "قاهرة", True),
        ("قاهره", "قاهر", True),
        ("قاهره", "قاههره", True),
        ("madbouly", "madbuoly", True),
        ("قاهره", "قهار", False),
        ("قاهره", "قاهرتان", False),
        ("ab", "ba", True),
        ("", "a", True),
        ("", "ab", False),
    ],
)
def test_words_one_letter_apart_are_near(one, other, expected):
    """Another letter, one more, one less, or two that changed places."""
    assert (is_near(one, other), is_near(other, one)) == (expected, expected)
