"""Sources that the text names but nothing has found."""

import pytest


@pytest.mark.parametrize("source", ["مديرة المدرسة المجاورة", "رئيس جمعية الحي"])
def test_named(found, source):
    """A body or an office in full is a source: its speech counts, without a speaker."""
    text = f"وقالت {source} إن العمل سيبدأ في الصباح الباكر غدا."
    assert [(quote.direct, quote.speaker) for quote in found(text)] == [(False, None)]


@pytest.mark.parametrize("source", ["امرأة", "مصادر", "ابنة الجيران"])
def test_unnamed(found, source):
    """Somebody without a name is none."""
    assert found(f"وقالت {source} إن العمل سيبدأ في الصباح الباكر غدا.") == []
