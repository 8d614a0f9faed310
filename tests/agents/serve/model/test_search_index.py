"""The full-text index tells the same words apart as whoever asks it."""

import pytest

from agents.serve.model.search_index import SearchIndex
from agents.serve.search_words import folded, words
from agents.serve.store.database import Database

TEXTS = [
    "الأُمم المتّحدة، Élysée 2026؛ «قال» الرئيس—أمس… لماذا؟",
    "ﷲ وﻻ عبدﷲ\u200fكتابـــــ ٢٠٢٦ e\u0301cole İstanbul ÅNGSTRÖM",
    "snake_case a.b@c.d 50% №5 H₂O naïve ΣΊΣΥΦΟΣ Пётр हिन्दी 漢字かな 😀😀 한국어",
    "".join(map(chr, range(0x20, 0x3000))),
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_index_has_the_words_that_are_asked_for(text: str):
    """What stands between words is the same for both, whatever the script."""
    with Database(None) as database:
        index = SearchIndex()
        index.add_text(1, "", folded(text))
        with database.writing() as db:
            index.write(db)
            db.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, texts, instance)")
            found = [term for (term,) in db.execute("SELECT term FROM terms ORDER BY offset")]

    assert found == words(text)


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_folded_stays_as_it_is(text: str):
    """So that words of a folded text are those of the text."""
    assert folded(folded(text)) == folded(text)
