"""Phrases of the user in Arabic text."""

import pytest

from agents.alert.phrases import Phrases, words_of


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("قناة السويس", "عبرت السفن بقناة السويس أمس"),
        ("قناة السويس", "وقناه السويس مفتوحة"),
        ("الأهلي", "فوز كبير للأهلي في القاهرة"),
        ("الأهلي", "وللأهلي فرصة أخرى"),
        ("أسعار النفط", "تراجعت أسعارُ النّفط"),
        ("COP28", "انطلق مؤتمر cop28 في دبي"),
        ("وزير", "فالوزير قال"),
    ],
)
def test_found(phrase: str, text: str):
    """A phrase is found however it is spelt, with particles in front of its first word."""
    assert Phrases([phrase]).find(words_of(text)) == {phrase}


@pytest.mark.parametrize(
    ("phrase", "text"),
    [("قناة السويس", "قناة في السويس"), ("مصر", "مصري"), ("النفط", "أسعار النفطية"), ("علي", "تعليق")],
)
def test_not_found(phrase: str, text: str):
    """Words that are longer, or parted, are others."""
    assert Phrases([phrase]).find(words_of(text)) == set()


def test_one_within_the_other():
    """Phrases that begin alike are both found."""
    phrases = Phrases(["مصر", "مصر للطيران"])
    assert phrases.find(words_of("رحلات لمصر للطيران")) == {"مصر", "مصر للطيران"}
