"""Tests `counter` and `ornament`: lines without a letter."""

import pytest

from tests.agents.clean.pages import judged


@pytest.mark.parametrize("text", ["1,250", "12", "3 / 5"])
def test_counter_is_found(text: str) -> None:
    """It holds numbers and nothing else."""
    line = judged(text)
    assert (line.by, line.reason) == ("counter", "counter")


@pytest.mark.parametrize("text", ["---", "12 مشاهدة وتعليقا آخر في الصفحة"])
def test_counter_is_not_found(text: str) -> None:
    """Something else stands in the line, or nothing."""
    assert judged(text).by != "counter"


@pytest.mark.parametrize("text", ["---", "- - -", "• • •"])
def test_ornament_is_found(text: str) -> None:
    """It holds no word."""
    line = judged(text)
    assert (line.by, line.reason) == ("ornament", "ornament")


@pytest.mark.parametrize("text", ["12", "نص"])
def test_ornament_is_not_found(text: str) -> None:
    """A number or a word is none."""
    assert judged(text).by != "ornament"
