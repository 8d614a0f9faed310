"""Pages made to be slow to read: all are read, and none may take time that grows with the square of its length."""

import pytest

from tests.agents.clean.pages import SENTENCES, TITLE, cleaned

_PAGES = {
    "a word of 180,000 letters that ends in a section": ["مث" * 90_000 + "رياضة", TITLE, *SENTENCES],
    "a section drawn out before a title": ["اقتصاد" + "ـ" * 150_000 + TITLE, *SENTENCES],
    "9,000 names that the text never names": [
        TITLE,
        *("سالم رايد " + chr(0x628 + at % 24) * 3 for at in range(9_000)),
        " ".join(SENTENCES * 40),
        *SENTENCES,
    ],
    "2,000 headlines with a day below the text": [
        TITLE,
        *SENTENCES,
        *(line for at in range(2_000) for line in (f"{TITLE} {at}", "الجمعة 9 يناير 2026", f"{SENTENCES[1]} {at}")),
    ],
    "an account of 150,000 signs behind a name": [TITLE, "كتب محمد أحمد @x " + "+-" * 75_000, *SENTENCES],
    "6,000 dates above the title": [*["الجمعة 9 يناير 2026"] * 6_000, TITLE, *SENTENCES],
}


@pytest.mark.parametrize("lines", _PAGES.values(), ids=_PAGES.keys())
def test_a_hostile_page_keeps_its_title_and_text(lines: list[str]) -> None:
    article = cleaned("\n".join(lines), title=TITLE)
    assert article.title.endswith(TITLE)
    assert SENTENCES[0] in article.text
