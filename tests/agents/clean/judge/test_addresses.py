"""Test `address`: addresses of the web and of mail."""

import pytest

from tests.agents.clean.pages import judged


@pytest.mark.parametrize("text", ["info@shiraa.example", "https://shiraa.example/news/77", "www.shiraa.com"])
def test_address_is_found(text: str) -> None:
    """It is the whole line."""
    line = judged(text)
    assert (line.by, line.reason) == ("address", "contact")


@pytest.mark.parametrize("text", ["زوروا الموقع shiraa.com لمعرفة التفاصيل", "خبر.عاجل"])
def test_address_is_not_found(text: str) -> None:
    """An address within a sentence is none."""
    assert judged(text).by != "address"
