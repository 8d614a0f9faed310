"""Forms of seeds of one word that are words of their own."""

import pytest

from agents.tag_topics.concepts.seeds import Seed
from agents.tag_topics.evidence.inflections import find_inflections

ELECTION = Seed("a", ("انتخابات",), 3)


@pytest.mark.parametrize(
    ("seed", "form"),
    [
        ("انتخابات", "للانتخابات"),
        ("لاجي", "لاجيين"),
        ("انتخابي", "انتخابيه"),
        ("زياره", "زيارته"),
        ("زياره", "زيارات"),
        ("منتخب", "المنتخبات"),
    ],
)
def test_forms(seed: str, form: str) -> None:
    """A known form of a seed gets its weight."""
    assert find_inflections([Seed("a", (seed,), 3)], [seed, form]) == [Seed("a", (form,), 3)]


@pytest.mark.parametrize(("seed", "form"), [("مدرس", "مدرسه"), ("رياض", "رياضي"), ("كتاب", "كاتب"), ("حي", "حيه")])
def test_other_words(seed: str, form: str) -> None:
    """What may be another word gets nothing."""
    assert find_inflections([Seed("a", (seed,), 3)], [seed, form]) == []


def test_own_weight() -> None:
    """A form with a weight of its own, be it none, keeps it."""
    assert find_inflections([ELECTION, Seed("a", ("للانتخابات",), 0)], ["انتخابات", "للانتخابات"]) == []


def test_phrases_are_left() -> None:
    """Seeds of several words add no forms."""
    assert find_inflections([Seed("a", ("نتايج", "انتخابات"), 6)], ["نتايج", "انتخابات", "للانتخابات"]) == []
