"""Test `pointer`: headlines behind an arrow."""

import pytest

from tests.agents.clean.pages import judged


@pytest.mark.parametrize("text", ["◄ وزير الزراعة يفتتح المعرض", "👈 تفاصيل توسعة الميناء"])
def test_pointer_is_found(text: str) -> None:
    """The arrow stands in front."""
    line = judged(text)
    assert (line.by, line.reason) == ("pointer", "related")


@pytest.mark.parametrize("text", ["◄", "وزير الزراعة يفتتح ◄ المعرض"])
def test_pointer_is_not_found(text: str) -> None:
    """An arrow alone or within the line points to nothing."""
    assert judged(text).by != "pointer"
